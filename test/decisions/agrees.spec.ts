import fc from 'fast-check';
import pg from 'pg';
import { gather } from '../../src/access/facts.store.ts';
import { answerTo } from '../../src/decisions/answering.ts';
import { readQuestion } from '../../src/decisions/evaluation.request.ts';
import { EvaluationStore } from '../../src/decisions/evaluation.store.ts';
import { decide } from '../../src/domain/access.ts';
import { actorKey, type Actor, type Employee } from '../../src/domain/actor.ts';
import type { Permit } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import { type Country, populate } from '../access/country.ts';
import { ids } from '../domain/facts.ts';
import { actors, firstOf, hasCover, hasShields, hasUrgentActs, worlds } from '../domain/worlds.ts';
import { oins } from '../support/cast.ts';
import { actingOn } from '../support/acting.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/**
 * What another system is answered is what the one asked about would find here: for messages that lie here, and for the
 * same messages described as lying elsewhere. Change the seed to see other countries.
 */
const seed = 20261129;
const countries = 60;

let database: TestDatabase;
let application: pg.Client;
const settled: Country[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  const { admin } = database;
  for (const oin of [ids.tax, ids.town])
    await admin.query(`INSERT INTO sender VALUES ($1, 'x', 'x', 'low', now())`, [oin]);
  await admin.query(
    `INSERT INTO decision_caller (oin, name, purpose, tells, searches, per_minute, changed_at, changed_by)
     VALUES ($1, 'x', 'x', 'true-reason', true, 1000, now(), 'x')`,
    [oins.system],
  );
  const drawn = fc.sample(worlds, { seed, numRuns: 3_000 });
  const rare = [hasCover, hasUrgentActs, hasShields].flatMap((isSo) => firstOf(drawn, isSo, 8));
  for (const world of [...drawn.slice(0, countries), ...rare]) settled.push(await populate(admin, world));
}, 60_000);
afterAll(async () => {
  await application.end();
  await database.drop();
});

const employees = [
  ...new Map(
    fc
      .sample(actors, { seed, numRuns: 300 })
      .filter((actor): actor is Employee => actor.kind === 'employee')
      .map((actor) => [actorKey(actor), actor]),
  ).values(),
];
const system: Actor = { kind: 'system', oin: oins.system as never, assurance: 'high' };
const store = new EvaluationStore(undefined as never);
const permit = {} as Permit<'decision.ask'> & Permit<'decision.search'>;

const acting = actingOn(() => application);

interface Row {
  id: string;
  client_id: string;
  sender: string;
  category: string | null;
  assurance: string;
  delivered_at: Date;
  kept: boolean;
}

describe('The decision point agrees with the inbox (R34)', () => {
  it('for every employee and every message of many small countries, here and described as elsewhere', async () => {
    const seen = { yes: 0, no: 0 };
    for (const country of settled) {
      const { rows } = await database.admin.query<Row>(
        `SELECT m.*, EXISTS (SELECT FROM shield s WHERE s.message_id = m.id) AS kept FROM message m
          WHERE m.id = ANY ($1)`,
        [country.messages.map(({ id }) => id)],
      );
      for (const someone of employees) {
        const actor = country.settle(someone) as Employee;
        const expected = await acting(actor, country.now, async (work) => {
          const found = new Map<string, boolean>();
          for (const { id } of country.messages) {
            const question = { action: 'inbox.read', message: id } as const;
            const { facts } = await gather(work, actor, question);
            found.set(id, !(decide(actor, question, facts, country.now) instanceof AccessDenied));
          }
          return found;
        });
        const about = (resource: object) =>
          readQuestion({
            ...{ subject: { type: 'employee', id: actor.employee }, action: { name: 'read' }, resource },
            context: { assurance: actor.assurance },
          });
        const here = rows.map(({ id }) => about({ type: 'message', id }));
        // A message that lies elsewhere has an id of its own, so nobody kept that one from anybody here.
        const elsewhere = rows.filter(({ kept }) => !kept);
        const described = elsewhere.map(
          ({ client_id: client, sender, category, assurance, delivered_at: at }) =>
            about({
              ...{ type: 'message', id: 'elsewhere' },
              properties: {
                client,
                sender,
                assurance,
                deliveredAt: at.toISOString(),
                category: category ?? undefined,
              },
            }),
        );
        await acting(system, country.now, async (work) => {
          const reads = [...here, ...described];
          const { caller, known } = await store.gather(
            work,
            permit,
            reads.map((read) => ('named' in read ? read.named.names : {})),
          );
          const answers = reads.map(
            (read, place) =>
              answerTo(caller, read, known[place] ?? { facts: { mandates: [] } }, country.now).json.decision,
          );
          expect({ actor, answers }).toEqual({
            actor,
            answers: [...rows, ...elsewhere].map(({ id }) => expected.get(id)),
          });
        });
        for (const yes of expected.values()) seen[yes ? 'yes' : 'no']++;
      }
    }
    expect(seen.yes).toBeGreaterThan(60); // or nothing was allowed
    expect(seen.no).toBeGreaterThan(60);
  }, 180_000);

  it('what a search finds is what is answered yes, for every employee and every client', async () => {
    let found = 0;
    for (const country of settled) {
      const clients = [...new Set(country.messages.map(({ client }) => client))];
      for (const someone of employees) {
        const actor = country.settle(someone) as Employee;
        const subject = { type: 'employee', id: actor.employee };
        const about = (id: string) =>
          readQuestion({
            ...{ subject, action: { name: 'read' }, resource: { type: 'inbox', id } },
            context: { assurance: actor.assurance },
          });
        await acting(system, country.now, async (work) => {
          const asked = async (wanted: readonly string[]) => {
            const reads = wanted.map(about);
            const { caller, known } = await store.gather(
              work,
              permit,
              reads.map((read) => ('named' in read ? read.named.names : {})),
            );
            return wanted.filter((_, place) => {
              const [read, facts] = [reads[place], known[place]];
              return read && facts && answerTo(caller, read, facts, country.now).json.decision;
            });
          };
          const narrowed = await store.candidates(
            work,
            permit,
            { employee: actor.employee },
            { wanted: 'inbox', many: 100 },
          );
          const yes = await asked(clients);
          expect((await asked(narrowed)).filter((id) => clients.includes(id as never)).toSorted()).toEqual(
            yes.toSorted(),
          );
          found += yes.length;
        });
      }
    }
    expect(found).toBeGreaterThan(60);
  }, 120_000);
});
