import fc from 'fast-check';
import pg from 'pg';
import { gather } from '../../src/access/facts.store.ts';
import { decide } from '../../src/domain/access.ts';
import { actorKey, type Actor } from '../../src/domain/actor.ts';
import { type Assurance, assuranceLevels } from '../../src/domain/assurance.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import type { MessageId } from '../../src/domain/ids.ts';
import { type Country, populate } from '../access/country.ts';
import { newId } from '../../src/platform/ids.ts';
import { ids } from '../domain/facts.ts';
import { actors, firstOf, hasCover, hasShields, hasUrgentActs, worlds } from '../domain/worlds.ts';
import { actingOn } from '../support/acting.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { counted, lists, permit, shownTo, toldOfClients } from './ways.ts';

/**
 * R34: the list over all clients, the same list looked for client by client, search and counts hold exactly the
 * messages that opening each of them would allow. Change the seed to see other countries.
 */
const seed = 20261124;
const countries = 70;
/** Besides, so many in which somebody reads something because he stands in for a colleague. */
const withCover = 15;

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
  const rare = [
    ...firstOf(drawn, hasCover, withCover),
    ...[hasUrgentActs, hasShields].flatMap((isSo) => firstOf(drawn, isSo, 10)),
  ];
  for (const world of [...drawn.slice(0, countries), ...rare])
    settled.push(await populate(database.admin, world));
  // Some have their words ready, some not yet.
  await database.admin.query('SELECT fill_words((SELECT count(*)::int / 2 FROM feed))');
  await database.admin.query('ANALYZE'); // or its speed hangs on the minute in which PostgreSQL counts
}, 60_000);
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

const acting = actingOn(() => application);

/** So many tests, each with its share of the countries. */
const shares = 5;
const shareOf = (part: number) => [...settled.entries()].filter(([number]) => number % shares === part - 1);

describe('The list over all clients is what opening each message would allow (R34)', () => {
  for (let part = 1; part <= shares; part++)
    it(`for every employee, at every level, in every way (part ${part} of ${shares})`, async () => {
      const seen = { yes: 0, no: 0 };
      for (const [number, country] of shareOf(part))
        for (const someone of employees) {
          const actor = country.settle(someone);
          await acting(actor, country.now, async (work) => {
            const allowed: MessageId[] = [];
            for (const { id: message } of country.messages) {
              const question = { action: 'inbox.read', message } as const;
              const { facts } = await gather(work, actor, question);
              if (!(decide(actor, question, facts, country.now) instanceof AccessDenied))
                allowed.push(message);
            }
            const expected = allowed.toSorted();
            for (const [way, shown] of Object.entries(await shownTo(work)))
              expect({ number, actor, way, shown }).toEqual({ number, actor, way, shown: expected });
            const few = (await lists.fewClientsOf(work, permit)) ?? 'everybody';
            const ofEach = new Map<string, number>();
            for (const { id, client } of country.messages)
              if (allowed.includes(id)) ofEach.set(client, (ofEach.get(client) ?? 0) + 1);
            for (const whom of ['everybody', few] as const) {
              const [number, near = number] = await counted(work, whom);
              expect([number, near]).toEqual([expected.length, expected.length]);
              expect(await toldOfClients(work, whom)).toEqual(ofEach);
            }
            seen.yes += expected.length;
            seen.no += country.messages.length - expected.length;
          });
        }
      expect(seen.yes).toBeGreaterThan(16); // or nothing was shown
      expect(seen.no).toBeGreaterThan(16);
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
    expect(await few()).toBeUndefined(); // they are all that the office has
    await admin.query(
      `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, activated_at)
         SELECT gen_random_uuid(), md5(n::text)::uuid, $1, 'active', '2026-01-01', '2030-01-01', '2026-03-01', now(), now()
           FROM generate_series(0, 1199) n`,
      [office],
    );
    expect(await few()).toBe(200);
    await assign('team_id', team, 200, 1_200);
    expect(await few()).toBeUndefined();
  });
});
