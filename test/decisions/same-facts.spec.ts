import fc from 'fast-check';
import pg from 'pg';
import { actorKey, type Actor, type Employee } from '../../src/domain/actor.ts';
import { type Country, populate } from '../access/country.ts';
import { ids } from '../domain/facts.ts';
import { nothing } from '../inbox/scene.ts';
import { actors, firstOf, hasCover, hasShields, hasUrgentActs, worlds } from '../domain/worlds.ts';
import { oins } from '../support/cast.ts';
import { actingOn } from '../support/acting.ts';
import { newId } from '../../src/platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/**
 * The facts of many questions in one statement are those of each by itself, which come from the function that gathers the
 * facts of every decision here. Change the seed to see other countries.
 */
const seed = 20261130;

let database: TestDatabase;
let application: pg.Client;
/** Beside every country somebody represents others by himself; he is one of its clients. Of another it is known who begins. */
async function alone(person: string, client: string, later: readonly string[]): Promise<void> {
  const [office, employee, beginner] = [newId(), newId(), newId()];
  await database.admin.query(
    `INSERT INTO organisation (id, name, kind, person, standing, registered_by, registered_at)
     VALUES ($1, 'x', 'individual', $2, 'recognised', 'x', now())`,
    [office, person],
  );
  await database.admin.query(
    `INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
     VALUES ($1, $2, 'x', 'x', 'administrator', '2020-01-01', now())`,
    [employee, office],
  );
  await database.admin.query(
    `INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
     VALUES ($1, $2, 'y', 'y', 'handler', '2100-01-01', now())`,
    [beginner, office],
  );
  for (const other of later)
    await database.admin.query(
      `INSERT INTO assignment (id, organisation_id, client_id, since, employee_id) VALUES ($1, $2, $3, now(), $4)`,
      [newId(), office, other, beginner],
    );
  await database.admin.query(
    `INSERT INTO assignment (id, organisation_id, client_id, since, employee_id) VALUES ($1, $2, $3, now(), $4)`,
    [newId(), office, client, employee],
  );
}
const settled: Country[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  for (const [place, oin] of [ids.tax, ids.town].entries())
    await database.admin.query(`INSERT INTO sender VALUES ($1, 'x', 'x', $2, now())`, [
      oin,
      ['low', 'high'][place],
    ]);
  await database.admin.query(
    `INSERT INTO decision_caller (oin, name, purpose, tells, searches, per_minute, changed_at, changed_by)
     VALUES ($1, 'x', 'x', 'true-reason', true, 1000, now(), 'x')`,
    [oins.system],
  );
  const drawn = fc.sample(worlds, { seed, numRuns: 3_000 });
  const rare = [hasCover, hasUrgentActs, hasShields].flatMap((isSo) => firstOf(drawn, isSo, 6));
  for (const world of [...drawn.slice(0, 25), ...rare]) {
    const country = await populate(database.admin, world);
    settled.push(country);
    const [client, ...later] = new Set(country.messages.map((message) => message.client));
    if (client) await alone(client, client, later);
  }
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
const acting = actingOn(() => application);

type Names = Record<string, unknown>;

/** Every way in which a question can call whom and what it is about. */
async function questionsOf(country: Country): Promise<Names[]> {
  const people = employees.map((someone) => (country.settle(someone) as Employee).employee);
  const clients = [...new Set(country.messages.map(({ client }) => client))];
  const { rows: offices } = await database.admin.query<{ id: string; kvk: string }>(
    `SELECT DISTINCT o.id, o.kvk FROM organisation o JOIN employee e ON e.organisation_id = o.id WHERE e.id = ANY ($1)`,
    [people],
  );
  const { rows: numbered } = await database.admin.query<{ index: string }>(
    'SELECT bsn_index AS index FROM client WHERE id = ANY ($1)',
    [clients],
  );
  const who: Names[] = [
    ...[...people, nothing].map((employee) => ({ employee })),
    ...[...offices.map(({ id }) => id), nothing].map((organisation) => ({ organisation })),
    ...offices.flatMap(({ kvk }) => [{ kvk }, { kvk, subject: ids.joris }, { kvk, subject: 'nobody' }]),
    ...[...clients, nothing].map((id) => ({ citizen: { id } })),
    ...numbered.map((citizen) => ({ citizen })),
    ...[...clients, nothing].map((id) => ({ person: { id } })),
    {},
  ];
  const what: Names[] = [
    ...[...country.messages.slice(0, 6).map(({ id }) => id), nothing].map((message) => ({ message })),
    ...[...country.mandates, nothing].map((mandate) => ({ mandate })),
    ...clients.map((id) => ({ client: { id }, sender: ids.town })),
    ...numbered.map((client) => ({ client, sender: nothing })),
    // Of a message that lies here, or that nobody knows, it is said whose it is and from whom.
    ...[...country.messages.slice(0, 3).map(({ id }) => id), nothing].flatMap((message) =>
      clients.map((id) => ({ message, client: { id }, sender: ids.town })),
    ),
    {},
  ];
  return who.flatMap((one) => what.map((other) => ({ ...one, ...other })));
}

/** Those of one instant are in no order. */
const byId = (mandates: readonly { id: string }[]) =>
  mandates.toSorted((one, two) => (one.id < two.id ? -1 : 1));

/** What the rules see of facts: nothing is as good as absent, and what `who` says is not said twice. */
function bare({ standing: _, office: _office, ...facts }: Names): Names {
  const told = Object.entries(facts)
    .filter(([name, fact]) => fact !== null && !(name === 'mandates' && (fact as unknown[]).length === 0))
    .map(([name, fact]) => [name, name === 'mandates' ? byId(fact as { id: string }[]) : fact] as const);
  const { handling } = facts as { handling?: Names | null };
  return { ...Object.fromEntries(told), ...(handling ? { handling: { covering: false, ...handling } } : {}) };
}

describe('What is known of many questions at once', () => {
  it('is what is known of each by itself, whoever and whatever they name', async () => {
    const seen = new Map<string, number>();
    for (const country of settled) {
      const questions = await questionsOf(country);
      await acting(system, country.now, async (work) => {
        const [row] = await work.query<{ one: Names[]; together: Names[] }>(
          `SELECT (SELECT jsonb_agg(decision_facts(q.asked) ORDER BY q.place)
                     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS q (asked, place)) AS one,
                  decision_facts_of($1::jsonb) AS together`,
          [JSON.stringify(questions)],
        );
        const [one, together] = [row?.one.map(bare) ?? [], row?.together.map(bare) ?? []];
        expect(together).toHaveLength(questions.length);
        for (const [place, question] of questions.entries()) {
          expect({ question, facts: together[place] }).toEqual({ question, facts: one[place] });
          for (const fact of Object.keys(one[place] ?? {})) seen.set(fact, (seen.get(fact) ?? 0) + 1);
          if (one[place]?.shields instanceof Array && one[place].shields.length > 0)
            seen.set('kept', (seen.get('kept') ?? 0) + 1);
          const { handling, who } = one[place] as { handling?: Names; who?: Names };
          for (const [told, isSo] of Object.entries({
            ...{ covered: handling?.covering, 'cover days': handling?.coverDays, hands: who?.hands },
            ...{ 'handled later': handling?.handledDays instanceof Array && handling.handledDays.length > 0 },
            ...{ dead: who?.died, 'dead by himself': who?.died && who.employee },
          }))
            if (isSo) seen.set(told, (seen.get(told) ?? 0) + 1);
        }
      });
    }
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining([
        'message',
        'mandate',
        'mandates',
        'handling',
        'guardianship',
        'kept',
        'covered',
        'cover days',
        'hands',
        'dead',
        'dead by himself',
      ]),
    );
    expect([...seen.entries()].filter(([, times]) => times < 20)).toEqual([]);
  }, 120_000);

  it('is nothing for a system that may not ask', async () => {
    const other: Actor = { ...system, oin: oins.town as never };
    const [country] = settled;
    if (!country) throw new Error('nothing settled');
    const known = await acting(other, country.now, (work) =>
      work.query(`SELECT decision_facts_of('[{}]') AS known`),
    );
    expect(known).toEqual([{ known: null }]);
  });
});
