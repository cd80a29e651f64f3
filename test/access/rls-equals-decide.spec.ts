import fc from 'fast-check';
import pg from 'pg';
import { gather } from '../../src/access/facts.store.ts';
import { decide } from '../../src/domain/access.ts';
import { type Actor, actorKey } from '../../src/domain/actor.ts';
import { assuranceLevels } from '../../src/domain/assurance.ts';
import type { Facts, Question } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import { ids } from '../domain/facts.ts';
import { actors, firstOf, hasShields, hasUrgentActs, worlds } from '../domain/worlds.ts';
import { actingOn } from '../support/acting.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { type Country, populate } from './country.ts';

/*
 * The same rule in two dialects: SQL narrows lists and guards rows, decide() answers. Here everyone looks at
 * everything in many countries, and both must say the same. Change the seed to see other countries.
 */
const seed = 20270116;
const countries = 60;
const actions = ['read', 'archive', 'download'] as const;

let database: TestDatabase;
let application: pg.Client;
const settled: Country[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  for (const oin of [ids.tax, ids.town])
    await database.admin.query(`INSERT INTO sender VALUES ($1, 'x', 'x', 'low', now())`, [oin]);
  const drawn = fc.sample(worlds, { seed, numRuns: 3_000 });
  const rare = [hasUrgentActs, hasShields].flatMap((isSo) => firstOf(drawn, isSo, 10));
  for (const world of [...drawn.slice(0, countries), ...rare])
    settled.push(await populate(database.admin, world));
}, 60_000);
afterAll(async () => {
  await application.end();
  await database.drop();
});

/** Everyone who can ask, at every level. */
const everyone = [
  ...new Map(fc.sample(actors, { seed, numRuns: 500 }).map((actor) => [actorKey(actor), actor])).values(),
];
const asking = [
  ...everyone,
  { kind: 'newcomer', subject: 'x', kvk: '90009999', assurance: 'low' } as unknown as Actor,
].flatMap((actor) => assuranceLevels.map((assurance): Actor => ({ ...actor, assurance })));

const acting = actingOn(() => application);

const isYes = (actor: Actor, question: Question, facts: Facts, now: Date): boolean =>
  !(decide(actor, question, facts, now) instanceof AccessDenied);

/** Facts in which every line lets one read: a row shows when any action is granted. */
const anyAction = (facts: Facts): Facts => ({
  ...facts,
  mandates: facts.mandates.map((mandate) => ({
    ...mandate,
    lines: mandate.lines.map((line) => ({ ...line, actions: ['read'] })),
  })),
});

type Seen = { visible: boolean; attachment: boolean; part: boolean } & Record<
  (typeof actions)[number],
  boolean
>;

describe('What the database shows is what decide() allows', () => {
  it('for every message: its row, its attachment, and whether one may read, archive and download', async () => {
    const counts = { yes: 0, no: 0 };
    for (const [number, country] of settled.entries())
      for (const someone of asking) {
        const actor = country.settle(someone);
        await acting(actor, country.now, async (work) => {
          for (const { id: message } of country.messages) {
            const { facts } = await gather(work, actor, { action: 'inbox.read', message });
            const { client, sender, category, assurance, deliveredAt } = facts.message!;
            const [seen] = await work.query<Seen>(
              `SELECT EXISTS (SELECT FROM message WHERE id = $1) AS visible,
                      EXISTS (SELECT FROM attachment WHERE message_id = $1) AS attachment,
                      EXISTS (SELECT FROM attachment_part WHERE message_id = $1) AS part,
                      ${actions.map((action) => `may_do('${action}', $2, $1, $3, $4, $5, $6) AS ${action}`).join(', ')}`,
              [message, client, sender, category ?? null, assurance, deliveredAt],
            );
            const decided = actions.map((action) =>
              isYes(actor, { action: `inbox.${action}`, message }, facts, country.now),
            );
            // A sender sees what it delivered, to repeat no delivery; decide() lets it open nothing.
            const delivered = actor.kind === 'sender' && actor.oin === sender;
            const shown =
              delivered || isYes(actor, { action: 'inbox.read', message }, anyAction(facts), country.now);
            const where = [number, actorKey(someone), someone.assurance];
            expect([...where, seen]).toEqual([
              ...where,
              {
                ...{ visible: shown, attachment: shown, part: shown },
                ...{ read: decided[0], archive: decided[1], download: decided[2] },
              },
            ]);
            if (actor.kind === 'employee') counts[shown ? 'yes' : 'no']++;
          }
        });
      }
    expect(counts.yes).toBeGreaterThan(80); // or nothing was shown
    expect(counts.no).toBeGreaterThan(80);
  }, 120_000);

  it('for every mandate, with its scope lines: who sees it, and has it in a list', async () => {
    const counts = { yes: 0, no: 0 };
    for (const [number, country] of settled.entries())
      for (const someone of asking) {
        const actor = country.settle(someone);
        await acting(actor, country.now, async (work) => {
          for (const mandate of country.mandates) {
            const question = { action: 'mandate.see', mandate } as const;
            const { facts } = await gather(work, actor, question);
            const [seen] = await work.query<{ visible: boolean; listed: boolean; lines: boolean }>(
              `SELECT EXISTS (SELECT FROM mandate WHERE id = $1) AS visible,
                      EXISTS (SELECT FROM mandate_in_sight WHERE id = $1) AS listed,
                      EXISTS (SELECT FROM scope_line WHERE mandate_id = $1) AS lines`,
              [mandate],
            );
            const visible = isYes(actor, question, facts, country.now);
            const where = [number, actorKey(someone), someone.assurance];
            expect([...where, seen]).toEqual([...where, { visible, listed: visible, lines: visible }]);
            if (actor.kind === 'employee') counts[visible ? 'yes' : 'no']++;
          }
        });
      }
    expect(counts.yes).toBeGreaterThan(80);
    expect(counts.no).toBeGreaterThan(80);
  }, 120_000);

  it('shows nothing at all to who did not say who he is: an error, and on a used connection no row', async () => {
    await database.admin.query(
      `INSERT INTO trail (id, at, action, outcome, actor_kind, actor_id, assurance)
         VALUES (gen_random_uuid(), now(), 'self.see', 'permitted', 'citizen', 'x', 'low')`,
    );
    const unused = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
    await unused.connect();
    try {
      for (const table of ['message', 'mandate', 'scope_line', 'client', 'trail', 'employee', 'assignment']) {
        await expect(unused.query(`SELECT FROM ${table}`)).rejects.toMatchObject({ code: '42704' });
        const rows = application.query(`SELECT FROM ${table}`).then(({ rowCount }) => rowCount);
        expect([0, 'refused']).toContain(await rows.catch(() => 'refused'));
      }
    } finally {
      await unused.end();
    }
  });

  it.each(['', 'none', 'Substantial'])('takes %p for no level at all', async (assurance) => {
    const [country] = settled;
    for (const actor of everyone.filter(({ kind }) => kind === 'citizen' || kind === 'employee'))
      await acting(country!.settle({ ...actor, assurance: assurance as never }), country!.now, async (work) =>
        expect(await work.query('SELECT FROM message')).toEqual([]),
      );
  });
});
