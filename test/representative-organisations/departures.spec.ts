import { bsns, employee, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
let office: string;
let [anna, bob, joris] = ['', '', ''];
beforeEach(async () => {
  house = await openHouse();
  office = await house.world.organisation(kvks.vermeer);
  anna = await house.world.employee(office, 'anna', 'administrator');
  bob = await house.world.employee(office, 'bob', 'administrator');
  joris = await house.world.employee(office, 'joris');
});
afterEach(() => house.close());

const path = (rest = '') => `/v1/representative-organisations/${office}${rest}`;
const leave = (by: keyof typeof people, who: string) =>
  house.as(people[by]).post(path(`/employees/${who}/departure`));
const role = (by: keyof typeof people, who: string, to: string) =>
  house.as(people[by]).put(path(`/employees/${who}/role`), { role: to });

describe('Someone leaves the office (R33)', () => {
  it('Joris has nothing any more at his very next request, and is told so', async () => {
    expect((await house.as(people.joris).get(path('/employees'))).status).toBe(200);
    const answer = await leave('anna', joris);
    expect([answer.status, answer.body.employee]).toEqual([200, joris]);
    for (const page of ['/v1/me', path(), path('/employees'), path('/clients')]) {
      const refused = await house.as(people.joris).get(page);
      expect([refused.status, refused.body.code]).toEqual([403, 'employment-ended']);
      expect(refused.body.detail).toContain('You do not work for this office today');
    }
    expect((await linesOf(house, 'office.manage')).at(-1)).toMatchObject({
      ...{ kind: 'employee', object: joris, organisation: office },
      details: { change: 'left', clientsWithoutHandler: 0 },
    });
  });

  it('The office sees whom nobody handles any more: not those whom a colleague or his team still handles', async () => {
    const { world } = house;
    const [alone, shared, inTeam, soloTeam] = await Promise.all(
      [bsns.yasmina, bsns.pieter, bsns.willem, bsns.sanne].map((bsn) => world.client(bsn)),
    );
    const ended = await world.client(bsns.henk);
    for (const client of [alone, shared, inTeam, soloTeam])
      await world.mandate({ client: client ?? '', organisation: office });
    await world.mandate({ client: ended, organisation: office, state: 'revoked' });
    const team = await world.team(office, 'Both', [joris, bob]);
    const solo = await world.team(office, 'Solo', [joris]);
    for (const client of [alone, shared, ended])
      await world.assign(office, client ?? '', { employee: joris });
    await world.assign(office, shared ?? '', { employee: bob });
    await world.assign(office, inTeam ?? '', { team });
    await world.assign(office, soloTeam ?? '', { team: solo });

    const answer = await leave('anna', joris);
    expect(answer.body.clientsWithoutHandler).toEqual([alone, soloTeam].sort());
    const { body } = await house.as(people.anna).get(path('/clients?withoutHandler=true'));
    expect(body.items.map(({ client }: { client: string }) => client)).toEqual([alone, soloTeam].sort());
    const teams = await house.as(people.anna).get(path('/teams'));
    const members = teams.body.items.map((each: { members: { employee: string }[] }) => each.members);
    expect(members.flat()).toMatchObject([{ employee: bob }]);
  });

  it('A suspended office still lets someone go, and hears nothing of clients', async () => {
    const client = await house.world.client(bsns.yasmina);
    await house.world.mandate({ client, organisation: office });
    await house.world.assign(office, client, { employee: joris });
    await house.database.admin.query(`UPDATE organisation SET standing = 'suspended'`);
    const answer = await leave('anna', joris);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('clientsWithoutHandler');
  });

  it('Who left can come back with a new code, as someone new', async () => {
    await leave('anna', joris);
    expect((await leave('anna', joris)).body).toMatchObject({ code: 'move-not-possible', state: 'left' });
    expect((await role('anna', joris, 'reader')).body.code).toBe('move-not-possible');
    const { body } = await house
      .as(people.anna)
      .post(path('/employees'), { name: 'Joris van Dam', role: 'reader' });
    const back = await house.as(people.joris).post('/v1/employments', { code: body.invitationCode });
    expect([back.status, back.body.employee]).toEqual([201, body.id]);
    expect(body.id).not.toBe(joris);
    expect((await house.as(people.joris).get('/v1/me')).body.employee).toBe(body.id);
  });

  it('Whose term ran out can come back too', async () => {
    await house.database.admin.query('UPDATE employee SET until_day = $2 WHERE id = $1', [
      joris,
      '2026-01-01',
    ]);
    const { body } = await house.as(people.anna).post(path('/employees'), { name: 'Joris', role: 'reader' });
    expect((await house.as(people.joris).post('/v1/employments', { code: body.invitationCode })).status).toBe(
      201,
    );
    expect((await house.as(people.joris).get(path('/employees'))).status).toBe(200);
  });

  it('An employee of another office, or of none, is not found', async () => {
    const haven = await house.world.organisation(kvks.haven);
    const gerda = await house.world.employee(haven, 'gerda', 'administrator');
    expect((await leave('anna', gerda)).status).toBe(404);
    expect((await leave('anna', office)).status).toBe(404);
    expect((await role('anna', gerda, 'reader')).status).toBe(404);
  });
});

describe('The last administrator stays (R33)', () => {
  const administrators = async () =>
    (
      await house.database.admin.query(
        `SELECT 1 FROM employee WHERE role = 'administrator' AND ended_at IS NULL AND subject IS NOT NULL`,
      )
    ).rows.length;

  it('He is neither removed nor demoted; with another administrator he may go', async () => {
    expect((await role('anna', bob, 'handler')).status).toBe(204);
    for (const refused of [await leave('anna', anna), await role('anna', anna, 'reader')])
      expect([refused.status, refused.body.code]).toEqual([409, 'last-administrator']);
    expect((await role('anna', joris, 'administrator')).status).toBe(204);
    expect((await linesOf(house, 'office.manage')).at(-1)).toMatchObject({
      object: joris,
      details: { change: 'role', from: 'handler', to: 'administrator' },
    });
    expect((await leave('anna', anna)).status).toBe(200);
    expect((await house.as(people.anna).get('/v1/me')).body.code).toBe('employment-ended');
    expect((await house.as(people.joris).get(path('/employees'))).status).toBe(200);
  });

  it('One who did not accept yet, or whose end is set, does not count', async () => {
    await leave('anna', bob);
    const invite = (more: object) =>
      house.as(people.anna).post(path('/employees'), { name: 'Tim', role: 'administrator', ...more });
    await invite({});
    expect((await leave('anna', anna)).body.code).toBe('last-administrator');
    const { body } = await invite({ until: house.world.day(100) });
    const tim = employee('tim', kvks.vermeer);
    await house.as(tim).post('/v1/employments', { code: body.invitationCode });
    expect((await leave('anna', anna)).body.code).toBe('last-administrator');
  });

  it.each([
    ['remove each other', () => [leave('anna', bob), leave('bob', anna)]],
    ['both leave', () => [leave('anna', anna), leave('bob', bob)]],
    ['demote each other', () => [role('anna', bob, 'reader'), role('bob', anna, 'reader')]],
    ['go, one by leaving and one by stepping back', () => [leave('anna', anna), role('bob', bob, 'reader')]],
  ])('Anna and Bob %s at the same moment: one administrator is left', async (_, both) => {
    const answers = await Promise.all(both());
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const refused = answers.find(({ status }) => status >= 300);
    expect(['last-administrator', 'employment-ended', 'role-too-small']).toContain(refused?.body.code);
    expect(await administrators()).toBe(1);
  });
});

describe('Someone who works for two offices', () => {
  it('is two employees, and never mixes them', async () => {
    const { world } = house;
    const haven = await world.organisation(kvks.haven);
    const karim = { ...employee('karim', kvks.vermeer), sub: 'eh-karim' };
    const atHaven = { ...karim, kvk: kvks.haven };
    await world.employee(office, 'karim', 'handler', { subject: 'test:eh-karim' });
    const second = await world.employee(haven, 'karim', 'handler', { subject: 'test:eh-karim' });
    const [hers, his] = [await world.client(bsns.yasmina), await world.client(bsns.pieter)];
    await world.mandate({ client: hers, organisation: office });
    await world.mandate({ client: his, organisation: haven });
    await world.assign(haven, his, { employee: second });

    const clientsOf = async (claims: typeof karim, organisation: string) => {
      const { status, body } = await house
        .as(claims)
        .get(`/v1/representative-organisations/${organisation}/clients`);
      return status === 200 ? body.items.map(({ client }: { client: string }) => client) : status;
    };
    expect(await clientsOf(karim, office)).toEqual([]);
    expect(await clientsOf(karim, haven)).toBe(404);
    expect(await clientsOf(atHaven, haven)).toEqual([his]);
    expect(await clientsOf(atHaven, office)).toBe(404);

    const first = (await house.as(karim).get('/v1/me')).body.employee;
    expect((await leave('anna', first)).status).toBe(200);
    expect((await house.as(karim).get('/v1/me')).body.code).toBe('employment-ended');
    expect(await clientsOf(atHaven, haven)).toEqual([his]);
  });
});
