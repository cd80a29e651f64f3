import { bsns, type Decision, type Decisions, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const read = { name: 'read' };
const reply = { name: 'reply' };
const batch = async (body: unknown): Promise<boolean[]> => {
  const answer = await scene.post('evaluations', body);
  expect(answer.status).toBe(200);
  return (answer.body as { evaluations: Decision[] }).evaluations.map(({ decision }) => decision);
};

describe('Many questions at once', () => {
  it('with what they have in common said once; what one says itself goes before that', async () => {
    const { subject, resource, context } = scene.question();
    const other = { type: 'organisation', id: scene.haven };
    const evaluations = [{ action: read }, { action: reply }, { action: read, subject: other }];
    expect(await batch({ subject, resource, context, evaluations })).toEqual([true, false, false]);
    expect(await batch({ ...scene.question(), evaluations: [{}, { context: {} }] })).toEqual([true, false]);
  });

  it.each([
    ['execute_all', [true, false, true]],
    ['deny_on_first_deny', [true, false]],
    ['permit_on_first_permit', [true]],
  ])('stops as %s says', async (evaluations_semantic, answers) => {
    const evaluations = [{}, { action: reply }, {}];
    expect(await batch({ ...scene.question(), evaluations, options: { evaluations_semantic } })).toEqual(
      answers,
    );
  });

  it.each([[undefined], [[]]])('without a list (%j) it is one question', async (evaluations) => {
    const { status, body } = await scene.post('evaluations', { ...scene.question(), evaluations });
    expect([status, body]).toMatchObject([200, { decision: true }]);
  });

  it('one that is not right is answered no, with what is wrong; the others go on', async () => {
    const { body } = await scene.post('evaluations', {
      ...scene.question(),
      evaluations: [{}, { resource: { id: 7 } }, 'nonsense', {}],
    });
    const { evaluations } = body as { evaluations: Decision[] };
    expect(evaluations.map(({ decision }) => decision)).toEqual([true, false, false, true]);
    expect(evaluations[1]?.context).toEqual({
      error: {
        status: 400,
        message: '#/evaluations/1/resource/id: This must be a text of 1 to 1,000 characters.',
      },
    });
  });

  it('a hundred about a hundred clients are as many lines on the record, and one statement', async () => {
    const evaluations = Array.from({ length: 100 }, () => ({}));
    expect(await batch({ ...scene.question(), evaluations })).toEqual(evaluations.map(() => true));
    const { rows } = await scene.house.database.admin.query(
      `SELECT count(*)::int AS lines, count(DISTINCT id)::int AS ids FROM trail WHERE action = 'decision.ask'`,
    );
    expect(rows).toEqual([{ lines: 100, ids: 100 }]);
  });
});

describe('What is wrong is said (AuthZEN)', () => {
  it.each<[string, (question: Record<string, unknown>) => unknown, string]>([
    ['no subject', ({ subject: _, ...rest }) => rest, '#/subject'],
    ['no action', ({ action: _, ...rest }) => rest, '#/action'],
    ['no resource', ({ resource: _, ...rest }) => rest, '#/resource'],
    ['a subject without type', (question) => ({ ...question, subject: { id: 'x' } }), '#/subject/type'],
    ['a number as id', (question) => ({ ...question, subject: { type: 'employee', id: 7 } }), '#/subject/id'],
    ['an action as text', (question) => ({ ...question, action: 'read' }), '#/action'],
    [
      'properties as list',
      (question) => ({ ...question, action: { name: 'read', properties: [] } }),
      '#/action/properties',
    ],
    [
      'a level that is none',
      (question) => ({ ...question, context: { assurance: 'much' } }),
      '#/context/assurance',
    ],
    ['a context as text', (question) => ({ ...question, context: 'now' }), '#/context'],
  ])('%s', async (_, spoil, pointer) => {
    const { status, body } = await scene.post('evaluation', spoil(scene.question()));
    expect(status).toBe(400);
    expect((body as { errors: unknown[] }).errors).toContainEqual(
      expect.objectContaining({ location: { pointer } }),
    );
  });

  it('fields that nobody knows are ignored', async () => {
    expect(
      await scene.ask({ extra: 1, context: { assurance: 'substantial', weather: 'rain' } }),
    ).toMatchObject({
      decision: true,
    });
  });

  it('a wrong semantics, a list that is none, too many at once', async () => {
    for (const wrong of [
      { options: { evaluations_semantic: 'maybe' } },
      { evaluations: {} },
      { evaluations: Array.from({ length: 1_001 }, () => ({})) },
    ])
      expect((await scene.post('evaluations', { ...scene.question(), ...wrong })).status).toBe(400);
  });

  it('another kind of body, an empty one, broken JSON: 400', async () => {
    const send = (type: string, body: string) =>
      scene.house.as(people.system).post('/access/v1/evaluation').set('Content-Type', type).send(body);
    expect((await send('text/plain', JSON.stringify(scene.question()))).status).toBe(400);
    expect((await send('application/json', '')).status).toBe(400);
    expect((await send('application/json', '{"subject":')).status).toBe(400);
  });

  it('no sign-in: 401', async () => {
    expect((await scene.house.as('nobody').post('/access/v1/evaluation', scene.question())).status).toBe(401);
  });

  it('the id of the request comes back; no BSN does', async () => {
    const resource = { ...scene.inbox(), id: `bsn:${bsns.yasmina}`, type: 7 };
    const good = await scene.post('evaluation', scene.question()).set('X-Request-ID', 'bfe9eb29-ab87');
    expect(good.headers['x-request-id']).toBe('bfe9eb29-ab87');
    const bad = await scene.post('evaluation', scene.question({ resource })).set('X-Request-ID', 'r-2');
    expect([bad.status, bad.headers['x-request-id']]).toEqual([400, 'r-2']);
    expect(bad.text).not.toContain(bsns.yasmina);
  });

  it('where all this is, anybody may know', async () => {
    const { status, body } = await scene.house.as('nobody').get('/.well-known/authzen-configuration');
    expect(status).toBe(200);
    const head = await scene.house.as('nobody').head('/.well-known/authzen-configuration');
    expect([head.status, head.body]).toEqual([200, {}]);
    expect(body).toEqual({
      policy_decision_point: 'http://localhost:3000',
      access_evaluation_endpoint: 'http://localhost:3000/access/v1/evaluation',
      access_evaluations_endpoint: 'http://localhost:3000/access/v1/evaluations',
      search_subject_endpoint: 'http://localhost:3000/access/v1/search/subject',
      search_resource_endpoint: 'http://localhost:3000/access/v1/search/resource',
      search_action_endpoint: 'http://localhost:3000/access/v1/search/action',
    });
  });
});
