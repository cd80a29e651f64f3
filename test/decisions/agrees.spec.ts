import { gather } from '../../src/access/facts.store.ts';
import { readQuestion } from '../../src/decisions/evaluation.request.ts';
import { readSearch } from '../../src/decisions/search/search.request.ts';
import { decide } from '../../src/domain/access.ts';
import type { Employee } from '../../src/domain/actor.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import type { MessageId } from '../../src/domain/ids.ts';
import type { Country } from '../access/country.ts';
import { answersTo, employeesOf, openCountries, permit, store, system } from './countries.ts';

/**
 * What another system is answered is what the one asked about would find here: for messages that lie here, whatever is said
 * of them, and for the same messages described as lying elsewhere. Change the seed to see other countries.
 */
const seed = 20261129;

let here: Awaited<ReturnType<typeof openCountries>>;
beforeAll(async () => (here = await openCountries(seed, 60, 8)), 60_000);
afterAll(() => here.close());

const employees = employeesOf(seed);

interface Row {
  id: MessageId;
  client_id: string;
  sender: string;
  category: string | null;
  assurance: string;
  delivered_at: Date;
  kept: boolean;
}

const messagesIn = async (country: Country): Promise<Row[]> => {
  const { rows } = await here.database.admin.query<Row>(
    `SELECT m.*, EXISTS (SELECT FROM shield s WHERE s.message_id = m.id) AS kept FROM message m
      WHERE m.id = ANY ($1)`,
    [country.messages.map(({ id }) => id)],
  );
  return rows;
};

/** What he finds here himself: which of these messages he may read. */
const readBy = (actor: Employee, { now }: Country, rows: readonly Row[]): Promise<Map<string, boolean>> =>
  here.acting(actor, now, async (work) => {
    const found = new Map<string, boolean>();
    for (const { id } of rows) {
      const question = { action: 'inbox.read', message: id } as const;
      const { facts } = await gather(work, actor, question);
      found.set(id, !(decide(actor, question, facts, now) instanceof AccessDenied));
    }
    return found;
  });

const said = ({ client_id: client, sender, assurance, category, delivered_at: at }: Row) => ({
  ...{ client, sender, assurance, deliveredAt: at.toISOString() },
  category: category ?? undefined,
});

/** Whether one could be what is said of the other. */
const isSaidOf = (other: Row, row: Row): boolean =>
  other.client_id === row.client_id &&
  other.sender === row.sender &&
  (other.category === null || other.category === row.category);

const asking = ({ employee, assurance }: Employee, resource: object) => ({
  ...{ subject: { type: 'employee', id: employee }, action: { name: 'read' }, resource },
  context: { assurance },
});

describe('The decision point agrees with the inbox (R34)', () => {
  it('for every employee and every message of many small countries, here and described as elsewhere', async () => {
    const seen = { yes: 0, no: 0, untrue: 0, hidden: 0 };
    for (const country of here.settled) {
      const rows = await messagesIn(country);
      for (const someone of employees) {
        const actor = country.settle(someone) as Employee;
        const expected = await readBy(actor, country, rows);
        const about = (id: string, properties?: object) =>
          readQuestion(asking(actor, { type: 'message', id, properties }));
        // A message that lies elsewhere has an id of its own, so nobody kept that one from anybody here.
        const elsewhere = rows.filter(({ kept }) => !kept);
        const pairs = rows.flatMap((row) => rows.map((other) => [row, other] as const));
        const answers = await here.acting(system, country.now, (work) =>
          answersTo(work, [
            ...rows.map(({ id }) => about(id)),
            ...elsewhere.map((row) => about('elsewhere', said(row))),
            ...pairs.map(([{ id }, other]) => about(id, said(other))),
          ]),
        );
        expect({ actor, answers }).toEqual({
          actor,
          answers: [
            ...[...rows, ...elsewhere].map(({ id }) => expected.get(id)),
            ...pairs.map(([row, other]) => isSaidOf(other, row) && expected.get(row.id)),
          ],
        });
        for (const yes of expected.values()) seen[yes ? 'yes' : 'no']++;
        seen.untrue += pairs.filter(([row, other]) => !isSaidOf(other, row) && expected.get(other.id)).length;
        seen.hidden += rows.filter(({ id, kept }) => kept && !expected.get(id)).length;
      }
    }
    const { hidden, ...often } = seen; // or nothing was seen of it
    expect(Object.entries(often).filter(([, times]) => times <= 60)).toEqual([]);
    expect(hidden).toBeGreaterThan(10);
  }, 180_000);

  it('a search for messages finds those of them that are as it says, of one client', async () => {
    let found = 0;
    for (const country of here.settled) {
      const rows = await messagesIn(country);
      for (const [turn, someone] of employees.entries()) {
        const actor = country.settle(someone) as Employee;
        const expected = await readBy(actor, country, rows);
        for (const [place, { client_id: client, sender, category }] of rows.entries()) {
          const both: { sender?: string; category?: string | undefined } = {
            sender,
            category: category ?? undefined,
          };
          const narrowing: typeof both =
            [both, { sender }, { category: both.category }, {}][(turn + place) % 4] ?? {};
          const properties = { ...narrowing, client };
          const search = readSearch('resource', asking(actor, { type: 'message', properties }));
          if ('faults' in search) throw new Error(JSON.stringify(search.faults));
          const results = await here.acting(system, country.now, async (work) => {
            const { names } = search;
            const may = await store.candidates(work, permit, names, { wanted: 'message', many: 100 });
            const answers = await answersTo(work, may.map(search.about));
            return may.filter((_, index) => answers[index]);
          });
          const wanted = rows.filter(
            (row) =>
              (properties.category ?? row.category) === row.category &&
              (properties.sender ?? row.sender) === row.sender &&
              row.client_id === client &&
              expected.get(row.id),
          );
          expect({ actor, properties, results }).toEqual({
            ...{ actor, properties },
            results: wanted.map(({ id }) => id).toSorted(),
          });
          found += results.length;
        }
      }
    }
    expect(found).toBeGreaterThan(60);
  }, 180_000);

  it('what a search finds is what is answered yes, for every employee and every client', async () => {
    let found = 0;
    for (const country of here.settled) {
      const clients: string[] = [...new Set(country.messages.map(({ client }) => client))];
      for (const someone of employees) {
        const actor = country.settle(someone) as Employee;
        const about = (id: string) => readQuestion(asking(actor, { type: 'inbox', id }));
        await here.acting(system, country.now, async (work) => {
          const asked = async (wanted: readonly string[]) => {
            const answers = await answersTo(work, wanted.map(about));
            return wanted.filter((_, place) => answers[place]);
          };
          const narrowed = await store.candidates(
            work,
            permit,
            { employee: actor.employee },
            { wanted: 'inbox', many: 100 },
          );
          const yes = await asked(clients);
          expect((await asked(narrowed)).filter((id) => clients.includes(id)).toSorted()).toEqual(
            yes.toSorted(),
          );
          found += yes.length;
        });
      }
    }
    expect(found).toBeGreaterThan(60);
  }, 120_000);
});
