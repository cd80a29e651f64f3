import fc from 'fast-check';
import pg from 'pg';
import { gather } from '../../src/access/facts.store.ts';
import { Work } from '../../src/audit/work.ts';
import { decide } from '../../src/domain/access.ts';
import { type Actor, actorKey } from '../../src/domain/actor.ts';
import type { Facts } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import type { ClientId } from '../../src/domain/ids.ts';
import { stateAt, wasGiven } from '../../src/domain/mandate.ts';
import { populate } from '../access/country.ts';
import { ids } from '../domain/facts.ts';
import { actors, worlds } from '../domain/worlds.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/*
 * The list of clients is guarded once for a page, not once for a row. Here every employee of many countries looks at
 * it, with every filter, and it must be what the facts of each client by himself come to.
 */
const seed = 20270803;
const running = ['active', 'suspended'];

let database: TestDatabase;
let application: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  for (const oin of [ids.tax, ids.town])
    await database.admin.query(`INSERT INTO sender VALUES ($1, 'x', 'x', 'low', now())`, [oin]);
});
afterAll(async () => {
  await application.end();
  await database.drop();
});

const employees = [
  ...new Map(fc.sample(actors, { seed, numRuns: 500 }).map((actor) => [actorKey(actor), actor])).values(),
].flatMap((actor) => (actor.kind === 'employee' ? [actor] : []));

async function acting(actor: Actor, now: Date, act: (work: Work) => Promise<void>): Promise<void> {
  await application.query('BEGIN');
  await application.query(
    `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', $3, true)`,
    [actorKey(actor), now.toISOString(), actor.assurance],
  );
  try {
    await act(new Work(undefined as never, application as never, actor, now));
  } finally {
    await application.query('ROLLBACK');
  }
}

/** R33 for one client by himself. */
function isFound(facts: Facts, now: Date): boolean {
  const { employment, handling, mandates } = facts;
  // R3: what was asked of somebody makes him no client.
  if (!mandates.some((each) => wasGiven(each) && running.includes(stateAt(each, now)))) return false;
  return employment?.role === 'administrator' || Boolean(handling?.assigned) || Boolean(handling?.covering);
}

describe('The list of clients is what each client by himself comes to (R33, R34)', () => {
  it('for every employee, in many countries, in pages of one, and with each filter', async () => {
    const counts = { found: 0, hidden: 0, handled: 0 };
    for (const world of fc.sample(worlds, { seed, numRuns: 150 })) {
      const { now, messages, settle } = await populate(database.admin, world);
      const everyone = [...new Set(messages.map(({ client }) => client))].sort();
      for (const someone of employees) {
        const actor = settle(someone) as typeof someone;
        await acting(actor, now, async (work) => {
          const expected: { client: ClientId; handled: boolean }[] = [];
          for (const client of everyone) {
            const { facts } = await gather(work, actor, { action: 'inbox.list', client });
            const question = { action: 'clients.see', organisation: actor.organisation } as const;
            const { facts: asked } = await gather(work, actor, question);
            const may = !(decide(actor, question, asked, now) instanceof AccessDenied);
            if (may && isFound(facts, now))
              expected.push({ client, handled: facts.handling?.handled ?? false });
          }
          const list = (handled: boolean | null, after: string | null, most: number) =>
            work.query<{ client: string; handled: boolean }>(
              `SELECT client, is_handled AS handled
                 FROM described_clients($1, NULL, NULL, NULL, $2, $3) WHERE client = ANY ($4)`,
              [handled, after, most, everyone],
            );
          const where = [actorKey(someone), now.toISOString()];
          expect([...where, await list(null, null, 100)]).toEqual([...where, expected]);
          for (const handled of [true, false])
            expect([...where, await list(handled, null, 100)]).toEqual([
              ...where,
              expected.filter((one) => one.handled === handled),
            ]);
          const [first, second] = expected;
          if (first && second) expect(await list(null, first.client, 1)).toEqual([second]);
          counts.found += expected.length;
          counts.hidden += everyone.length - expected.length;
          counts.handled += expected.filter(({ handled }) => handled).length;
        });
      }
    }
    expect(Math.min(counts.found, counts.hidden, counts.handled)).toBeGreaterThan(40);
  }, 60_000);
});
