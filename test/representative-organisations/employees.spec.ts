import { employee, kvks, people } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';
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

const path = (rest = '') => `/v1/representative-organisations/${office}/employees${rest}`;
const tim = employee('tim', kvks.vermeer);
const invite = async (more: object = {}) =>
  (await house.as(people.anna).post(path(), { name: 'Tim Post', role: 'reader', ...more })).body;
const accept = (who: Claims, code: string) => house.as(who).post('/v1/employments', { code });

describe('An administrator invites, and the invited one accepts', () => {
  it('Tim works at Vermeer from the moment that he uses his code, which works once', async () => {
    const invited = await invite();
    expect(invited).toMatchObject({ name: 'Tim Post', role: 'reader', state: 'invited' });
    expect(invited.from).toBe(house.world.day(0));
    const answer = await accept(tim, invited.invitationCode.toLowerCase().replaceAll('-', ' '));
    expect([answer.status, answer.body]).toMatchObject([201, { employee: invited.id, organisation: office }]);
    expect((await house.as(tim).get('/v1/me')).body).toMatchObject({
      kind: 'employee',
      employee: invited.id,
    });
    const { body } = await house.as(tim).get(path());
    expect(body.items[0]).toMatchObject({ name: 'Tim Post', state: 'working' });

    const other = await accept(employee('eve', kvks.vermeer), invited.invitationCode);
    expect([other.status, other.body.code]).toEqual([409, 'wrong-code']);
    expect((await linesOf(house, 'office.manage'))[0]).toMatchObject({
      ...{ organisation: office, kind: 'employee', object: invited.id },
      details: { change: 'invited', role: 'reader' },
    });
    expect(await linesOf(house, 'employment.accept')).toMatchObject([
      { organisation: office, object: invited.id, details: { codeAccepted: true, role: 'reader' } },
      { organisation: office, details: { codeAccepted: false } },
    ]);
  });

  it('Tim hears the same again when he repeats his acceptance, though he is an employee now', async () => {
    const { invitationCode } = await invite();
    const first = await accept(tim, invitationCode);
    const again = await accept(tim, invitationCode);
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('The code is nowhere but in the answer, which a repeat with the same key gives again (R10)', async () => {
    const anna = house.as(people.anna);
    const wish = { name: 'Tim Post', role: 'reader' };
    const first = await anna.post(path(), wish, 'key-1');
    expect((await anna.post(path(), wish, 'key-1')).body).toEqual(first.body);
    const { rows } = await house.database.admin.query<{ row: string }>(
      'SELECT e::text AS row FROM employee e UNION ALL SELECT t::text FROM trail t UNION ALL SELECT a::text FROM answer a',
    );
    const code: string = first.body.invitationCode;
    for (const { row } of rows) expect(row.replaceAll('-', '')).not.toContain(code.replaceAll('-', ''));
    expect(rows.filter(({ row }) => row.includes('Tim Post'))).toHaveLength(1);
  });

  it('The code expires after fourteen days', async () => {
    const { invitationCode, id } = await invite();
    house.clock.moveTo(house.world.day(15));
    expect((await accept(tim, invitationCode)).body.code).toBe('wrong-code');
    const { body } = await house.as(people.anna).get(path());
    expect(body.items.find((each: { id: string }) => each.id === id).state).toBe('invitation-expired');
    house.clock.moveTo(house.world.day(13));
    expect((await accept(tim, invitationCode)).status).toBe(201);
  });

  it('The code is worth nothing to who signs in for another office, nor once it was taken back', async () => {
    const { invitationCode, id } = await invite();
    await house.world.organisation(kvks.haven);
    expect((await accept(people.gerda, invitationCode)).body.code).toBe('wrong-code');
    expect((await accept(people.nadia, invitationCode)).body.code).toBe('wrong-code'); // no office at all
    await house.as(people.anna).post(path(`/${id}/departure`));
    expect((await accept(tim, invitationCode)).body.code).toBe('wrong-code');
  });

  it('After ten wrong codes in an hour the eleventh is not even tried', async () => {
    house.clock.moveTo(house.world.day(1)); // noon: the hour does not turn under the test
    const { invitationCode } = await invite();
    const before = await Promise.all(Array.from({ length: 10 }, () => accept(tim, 'AAAAA-AAAAA')));
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set([409]));
    const after = await accept(tim, invitationCode);
    expect([after.status, after.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(after.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('Of two people who use one code at once, one gets the employment', async () => {
    const { invitationCode } = await invite();
    const answers = await Promise.all([
      accept(tim, invitationCode),
      accept(employee('eve', kvks.vermeer), invitationCode),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('Who works here already cannot take up a second employment here', async () => {
    const { invitationCode } = await invite();
    const answer = await accept(people.joris, invitationCode);
    expect([answer.status, answer.body.code]).toEqual([409, 'already-exists']);
  });

  it('Who starts later has nothing before his first day, and who has an end has nothing from it (R33)', async () => {
    const [from, until] = [house.world.day(3), house.world.day(10)];
    const { invitationCode } = await invite({ from, until });
    await accept(tim, invitationCode);
    const see = async () => (await house.as(tim).get(path())).body.code;
    expect(await see()).toBe('employment-ended');
    house.clock.moveTo(from);
    expect(await see()).toBeUndefined();
    house.clock.moveTo(until);
    expect(await see()).toBe('employment-ended');
  });

  it('An employment that would be over before it starts is a fault', async () => {
    const wrong = await house
      .as(people.anna)
      .post(path(), { name: 'Tim', role: 'reader', from: '2027-01-02', until: '2027-01-02' });
    expect([wrong.status, wrong.body.errors[0].location.pointer]).toEqual([400, '#/until']);
  });
});

describe('Only administrators run the office', () => {
  it.each(['joris', 'yasmina', 'olga', 'tax', 'nadia', 'gerda'] as const)('not %s', async (who) => {
    const haven = await house.world.organisation(kvks.haven);
    await house.world.employee(haven, 'gerda', 'administrator');
    const person = house.as(people[who]);
    const expected = who === 'gerda' ? 404 : 403;
    expect((await person.post(path(), { name: 'X', role: 'reader' })).status).toBe(expected);
    expect((await person.put(path(`/${joris}/role`), { role: 'administrator' })).status).toBe(expected);
    expect((await person.post(path(`/${joris}/departure`))).status).toBe(expected);
    expect((await person.get(path())).status).toBe(who === 'joris' ? 200 : expected);
    const { rows } = await house.database.admin.query('SELECT role, ended_at FROM employee WHERE id = $1', [
      joris,
    ]);
    expect(rows).toEqual([{ role: 'handler', ended_at: null }]);
  });

  it('Joris is told why: his role is too small, and the refusal is on the record', async () => {
    const answer = await house.as(people.joris).post(path(), { name: 'X', role: 'reader' });
    expect(answer.body).toMatchObject({ code: 'role-too-small' });
    expect(await linesOf(house, 'office.manage')).toMatchObject([
      { outcome: 'refused', reason: 'role-too-small', organisation: office },
    ]);
  });
});
