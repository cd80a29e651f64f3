import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
let office: string;
let joris: string;
beforeEach(async () => {
  house = await openHouse();
  office = await house.world.organisation(kvks.vermeer);
  await house.world.employee(office, 'anna', 'administrator');
  joris = await house.world.employee(office, 'joris');
});
afterEach(() => house.close());

const path = (rest = '') => `/v1/representative-organisations/${office}${rest}`;
const make = async (name = 'Income tax'): Promise<string> =>
  (await house.as(people.anna).post(path('/teams'), { name })).body.id;
const clients = async (who: keyof typeof people) =>
  (await house.as(people[who]).get(path('/clients'))).body.items as { handled: boolean }[];

describe('Teams', () => {
  it('Anna makes one, puts Joris in it, and everyone of the office sees it', async () => {
    const team = await make();
    const member = path(`/teams/${team}/members/${joris}`);
    expect((await house.as(people.anna).put(member)).status).toBe(204);
    expect((await house.as(people.anna).put(member)).status).toBe(204);
    const { body } = await house.as(people.joris).get(path('/teams'));
    expect(body.items).toEqual([
      { id: team, name: 'Income tax', members: [{ employee: joris, name: 'joris' }] },
    ]);
    expect(await linesOf(house, 'office.manage')).toMatchObject([
      { kind: 'team', object: team, details: { change: 'made' } },
      { kind: 'team', object: team, details: { change: 'joined', employee: joris } },
      { kind: 'team', object: team, details: { change: 'joined', employee: joris } },
    ]);
  });

  it('A name is used once per office, whatever its capitals, until the team is no more', async () => {
    const team = await make();
    const again = await house.as(people.anna).post(path('/teams'), { name: ' income TAX ' });
    expect([again.status, again.body.code]).toEqual([409, 'already-exists']);
    expect((await house.as(people.anna).delete(path(`/teams/${team}`))).status).toBe(200);
    expect(await make()).not.toBe(team);
  });

  it('In the team one sees its clients, out of it no more, and without the team nobody (R33)', async () => {
    const client = await house.world.client(bsns.yasmina);
    await house.world.mandate({ client, organisation: office });
    const anna = house.as(people.anna);
    const team = await make();
    const member = path(`/teams/${team}/members/${joris}`);
    expect((await anna.post(path('/assignments'), { client, team })).status).toBe(201);
    expect(await clients('joris')).toEqual([]);
    await anna.put(member);
    expect(await clients('joris')).toMatchObject([{ client, assignments: [{ team, name: 'Income tax' }] }]);
    expect((await anna.delete(member)).status).toBe(204);
    expect(await clients('joris')).toEqual([]);
    await anna.put(member);
    const dissolved = await anna.delete(path(`/teams/${team}`));
    expect(dissolved.status).toBe(200);
    expect(dissolved.body).toMatchObject({ team, clientsWithoutHandler: [client] }); // whom somebody has to take on
    expect(await clients('joris')).toEqual([]);
    expect(await clients('anna')).toMatchObject([{ client, handled: false, assignments: [] }]);
    expect((await anna.get(path('/teams'))).body.items).toEqual([]);
  });

  it('Unknown, ended and foreign teams and people are not found', async () => {
    const haven = await house.world.organisation(kvks.haven);
    const gerda = await house.world.employee(haven, 'gerda', 'administrator');
    const foreign = await house.world.team(haven, 'Theirs');
    const anna = house.as(people.anna);
    const [team, ended] = [await make(), await make('Ended')];
    await anna.delete(path(`/teams/${ended}`));
    for (const [other, person] of [
      [foreign, joris],
      [ended, joris],
      [office, joris],
      [team, gerda],
      [team, office],
    ])
      expect((await anna.put(path(`/teams/${other}/members/${person}`))).status).toBe(404);
    expect((await anna.delete(path(`/teams/${foreign}`))).status).toBe(404);
    expect((await anna.delete(path(`/teams/${foreign}/members/${gerda}`))).status).toBe(404);
    expect((await anna.put(path(`/teams/x/members/y`))).body.errors).toHaveLength(2);
  });

  it.each(['joris', 'yasmina', 'olga', 'gerda'] as const)('%s changes no team of Vermeer', async (who) => {
    const haven = await house.world.organisation(kvks.haven);
    await house.world.employee(haven, 'gerda', 'administrator');
    const team = await make();
    const person = house.as(people[who]);
    const expected = who === 'gerda' ? 404 : 403;
    expect((await person.post(path('/teams'), { name: 'Mine' })).status).toBe(expected);
    expect((await person.put(path(`/teams/${team}/members/${joris}`))).status).toBe(expected);
    expect((await person.delete(path(`/teams/${team}/members/${joris}`))).status).toBe(expected);
    expect((await person.delete(path(`/teams/${team}`))).status).toBe(expected);
    expect((await person.get(path('/teams'))).status).toBe(who === 'joris' ? 200 : expected);
  });
});
