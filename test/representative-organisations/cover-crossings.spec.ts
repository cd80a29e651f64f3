import { employee, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

const carl = employee('carl', kvks.vermeer);

let house: House;
let [office, bob, joris, carla] = ['', '', '', ''];
beforeEach(async () => {
  house = await openHouse();
  const { world } = house;
  office = await world.organisation(kvks.vermeer);
  await world.employee(office, 'anna', 'administrator');
  [bob, joris, carla] = [
    await world.employee(office, 'bob'),
    await world.employee(office, 'joris'),
    await world.employee(office, 'carl'),
  ];
});
afterEach(() => house.close());

const path = (rest: string) => `/v1/representative-organisations/${office}${rest}`;
const [from, until] = ['2027-01-01', '2027-01-11']; // 1 to 10 January
const arrange = (absent: string, substitute: string, more: object = {}) =>
  house.as(people.anna).post(path('/covers'), { absent, substitute, from, until, ...more });
const cannotOf = async (absent: string, substitute: string, more: object = {}) => {
  const wish = { absent, substitute, from, until, ...more };
  return (await house.as(people.anna).post(path('/covers/_preview'), wish)).body.cannot;
};

describe('Who is to stand in is away himself (R33)', () => {
  it('Joris, with Carl for him: who has him stand in for Bob reads who is away and when, before and after', async () => {
    const { body: other } = await arrange(joris, carla, { from: '2027-01-05', until: '2027-02-01' });
    const said = {
      what: 'substitute-away',
      cover: other.id,
      sentence: {
        nl: 'joris is zelf afwezig van 5 januari 2027 tot en met 10 januari 2027, met carl als vervanger. Een vervanging gaat niet door naar een volgende collega.',
        en: 'joris is away from 5 January 2027 up to and including 10 January 2027, with carl as substitute. A cover is not passed on to a next colleague.',
      },
    };
    expect(await cannotOf(bob, joris)).toEqual([said]);
    const arranged = await arrange(bob, joris);
    expect([arranged.status, arranged.body.gives.cannot]).toEqual([201, [said]]);
  });

  it('Joris stands in for Bob: who has Carl stand in for Joris reads that Bob is not passed on', async () => {
    const { body: other } = await arrange(bob, joris);
    expect(await cannotOf(joris, carla)).toEqual([
      {
        what: 'absent-stands-in',
        cover: other.id,
        sentence: {
          nl: 'joris vervangt zelf bob van 1 januari 2027 tot en met 10 januari 2027. Die vervanging gaat niet door naar een volgende collega.',
          en: 'joris stands in for bob from 1 January 2027 up to and including 10 January 2027. That cover is not passed on to a next colleague.',
        },
      },
    ]);
  });

  it('Bob and Joris for each other: it is said once', async () => {
    await arrange(bob, joris);
    expect((await cannotOf(joris, bob)).map(({ what }: { what: string }) => what)).toEqual([
      'substitute-away',
    ]);
  });

  it('but nothing is said of other days, of a cover that was ended, of one that lapsed, or of other people', async () => {
    await arrange(joris, carla, { from: until, until: '2027-02-01' });
    const { body: ended } = await arrange(joris, carla);
    await house.as(people.anna).post(path(`/covers/${ended.id}/end`));
    await arrange(carla, joris);
    await arrange(carla, bob, { from: '2027-01-02' });
    expect(await cannotOf(bob, joris, { until: '2027-01-02' })).toEqual([]);
    await arrange(joris, carla);
    expect(await cannotOf(bob, joris, { until: '2027-01-02' })).toHaveLength(1);
    await house.as(people.anna).post(path(`/employees/${carla}/departure`));
    expect(await cannotOf(bob, joris)).toEqual([]);
    expect((await house.as(carl).get(path('/covers'))).status).toBe(403);
  });
});
