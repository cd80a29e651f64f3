import { bsns, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Scene, setScene } from './scene.ts';

let house: House;
let scene: Scene;
beforeAll(async () => {
  house = await openHouse();
  scene = await setScene(house);
  const { act, actors, message, mandate } = scene;
  await act(actors.joris, { action: 'inbox.read', message }, { details: { subject: false } });
  await act(actors.gerda, { action: 'inbox.read', message }).catch(() => undefined);
  await act(actors.olga, { action: 'mandate.suspend', mandate });
});
afterAll(() => house.close());

const search = (body: object, who: keyof typeof people = 'olga') =>
  house.as(people[who]).post('/v1/trail-entries/_search', body);
type Item = { id: string; actor: { kind: string }; action: string; outcome: string };
const found = async (body: object) =>
  ((await search(body)).body.items as Item[])
    .filter(({ action }) => action !== 'trail.search')
    .map(({ actor, action, outcome }) => [actor.kind, action, outcome].join(' '));

const read = 'employee inbox.read permitted';
const tried = 'employee inbox.read refused';
const suspended = 'official mandate.suspend permitted';

describe('An official searches the record', () => {
  const filters: [string, (scene: Scene) => object, string[]][] = [
    ['nothing in particular', () => ({}), [suspended, tried, read]],
    ['a client', ({ yasmina }) => ({ client: yasmina }), [suspended, tried, read]],
    ['another client', ({ pieter }) => ({ client: pieter }), []],
    ['a BSN', () => ({ bsn: bsns.yasmina }), [suspended, tried, read]],
    ['an office', ({ haven }) => ({ organisation: haven }), [tried]],
    ['the office that a mandate concerns', ({ vermeer }) => ({ organisation: vermeer }), [suspended, read]],
    ['an employee', ({ joris }) => ({ employee: joris }), [read]],
    ['an action', () => ({ action: 'mandate.suspend' }), [suspended]],
    ['an outcome', () => ({ outcome: 'refused' }), [tried]],
    ['a period that is over', () => ({ until: house.world.day(0) }), []],
    [
      'a period that runs',
      () => ({ from: house.world.day(0), until: house.world.day(1) }),
      [suspended, tried, read],
    ],
    ['two things at once', ({ yasmina }) => ({ client: yasmina, outcome: 'refused' }), [tried]],
  ];
  it.each(filters)('by %s', async (_, body, lines) => {
    expect(await found(body(scene))).toEqual(lines);
  });

  it('finds the whole line: who, at which level, the true reason, and the trace', async () => {
    const trace = 'a'.repeat(32);
    await scene
      .act({ ...scene.actors.gerda, trace }, { action: 'inbox.read', message: scene.message })
      .catch(() => undefined);
    const [line] = (await search({ employee: scene.gerda })).body.items as Item[];
    expect(line).toMatchObject({
      ...{ actor: { kind: 'employee', id: scene.gerda }, assurance: 'substantial', outcome: 'refused' },
      ...{ reason: 'no-mandate', organisation: { id: scene.haven, name: 'Kantoor Haven' } },
      ...{ client: scene.yasmina, object: { kind: 'message', id: scene.message }, trace, details: {} },
    });
  });

  it('gives every line once over the pages', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    const until = house.world.day(1);
    const [newest] = (await search({ until, limit: 1 })).body.items as Item[];
    do {
      const answer = await search({ until, limit: 2, cursor });
      expect(answer.status).toBe(200);
      seen.push(...(answer.body.items as Item[]).map(({ id }) => id));
      cursor = answer.body.next;
    } while (cursor);
    const { rows } = await house.database.admin.query<{ id: string }>(
      'SELECT id FROM trail WHERE (at, id) <= (SELECT at, id FROM trail WHERE id = $1) ORDER BY at DESC, id DESC',
      [newest?.id],
    );
    const known = rows.map(({ id }) => id);
    expect(seen.filter((id) => known.includes(id))).toEqual(known);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('lets Yasmina see that an official looked at her record, and Pieter nothing', async () => {
    await search({ bsn: bsns.yasmina, action: 'inbox.read' });
    const [line] = (await house.as(people.yasmina).get('/v1/trail-entries')).body.items as object[];
    expect(line).toMatchObject({
      ...{ who: { capacity: 'official' }, action: 'trail.search', ground: 'supervision' },
      sentence: { nl: 'Een ambtenaar zocht in het logboek.', en: 'An official searched the record.' },
    });
    const { rows } = await house.database.admin.query(
      `SELECT client_id, details FROM trail WHERE action = 'trail.search' ORDER BY at DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ client_id: scene.yasmina, details: { by: 'bsn', action: 'inbox.read' } }]);
  });

  it('makes nobody known by looking: a BSN that is no client is found nowhere, and stays unknown', async () => {
    const clients = async () => (await house.database.admin.query('SELECT id FROM client')).rowCount;
    const before = await clients();
    expect((await search({ bsn: bsns.fatima })).body).toEqual({ items: [] });
    expect(await clients()).toBe(before);
  });

  it.each([
    ['both a pseudonym and a BSN', { bsn: bsns.yasmina, client: bsns.yasmina }, ['#/client']],
    ['a BSN that fails the proof (R1)', { bsn: '123456789' }, ['#/bsn']],
    ['an action that does not exist', { action: 'inbox.delete' }, ['#/action']],
    ['a cursor of nothing', { cursor: 'abc' }, ['#/cursor']],
    ['a list where an id belongs', { client: ['x'], employee: {} }, ['#/client', '#/employee']],
    ['a field that is unknown', { name: 'Yasmina' }, ['#/name']],
  ])('refuses %s with 400 and its name, and does not repeat it', async (_, body, pointers) => {
    const answer = await search(body);
    expect(answer.status).toBe(400);
    const errors = answer.body.errors as { location: { pointer: string } }[];
    expect(errors.map(({ location }) => location.pointer).sort()).toEqual(pointers);
    for (const value of Object.values<unknown>(body))
      expect(answer.text).not.toContain(JSON.stringify(value));
  });

  it('refuses a client named twice', async () => {
    const answer = await search({ bsn: bsns.yasmina, client: scene.yasmina });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ location: { pointer: '#/bsn' } }] } });
  });

  it.each(['yasmina', 'joris', 'tax'] as const)('is not for %s', async (who) => {
    expect(await search({}, who)).toMatchObject({ status: 403, body: { code: 'wrong-kind-of-actor' } });
  });
});
