import { addDays, addYears, type Day, dayOf } from '../../src/domain/day.ts';
import { bsns, employee, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

const carl = employee('carl', kvks.vermeer);
const [first, last] = ['2027-08-01', '2027-08-15']; // 1 to 14 August

let house: House;
let [office, anna, bob, joris, carla] = ['', '', '', '', ''];
let [yasmina, pieter, letter] = ['', '', ''];
beforeEach(async () => {
  house = await openHouse();
  const { world } = house;
  await world.senders();
  office = await world.organisation(kvks.vermeer);
  anna = await world.employee(office, 'anna', 'administrator');
  joris = await world.employee(office, 'joris');
  bob = await world.employee(office, 'bob');
  carla = await world.employee(office, 'carl');
  [yasmina, pieter] = [await world.client(bsns.yasmina), await world.client(bsns.pieter)];
  const long = { organisation: office, from: '2026-01-01', until: '2028-12-31' };
  await world.mandate({ ...long, client: yasmina });
  await world.mandate({ ...long, client: pieter });
  letter = await world.message(yasmina);
  await world.assign(office, yasmina, { employee: bob });
  await world.assign(office, pieter, { team: await world.team(office, 'Tax', [bob]) });
});
afterEach(() => house.close());

const path = (rest = '') => `/v1/representative-organisations/${office}/covers${rest}`;
const wish = (more: object = {}) => ({ absent: bob, substitute: joris, from: first, until: last, ...more });
const arrange = (more: object = {}, who = people.anna as Parameters<House['as']>[0]) =>
  house.as(who).post(path(), wish(more));
const reads = async (who: Parameters<House['as']>[0], message = letter) =>
  (await house.as(who).get(`/v1/messages/${message}`)).status;
const clientsOf = async (who: Parameters<House['as']>[0]) =>
  (await house.as(who).get(`/v1/representative-organisations/${office}/clients`)).body.items?.map(
    ({ client }: { client: string }) => client,
  );
const codes = (body: { errors: { location: { pointer: string }; code: string }[] }) =>
  body.errors.map(({ location, code }) => `${location.pointer} ${code}`);

describe('Joris stands in for Bob from 1 to 14 August (R33)', () => {
  it('and handles nothing of his before the first day, all of it on the days, and nothing after the last', async () => {
    expect((await arrange()).status).toBe(201);
    const seen: [string, number, number, number][] = [];
    for (const instant of [
      '2027-07-31T21:59:00Z', // a minute before midnight in Amsterdam
      '2027-07-31T22:01:00Z',
      '2027-08-14T21:59:00Z',
      '2027-08-14T22:01:00Z',
    ]) {
      house.clock.moveToInstant(instant);
      const listed = (await clientsOf(people.joris)).length;
      seen.push([instant, await reads(people.joris), listed, await reads(people.bob)]);
    }
    expect(seen.map(([, ...rest]) => rest)).toEqual([
      [404, 0, 200], // Bob keeps his own all the time
      [200, 2, 200],
      [200, 2, 200],
      [404, 0, 200],
    ]);
  });

  it('but what Bob himself does for another does not come with it: no chain', async () => {
    await house.world.assign(office, yasmina, { employee: carla }); // handled by Carl too, so not through Bob alone
    const zoe = await house.world.client(bsns.fatima);
    await house.world.mandate({ client: zoe, organisation: office, until: '2028-11-01' });
    await house.world.assign(office, zoe, { employee: carla });
    const hers = await house.world.message(zoe);
    await arrange();
    expect((await arrange({ absent: carla, substitute: bob })).status).toBe(201);
    house.clock.moveTo('2027-08-03');
    expect([await reads(people.bob, hers), await reads(people.joris, hers)]).toEqual([200, 404]);
    expect(await clientsOf(people.joris)).not.toContain(zoe);
  });

  it.each([
    ['Bob leaves', () => bob],
    ['Joris leaves', () => joris],
  ])('until %s: at the next request it gives nothing', async (_, who) => {
    await arrange();
    house.clock.moveTo('2027-08-03');
    expect(await reads(people.joris)).toBe(200);
    const left = await house
      .as(people.anna)
      .post(`/v1/representative-organisations/${office}/employees/${who()}/departure`);
    expect(left.status).toBe(200);
    expect(await reads(people.joris)).not.toBe(200);
    const { body } = await house.as(people.anna).get(path('?past=true'));
    expect(body.items).toMatchObject([{ state: 'lapsed' }]);
  });

  it('until the last day of Bob, whose clients are assigned to him still', async () => {
    await arrange();
    await house.database.admin.query('UPDATE employee SET until_day = $2 WHERE id = $1', [bob, '2027-08-05']);
    house.clock.moveTo('2027-08-04');
    expect(await reads(people.joris)).toBe(200);
    house.clock.moveTo('2027-08-05');
    expect([await reads(people.joris), (await clientsOf(people.joris)).length]).toEqual([404, 0]);
  });

  it('until it is ended early, by Anna or by Bob who is back: at the next request it gives nothing', async () => {
    for (const who of [people.anna, people.bob]) {
      house.clock.backToNow();
      const { id } = (await arrange()).body;
      house.clock.moveTo('2027-08-03');
      expect(await reads(people.joris)).toBe(200);
      const end = () => house.as(who).post(path(`/${id}/end`));
      expect((await house.as(people.joris).post(path(`/${id}/end`))).status).toBe(403);
      const ended = await end();
      expect([ended.status, ended.body.state]).toEqual([200, 'ended']);
      expect([await reads(people.joris), await reads(people.bob)]).toEqual([404, 200]);
      expect(await end()).toMatchObject({ status: 409, body: { code: 'move-not-possible' } });
    }
  });

  it('and everyone of the office sees it; it is in the trail of the office', async () => {
    const { body } = await arrange();
    expect(body).toMatchObject({
      ...{ absent: { employee: bob, name: 'bob' }, substitute: { employee: joris, name: 'joris' } },
      ...{ from: first, until: last, state: 'planned', gives: { clients: 2, alreadyHandled: 0 } },
    });
    house.clock.moveTo('2027-08-03');
    const { items } = (await house.as(carl).get(path())).body;
    expect(items).toMatchObject([{ id: body.id, state: 'running' }]);
    house.clock.moveTo('2027-08-15');
    expect((await house.as(carl).get(path())).body.items).toEqual([]);
    expect((await house.as(carl).get(path('?past=true'))).body.items).toMatchObject([{ state: 'over' }]);
    expect(await linesOf(house, 'cover.arrange')).toMatchObject([
      { actor: anna, organisation: office, kind: 'cover', object: body.id, details: { change: 'arranged' } },
    ]);
  });

  it('and pages of covers follow each other without a gap', async () => {
    for (const from of ['2027-08-01', '2027-09-01', '2027-10-01'])
      await arrange({ from, until: addDays(from as Day, 5) });
    const one = await house.as(people.bob).get(path('?limit=2'));
    const two = await house.as(people.bob).get(path(`?limit=2&cursor=${one.body.next}`));
    const days = [one, two].map(({ body }) => body.items.map(({ from }: { from: string }) => from));
    expect(days).toEqual([['2027-10-01', '2027-09-01'], ['2027-08-01']]);
  });
});

describe('Who arranges it, and how', () => {
  it('Anna for anyone, Bob for his own absence, Joris not for Bob, a reader for nobody', async () => {
    expect((await arrange({}, people.bob)).status).toBe(201);
    expect((await arrange({ substitute: carla }, people.joris)).body.code).toBe('role-too-small');
    await house.database.admin.query(`UPDATE employee SET role = 'reader' WHERE id = $1`, [bob]);
    expect((await arrange({ substitute: carla }, people.bob)).body.code).toBe('role-too-small');
    expect((await arrange({ substitute: carla }, people.gerda)).status).toBe(403); // works nowhere
    expect((await arrange({ substitute: carla }, people.yasmina)).status).toBe(403);
  });

  it('with every fault at once', async () => {
    const today = dayOf(new Date());
    const found = await arrange({ substitute: bob, from: addDays(today, -1), until: addDays(today, -1) });
    expect(codes(found.body)).toEqual(['#/substitute oneself', '#/from too-early', '#/until too-early']);
    expect(codes((await arrange({ until: '2028-08-02' })).body)).toEqual(['#/until too-late']);
    const far = await arrange({
      from: addDays(addYears(today, 1), 1),
      until: addDays(addYears(today, 1), 9),
    });
    expect(codes(far.body)).toEqual(['#/from too-late']);
    expect((await arrange({ until: '2028-08-01' })).status).toBe(201);
    expect(codes((await arrange({ from: '2027-09-01', until: '2027-09-02' })).body)).toEqual([
      '#/from overlap',
    ]);
  });

  it('only between people who work in this office now', async () => {
    const haven = await house.world.organisation(kvks.haven);
    const gerda = await house.world.employee(haven, 'gerda', 'administrator');
    expect(codes((await arrange({ substitute: gerda })).body)).toEqual(['#/substitute unknown']);
    expect(codes((await arrange({ absent: gerda })).body)).toEqual(['#/absent unknown']);
    expect((await arrange({}, people.gerda)).status).toBe(404);
    const { id } = (await arrange()).body;
    expect((await house.as(people.gerda).post(path(`/${id}/end`))).status).toBe(404);
    const own = `/v1/representative-organisations/${haven}/covers/${id}/end`;
    expect((await house.as(people.gerda).post(own)).status).toBe(404);
    await house.database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [carla]);
    expect(codes((await arrange({ substitute: carla })).body)).toEqual(['#/substitute unknown']);
  });

  it('after a look at how many clients it gives to whom, which arranges nothing', async () => {
    await house.world.assign(office, yasmina, { employee: joris });
    const looked = await house.as(people.anna).post(path('/_preview'), wish());
    expect([looked.status, looked.body]).toEqual([200, { clients: 2, alreadyHandled: 1, cannot: [] }]);
    expect((await house.as(people.bob).post(path('/_preview'), wish())).body).toEqual(looked.body);
    expect((await house.as(people.joris).post(path('/_preview'), wish())).status).toBe(403);
    expect((await house.as(people.anna).get(path())).body.items).toEqual([]);
  });
});
