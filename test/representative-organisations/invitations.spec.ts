import { employee, kvks, people } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
let office: string;
let anna = '';
beforeEach(async () => {
  house = await openHouse();
  office = await house.world.organisation(kvks.vermeer);
  anna = await house.world.employee(office, 'anna', 'administrator');
  await house.world.employee(office, 'bob', 'administrator');
});
afterEach(() => house.close());

const path = (rest = '') => `/v1/representative-organisations/${office}${rest}`;
const leave = (by: keyof typeof people, who: string) =>
  house.as(people[by]).post(path(`/employees/${who}/departure`));
const role = (by: keyof typeof people, who: string, to: string) =>
  house.as(people[by]).put(path(`/employees/${who}/role`), { role: to });

describe('The invitations of an administrator end with him (R33)', () => {
  const backdoor = employee('backdoor', kvks.vermeer);
  const invite = async (by: keyof typeof people, as = 'administrator') =>
    (await house.as(people[by]).post(path('/employees'), { name: 'Backdoor', role: as })).body;
  const accept = (who: Claims, code: string) => house.as(who).post('/v1/employments', { code });
  const stateOf = async (id: string) =>
    (await house.as(people.bob).get(path('/employees'))).body.items.find(
      (each: { id: string }) => each.id === id,
    ).state;

  it('Anna, who left, does not come back by a code that she made; the office hears which ended', async () => {
    const [open, kept] = [await invite('anna'), await invite('bob')];
    const taken = await invite('anna', 'reader');
    await accept(employee('tim', kvks.vermeer), taken.invitationCode);
    const answer = await leave('bob', anna);
    expect([answer.status, answer.body.invitationsEnded]).toEqual([200, [open.id]]);
    expect((await linesOf(house, 'office.manage')).at(-1)?.details).toMatchObject({
      ...{ change: 'left', invitationsEnded: 1 },
    });
    for (const who of [people.anna, backdoor]) {
      const refused = await accept(who, open.invitationCode);
      expect([refused.status, refused.body.code]).toEqual([409, 'wrong-code']);
    }
    expect(await stateOf(open.id)).toBe('left');
    expect(await stateOf(taken.id)).toBe('working');
    expect((await house.as(people.anna).get('/v1/me')).body.code).toBe('employment-ended');
    expect((await accept(backdoor, kept.invitationCode)).status).toBe(201);
  });

  it('A demotion ends them too, also for who becomes administrator again', async () => {
    const open = await invite('anna');
    expect((await role('bob', anna, 'reader')).status).toBe(204);
    expect((await linesOf(house, 'office.manage')).at(-1)?.details).toMatchObject({ invitationsEnded: 1 });
    expect((await role('bob', anna, 'administrator')).status).toBe(204);
    expect((await accept(backdoor, open.invitationCode)).body.code).toBe('wrong-code');
    expect(await stateOf(open.id)).toBe('left');
  });

  it.each([
    ['whose last day came', 'until_day = current_date - 1'],
    ['who left without anyone looking at her invitations', 'ended_at = now()'],
    ['who is a reader by now', `role = 'reader'`],
  ])('A code of an administrator %s is worth nothing', async (_, change) => {
    const open = await invite('anna');
    await house.database.admin.query(`UPDATE employee SET ${change} WHERE id = $1`, [anna]);
    for (const who of [backdoor, people.anna])
      expect((await accept(who, open.invitationCode)).body.code).toBe('wrong-code');
  });

  it('Nobody accepts an invitation that he made himself', async () => {
    const open = await invite('anna');
    const refused = await accept(people.anna, open.invitationCode);
    expect([refused.status, refused.body.code]).toEqual([409, 'wrong-code']);
    expect(await stateOf(open.id)).toBe('invited');
    expect((await accept(backdoor, open.invitationCode)).status).toBe(201);
  });

  it('Who accepted in time still hears so again when the one who invited him has left', async () => {
    const open = await invite('anna', 'reader');
    const first = await accept(backdoor, open.invitationCode);
    expect((await leave('bob', anna)).body.invitationsEnded).toEqual([]);
    const again = await accept(backdoor, open.invitationCode);
    expect([again.status, again.body]).toEqual([201, first.body]);
  });
});
