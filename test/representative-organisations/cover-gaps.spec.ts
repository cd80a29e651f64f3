import { bsns, employee, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

const carl = employee('carl', kvks.vermeer);
const [first, last] = ['2027-08-01', '2027-08-15']; // 1 to 14 August

let house: House;
let [office, anna, bob, joris, carla] = ['', '', '', '', ''];
let [yasmina, pieter, willem] = ['', '', ''];
beforeEach(async () => {
  house = await openHouse();
  const { world } = house;
  office = await world.organisation(kvks.vermeer);
  anna = await world.employee(office, 'anna', 'administrator');
  joris = await world.employee(office, 'joris', 'reader');
  bob = await world.employee(office, 'bob');
  carla = await world.employee(office, 'carl');
  const named = [bsns.yasmina, bsns.pieter, bsns.willem];
  [yasmina, pieter, willem] = (await Promise.all(named.map((bsn) => world.client(bsn)))) as [
    string,
    string,
    string,
  ];
  for (const client of [yasmina, pieter, willem])
    await world.mandate({ client, organisation: office, from: '2026-01-01', until: '2028-12-31' });
  await world.assign(office, yasmina, { employee: bob });
  await world.assign(office, pieter, { team: await world.team(office, 'Tax', [bob]) });
});
afterEach(() => house.close());

type Who = Parameters<House['as']>[0];
const path = (rest: string) => `/v1/representative-organisations/${office}${rest}`;
const wish = (more: object = {}) => ({ absent: bob, substitute: joris, from: first, until: last, ...more });
const cover = (more: object = {}) => house.as(people.anna).post(path('/covers'), wish(more));
const preview = (more: object = {}) => house.as(people.anna).post(path('/covers/_preview'), wish(more));
const leave = (who: string) => house.as(people.anna).post(path(`/employees/${who}/departure`));
const notices = async (who: Who, query = '') =>
  (await house.as(who).get(`/v1/notices?kind=cover-lapsed${query}`)).body.items;
const lacking = (body: { cannot: { what: string }[] }) => body.cannot.map(({ what }) => what);

describe('Joris, who only looks, is to stand in for Bob, who works on clients (R33)', () => {
  it('and Anna reads before and after what will not be done: messages, mandates and files', async () => {
    const before = await preview();
    expect(lacking(before.body)).toEqual(['messages', 'mandates', 'files']);
    expect(before.body.cannot[0].sentence).toEqual({
      nl: 'De vervanger kan berichten alleen lezen, en niet oppakken, afhandelen of opbergen.',
      en: 'The substitute can only read messages, and not take, handle or archive them.',
    });
    const arranged = await cover();
    expect([arranged.status, lacking(arranged.body.gives)]).toEqual([201, ['messages', 'mandates', 'files']]);
  });

  it('and it is true: he reads a message, and cannot take it', async () => {
    await house.world.senders();
    const letter = await house.world.message(yasmina);
    await cover();
    house.clock.moveTo('2027-08-03');
    const take = await house.as(people.joris).post(`/v1/messages/${letter}/taking`, {});
    expect((await house.as(people.joris).get(`/v1/messages/${letter}`)).status).toBe(200);
    expect([take.status, take.body.code]).toEqual([403, 'role-too-small']);
  });

  it('but of Carl, who may do what Bob does, nothing is said; of Carl for Anna that nobody runs the office', async () => {
    expect(lacking((await preview({ substitute: carla })).body)).toEqual([]);
    expect(lacking((await preview({ absent: anna, substitute: carla })).body)).toEqual(['office']);
    expect(lacking((await preview({ absent: joris, substitute: carla })).body)).toEqual([]);
  });

  it('and of Carl, who leaves on 10 August, that the last days are of nobody', async () => {
    const until = (day: string) =>
      house.database.admin.query('UPDATE employee SET until_day = $2 WHERE id = $1', [carla, day]);
    await until('2027-08-11');
    expect(lacking((await preview({ substitute: carla })).body)).toEqual(['last-days']);
    await until(last);
    expect(lacking((await preview({ substitute: carla })).body)).toEqual([]);
  });
});

describe('Carl, who was to stand in for Bob, leaves the office (R33)', () => {
  it('and the answer names the covers that lapse: not one that is over, ended, or of others', async () => {
    const { body: planned } = await cover({ substitute: carla });
    const { body: ended } = await cover({ substitute: carla, from: '2027-09-01', until: '2027-09-03' });
    await house.as(people.anna).post(path(`/covers/${ended.id}/end`));
    await cover();
    const { body: other } = await cover({ absent: carla, from: '2027-08-20', until: '2027-08-22' });
    const { body } = await leave(carla);
    expect(body.coversLapsed.map(({ id, state }: Record<string, unknown>) => [id, state])).toEqual([
      [planned.id, 'lapsed'],
      [other.id, 'lapsed'],
    ]);
    expect((await leave(anna)).body.code).toBe('last-administrator');
    expect((await leave(bob)).body.coversLapsed).toMatchObject([{ substitute: { employee: joris } }]);
  });

  it('and Anna and Bob find it among their notices, with what to do; Joris does not, nor another office', async () => {
    const haven = await house.world.organisation(kvks.haven);
    await house.world.employee(haven, 'gerda', 'administrator');
    const { body } = await cover({ substitute: carla });
    expect(await notices(people.anna)).toEqual([]);
    await leave(carla);
    const [told] = await notices(people.bob);
    expect(told).toMatchObject({ cover: body.id, about: first, organisation: { id: office } });
    expect(told).not.toHaveProperty('client');
    expect(told.words).toEqual({
      nl: 'carl werkt niet meer bij Office 90001234. carl zou bob vervangen van 1 augustus 2027 tot en met 14 augustus 2027. Dat gaat niet door. Regel een andere vervanger.',
      en: 'carl does not work for Office 90001234 any more. carl was to stand in for bob from 1 August 2027 up to and including 14 August 2027. That does not take place. Arrange another substitute.',
    });
    expect(await notices(people.anna)).toEqual([told]);
    expect(await notices(people.anna, `&client=${yasmina}`)).toEqual([]);
    for (const who of [people.joris, people.gerda, people.yasmina]) expect(await notices(who)).toEqual([]);
    expect((await house.as(carl).get('/v1/notices')).body).not.toHaveProperty('items.0');
  });

  it('while he stands in: it stops today', async () => {
    await cover({ substitute: carla });
    house.clock.moveTo('2027-08-03');
    await leave(carla);
    const [told] = await notices(people.bob);
    expect([told.about, told.dueOn]).toEqual(['2027-08-03', '2027-08-03']);
    expect(told.words).toEqual({
      nl: 'carl werkt niet meer bij Office 90001234. carl verving bob sinds 1 augustus 2027, en zou dat doen tot en met 14 augustus 2027. Dat is gestopt op 3 augustus 2027. Regel een andere vervanger.',
      en: 'carl does not work for Office 90001234 any more. carl stood in for bob since 1 August 2027, and was to do so up to and including 14 August 2027. That stopped on 3 August 2027. Arrange another substitute.',
    });
  });

  it('on the very first day: it stopped, for he could look already', async () => {
    await cover({ substitute: carla });
    house.clock.moveTo('2027-08-01');
    await leave(carla);
    const [told] = await notices(people.bob);
    expect(told.words.nl).toContain('Dat is gestopt op 1 augustus 2027.');
  });

  it('and when Bob leaves, Carl hears that he need not stand in', async () => {
    await cover({ substitute: carla });
    await leave(bob);
    expect((await notices(carl)).map(({ words }: { words: { en: string } }) => words.en)).toEqual([
      'bob does not work for Office 90001234 any more. carl was to stand in for bob from 1 August 2027 up to and including 14 August 2027. That does not take place.',
    ]);
  });
});

describe('The workload of who stands in (R33)', () => {
  it('counts apart whom he has by cover today, and not whom he has himself', async () => {
    await house.world.assign(office, willem, { employee: carla });
    await house.world.assign(office, yasmina, { employee: carla });
    await cover({ substitute: carla });
    await cover({ substitute: carla, absent: anna });
    const ofCarl = async () => {
      const { body } = await house.as(people.anna).get(path('/workload'));
      return body.employees.find(({ employee: id }: { employee: string }) => id === carla);
    };
    expect(await ofCarl()).toMatchObject({ clients: 2, own: 2, byCover: 0 });
    house.clock.moveTo('2027-08-03');
    expect(await ofCarl()).toMatchObject({ clients: 2, own: 2, byCover: 1 });
    await leave(bob);
    expect(await ofCarl()).toMatchObject({ clients: 2, own: 2, byCover: 0 });
  });
});
