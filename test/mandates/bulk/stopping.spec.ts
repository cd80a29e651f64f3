import type { Office } from '../scene.ts';
import { type BulkScene, openBulk, type Run } from './runs.ts';

let scene: BulkScene;
let office: Office;
beforeAll(async () => void (scene = await openBulk()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const base = () => `/v1/representative-organisations/${office.id}`;
const ours = () => scene.count('mandate WHERE organisation_id = $1', [office.id]);
const fire = (who: string) => scene.as(office.anna).post(`${base()}/employees/${who}/departure`).expect(200);
const demote = (who: string) =>
  scene.as(office.anna).put(`${base()}/employees/${who}/role`, { role: 'reader' }).expect(204);
const stand = (standing: string) =>
  scene.database.admin.query('UPDATE organisation SET standing = $2 WHERE id = $1', [office.id, standing]);
const confirmed = async (count: number, who = office.joris): Promise<Run> => {
  const run = await scene.requests(who, scene.strangers(count));
  expect((await scene.confirm(who, run)).status).toBe(200);
  return run;
};

/** Makes each mandate take its time, so that something can happen in the middle. */
async function slowly(act: () => Promise<void>): Promise<void> {
  const { admin } = scene.database;
  await admin.query(`
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.002); RETURN NEW; END $$;
    CREATE TRIGGER dawdle BEFORE INSERT ON mandate FOR EACH ROW EXECUTE FUNCTION dawdle();`);
  try {
    await act();
  } finally {
    await admin.query('DROP FUNCTION dawdle CASCADE');
  }
}

const untilSomeAreDone = async (run: Run): Promise<void> => {
  for (let tries = 0; tries < 2_000; tries++) {
    if ((await scene.lookAt(office.anna, run)).done > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nothing was done');
};

describe('Nothing is remembered: each part asks anew whether this employee may (R33)', () => {
  it('An employee who leaves in the middle stops his run; the rest stays, and an administrator goes on', async () => {
    const run = await confirmed(1_500);
    await slowly(async () => {
      const turn = scene.turn();
      await untilSomeAreDone(run);
      await fire(office.employees.joris);
      await turn;
    });
    await scene.hurry(); // the part that was under way is undone, and asks again when it is tried again
    await scene.carryOut();
    const stopped = await scene.lookAt(office.anna, run);
    expect(stopped).toMatchObject({ state: 'stopped', stopReason: 'employment-ended', refused: 0 });
    expect(stopped.done).toBeGreaterThan(0);
    expect(stopped.done).toBeLessThan(1_500);
    expect(await ours()).toBe(stopped.done); // what was done is done, what was not is not
    expect(await scene.count(`bulk_row WHERE run_id = $1 AND state = 'ready'`, [run.id])).toBe(
      1_500 - stopped.done,
    );
    expect(
      await scene.count(
        `trail WHERE outcome = 'refused' AND reason = 'employment-ended' AND organisation_id = $1`,
        [office.id],
      ),
    ).toBe(1);

    expect((await scene.confirm(office.anna, run)).body).toMatchObject({ state: 'running' });
    await scene.carryOut();
    expect(await scene.lookAt(office.anna, run)).toMatchObject({ state: 'done', done: 1_500, refused: 0 });
    expect(await ours()).toBe(1_500);
    expect(
      await scene.count('mandate WHERE organisation_id = $1 AND requested_by = $2', [
        ...[office.id, office.employees.joris],
      ]),
    ).toBe(stopped.done);
  }, 60_000);

  it.each([
    ['His role shrank', () => demote(office.employees.joris), 'role-too-small'],
    ['The office was suspended', () => stand('suspended'), 'organisation-suspended'],
    ['The office is no longer recognised', () => stand('registered'), 'organisation-not-recognised'],
  ])('%s before the first part: nothing is done, and it says why', async (_, change, why) => {
    const run = await confirmed(3);
    await change();
    await scene.carryOut();
    expect(await scene.lookAt(office.anna, run)).toMatchObject({
      state: 'stopped',
      stopReason: why,
      done: 0,
    });
    expect(await ours()).toBe(0);
  });

  it('An administrator who is none any more does not go on with the file of a colleague', async () => {
    const run = await scene.requests(office.joris, scene.strangers(2));
    await scene.confirm(office.anna, run);
    await scene.database.admin.query(
      `UPDATE employee SET role = 'handler' WHERE organisation_id = $1 AND name = 'anna'`,
      [office.id],
    );
    await scene.carryOut();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'stopped', done: 0 });
    expect((await scene.confirm(office.joris, run)).status).toBe(200);
    await scene.carryOut();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 2 });
  });

  it('Who stops it by hand stops it after the part at hand, and it goes on where it was', async () => {
    const run = await confirmed(1_200);
    await slowly(async () => {
      const turn = scene.turn();
      await untilSomeAreDone(run);
      expect((await scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/cancellation`)).body).toMatchObject({
        state: 'stopped',
      });
      await turn;
    });
    const { done } = await scene.lookAt(office.joris, run);
    expect([done < 1_200, await ours()]).toEqual([true, done]);
    expect(await scene.count('job WHERE failure IS NOT NULL')).toBe(0); // that is no failure
    const waiting = async () =>
      (await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/rows?limit=1&state=ready`)).body.items[0]
        .explanation.en;
    expect(await waiting()).toBe('This was stopped before its turn came. Confirm it again, and it goes on.');
    await scene.confirm(office.joris, run);
    expect(await waiting()).toBe('This was confirmed, and its turn is still to come.');
    await scene.carryOut();
    expect([(await scene.lookAt(office.joris, run)).done, await ours()]).toEqual([1_200, 1_200]);
  }, 60_000);

  it('A run whose rows that wait cannot be found stops and says so, instead of looking for ever', async () => {
    const run = await confirmed(2);
    await scene.database.admin.query('UPDATE bulk_row SET leader = 99 WHERE run_id = $1', [run.id]);
    await scene.turn();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({
      ...{ state: 'stopped', stopReason: 'internal-error', done: 0 },
    });
    const tried = `trail WHERE organisation_id = $1 AND action = 'bulk.carry-out'`;
    expect(await scene.count(tried, [office.id])).toBe(1);
  });

  it('Who cancels what was half done reads that those letters go out, and that the rest was cancelled', async () => {
    const run = await confirmed(801);
    const cancel = () => scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/cancellation`);
    await slowly(async () => {
      const turn = scene.turn();
      await untilSomeAreDone(run);
      await cancel().expect(200);
      await turn;
    });
    const { done, summary } = (await scene.lookAt(office.joris, run)) as Run & { summary: { en: string[] } };
    const standing =
      'What was carried out stands, and its letters go out. You can still withdraw each request.';
    expect(summary.en).toContain(standing);
    const { body } = await cancel().expect(200);
    expect(body.summary.en.slice(-4)).toEqual([
      `Asked for: ${done} mandates, for ${done} rows.`,
      standing,
      `Cancelled: ${801 - done} rows.`,
      expect.stringMatching(/^It was cancelled on .*\. Nothing is done with the rows that were left\.$/),
    ]);
    const rows = async (state: string) =>
      (await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/rows?limit=100&state=${state}`)).body.items;
    expect((await rows('cancelled')).length).toBe(100);
    expect(await rows('ready')).toEqual([]);
    const { text } = await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/result`);
    expect(text.match(/;geannuleerd;/g)).toHaveLength(801 - done);
    expect(text).not.toMatch(/;wacht;/);
    expect(text).toMatch(/;geannuleerd;;;;Dit werd geannuleerd .*;This was cancelled /);
    expect(await scene.turn()).toBe(true); // and so they do: the first client is asked
  }, 60_000);

  it('A run that was cancelled holds nobody any more and cannot be confirmed', async () => {
    const run = await scene.requests(office.joris, scene.strangers(2));
    await scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/cancellation`).expect(200);
    expect((await scene.confirm(office.joris, run)).body).toMatchObject({ status: 409, state: 'cancelled' });
    expect(await scene.count('bulk_row WHERE run_id = $1 AND sealed IS NOT NULL', [run.id])).toBe(0);
  });

  it('A database that is busy with it does not stop it: the task waits its turn', async () => {
    const run = await confirmed(2);
    const other = await scene.database.admin.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM bulk_run WHERE id = $1 FOR UPDATE', [run.id]);
    await scene.turn();
    await other.query('ROLLBACK');
    other.release();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'running', done: 0 });
    await scene.hurry();
    await scene.carryOut();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 2 });
  });
});
