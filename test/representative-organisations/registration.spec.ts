import { kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const path = '/v1/representative-organisations';
const nadias = { name: 'Groen & Zn.', kind: 'accountancy', administratorName: 'Nadia Groen' };

describe('A newcomer registers the office of her KvK number', () => {
  it('Nadia registers, is its first administrator at once, and may not act for anyone yet', async () => {
    const nadia = house.as(people.nadia);
    const answer = await nadia.post(path, { ...nadias, becon: '12345' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      kvk: kvks.new,
      name: 'Groen & Zn.',
      becon: '012345',
      standing: 'registered',
    });
    expect(answer.body.standingReason).toBeUndefined();

    expect((await nadia.get('/v1/me')).body).toMatchObject({
      kind: 'employee',
      organisation: answer.body.id,
    });
    const { body } = await nadia.get(`${path}/${answer.body.id}/employees`);
    expect(body.items).toMatchObject([{ name: 'Nadia Groen', role: 'administrator', state: 'working' }]);
    const clients = await nadia.get(`${path}/${answer.body.id}/clients`);
    expect([clients.status, clients.body.code]).toEqual([403, 'organisation-not-recognised']);
    expect(await linesOf(house, 'organisation.register')).toMatchObject([
      { outcome: 'permitted', organisation: answer.body.id, kind: 'organisation', object: answer.body.id },
    ]);
  });

  it('takes the KvK number from the sign-in, and refuses another one in the body (R1)', async () => {
    const nadia = house.as(people.nadia);
    const other = await nadia.post(path, { ...nadias, kvk: kvks.vermeer });
    expect(other.status).toBe(400);
    expect(other.body.errors).toMatchObject([{ location: { pointer: '#/kvk' }, code: 'not-yours' }]);
    expect(other.text).not.toContain(kvks.vermeer);
    expect((await nadia.post(path, { ...nadias, kvk: kvks.new })).status).toBe(201);
  });

  it('lets only an accountancy firm name a becon number, and none of them has to', async () => {
    const nadia = house.as(people.nadia);
    const wrong = await nadia.post(path, { ...nadias, kind: 'guardianship', becon: '123456' });
    expect([wrong.status, wrong.body.errors[0].location.pointer]).toEqual([400, '#/becon']);
    expect((await nadia.post(path, nadias)).body.becon).toBeUndefined();
  });

  it('names every wrong field at once', async () => {
    const { status, body } = await house.as(people.nadia).post(path, { kind: 'bank', becon: '1', extra: 1 });
    expect(status).toBe(400);
    expect(
      body.errors.map((each: { location: { pointer: string } }) => each.location.pointer).sort(),
    ).toEqual(['#/administratorName', '#/becon', '#/extra', '#/kind', '#/name']);
  });

  it('tells who comes second only to ask an administrator, and nothing of the office', async () => {
    await house.world.organisation(kvks.new, { name: 'Secret name' });
    const answer = await house.as(people.nadia).post(path, nadias);
    expect([answer.status, answer.body.code]).toEqual([409, 'already-exists']);
    expect(answer.body.detail).toContain('Ask an administrator');
    expect(answer.text).not.toContain('Secret');
  });

  it('of two colleagues who register at once, one succeeds', async () => {
    const other = { ...people.nadia, sub: 'eh-90009999-other' };
    const answers = await Promise.all([
      house.as(people.nadia).post(path, nadias),
      house.as(other).post(path, nadias),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { rows } = await house.database.admin.query('SELECT 1 FROM employee');
    expect(rows).toHaveLength(1);
  });

  it('gives Nadia her answer again when it was lost, though she is an employee by then', async () => {
    const first = await house.as(people.nadia).post(path, nadias, 'one-key');
    const again = await house.as(people.nadia).post(path, nadias, 'one-key');
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await house.as(people.nadia).post(path, { ...nadias, name: 'Another name' });
    expect([other.status, other.body.code]).toEqual([409, 'already-exists']);
  });

  it.each(['yasmina', 'olga', 'tax', 'system'] as const)('refuses %s, who is no newcomer', async (who) => {
    const answer = await house.as(people[who]).post(path, nadias);
    expect([answer.status, answer.body.code]).toEqual([403, 'wrong-kind-of-actor']);
  });

  it('refuses Anna, who works for a registered office, and Nadia at low assurance (R5)', async () => {
    const vermeer = await house.world.organisation(kvks.vermeer);
    await house.world.employee(vermeer, 'anna', 'administrator');
    expect((await house.as(people.anna).post(path, nadias)).status).toBe(409);
    const low = { ...people.nadia, acr: 'http://eidas.europa.eu/LoA/low' };
    const answer = await house.as(low).post(path, nadias);
    expect([answer.status, answer.body.neededAssurance]).toEqual([403, 'substantial']);
  });
});
