import { employee, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
let office: string;
let anna: string;
beforeEach(async () => {
  house = await openHouse();
  office = await house.world.organisation(kvks.vermeer);
  anna = await house.world.employee(office, 'anna', 'administrator');
  await house.world.employee(office, 'tim', 'administrator');
});
afterEach(() => house.close());

const tim = employee('tim', kvks.vermeer);
const path = () => `/v1/representative-organisations/${office}`;
const wish = { name: 'Xavier', role: 'administrator' };

describe('A repeated request (R13)', () => {
  it('gets the kept answer while the same may still be done', async () => {
    const first = await house.as(people.anna).post(`${path()}/employees`, wish, 'one-key');
    const again = await house.as(people.anna).post(`${path()}/employees`, wish, 'one-key');
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const { rows } = await house.database.admin.query(`SELECT FROM employee WHERE name = 'Xavier'`);
    expect(rows).toHaveLength(1);
  });

  it('gets nothing once Anna may no longer do it: no code for who is no administrator', async () => {
    await house.as(people.anna).post(`${path()}/employees`, wish, 'one-key');
    await house.as(tim).put(`${path()}/employees/${anna}/role`, { role: 'reader' });
    const again = await house.as(people.anna).post(`${path()}/employees`, wish, 'one-key');
    expect([again.status, again.body.code]).toEqual([403, 'role-too-small']);
    expect(again.text).not.toContain('invitationCode');
  });

  it('is one thing, doing the same twice another: that is refused, and on the record with why', async () => {
    await house.as(people.anna).post(`${path()}/teams`, { name: 'North' });
    const twin = await house.as(people.anna).post(`${path()}/teams`, { name: 'North' });
    expect([twin.status, twin.body.code]).toEqual([409, 'already-exists']);
    const { rows } = await house.database.admin.query(
      `SELECT outcome, reason FROM trail WHERE action = 'office.manage' ORDER BY position`,
    );
    expect(rows).toEqual([
      { outcome: 'permitted', reason: null },
      { outcome: 'refused', reason: 'already-exists' },
    ]);
  });
});
