import fc from 'fast-check';
import pg from 'pg';
import { gather } from '../../src/access/facts.store.ts';
import { Work } from '../../src/audit/work.ts';
import { decide } from '../../src/domain/access.ts';
import { actorKey, type Actor } from '../../src/domain/actor.ts';
import { type Assurance, assuranceLevels } from '../../src/domain/assurance.ts';
import type { Permit } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import type { MessageId } from '../../src/domain/ids.ts';
import { conditionsOf } from '../../src/inbox/office-list/inbox-conditions.ts';
import { InboxCountsStore } from '../../src/inbox/office-list/inbox-counts.store.ts';
import { OfficeListStore } from '../../src/inbox/office-list/office-list.store.ts';
import { type Country, populate } from '../access/country.ts';
import { newId } from '../../src/platform/ids.ts';
import { ids } from '../domain/facts.ts';
import { actors, factsIn, type SmallWorld, worlds } from '../domain/worlds.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/**
 * R34: the list over all clients, the same list looked for client by client, search and counts hold exactly the
 * messages that opening each of them would allow. Change the seed to see other countries.
 */
const seed = 20261124;
const countries = 70;
/** Besides, so many in which somebody reads something because he stands in for a colleague: chance makes few. */
const withCover = 15;

const readsByCover = (world: SmallWorld): boolean =>
  employees.some((actor) =>
    world.messages.some((message) => {
      const facts = { ...factsIn(world, actor, message.client), message };
      const decision = decide(actor, { action: 'inbox.read', message: ids.message }, facts, world.now);
      return facts.handling?.covering && !facts.handling.assigned && !(decision instanceof AccessDenied);
    }),
  );

let database: TestDatabase;
let application: pg.Client;
const settled: Country[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  for (const oin of [ids.tax, ids.town])
    await database.admin.query(`INSERT INTO sender VALUES ($1, 'x', 'x', 'low', now())`, [oin]);
  const drawn = fc.sample(worlds, { seed, numRuns: 4_000 });
  for (const world of [...drawn.slice(0, countries), ...drawn.filter(readsByCover).slice(0, withCover)])
    settled.push(await populate(database.admin, world));
  // Some have their words ready, some not yet.
  await database.admin.query('SELECT fill_words((SELECT count(*)::int / 2 FROM feed))');
});
afterAll(async () => {
  await application.end();
  await database.drop();
});

const employees = [
  ...new Map(
    fc
      .sample(actors, { seed, numRuns: 300 })
      .filter(({ kind }) => kind === 'employee')
      .map((actor) => [actorKey(actor), actor]),
  ).values(),
].flatMap((actor) => assuranceLevels.map((assurance: Assurance): Actor => ({ ...actor, assurance })));

async function acting<Result>(
  actor: Actor,
  now: Date,
  act: (work: Work) => Promise<Result>,
): Promise<Result> {
  await application.query('BEGIN');
  await application.query(
    `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', $3, true)`,
    [actorKey(actor), now.toISOString(), actor.assurance],
  );
  try {
    return await act(new Work(undefined as never, application as never, actor, now));
  } finally {
    await application.query('ROLLBACK');
  }
}

const permit = {} as Permit<'inbox.list'> & Permit<'inbox.count'>;
const lists = new OfficeListStore();
const counts = new InboxCountsStore();
const all = { wishes: [[]], values: [], parts: 0 };

/** What each way of listing shows, by name. */
async function shownTo(work: Work): Promise<Record<string, readonly string[]>> {
  const idsOf = async (text: string | undefined, ofOne: boolean, sort: 'newest' | 'reply-by') =>
    (
      await lists.page(work, permit, {
        ...{ conditions: conditionsOf({}, work.now), sort, rows: 100, ofOne, text },
      })
    )
      .map(({ id }) => id)
      .toSorted();
  return {
    'walked along the feed': await idsOf(undefined, true, 'newest'),
    'looked for client by client': await idsOf(undefined, false, 'newest'),
    searched: await idsOf('aanslagen', false, 'newest'),
    'searched by the index of words': await idsOf('aanslagen', true, 'newest'),
    'by day to reply': await idsOf(undefined, false, 'reply-by'),
  };
}

describe('The list over all clients is what opening each message would allow (R34)', () => {
  it('for every employee, at every level, in many small countries, whichever way it is fetched', async () => {
    const seen = { yes: 0, no: 0 };
    for (const [number, country] of settled.entries())
      for (const someone of employees) {
        const actor = country.settle(someone);
        await acting(actor, country.now, async (work) => {
          const allowed: MessageId[] = [];
          for (const { id: message } of country.messages) {
            const question = { action: 'inbox.read', message } as const;
            const { facts } = await gather(work, actor, question);
            if (!(decide(actor, question, facts, country.now) instanceof AccessDenied)) allowed.push(message);
          }
          const expected = allowed.toSorted();
          for (const [way, shown] of Object.entries(await shownTo(work)))
            expect({ number, actor, way, shown }).toEqual({ number, actor, way, shown: expected });
          const everybody = await counts.panel(work, permit, 'everybody', all);
          const few = await counts.panel(
            work,
            permit,
            (await lists.fewClientsOf(work, permit)) ?? 'everybody',
            all,
          );
          expect([everybody, few]).toEqual([[expected.length], [expected.length]]);
          seen.yes += expected.length;
          seen.no += country.messages.length - expected.length;
        });
      }
    expect(seen.yes).toBeGreaterThan(80); // or nothing was shown
    expect(seen.no).toBeGreaterThan(80);
  }, 180_000);

  it('names few clients only when it names all of them, also who is assigned in two ways', async () => {
    const { admin } = database;
    const [office, employee, team] = [newId(), newId(), newId()];
    await admin.query(
      `INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
       VALUES ($1, '90007777', 'x', 'other', 'recognised', 'x', now())`,
      [office],
    );
    await admin.query(
      `INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
       VALUES ($1, $2, 'x', 'x', 'reader', '2020-01-01', now())`,
      [employee, office],
    );
    await admin.query(`INSERT INTO team (id, organisation_id, name) VALUES ($1, $2, 'x')`, [team, office]);
    await admin.query(`INSERT INTO team_member VALUES ($1, $2, now())`, [team, employee]);
    await admin.query(`INSERT INTO client (id, bsn_index, bsn_sealed, since)
      SELECT md5(n::text)::uuid, n::text, 'x', now() FROM generate_series(0, 1199) n`);
    const assign = (handler: 'employee_id' | 'team_id', id: string, from: number, until: number) =>
      admin.query(
        `INSERT INTO assignment (id, organisation_id, client_id, ${handler}, since)
           SELECT gen_random_uuid(), $1, md5(n::text)::uuid, $2, now() FROM generate_series($3::int, $4::int - 1) n`,
        [office, id, from, until],
      );
    const few = () =>
      acting(
        { kind: 'employee', employee, organisation: office, subject: 'x', assurance: 'high' } as never,
        new Date(),
        async (work) => (await lists.fewClientsOf(work, permit))?.length,
      );
    await assign('employee_id', employee, 0, 200);
    await assign('team_id', team, 0, 200);
    expect(await few()).toBe(200);
    await assign('team_id', team, 200, 1_200);
    expect(await few()).toBeUndefined();
  });
});
