import pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import { type Answered, cast, openScene, type Scene } from './scene.ts';

const official = 'official:test:official-olga';
const job = 'job:follow-court-register';

let scene: Scene;
let order: Answered;
let message: string;
beforeEach(async () => {
  scene = await openScene();
  scene.clock.moveTo('2027-02-01');
  message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
  order = await scene.verified({ givenOn: '2027-01-04', until: '2028-01-01' });
});
afterEach(() => scene.close());

/** As the application's role, in somebody's name: what the database makes of it. */
async function as(actor: string, sql: string, values: unknown[]): Promise<string> {
  const client = new pg.Client({ connectionString: scene.database.url });
  await client.connect();
  try {
    await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
    await client.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', 'substantial', true)`,
      [actor, scene.clock.now().toISOString()],
    );
    await client.query(sql, values);
    await client.query('COMMIT');
    return 'done';
  } catch (error) {
    await client.query('ROLLBACK');
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}
const change = (actor: string, until: string, endsOn: string | null, suspensions: string) =>
  as(
    actor,
    `SELECT change_by_order($1, $2, $3, CASE WHEN $3::date IS NULL THEN NULL ELSE 'lifted' END, $4)`,
    [...[order.id, until, endsOn, suspensions]],
  );

describe('By the database, one official gives nothing back that a judge took (R18, R28)', () => {
  it('no day of a suspension, by whichever function', async () => {
    await scene.expecting(200, scene.change(order, 'suspended', '2027-02-01', { heard: true }));
    for (const less of ['{}', '{"[2027-02-01,2027-03-01)"}', '{"[2027-02-02,infinity)"}'])
      expect([less, await change(official, '2028-01-01', null, less)]).toEqual([less, '23514']);
    const straight = `UPDATE mandate SET suspensions = '{}' WHERE court_order_id = $1`;
    expect(await as(official, straight, [order.id])).toBe('23514');
    expect(await scene.opens(message)).toBe('measure-suspended');
    expect(await change(official, '2028-01-01', null, '{"[2027-01-20,infinity)"}')).toBe('done');
    // What the register told.
    expect(await change(job, '2028-01-01', null, '{"[2027-01-20,2027-02-01)"}')).toBe('done');
    expect(await scene.opens(message)).toBe('opens');
  });

  it('no day after its term or its end', async () => {
    expect(await change(official, '2028-01-02', null, '{}')).toBe('23514');
    expect(await change(official, '2027-12-01', '2027-06-01', '{}')).toBe('done');
    expect(await change(official, '2027-12-01', '2027-06-02', '{}')).toBe('23514');
    expect(await change(official, '2027-12-01', null, '{}')).toBe('23514');
    expect(await change(job, '2029-01-01', '2027-06-01', '{}')).toBe('done');
  });

  it('nor does he write down what would give it back: what the register told, a job writes', async () => {
    const told = (actor: string, toldBy: string, kind: string, reason: string | null) =>
      as(
        actor,
        `INSERT INTO court_order_change (id, order_id, kind, on_day, told_by, official, reason, at)
         VALUES ($1, $2, $3, acting_day(), $4, CASE WHEN $5::text IS NULL THEN NULL ELSE acting_id() END, $5, acting_now())`,
        [newId(), order.id, kind, toldBy, reason],
      );
    expect(await told(official, 'official', 'suspension-ended', 'I say so.')).toBe('42501');
    expect(await told(official, 'register', 'suspension-ended', null)).toBe('42501');
    expect(await told(official, 'official', 'suspended', 'Decision of the court.')).toBe('done');
    expect(await told(job, 'register', 'suspension-ended', null)).toBe('done');
  });

  it('what lapses opens by the clock, and an official enters the next one', async () => {
    await scene.expecting(200, scene.change(order, 'suspended', '2027-02-01'));
    scene.clock.moveToInstant('2027-02-15T08:00:00Z');
    expect(await scene.opens(message)).toBe('opens');
    await scene.expecting(200, scene.change(order, 'suspended', '2027-02-15'));
    expect(await scene.opens(message)).toBe('measure-suspended');
    expect(await scene.trail('mandate.resume')).toHaveLength(1);
    await scene.expecting(200, scene.change(order, 'dismissed', '2027-02-15'));
    expect((await scene.see(cast.gerda, order)).state).toBe('ended');
  });
});
