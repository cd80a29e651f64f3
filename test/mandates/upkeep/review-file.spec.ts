import { employee } from '../../support/cast.ts';
import type { Office } from '../scene.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => void (office = await house.office()));
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

const path = '/v1/mandate-reviews';
const period = { from: '2027-01-01', until: '2031-01-01' };
describe('The yearly list as a file', () => {
  const file = async (query = '', language = 'nl', who = office.anna) => {
    const answer = await house
      .as(who)
      .get(`${path}/_export${query}`)
      .set('Accept-Language', language)
      .responseType('text');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    return String(answer.body).split('\r\n').filter(Boolean);
  };

  it('has a row for each mandate, with days as people count them, and calculates nothing of what people wrote', async () => {
    const client = await house.newClient();
    const mandate = await house.given(office, { ...period, client });
    await house.rows(`UPDATE client SET name = '=cmd|''x''' WHERE id = $1`, client);
    await house.rows(`UPDATE mandate SET reference = '@SUM(1;2)' WHERE id = $1`, mandate);
    await house.use(mandate, '2028-02-03');
    house.clock.moveTo('2028-02-10');
    const [head, ...rows] = await file();
    expect(head).toMatch(/^\ufeffMachtiging;Cliënt;Referentie;/);
    expect(rows).toEqual([
      `${mandate};"'=cmd|'x'";"'@SUM(1;2)";Afnemer 1000 (financieel);2027-01-01;2030-12-31;2028-02-03;1;;;2028-01-01;ja`,
    ]);
    expect((await file('', 'en'))[0]).toMatch(/^\ufeffAuthorisation;Client;/);
    expect(await file('?due=false')).toHaveLength(1);
  });

  it('holds only what the list shows (R34)', async () => {
    house.clock.moveTo('2027-06-01');
    const client = await house.newClient();
    await house.given(office, period);
    await house.given(office, { ...period, client });
    await house.world.assign(office.id, client, { employee: office.employees.joris });
    expect(await file('', 'nl', office.joris)).toHaveLength(2);
    expect(await file('', 'nl', office.anna)).toHaveLength(3);
    expect((await house.as(employee('nobody', office.kvk)).get(`${path}/_export`)).status).toBe(403);
  });
});
