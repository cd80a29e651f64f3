import { context, decisions, type Fixture, openFixture, read, write } from './fixture.ts';

let scene: Fixture;
beforeEach(async () => (scene = await openFixture()));
afterEach(() => scene.house.close());

const batch = async (body: Record<string, unknown>): Promise<boolean[]> => {
  const answer = await scene.send('evaluations', { context, ...body });
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty('decision'); // c-3-3-4
  return decisions(answer);
};

describe('Whoever certifies the decision point asks many questions at once (c-3)', () => {
  it('c-3-2-1, c-3-2-2: about two things, about two actions, answered in their order', async () => {
    const { alice, bob, record, described } = scene;
    const things = [{ resource: record }, { resource: described('care') }];
    expect(await batch({ subject: alice, action: read, evaluations: things })).toEqual([true, false]);
    const doing = [{ action: read }, { action: write }];
    expect(await batch({ subject: bob, resource: record, evaluations: doing })).toEqual([true, false]);
  });

  it('c-3-2-3, c-3-2-4: each by the properties of its own', async () => {
    const { alice, bobElsewhere, described } = scene;
    const things = [{ resource: described('financial') }, { resource: described('care') }];
    expect(await batch({ subject: alice, action: write, evaluations: things })).toEqual([true, false]);
    const who = [{ subject: alice }, { subject: bobElsewhere }];
    expect(await batch({ action: write, resource: described('care'), evaluations: who })).toEqual([
      false,
      true,
    ]);
  });

  it('c-3-2-5: each said in full', async () => {
    const { alice, bob, record } = scene;
    const evaluations = [
      { subject: alice, action: read, resource: record, context },
      { subject: bob, action: write, resource: record, context },
    ];
    expect(await batch({ context: undefined, evaluations })).toEqual([true, false]);
  });

  it('c-3-2-6: the context at the top is that of each, unless it has its own, which counts as a whole', async () => {
    const { alice, record } = scene;
    const own = { time: '2025-06-27T19:00-07:00', source: 'batch-override' };
    const evaluations = [{ resource: record }, { resource: record, context: own }];
    expect(await batch({ subject: alice, action: read, evaluations })).toEqual([true, false]);
  });

  it('c-3-2-7: an entity of its own counts as a whole; only the kind, id or name that it leaves out comes from the top', async () => {
    const { alice, described } = scene;
    const { type, ...rest } = described('financial');
    const evaluations = [
      { resource: rest },
      { resource: described('care') },
      { resource: { id: 'record-3' } }, // without the properties at the top it is a message of nobody
      { resource: { properties: rest.properties }, action: {}, subject: {} },
    ];
    const resource = { type, id: 'record-0', properties: rest.properties };
    expect(await batch({ subject: alice, action: write, resource, evaluations })).toEqual([
      ...[true, false, false, true],
    ]);
  });

  it('c-3-4-1: one that is not right is a no; the others go on', async () => {
    const evaluations = [{ resource: scene.record }, {}];
    expect(await batch({ subject: scene.alice, action: read, evaluations })).toEqual([true, false]);
  });

  it.each([[undefined], [[]]])('c-3-4-2, c-3-4-3: without questions (%j) it is one', async (evaluations) => {
    const { alice: subject, record: resource } = scene;
    const one = await scene.send('evaluations', { subject, action: read, resource, context, evaluations });
    expect([one.status, one.body.decision, one.body.evaluations]).toEqual([200, true, undefined]);
    const wrong = await scene.send('evaluations', { action: read, resource, context, evaluations });
    expect(wrong.status).toBe(400);
  });

  it.each([
    [undefined, [true, false, true]],
    [{}, [true, false, true]],
    [{ another_option: 'value' }, [true, false, true]],
    [{ evaluations_semantic: 'execute_all' }, [true, false, true]],
    [{ evaluations_semantic: 'deny_on_first_deny' }, [true, false]],
    [{ evaluations_semantic: 'permit_on_first_permit' }, [true]],
  ])('§7.1.2.1: stops as options say: %j', async (options, answers) => {
    const { alice: subject, bob, record: resource } = scene;
    const evaluations = [{}, { subject: bob }, {}];
    expect(await batch({ subject, action: write, resource, options, evaluations })).toEqual(answers);
  });
});
