import { type Office } from '../scene.ts';
import { answer, lines, path, period } from './answering.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => {
  office = await house.office();
  house.clock.moveTo('2028-02-10');
});
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

const review = async (mandate: string) =>
  (await house.list(office.anna, `${path}?limit=100`)).items.find((item) => item.mandate === mandate);

describe('Confirming', () => {
  it('says who still needs a mandate and since when, and moves the next review a year on', async () => {
    const mandate = await house.given(office, period);
    expect(await review(mandate)).toMatchObject({ due: true, dueSince: '2028-01-01' });
    const { items } = await answer(house, office.anna, '_confirm', { mandates: [mandate] });
    expect(items).toEqual([{ mandate, outcome: 'done' }]);
    expect(await review(mandate)).toMatchObject({
      ...{ due: false, dueSince: '2029-02-10' },
      confirmed: { at: expect.stringMatching(/^2028-02-10T12:00/), by: { name: 'anna' } },
    });
    house.clock.moveTo('2029-02-10');
    expect(await review(mandate)).toMatchObject({ due: true });
    expect(await lines(house, mandate)).toEqual([
      {
        ...{ action: 'mandate.confirm', outcome: 'permitted', reason: null },
        details: { from: 'active', to: 'active' },
      },
    ]);
  });

  it('on 29 February is due again on 28 February', async () => {
    house.clock.moveTo('2028-02-29');
    const mandate = await house.given(office, period);
    await answer(house, office.anna, '_confirm', { mandates: [mandate] });
    expect(await review(mandate)).toMatchObject({ dueSince: '2029-02-28' });
  });

  it('is noticed once when it is due, and again only after a year', async () => {
    const mandate = await house.given(office, { ...period, until: '2032-01-01' });
    await house.use(mandate, '2028-01-01');
    const due = async () => (await house.kinds(mandate)).filter((kind) => kind === 'review-due').length;
    await house.scan('2027-12-31');
    expect(await due()).toBe(0);
    await house.scan('2028-01-01');
    await house.scan('2028-02-01');
    expect(await due()).toBe(1);
    house.clock.moveTo('2028-02-10');
    await answer(house, office.anna, '_confirm', { mandates: [mandate] });
    await house.scan('2029-02-09');
    expect(await due()).toBe(1);
    await house.scan('2029-02-10');
    expect(await due()).toBe(2);
    expect(await house.kinds(mandate, 'client')).not.toContain('review-due'); // the office's own affair
  });
});

it('The database lets nobody confirm for another, or what is over', async () => {
  const mandate = await house.given(office, period);
  const { anna } = {
    anna: (
      await house.rows<{ id: string }>(
        `SELECT id FROM employee WHERE organisation_id = $1 AND role = 'administrator'`,
        office.id,
      )
    )[0]?.id,
  };
  const attempt = async (by: string, at: string, state: string) => {
    await house.rows(
      'UPDATE mandate SET state = $2, ended_at = $3 WHERE id = $1',
      mandate,
      state,
      state === 'active' ? null : at,
    );
    const client = await house.database.admin.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
      await client.query(
        `SELECT set_config('app.actor', $1, true), set_config('app.now', '2028-02-10T12:00:00Z', true),
                set_config('app.assurance', 'substantial', true)`,
        [`employee:${anna}:${office.id}`],
      );
      await client.query('UPDATE mandate SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1', [
        mandate,
        by,
        at,
      ]);
      return 'allowed';
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };
  const now = '2028-02-10T12:00:00Z';
  expect(await attempt(office.employees.joris, now, 'active')).toBe('23514');
  expect(await attempt(anna ?? '', '2028-02-09T12:00:00Z', 'active')).toBe('23514');
  expect(await attempt(anna ?? '', now, 'revoked')).toBe('23514');
  expect(await attempt(anna ?? '', now, 'active')).toBe('allowed');
});
