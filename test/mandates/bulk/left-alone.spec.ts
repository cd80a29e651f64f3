import { QueueStore } from '../../../src/platform/queue.store.ts';
import type { Office } from '../scene.ts';
import { type BulkScene, openBulk, type Run } from './runs.ts';

let scene: BulkScene;
let office: Office;
let queue: QueueStore;
beforeAll(async () => {
  scene = await openBulk();
  queue = scene.app.get(QueueStore);
});
beforeEach(async () => {
  await scene.database.admin.query('DELETE FROM job');
  office = await scene.office();
});
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const confirmed = async (count: number): Promise<Run> => {
  const run = await scene.requests(office.joris, scene.strangers(count));
  expect((await scene.confirm(office.joris, run)).status).toBe(200);
  return run;
};
const later = (seconds: number) =>
  scene.clock.moveToInstant(new Date(scene.clock.now().getTime() + seconds * 1000).toISOString());
const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const takeUp = () => queue.lease(['run']);
const ours = () => scene.count('mandate WHERE organisation_id = $1', [office.id]);

/** Makes each mandate take its time, so that something can happen in the middle. */
async function slowly(seconds: number, act: () => Promise<void>): Promise<void> {
  const { admin } = scene.database;
  await admin.query(`
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${seconds}); RETURN NEW; END $$;
    CREATE TRIGGER dawdle BEFORE INSERT ON mandate FOR EACH ROW EXECUTE FUNCTION dawdle();`);
  try {
    await act();
  } finally {
    await admin.query('DROP FUNCTION dawdle CASCADE');
  }
}

describe('A process that works on a run dies', () => {
  it('Seconds later the run says that nothing works on it, and since when; then another takes it over', async () => {
    const run = await confirmed(3);
    const before = scene.clock.now().toISOString();
    expect(await takeUp()).toMatchObject({ kind: 'run-bulk' }); // and dies
    const after = scene.clock.now().toISOString();
    later(3);
    expect(await scene.lookAt(office.joris, run)).not.toHaveProperty('waiting');
    later(1);
    const told = await scene.lookAt(office.joris, run);
    expect(told).toMatchObject({
      ...{ state: 'running', done: 0 },
      waiting: {
        why: 'takeover',
        en: expect.stringMatching(/went away/),
        nl: expect.stringMatching(/weggevallen/),
      },
    });
    expect((told.summary as { nl: string[] }).nl.at(-1)).toBe((told.waiting as { nl: string }).nl);
    const { since } = told.waiting as { since: string };
    expect([before <= since, since <= after]).toEqual([true, true]);
    expect(await scene.turn()).toBe(false);
    later(4);
    expect(await scene.turn()).toBe(true);
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 3 });
  });

  it('A run that always takes its process with it stops at last, and says so', async () => {
    const run = await confirmed(3);
    for (let deaths = 0; deaths < 8; deaths++) {
      expect(await takeUp()).toBeDefined();
      later(9);
    }
    await scene.turn();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({
      ...{ state: 'stopped', stopReason: 'internal-error', done: 0 },
    });
  });
});

it('Any task that always takes its process with it is given up at last, and waits for a person', async () => {
  await scene.as(office.joris).post('/v1/mandate-requests', scene.wish()).expect(201);
  for (let deaths = 0; deaths < 12; deaths++) {
    expect(await queue.lease(['single'])).toMatchObject({ kind: 'offer-mandate' });
    later(9);
  }
  await scene.turn();
  const { rows } = await scene.database.admin.query('SELECT given_up, failure FROM job');
  expect(rows).toEqual([{ given_up: true, failure: expect.stringMatching(/^ProcessDied/) }]);
});

describe('A process that works on a run lives', () => {
  it('It gives signs of life, so nobody says that nothing works on the run', async () => {
    const run = await confirmed(200);
    await slowly(0.015, async () => {
      const turn = scene.turn();
      await moment(2_400);
      later(3);
      expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'running', done: 0 });
      expect(await scene.lookAt(office.joris, run)).not.toHaveProperty('waiting');
      await turn;
    });
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 200 });
  });

  it('When its signs of life stay away nobody takes the run over in the middle of a part', async () => {
    await confirmed(200);
    await slowly(0.008, async () => {
      const turn = scene.turn();
      await moment(300);
      later(60);
      expect(await takeUp()).toBeUndefined();
      await turn;
    });
    expect([await ours(), await scene.count('job', [])]).toEqual([200, 200]); // and the offers are all that is left
  });

  it('When another took the run over it does no further part, and leaves the run to him (R13)', async () => {
    const run = await confirmed(600);
    await slowly(0.004, async () => {
      const turn = scene.turn();
      await moment(300);
      await scene.database.admin.query('UPDATE job SET attempts = attempts + 1'); // as if taken up before it began
      await turn;
    });
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'running', done: 200 });
    later(9);
    await scene.carryOut();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 600, refused: 0 });
    expect(await ours()).toBe(600);
  });
});
