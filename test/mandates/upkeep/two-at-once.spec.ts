import { buildApp } from '../../../src/app.setup.ts';
import { WatchService } from '../../../src/mandates/upkeep/watch.service.ts';
import { NoticeStore } from '../../../src/mandates/upkeep/notice.store.ts';
import { CONFIG, type Config } from '../../../src/platform/config.ts';
import { makeLog } from '../../../src/platform/logging.ts';
import type { Office } from '../scene.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => {
  office = await house.office();
  await house.rows('DELETE FROM mandate_scan');
});
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

/** So many mandates that end on the first day of a year; every third could be used two years ago and never was. */
async function many(count: number, year: number): Promise<void> {
  await house.rows(
    `WITH people AS (
       INSERT INTO client (id, bsn_index, bsn_sealed, since)
       SELECT gen_random_uuid(), gen_random_uuid(), 'x', now() FROM generate_series(1, $1) RETURNING id)
     INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, offered_at,
                          activated_at)
     SELECT gen_random_uuid(), id, $2, 'active', make_date($3 - 4, 1, 1), make_date($3, 1, 1), '2020-01-01',
            '2020-01-01', '2020-01-01', make_date($3 - 4, 1, 1) FROM people`,
    ...[count, office.id, year],
  );
}
const made = async () =>
  Object.fromEntries(
    (
      await house.rows<{ kind: string; count: number }>(
        'SELECT kind, count(*)::int FROM notice WHERE organisation_id = $1 GROUP BY kind',
        office.id,
      )
    ).map(({ kind, count }) => [kind, count]),
  );
const ended = async () =>
  (await house.rows(`SELECT id FROM mandate WHERE organisation_id = $1 AND end_reason = 'unused'`, office.id))
    .length;

describe('Exactly once', () => {
  it('with two processes that scan at the same time: each notice once, each mandate ended once', async () => {
    await many(4500, 2031);
    const second = await buildApp(house.app.get<Config>(CONFIG), makeLog('silent'), house.clock);
    try {
      const both = () => Promise.all([house.app, second].map((process) => process.get(WatchService).scan()));
      house.clock.moveTo('2028-12-01');
      const first = await both();
      expect(first.reduce((sum, { notices }) => sum + notices, 0)).toBe(3 * 4500);
      expect(first.reduce((sum, { seen }) => sum + seen, 0)).toBe(4500); // nobody looked twice
      expect(await made()).toEqual({ 'unused-warning': 9000, 'review-due': 4500 });
      house.clock.moveTo('2029-01-01');
      const then = await both();
      expect(then.reduce((sum, each) => sum + each.ended, 0)).toBe(4500);
      expect([await ended(), await made()]).toEqual([
        ...[4500, { 'unused-warning': 9000, 'review-due': 4500, 'unused-ended': 9000 }],
      ]);
      const lines = await house.rows(
        `SELECT mandate_id FROM trail WHERE action = 'mandate.end' AND mandate_id IN
           (SELECT id FROM mandate WHERE organisation_id = $1)`,
        office.id,
      );
      expect([lines.length, new Set(lines.map(({ mandate_id: id }) => id)).size]).toEqual([4500, 4500]);
    } finally {
      await second.close();
    }
  }, 60_000);

  it('broken off half-way, it goes on where it was; done, it is not done again that day', async () => {
    await many(4500, 2041);
    house.clock.moveTo('2040-12-02');
    const watch = house.app.get(WatchService);
    const store = house.app.get(NoticeStore);
    const add = store.add.bind(store);
    let parts = 0;
    store.add = (...given) =>
      ++parts === 2 ? Promise.reject(new Error('the machine is gone')) : add(...given);
    await expect(watch.scan()).rejects.toThrow('the machine is gone');
    store.add = add;
    const half = await house.rows('SELECT seen, notices, finished_at FROM mandate_scan');
    expect(half).toEqual([{ seen: 2000, notices: expect.any(Number), finished_at: null }]);
    const [before = 0] = [Number(half[0]?.notices)];
    const rest = await watch.scan();
    const total = Object.values(await made()).reduce((sum, count) => sum + count, 0);
    expect(rest.notices + before).toBe(total);
    expect((await made())['ending-30']).toBe(9000);
    expect(await watch.scan()).toEqual({ seen: 0, notices: 0, ended: 0 });
    expect(await house.rows('SELECT finished_at IS NOT NULL AS done FROM mandate_scan')).toEqual([
      { done: true },
    ]);
  }, 60_000);
});
