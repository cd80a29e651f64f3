import { bsns, kvks, people, representative } from '../support/cast.ts';
import { type House, openHouse, type Person } from '../support/house.ts';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const path = '/v1/representative-organisations';
const rubens = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };

describe('How one signs in and what one registers go together', () => {
  it.each([
    ['a person, an office', people.rubenRepresents, { ...rubens, kind: 'guardianship' }, ['#/kind']],
    ['a person, a KvK number', people.rubenRepresents, { ...rubens, kvk: kvks.new }, ['#/kvk']],
    [
      'a person, two names',
      people.rubenRepresents,
      { ...rubens, name: 'The Mayor' },
      ['#/administratorName'],
    ],
    ['an office, a person', people.nadia, rubens, ['#/kind']],
    ['a person, a becon number', people.rubenRepresents, { ...rubens, becon: '123456' }, ['#/becon']],
  ])('%s: refused', async (_, who, wish, places) => {
    const { status, body } = await house.as(who).post(path, wish);
    expect([
      status,
      body.errors.map((each: { location: { pointer: string } }) => each.location.pointer),
    ]).toEqual([400, places]);
  });

  it('a person registers once, and gets his answer again when it was lost', async () => {
    const ruben = house.as(people.rubenRepresents);
    const first = await ruben.post(path, rubens, 'one-key');
    expect(await ruben.post(path, rubens, 'one-key').then(({ body }) => body)).toEqual(first.body);
    expect((await ruben.post(path, { ...rubens, name: 'Ruud' })).status).toBe(409);
    const both = await Promise.all([1, 2].map(() => house.as(representative(bsns.sanne)).post(path, rubens)));
    expect(both.map(({ status }) => status).filter((status) => status === 201).length).toBeGreaterThan(0);
    const { rows } = await house.database.admin.query('SELECT FROM organisation WHERE person IS NOT NULL');
    expect(rows).toHaveLength(2);
  });

  it('at low assurance, with another capacity, or by other means, nobody represents anyone (R5)', async () => {
    const low = await house.as(representative(bsns.ruben, 'low')).post(path, rubens);
    expect([low.status, low.body.neededAssurance]).toEqual([403, 'substantial']);
    for (const odd of [
      { ...people.ruben, capacity: 'judge' },
      { ...people.ruben, capacity: true },
      { ...people.nadia, capacity: 'representative' },
      { ...people.olga, capacity: 'representative' },
    ])
      expect((await house.as(odd).get('/v1/me')).status).toBe(401);
  });

  it('and only officials find a person by name; who was given his id finds him, once he is recognised', async () => {
    const { id } = (await house.as(people.rubenRepresents).post(path, rubens)).body as { id: string };
    await house.as(people.olga).post(`${path}/${id}/recognition`);
    const found = async (who: Person) => (await who.get(`${path}?name=ruben`)).body.items.length as number;
    expect(await found(house.as(people.olga))).toBe(1);
    for (const who of [people.yasmina, people.rubenRepresents, people.nadia, people.tax])
      expect(await found(house.as(who))).toBe(0);
    expect((await house.as(people.yasmina).get(`${path}/${id}`)).body).toMatchObject({ kind: 'individual' });
    await house.as(people.olga).post(`${path}/${id}/suspension`, { reason: 'Under investigation.' });
    expect((await house.as(people.yasmina).get(`${path}/${id}`)).status).toBe(404);
  });

  it('a person accepts no invitation of an office: he would have to sign in for it', async () => {
    const answer = await house.as(people.rubenRepresents).post('/v1/employments', { code: 'ABCDE-FGHJK' });
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong-code']);
  });
});
