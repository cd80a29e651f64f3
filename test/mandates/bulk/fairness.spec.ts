import { newId } from '../../../src/platform/ids.ts';
import { oins, type Office } from '../scene.ts';
import { type BulkScene, openBulk, type Run } from './runs.ts';

let scene: BulkScene;
let large: Office;
let small: Office;
beforeAll(async () => void (scene = await openBulk()));
beforeEach(async () => {
  await scene.database.admin.query('DELETE FROM job');
  large = await scene.office();
  small = await scene.office();
});
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const confirmed = async (office: Office, count: number, sender: string = oins.tax): Promise<Run> => {
  const lines = [{ sender, category: 'financial', actions: ['read'] }];
  const run = await scene.requests(
    office.joris,
    scene.strangers(count, () => ({ lines })),
  );
  expect((await scene.confirm(office.joris, run)).status).toBe(200);
  return run;
};
/** A run of the large office of which every row is done, and of which nobody was offered anything yet. */
const manyToOffer = async (count = 300): Promise<Run> => {
  const run = await confirmed(large, count);
  while ((await scene.lookAt(large.joris, run)).state === 'running') await scene.turn();
  expect(await scene.count('job')).toBe(count);
  return run;
};
/** Mandates of an office that nobody looked up in the register of persons yet. */
const unasked = (office: Office) =>
  scene.count('mandate WHERE organisation_id = $1 AND claimed_birth_date IS NOT NULL', [office.id]);
const later = (seconds: number) =>
  scene.clock.moveToInstant(new Date(scene.clock.now().getTime() + seconds * 1000).toISOString());

describe('A small office does not wait for a large one', () => {
  it('Its run of fifteen rows is done before three hundred clients of another are asked', async () => {
    await manyToOffer();
    const run = await confirmed(small, 15);
    await scene.turn();
    expect(await scene.lookAt(small.joris, run)).toMatchObject({ state: 'done', done: 15 });
    expect(await unasked(large)).toBe(300);
  });

  it('Its fifteen clients are asked by turns with the three hundred', async () => {
    await manyToOffer();
    for (let turns = 0; turns < 20; turns++) await scene.turn();
    await confirmed(small, 15);
    for (let turns = 0; turns < 32; turns++) await scene.turn();
    expect(await scene.count('mandate WHERE organisation_id = $1', [small.id])).toBe(15);
    expect(await unasked(small)).toBe(0);
    expect(await unasked(large)).toBeLessThanOrEqual(300 - 20 - 15);
  });

  it('A client of whom it asks a mandate by itself is asked next, before a run and its clients', async () => {
    await manyToOffer(40);
    await confirmed(large, 1, oins.svb);
    const { body: asked } = await scene.as(small.sara).post('/v1/mandate-requests', scene.wish()).expect(201);
    await scene.turn();
    expect((await scene.row(asked as { id: string })).state).toBe('offered');
    await scene.turn(); // and his letter
    expect(await scene.letters(asked as { id: string })).toHaveLength(1);
  });

  it('Its run and that of another go on by turns', async () => {
    const [first, second] = [await confirmed(large, 1_500), await confirmed(small, 1_500)];
    await slowly(async () => {
      for (let turns = 0; turns < 2; turns++) await scene.turn();
    });
    for (const [office, run] of [
      [large, first],
      [small, second],
    ] as const) {
      const { state, done } = await scene.lookAt(office.joris, run);
      expect([state, done > 0]).toEqual(['running', true]);
    }
    await scene.database.admin.query('DELETE FROM job');
  }, 60_000);
});

describe('While a run is at work', () => {
  it('the crowd of another leaves it the place, and a client of whom something is asked by itself is asked', async () => {
    await manyToOffer(10);
    const run = await confirmed(small, 401);
    await slowly(async () => {
      const turn = scene.turn();
      while ((await scene.lookAt(small.joris, run)).done === 0);
      expect(await scene.turn()).toBe(false);
      const { body: asked } = await scene
        .as(large.sara)
        .post('/v1/mandate-requests', scene.wish())
        .expect(201);
      expect(await scene.turn()).toBe(true);
      expect((await scene.row(asked as { id: string })).state).toBe('offered');
      await turn;
    }, 0.02);
    expect(await unasked(large)).toBe(10);
  }, 60_000);
});

describe('A run that could not go on for a moment', () => {
  it('keeps its place before its own clients, and says meanwhile that it is tried again', async () => {
    await manyToOffer(60);
    const run = await confirmed(small, 5);
    await whileLocked(run, () => scene.turn());
    const told = await scene.lookAt(small.joris, run);
    expect(told).toMatchObject({
      ...{ state: 'running', done: 0 },
      waiting: { why: 'retry', en: expect.stringMatching(/again by itself/), nl: expect.any(String) },
    });
    expect((told.summary as { en: string[] }).en.at(-1)).toBe((told.waiting as { en: string }).en);
    later(3);
    await scene.turn();
    expect(await scene.lookAt(small.joris, run)).toMatchObject({ state: 'done', done: 5 });
    expect(await unasked(large)).toBe(60);
  });

  it('tells who waits for its first turn that others go before it; and nothing of the kind once it is done', async () => {
    const run = await confirmed(small, 5);
    expect(await scene.lookAt(small.joris, run)).not.toHaveProperty('waiting');
    later(5);
    expect(await scene.lookAt(small.joris, run)).toMatchObject({
      waiting: { why: 'turn', en: expect.stringMatching(/turn/), nl: expect.stringMatching(/beurt/) },
    });
    await scene.turn();
    expect(await scene.lookAt(small.joris, run)).not.toHaveProperty('waiting');
  });
});

/** Makes each mandate take its time, so that a run takes more than one turn. */
async function slowly(act: () => Promise<void>, seconds = 0.005): Promise<void> {
  const { admin } = scene.database;
  const name = `dawdle_${newId().slice(-6)}`;
  await admin.query(`
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${seconds}); RETURN NEW; END $$;
    CREATE TRIGGER dawdle BEFORE INSERT ON mandate FOR EACH ROW EXECUTE FUNCTION ${name}();`);
  try {
    await act();
  } finally {
    await admin.query(`DROP FUNCTION ${name} CASCADE`);
  }
}

/** Another process is at this run meanwhile. */
async function whileLocked(run: Run, act: () => Promise<unknown>): Promise<void> {
  const other = await scene.database.admin.connect();
  await other.query('BEGIN');
  await other.query('SELECT FROM bulk_run WHERE id = $1 FOR UPDATE', [run.id]);
  await act();
  await other.query('ROLLBACK');
  other.release();
}
