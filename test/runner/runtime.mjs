import { createRequire, register } from 'node:module';
import { anew, sourceMapOf } from './typescript.mjs';

register('./typescript.mjs', import.meta.url);

// Jest lets go of a process by listening no more. Houses stand in it then, for files that did not come.
const { exit } = process;
if (process.send) process.on('removeListener', (event) => void (event === 'message' && exit()));

const require = createRequire(import.meta.url);
let turn = 0;

/** Jest asks for the map of a file, by its path or its address, when it writes down where something went wrong. */
class SourceMaps extends Map {
  get(file) {
    return sourceMapOf(file.replace(/^file:\/\//, '').replace(/\?.*$/, ''));
  }
}

/**
 * Loads test files by Node's own loader, in the realm of the process: packages and our own modules are loaded once for a
 * process and not once for a file, and an error is an `Error` wherever it came from. Test files share what modules
 * remember: the product must remember nothing anyhow. There is no `jest` object: nothing of ours is mocked.
 */
export default class Runtime {
  requireInternalModule(file) {
    // The state of a test file is in this module and under this symbol: each file begins with its own.
    delete require.cache[file];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(file);
  }
  requireModule = (file) => require(file);
  unstable_shouldLoadAsEsm = () => true;
  unstable_importModule = (file) => import(anew(file, turn++));
  getSourceMaps = () => new SourceMaps();
  getAllCoverageInfoCopy = () => undefined;
  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
}
