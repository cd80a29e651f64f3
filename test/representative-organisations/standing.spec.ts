import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
let office: string;
beforeEach(async () => {
  house = await openHouse();
  office = await house.world.organisation(kvks.vermeer, { standing: 'registered' });
  await house.world.employee(office, 'anna', 'administrator');
});
afterEach(() => house.close());

const path = (rest = '') => `/v1/representative-organisations/${office}${rest}`;
const reason = 'The registration at the chamber of commerce was ended.';

describe('An official decides on the standing of an office', () => {
  it('Olga recognises Vermeer, and from then on citizens find it', async () => {
    expect((await house.as(people.yasmina).get(path())).status).toBe(404);
    const answer = await house.as(people.olga).post(path('/recognition'));
    expect([answer.status, answer.body.standing]).toEqual([200, 'recognised']);
    expect((await house.as(people.yasmina).get(path())).status).toBe(200);
    expect(await linesOf(house, 'organisation.recognise')).toMatchObject([
      { outcome: 'permitted', organisation: office, details: { from: 'registered', to: 'recognised' } },
    ]);
  });

  it('Nobody recognises an office that he registered himself', async () => {
    await house.database.admin.query('UPDATE organisation SET registered_by = $1', ['test:official-olga']);
    const answer = await house.as(people.olga).post(path('/recognition'));
    expect([answer.status, answer.body.code]).toEqual([403, 'own-request']);
    expect(await linesOf(house, 'organisation.recognise')).toMatchObject([
      { outcome: 'refused', reason: 'own-request' },
    ]);
    expect((await house.as(people.otto).post(path('/recognition'))).status).toBe(200);
  });

  it('Suspension needs a reason, which its own people read, and recognition takes it away', async () => {
    const olga = house.as(people.olga);
    const without = await olga.post(path('/suspension'), {});
    expect([without.status, without.body.errors[0].location.pointer]).toEqual([400, '#/reason']);
    expect((await olga.post(path('/suspension'), { reason })).body).toMatchObject({ standing: 'suspended' });
    expect((await house.as(people.anna).get(path())).body.standingReason).toBe(reason);
    expect((await linesOf(house, 'organisation.suspend')).at(-1)).toMatchObject({
      ...{ outcome: 'permitted', organisation: office, details: { to: 'suspended', reason } },
    });
    const again = await olga.post(path('/recognition'));
    expect(again.body).toMatchObject({ standing: 'recognised' });
    expect(again.body.standingReason).toBeUndefined();
  });

  it('A move that is not in the table is refused; repeating one with its key is not', async () => {
    const olga = house.as(people.olga);
    expect((await olga.post(path('/recognition'), undefined, 'key-1')).status).toBe(200);
    expect((await olga.post(path('/recognition'), undefined, 'key-1')).status).toBe(200);
    const again = await olga.post(path('/recognition'));
    expect(again.body).toMatchObject({ status: 409, code: 'move-not-possible', standing: 'recognised' });
  });

  it('A suspended office keeps its own pages, and sees nothing of clients any more', async () => {
    const { world } = house;
    const client = await world.client(bsns.yasmina);
    await world.mandate({ client, organisation: office });
    const [olga, anna] = [house.as(people.olga), house.as(people.anna)];
    await olga.post(path('/recognition'));
    expect((await anna.get(path('/clients'))).body.items).toHaveLength(1);

    await olga.post(path('/suspension'), { reason });
    for (const page of ['', '/employees', '/teams']) expect((await anna.get(path(page))).status).toBe(200);
    const clients = await anna.get(path('/clients'));
    expect([clients.status, clients.body.code]).toEqual([403, 'organisation-suspended']);
    const assigned = await anna.post(path('/assignments'), { client, employee: client });
    expect(assigned.body.code).toBe('organisation-suspended');
  });

  it.each(['yasmina', 'anna', 'nadia', 'tax'] as const)('%s decides nothing of it', async (who) => {
    for (const act of ['/recognition', '/suspension'])
      expect((await house.as(people[who]).post(path(act))).status).toBe(403);
  });

  it('An office that does not exist is not found', async () => {
    office = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
    expect((await house.as(people.olga).post(path('/recognition'))).status).toBe(404);
    expect((await house.as(people.olga).post(path('/suspension'), { reason })).status).toBe(404);
  });
});
