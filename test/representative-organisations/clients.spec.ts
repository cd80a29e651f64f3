import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
let [office, haven, anna, joris, bob] = ['', '', '', '', ''];
let [yasmina, pieter, willem, asked] = ['', '', '', ''];
let both: string[] = []; // the clients of Vermeer, in the order of their pseudonyms
beforeEach(async () => {
  house = await openHouse();
  const { world } = house;
  office = await world.organisation(kvks.vermeer);
  haven = await world.organisation(kvks.haven);
  anna = await world.employee(office, 'anna', 'administrator');
  joris = await world.employee(office, 'joris');
  bob = await world.employee(office, 'bob', 'reader');
  await world.employee(haven, 'gerda', 'administrator');
  [yasmina, pieter, willem, asked] = (await Promise.all(
    [bsns.yasmina, bsns.pieter, bsns.willem, bsns.fatima].map((bsn) => world.client(bsn)),
  )) as [string, string, string, string];
  both = [yasmina, pieter].sort();
  await world.mandate({ client: yasmina, organisation: office });
  await world.mandate({ client: pieter, organisation: office, requestedBy: bob });
  await world.mandate({ client: asked, organisation: office, state: 'offered', requestedBy: bob });
  await world.mandate({ client: willem, organisation: haven });
  await house.database.admin.query(`UPDATE client SET name = 'Name of ' || id`);
  await house.database.admin.query(`UPDATE mandate SET reference = 'D-2031' WHERE client_id = $1`, [yasmina]);
});
afterEach(() => house.close());

const path = (rest = '') => `/v1/representative-organisations/${office}${rest}`;
const list = async (who: keyof typeof people, query = '') =>
  (await house.as(people[who]).get(path(`/clients${query}`))).body.items as Record<string, unknown>[];
const ids = async (who: keyof typeof people, query = '') =>
  (await list(who, query)).map(({ client }) => client);

describe('The clients of an office (R33, R34)', () => {
  it('Anna, an administrator, sees them all with name and own reference, and nobody who was only asked (R3)', async () => {
    await house.world.assign(office, yasmina, { employee: joris });
    const items = await list('anna');
    expect(items.find(({ client }) => client === yasmina)).toEqual({
      ...{ client: yasmina, name: `Name of ${yasmina}`, reference: 'D-2031', handled: true },
      assignments: [{ id: expect.any(String), employee: joris, name: 'joris' }],
    });
    expect(items.filter(({ client }) => client !== yasmina)).toEqual([
      { client: pieter, name: `Name of ${pieter}`, handled: false, assignments: [] },
    ]);
    expect(await linesOf(house, 'clients.see')).toMatchObject([
      { outcome: 'permitted', organisation: office, details: { clients: 2 } },
    ]);
  });

  it('A client whom nobody handles is seen by nobody but administrators, nor by who asked for the mandate', async () => {
    expect(await ids('anna', '?withoutHandler=true')).toEqual(both);
    expect(await ids('joris')).toEqual([]);
    expect(await ids('bob')).toEqual([]);
    await house.world.assign(office, pieter, { employee: bob });
    expect(await ids('bob')).toEqual([pieter]);
    expect(await ids('joris')).toEqual([]);
  });

  it('Who was only asked is nobody’s to have: he is not assigned, one by one or with many, as a stranger is not (R3)', async () => {
    const assign = (body: object, rest = '') => house.as(people.anna).post(path(`/assignments${rest}`), body);
    for (const client of [asked, willem])
      expect((await assign({ client, employee: joris })).body.errors[0].code).toBe('unknown');
    const { body } = await assign({ clients: [asked, willem], to: { employee: joris } }, '/_bulk');
    expect(body.left.map(({ code }: { code: string }) => code)).toEqual(['unknown', 'unknown']);
    await house.world.assign(office, asked, { employee: joris });
    expect(await ids('joris')).toEqual([]);
  });

  it('The client goes with the consent: asked again after revoking, Willem is no client until he consents (R3)', async () => {
    await house.world.mandate({ client: willem, organisation: office, state: 'revoked' });
    await house.world.mandate({ client: willem, organisation: office, state: 'offered' });
    expect(await ids('anna')).toEqual(both);
  });

  it('A client of someone who left, or has not started, is handled by nobody', async () => {
    await house.world.assign(office, yasmina, { employee: joris });
    await house.world.assign(office, pieter, { employee: bob });
    const { admin } = house.database;
    await admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [joris]);
    await admin.query('UPDATE employee SET from_day = $2 WHERE id = $1', [bob, house.world.day(5)]);
    expect(await ids('anna', '?withoutHandler=true')).toEqual(both);
    expect(await ids('anna', '?withoutHandler=false')).toEqual([]);
  });

  it('The list is narrowed to a handler, a team, or those without one', async () => {
    const team = await house.world.team(office, 'Team', [bob]);
    await house.world.assign(office, yasmina, { employee: joris });
    await house.world.assign(office, pieter, { team });
    expect(await ids('anna', `?employee=${joris}`)).toEqual([yasmina]);
    expect(await ids('anna', `?employee=${bob}`)).toEqual([pieter]);
    expect(await ids('anna', `?team=${team}`)).toEqual([pieter]);
    expect(await ids('anna', '?withoutHandler=true')).toEqual([]);
    expect(await ids('joris', `?employee=${bob}`)).toEqual([]); // a filter never widens
    expect((await house.as(people.anna).get(path('/clients?withoutHandler=1'))).status).toBe(400);
  });

  it('Pages follow each other without a gap, and never tell of clients out of scope', async () => {
    await house.world.assign(office, pieter, { employee: joris });
    const first = await house.as(people.anna).get(path('/clients?limit=1'));
    expect(first.headers.link).toContain('rel="next"');
    const second = await house.as(people.anna).get(path(`/clients?limit=1&cursor=${first.body.next}`));
    expect([first, second].map(({ body }) => body.items[0].client)).toEqual(both);
    expect(second.body.next).toBeUndefined();
    expect((await house.as(people.joris).get(path('/clients?limit=1'))).body.next).toBeUndefined();
  });

  it.each([
    ['revoked', 'revoked', {}],
    ['declined', 'declined', {}],
    ['past its last day', 'active', { from: '2025-01-01', until: '2026-01-01' }],
    ['not answered in time', 'offered', { answerBy: '2026-01-01' }],
  ])('A client whose only mandate is %s is no client any more', async (_, state, more) => {
    await house.world.mandate({ client: willem, organisation: office, state, ...more });
    expect(await ids('anna')).toEqual(both);
  });

  it('Row-level security alone shows a handler without clients none, and nobody another office', async () => {
    const answer = await house.as(people.gerda).get(path('/clients'));
    expect(answer.status).toBe(404);
    const shown = async (who: string) => {
      const client = await house.database.admin.connect();
      try {
        await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
        await client.query(
          `SELECT set_config('app.actor', $1, true), set_config('app.now', now()::text, true),
                  set_config('app.assurance', 'substantial', true)`,
          [`employee:${who}:${office}`],
        );
        const { rows } = await client.query<{ client: string }>(
          'SELECT client_id AS client FROM office_client ORDER BY 1',
        );
        return rows.map((row) => row.client);
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    expect(await shown(joris)).toEqual([]);
    expect(await shown(anna)).toEqual(both);
  });

  it.each(['yasmina', 'olga', 'tax', 'nadia'] as const)('%s has no list of them', async (who) => {
    expect((await house.as(people[who]).get(path('/clients'))).status).toBe(403);
  });
});

describe('Anna assigns clients', () => {
  const assign = (who: keyof typeof people, body: object) =>
    house.as(people[who]).post(path('/assignments'), body);

  it('to Joris, who sees the client from his next request until it is ended', async () => {
    const made = await assign('anna', { client: yasmina, employee: joris });
    expect([made.status, made.body]).toMatchObject([201, { client: yasmina, employee: joris }]);
    expect(await ids('joris')).toEqual([yasmina]);
    const again = await assign('anna', { client: yasmina, employee: joris });
    expect([again.status, again.body.code]).toEqual([409, 'already-exists']);
    const end = () => house.as(people.anna).delete(path(`/assignments/${made.body.id}`));
    expect((await end()).status).toBe(204);
    expect(await ids('joris')).toEqual([]);
    expect((await end()).status).toBe(404);
    expect(await linesOf(house, 'clients.assign')).toMatchObject([
      { client: yasmina, kind: 'assignment', object: made.body.id, details: { change: 'assigned' } },
      { outcome: 'refused', reason: 'already-exists' },
      { client: yasmina, kind: 'assignment', object: made.body.id, details: { change: 'ended' } },
      { outcome: 'refused', reason: 'not-found' },
    ]);
  });

  it('only clients, people and teams of the office, and to exactly one of the two', async () => {
    const theirs = await house.world.team(haven, 'Theirs');
    const pointers = async (body: object) =>
      (await assign('anna', body)).body.errors.map(
        (each: { location: { pointer: string } }) => each.location.pointer,
      );
    expect(await pointers({ client: willem, team: theirs })).toEqual(['#/client', '#/team']);
    expect(await pointers({ client: office, employee: haven })).toEqual(['#/client', '#/employee']);
    expect(await pointers({ client: yasmina })).toEqual(['#']);
    expect(await pointers({ client: yasmina, employee: joris, team: theirs })).toEqual(['#']);
    expect(await pointers({ client: 'x' })).toEqual(['#/client']);
    await house.database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [joris]);
    expect(await pointers({ client: yasmina, employee: joris })).toEqual(['#/employee']);
  });

  it('and Gerda cannot end an assignment of another office', async () => {
    const made = await house.world.assign(office, yasmina, { employee: joris });
    const own = `/v1/representative-organisations/${haven}/assignments/${made}`;
    expect((await house.as(people.gerda).delete(own)).status).toBe(404);
    expect((await house.as(people.gerda).delete(path(`/assignments/${made}`))).status).toBe(404);
    expect(await ids('joris')).toEqual([yasmina]);
  });

  it.each(['joris', 'bob', 'yasmina', 'olga'] as const)('and %s assigns nobody', async (who) => {
    expect((await assign(who, { client: yasmina, employee: joris })).status).toBe(403);
    expect((await house.as(people[who]).delete(path(`/assignments/${joris}`))).status).toBe(403);
  });
});
