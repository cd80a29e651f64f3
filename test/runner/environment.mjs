/** The surroundings of tests: those of the process. */
export default class Environment {
  global = globalThis;
  // Jest asks whether mocks can be made; none are.
  moduleMocker = undefined;
  fakeTimers = null;
  fakeTimersModern = null;
  async setup() {}
  async teardown() {}
  exportConditions = () => ['node', 'node-addons'];
  getVmContext = () => null;
}
