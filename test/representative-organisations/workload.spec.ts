import { birthDates, bsns, kvks, manyBsns, oins, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
let [office, anna, joris, bob, team] = ['', '', '', '', ''];
let [yasmina, pieter, willem] = ['', '', ''];
beforeEach(async () => {
  house = await openHouse();
  const { world } = house;
  office = await world.organisation(kvks.vermeer);
  anna = await world.employee(office, 'anna', 'administrator');
  [joris, bob] = [await world.employee(office, 'joris'), await world.employee(office, 'bob')];
  team = await world.team(office, 'Tax', [joris, bob]);
  [yasmina, pieter, willem] = (await Promise.all(
    [bsns.yasmina, bsns.pieter, bsns.willem].map((bsn) => world.client(bsn)),
  )) as [string, string, string];
  await world.mandate({ client: yasmina, organisation: office });
  await world.mandate({ client: pieter, organisation: office, state: 'requested' });
  await world.mandate({ client: willem, organisation: office });
  const { admin } = house.database;
  await admin.query(`UPDATE client SET name = 'Yasmina el Amrani' WHERE id = $1`, [yasmina]);
  await admin.query(`UPDATE client SET name = 'Pieter de Vriës' WHERE id = $1`, [pieter]);
  await admin.query(`UPDATE client SET name = 'Willem d''Amour-Özdemir' WHERE id = $1`, [willem]);
  await admin.query(`UPDATE mandate SET reference = 'D-2031/7' WHERE client_id = $1`, [pieter]);
});
afterEach(() => house.close());

const path = (rest: string) => `/v1/representative-organisations/${office}${rest}`;
const load = async () => (await house.as(people.anna).get(path('/workload'))).body;
const found = async (words: string, who: keyof typeof people = 'anna', more: object = {}) =>
  (await house.as(people[who]).post(path('/clients/_search'), { words, ...more })).body.items?.map(
    ({ client }: { client: string }) => client,
  );

describe('Who has how many clients (R33, R34)', () => {
  it('Anna sees it per employee and team, one client counted once with each, and who has nobody', async () => {
    await house.world.assign(office, yasmina, { employee: joris });
    await house.world.assign(office, yasmina, { team });
    await house.world.assign(office, pieter, { team });
    expect(await load()).toEqual({
      ...{ clients: 2, withoutHandler: 1, asked: 1 },
      employees: [
        { employee: anna, name: 'anna', role: 'administrator', clients: 0, own: 0, byCover: 0 },
        { employee: bob, name: 'bob', role: 'handler', clients: 1, own: 0, byCover: 0 },
        { employee: joris, name: 'joris', role: 'handler', clients: 1, own: 1, byCover: 0 },
      ],
      teams: [{ team, name: 'Tax', members: 2, clients: 1 }],
    });
  });

  it('Who was asked counts for nobody until he gives a mandate, whether he exists or not (R3)', async () => {
    const before = await load();
    const ask = (bsn: string, birthDate: string) =>
      house.as(people.joris).post('/v1/mandate-requests', {
        ...{ bsn, birthDate, from: house.world.day(0), until: house.world.day(300) },
        lines: [{ sender: oins.tax, category: 'financial', actions: ['read'] }],
      });
    await house.world.senders();
    await ask(bsns.fatima, birthDates.fatima).expect(201);
    await ask(manyBsns(1)[0] ?? '', '1980-01-01').expect(201); // nobody has this number
    await house.finishTasks();
    expect(await load()).toEqual({ ...before, asked: before.asked + 2 });
    await house.database.admin.query(
      `UPDATE mandate SET state = 'active', activated_at = now() WHERE state = 'offered'`,
    );
    expect(await load()).toEqual({
      ...before,
      ...{ clients: before.clients + 1, withoutHandler: before.withoutHandler + 1, asked: before.asked + 1 },
    });
  });

  it('Whom Joris names with a wrong date of birth counts as a stranger, whatever he gave or ended; twice is once (R3)', async () => {
    await house.world.senders();
    await house.world.mandate({ client: pieter, organisation: office, state: 'revoked' });
    const asked: number[] = [];
    for (const bsn of [bsns.yasmina, bsns.pieter, bsns.fatima, manyBsns(1)[0] ?? '', bsns.yasmina]) {
      const lines = [
        { sender: oins.tax, category: asked.length < 4 ? 'financial' : 'care', actions: ['read'] },
      ];
      const wish = {
        bsn,
        birthDate: '1961-01-01',
        from: house.world.day(0),
        until: house.world.day(300),
        lines,
      };
      await house.as(people.joris).post('/v1/mandate-requests', wish).expect(201);
      await house.finishTasks();
      asked.push((await load()).asked);
    }
    expect(asked).toEqual([2, 3, 4, 5, 5]);
  });

  it('The numbers are those of the list of clients with the same filters', async () => {
    await house.world.assign(office, yasmina, { employee: joris });
    const listed = async (query: string) =>
      (await house.as(people.anna).get(path(`/clients?${query}`))).body.items;
    const { clients, withoutHandler, asked } = await load();
    expect([clients, withoutHandler, asked]).toEqual([2, 1, 1]);
    expect((await listed('')).map(({ client }: { client: string }) => client)).toEqual(
      [yasmina, willem].sort(),
    );
    expect(await listed('withoutHandler=true')).toMatchObject([{ client: willem, handled: false }]);
  });

  it('Who left counts for nothing, and neither does a mandate that is over', async () => {
    await house.world.assign(office, yasmina, { employee: bob });
    await house.world.assign(office, willem, { employee: joris });
    const { admin } = house.database;
    await admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [bob]);
    await admin.query(`UPDATE mandate SET state = 'revoked', ended_at = now() WHERE client_id = $1`, [
      willem,
    ]);
    const { employees, teams, ...counts } = await load();
    expect(counts).toEqual({ clients: 1, withoutHandler: 1, asked: 1 });
    expect(employees.map(({ name, clients }: Record<string, unknown>) => [name, clients])).toEqual([
      ...[
        ['anna', 0],
        ['joris', 0],
      ],
    ]);
    expect(teams).toMatchObject([{ members: 1, clients: 0 }]);
  });

  it('A client of another office counts for nothing, and others than administrators do not see it', async () => {
    const haven = await house.world.organisation(kvks.haven);
    await house.world.employee(haven, 'gerda', 'administrator');
    await house.world.mandate({ client: yasmina, organisation: haven });
    expect((await load()).clients).toBe(2);
    expect((await house.as(people.gerda).get(path('/workload'))).status).toBe(404);
    for (const who of ['joris', 'yasmina', 'olga'] as const)
      expect((await house.as(people[who]).get(path('/workload'))).status).toBe(403);
  });
});

describe('Anna looks for a client', () => {
  it('by the beginnings of words, without accents or capitals, by name or own reference', async () => {
    expect(await found('AMR yas')).toEqual([yasmina]);
    expect(await found('ozd')).toEqual([willem]);
    expect((await found('am')).sort()).toEqual([yasmina, willem].sort());
    expect(await found('mrani')).toEqual([]);
    expect(await found('am', 'anna', { team })).toEqual([]);
  });

  it('never by the name of one who did not consent, nor by what the office calls a request (R3)', async () => {
    expect(await found('pieter')).toEqual([]);
    expect(await found('d 2031')).toEqual([]);
    await house.database.admin.query(`UPDATE mandate SET state = 'active', activated_at = now()`);
    expect(await found('vries')).toEqual([pieter]);
    expect(await found('d 2031')).toEqual([pieter]);
  });

  it('and Joris finds only his own, also while he stands in (R34)', async () => {
    expect(await found('am', 'joris')).toEqual([]);
    await house.world.assign(office, yasmina, { employee: joris });
    await house.world.assign(office, willem, { employee: anna });
    expect(await found('am', 'joris')).toEqual([yasmina]);
    const days = { from: house.world.day(0), until: house.world.day(2) };
    const cover = { absent: anna, substitute: joris, ...days };
    expect((await house.as(people.anna).post(path('/covers'), cover)).status).toBe(201);
    expect((await found('am', 'joris')).sort()).toEqual([yasmina, willem].sort());
  });

  it('and what was looked for is not kept', async () => {
    await found('amrani');
    const { rows } = await house.database.admin.query('SELECT details::text FROM trail');
    expect(JSON.stringify(rows)).toContain('searched');
    expect(JSON.stringify(rows)).not.toContain('amrani');
  });
});

describe('A team', () => {
  it('gets another name, unless another team has it', async () => {
    await house.world.team(office, 'Wages');
    const rename = (name: string, who: keyof typeof people = 'anna') =>
      house.as(people[who]).put(path(`/teams/${team}/name`), { name });
    expect((await rename(' Income tax ')).status).toBe(204);
    expect((await rename('WAGES')).body.code).toBe('already-exists');
    expect((await rename('Mine', 'joris')).status).toBe(403);
    const { items } = (await house.as(people.bob).get(path('/teams'))).body;
    expect(items[0]).toMatchObject({ id: team, name: 'Income tax' });
  });
});
