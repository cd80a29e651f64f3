import { newId } from '../../src/platform/ids.ts';
import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
let [office, joris, bob, team] = ['', '', '', ''];
let [yasmina, pieter, willem, sanne] = ['', '', '', ''];
beforeEach(async () => {
  house = await openHouse();
  const { world } = house;
  office = await world.organisation(kvks.vermeer);
  await world.employee(office, 'anna', 'administrator');
  [joris, bob] = [await world.employee(office, 'joris'), await world.employee(office, 'bob')];
  team = await world.team(office, 'Income tax', [joris]);
  [yasmina, pieter, willem, sanne] = (await Promise.all(
    [bsns.yasmina, bsns.pieter, bsns.willem, bsns.sanne].map((bsn) => world.client(bsn)),
  )) as [string, string, string, string];
  for (const client of [yasmina, pieter, willem]) await world.mandate({ client, organisation: office });
});
afterEach(() => house.close());

const path = (rest: string) => `/v1/representative-organisations/${office}${rest}`;
const send = (body: object, key?: string, who: keyof typeof people = 'anna') =>
  house.as(people[who]).post(path('/assignments/_bulk'), body, key);
const clientsOf = async (who: keyof typeof people) =>
  (await house.as(people[who]).get(path('/clients'))).body.items.map(
    ({ client }: { client: string }) => client,
  );
const handlers = async () => {
  const { items } = (await house.as(people.anna).get(path('/clients'))).body;
  type Item = { client: string; assignments: { name: string }[] };
  return Object.fromEntries(
    items.map(({ client, assignments }: Item) => [client, assignments.map(({ name }) => name).sort()]),
  );
};

describe('Anna hands over many clients in one act (R33)', () => {
  it('to Joris; a bad row does not spoil the others, and each is told (R13)', async () => {
    await house.world.assign(office, pieter, { employee: joris });
    const clients = [yasmina, 'no id', sanne, pieter, yasmina, willem, newId()];
    const { status, body } = await send({ clients, to: { employee: joris } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ dryRun: false, named: 7, changed: 2, assigned: 2, ended: 0 });
    expect(body.left.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([
      ...[
        [2, 'not-an-id'],
        [3, 'unknown'],
        [4, 'already-there'],
        [5, 'twice'],
        [7, 'unknown'],
      ],
    ]);
    expect(body.left[2]).toEqual({
      ...{ row: 4, code: 'already-there' },
      ...{ nl: 'Deze cliënt is daar al toegewezen.', en: 'This client is assigned there already.' },
    });
    expect(JSON.stringify(body)).not.toContain('no id');
    expect((await clientsOf('joris')).sort()).toEqual([yasmina, pieter, willem].sort());
  });

  it('from Bob to a team, and Bob sees them no more', async () => {
    for (const client of [yasmina, pieter]) await house.world.assign(office, client, { employee: bob });
    await house.world.assign(office, willem, { employee: joris });
    const body = { clients: [yasmina, pieter, willem], from: { employee: bob }, to: { team } };
    expect((await send(body)).body).toMatchObject({ changed: 2, left: [{ row: 3, code: 'not-theirs' }] });
    expect(await clientsOf('bob')).toEqual([]);
    expect(await handlers()).toEqual({
      ...{ [yasmina]: ['Income tax'], [pieter]: ['Income tax'], [willem]: ['joris'] },
    });
  });

  it('from everybody to Joris, who keeps what he had', async () => {
    await house.world.assign(office, yasmina, { employee: joris });
    await house.world.assign(office, yasmina, { team });
    await house.world.assign(office, pieter, { employee: bob });
    const body = { clients: [yasmina, pieter], fromEverybody: true, to: { employee: joris } };
    expect((await send(body)).body).toMatchObject({ changed: 2, assigned: 1, ended: 2, left: [] });
    expect(await handlers()).toMatchObject({ [yasmina]: ['joris'], [pieter]: ['joris'] });
  });

  it('or takes them away: from one who left too, or from everybody', async () => {
    await house.world.assign(office, yasmina, { employee: bob });
    await house.world.assign(office, pieter, { team });
    await house.database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [bob]);
    expect((await send({ clients: [yasmina], from: { employee: bob } })).body.ended).toBe(1);
    const rest = await send({ clients: [yasmina, pieter], fromEverybody: true });
    expect(rest.body).toMatchObject({ ended: 1, left: [{ row: 1, code: 'nothing-to-end' }] });
    expect(await handlers()).toMatchObject({ [yasmina]: [], [pieter]: [] });
  });

  it('after a look at what would change, which changes nothing', async () => {
    await house.world.assign(office, pieter, { employee: bob });
    const wish = { clients: [yasmina, pieter, sanne], fromEverybody: true, to: { employee: joris } };
    const looked = (await send({ ...wish, dryRun: true })).body;
    expect(looked).toMatchObject({ dryRun: true, changed: 2, assigned: 2, ended: 1 });
    expect(await handlers()).toMatchObject({ [yasmina]: [], [pieter]: ['bob'] });
    expect((await send(wish)).body).toEqual({ ...looked, dryRun: false });
  });

  it('once for one key, with a line in the trail for each client', async () => {
    await house.world.assign(office, pieter, { employee: bob });
    const wish = { clients: [yasmina, pieter], fromEverybody: true, to: { employee: joris } };
    const key = newId();
    const first = await send(wish, key);
    expect((await send(wish, key)).body).toEqual(first.body);
    const other = await send({ ...wish, clients: [willem] }, key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
    const lines = (await linesOf(house, 'clients.assign')).filter(({ outcome }) => outcome === 'permitted');
    expect(lines).toMatchObject([
      { client: null, organisation: office, details: { change: 'many', named: 2, changed: 2 } },
      { client: yasmina, kind: 'assignment', details: { change: 'assigned', employee: joris } },
      { client: pieter, kind: 'assignment', details: { change: 'moved', employee: joris, ended: 1 } },
    ]);
  });

  it('but asks something, and of people and teams of the office', async () => {
    const pointers = async (body: object) =>
      (await send({ clients: [yasmina], ...body })).body.errors.map(
        (each: { location: { pointer: string } }) => each.location.pointer,
      );
    const haven = await house.world.organisation(kvks.haven);
    const theirs = await house.world.team(haven, 'Theirs');
    const gerda = await house.world.employee(haven, 'gerda');
    expect(await pointers({})).toEqual(['#']);
    expect(await pointers({ to: {} })).toEqual(['#/to']);
    expect(await pointers({ to: { team: theirs }, from: { employee: gerda } })).toEqual([
      ...['#/to/team', '#/from/employee'],
    ]);
    expect(await pointers({ to: { employee: bob }, from: { team }, fromEverybody: true })).toEqual([
      '#/from',
    ]);
    expect(await pointers({ clients: [], to: { team } })).toEqual(['#/clients']);
    expect(await pointers({ clients: Array(5001).fill(yasmina), to: { team } })).toEqual(['#/clients']);
  });

  it.each(['joris', 'yasmina', 'olga'] as const)('and %s hands over nobody', async (who) => {
    expect((await send({ clients: [yasmina], to: { employee: bob } }, undefined, who)).status).toBe(403);
  });

  it('five thousand at once, within the time of one request', async () => {
    const { rows } = await house.database.admin.query<{ id: string }>(
      `WITH made AS (INSERT INTO client (id, bsn_index, bsn_sealed, since)
                     SELECT gen_random_uuid(), 'x' || n, 'x', now() FROM generate_series(1, 5000) n RETURNING id)
       INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                            offered_at, activated_at)
       SELECT gen_random_uuid(), id, $1, 'active', current_date - 1, current_date + 300, current_date, now(), now(), now()
         FROM made RETURNING client_id AS id`,
      [office],
    );
    const all = rows.map(({ id }) => id);
    expect((await send({ clients: all, to: { employee: bob } })).body.assigned).toBe(5000);
    const moved = await send({ clients: all, from: { employee: bob }, to: { team } });
    expect(moved.body).toMatchObject({ changed: 5000, assigned: 5000, ended: 5000, left: [] });
    const lines = await house.database.admin.query(
      `SELECT FROM trail WHERE action = 'clients.assign' AND client_id IS NOT NULL`,
    );
    expect(lines.rowCount).toBe(10_000);
  }, 60_000);
});
