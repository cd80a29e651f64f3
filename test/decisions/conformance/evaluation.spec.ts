import { context, type Entity, type Fixture, openFixture, read, write } from './fixture.ts';

let scene: Fixture;
beforeEach(async () => (scene = await openFixture()));
afterEach(() => scene.house.close());

const asking = (more: Record<string, unknown> = {}) => ({
  ...{ subject: scene.alice, action: read, resource: scene.record, context },
  ...more,
});
const decided = async (more: Record<string, unknown>): Promise<unknown> => {
  const { status, headers, body } = await scene.send('evaluation', asking(more));
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^application\/json/); // c-5
  return body.decision;
};

describe('Whoever certifies the decision point asks one question (c-2)', () => {
  it.each<[string, () => Record<string, unknown>, boolean]>([
    ['c-2-2-1: Joris reads', () => ({}), true],
    ['c-1-4: Joris downloads', () => ({ action: write }), true],
    ['c-1-4: Gerda reads', () => ({ subject: scene.bob }), true],
    ['c-2-2-2: Gerda downloads nothing', () => ({ subject: scene.bob, action: write }), false],
    [
      'c-2-2-4: Joris downloads nothing about care, which the properties say it is',
      () => ({ action: write, resource: scene.described('care') }),
      false,
    ],
    [
      'c-2-2-5: Gerda does, and is known by the properties of her sign-in',
      () => ({ subject: scene.bobElsewhere, action: write, resource: scene.described('care') }),
      true,
    ],
    [
      'c-2-2-8: Joris reads, whatever else is told about all of them',
      () => ({
        subject: { ...scene.alice, properties: { department: 'Sales', role: 'manager' } },
        action: { ...read, properties: { method: 'GET' } },
        resource: { ...scene.record, properties: { status: 'active', owner: 'bob' } },
      }),
      true,
    ],
    [
      'c-2-2-9: fields that come in a later version are ignored',
      () => ({ foo: 'bar', futureField: { nested: true } }),
      true,
    ],
  ])('%s', async (_, more, expected) => {
    expect(await decided(more())).toBe(expected);
  });

  it('c-2-2-3: Yasmina reads her own message, with context about her and without', async () => {
    const yasmina = { type: 'citizen', id: scene.yasmina };
    const now = { time: '2025-06-27T18:03-07:00', ip: '192.168.1.1' };
    for (const given of [undefined, {}, now])
      expect(await decided({ subject: yasmina, context: given })).toBe(true);
    expect(await decided({ context: { ...context, ...now } })).toBe(true);
  });

  it('c-2-3: hears yes or no, and of a no what he may tell Gerda, in objects (§5.5)', async () => {
    const { body } = await scene.send('evaluation', asking({ subject: scene.bob, action: write }));
    expect(body).toEqual({
      decision: false,
      context: expect.objectContaining({ reason_user: expect.any(Object) as object }) as object,
    });
  });

  it('c-2-6: hears the same each time', async () => {
    const answers = new Set<string>();
    for (let turn = 0; turn < 5; turn++)
      answers.add(JSON.stringify((await scene.send('evaluation', asking())).body));
    expect(answers.size).toBe(1);
  });
});

describe('A question that is not right is refused (c-2-4, §10.1)', () => {
  const without = (entity: Entity, field: keyof Entity) => ({ ...entity, [field]: undefined });

  it.each<[string, () => Record<string, unknown>, string]>([
    ['c-2-4-1: nobody', () => ({ subject: undefined }), '#/subject'],
    ['c-2-4-1: nothing to do', () => ({ action: undefined }), '#/action'],
    ['c-2-4-1: nothing to do it with', () => ({ resource: undefined }), '#/resource'],
    ['c-2-4-2: somebody of no kind', () => ({ subject: without(scene.alice, 'type') }), '#/subject/type'],
    ['c-2-4-2: somebody without id', () => ({ subject: without(scene.alice, 'id') }), '#/subject/id'],
    ['c-2-4-2: an action without name', () => ({ action: {} }), '#/action/name'],
    ['c-2-4-2: a thing of no kind', () => ({ resource: without(scene.record, 'type') }), '#/resource/type'],
    ['c-2-4-2: a thing without id', () => ({ resource: without(scene.record, 'id') }), '#/resource/id'],
    ['c-2-4-6: somebody as text', () => ({ subject: 'alice' }), '#/subject'],
    ['c-2-4-6: a number as name', () => ({ action: { name: 123 } }), '#/action/name'],
    [
      '§5.1: properties as text',
      () => ({ subject: { ...scene.alice, properties: 'x' } }),
      '#/subject/properties',
    ],
    ['§5.4: context as list', () => ({ context: [] }), '#/context'],
  ])('%s: 400, and where', async (_, more, pointer) => {
    const { status, body } = await scene.send('evaluation', asking(more()));
    expect(status).toBe(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ location: { pointer } }));
  });
});
