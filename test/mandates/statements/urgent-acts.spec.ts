import { addDays, type Day, dayOf } from '../../../src/domain/day.ts';
import { openStatements, people, type Statements } from './scene.ts';

let scene: Statements;
beforeEach(async () => (scene = await openStatements()));
afterEach(() => scene.close());

const { yasmina, olga } = people;

/** What Joris may still read, after a court measure ended and Olga allowed him what cannot wait. */
async function urgently(): Promise<{ id: string; until: Day }> {
  const [client, organisation] = [await scene.clientOf(scene.mandate), scene.vermeer.id];
  const over = await scene.world.mandate({ client, organisation, ground: 'bewind', state: 'ended' });
  const until = addDays(dayOf(scene.clock.now()), 40);
  const act = await scene
    .as(scene.vermeer.joris)
    .post(`/v1/mandates/${over}/urgent-acts`, { reason: 'The last return.', until })
    .expect(201);
  const { id: asked } = act.body as { id: string };
  await scene.as(olga).post(`/v1/urgent-acts/${asked}/permission`, { reason: 'A real term.' }).expect(200);
  const { rows } = await scene.database.admin.query<{ id: string }>(
    `SELECT id FROM mandate WHERE ground = 'urgent-acts'`,
  );
  return { id: rows[0]?.id ?? '', until };
}

describe('Urgent acts after the end of a mandate (R31)', () => {
  it('cannot be stated: they read what came before the end, and nothing of what comes', async () => {
    const { id } = await urgently();
    await scene.as(scene.vermeer.joris).get(`/v1/mandates/${id}`).expect(200);
    for (const who of [scene.vermeer.joris, yasmina])
      expect((await scene.ask(who, {}, { id }).expect(403)).body).toMatchObject({ code: 'not-in-force' });
  });

  it('nor past the rules; and a statement that was made of them does not hold', async () => {
    const made = await scene.make(yasmina);
    const { id, until } = await urgently();
    const lines = `(SELECT jsonb_object_agg(l.id, to_jsonb(l.actions)) FROM scope_line l WHERE l.mandate_id = $1)`;
    const session = await scene.database.admin.connect();
    try {
      await session.query('BEGIN');
      await session.query(
        `SELECT set_config('app.actor', 'citizen:' || client_id, true), set_config('app.now', $2, true),
                set_config('app.assurance', 'high', true) FROM mandate WHERE id = $1`,
        [id, scene.clock.now().toISOString()],
      );
      await expect(
        session.query(`SELECT state_mandate($1, ${lines}, $2, now(), ARRAY[1])`, [id, until]),
      ).rejects.toMatchObject({ code: '42501' });
    } finally {
      await session.query('ROLLBACK');
      session.release();
    }
    // One of before they could not be stated.
    await scene.database.admin.query(
      `UPDATE mandate_statement SET mandate_id = $1, until_day = $2, lines = ${lines}, holds_until = 'infinity'`,
      [id, until],
    );
    expect(await scene.statusOf(made)).toBe(1);
  });
});
