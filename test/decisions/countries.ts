import fc from 'fast-check';
import pg from 'pg';
import type { Work } from '../../src/audit/work.ts';
import { answerTo } from '../../src/decisions/answering.ts';
import type { Read } from '../../src/decisions/evaluation.request.ts';
import { EvaluationStore, nothingKnown } from '../../src/decisions/evaluation.store.ts';
import { actorKey, type Actor, type Employee } from '../../src/domain/actor.ts';
import type { Permit } from '../../src/domain/decision.ts';
import { type Country, populate } from '../access/country.ts';
import { ids } from '../domain/facts.ts';
import { actors, firstOf, hasCover, hasShields, hasUrgentActs, worlds } from '../domain/worlds.ts';
import { actingOn } from '../support/acting.ts';
import { oins } from '../support/cast.ts';
import { freshDatabase } from '../support/database.ts';

/** The system that asks. */
export const system: Actor = { kind: 'system', oin: oins.system as never, assurance: 'high' };
/** As the desk would give it out. */
export const permit = {} as Permit<'decision.ask'> & Permit<'decision.search'>;
/** Asks the database as the service does. */
export const store = new EvaluationStore(undefined as never);

/** So many small countries in a database, and beside them those of what is rare; a system that may ask everything. */
export async function openCountries(seed: number, many: number, rare: number) {
  const database = await freshDatabase();
  const { admin } = database;
  const application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  for (const oin of [ids.tax, ids.town])
    await admin.query(`INSERT INTO sender VALUES ($1, 'x', 'x', 'low', now())`, [oin]);
  await admin.query(
    `INSERT INTO decision_caller (oin, name, purpose, tells, searches, per_minute, changed_at, changed_by)
     VALUES ($1, 'x', 'x', 'true-reason', true, 1000, now(), 'x')`,
    [oins.system],
  );
  const drawn = fc.sample(worlds, { seed, numRuns: 3_000 });
  const seldom = [hasCover, hasUrgentActs, hasShields].flatMap((isSo) => firstOf(drawn, isSo, rare));
  const settled: Country[] = [];
  for (const world of [...drawn.slice(0, many), ...seldom]) settled.push(await populate(admin, world));
  const close = async () => {
    await application.end();
    await database.drop();
  };
  return { database, settled, acting: actingOn(() => application), close };
}

/** Each employee who can be drawn, once for each level with which he signs in. */
export const employeesOf = (seed: number): readonly Employee[] => [
  ...new Map(
    fc
      .sample(actors, { seed, numRuns: 300 })
      .filter((actor): actor is Employee => actor.kind === 'employee')
      .map((actor) => [actorKey(actor), actor]),
  ).values(),
];

/** What the decision point answers to each. */
export async function answersTo(work: Work, reads: readonly Read[]): Promise<boolean[]> {
  const { caller, known } = await store.gather(
    work,
    permit,
    reads.map((read) => ('named' in read ? read.named.names : {})),
  );
  return reads.map(
    (read, place) => answerTo(caller, read, known[place] ?? nothingKnown, work.now).json.decision,
  );
}
