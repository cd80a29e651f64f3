import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PersonRegister } from '../../src/clients/person-register.port.ts';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { CONFIG, type Config } from '../../src/platform/config.ts';
import { birthDates, bsns, employee, oins, people } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';
import { readPdf } from './pdf.ts';

/** A recognised office of its own: requests of one test are no duplicates of those of another. */
export interface Office {
  readonly id: string;
  readonly kvk: string;
  /** Handler. */
  readonly joris: Claims;
  /** Another handler. */
  readonly sara: Claims;
  /** Reader. */
  readonly bob: Claims;
  /** Administrator. */
  readonly anna: Claims;
  readonly employees: { readonly joris: string; readonly sara: string; readonly bob: string };
}

/** A mandate as an answer holds it; a test looks at what matters to it. */
export interface Answered {
  readonly id: string;
  readonly state: string;
  readonly client: { readonly id: string; readonly name?: string };
  readonly lines: readonly {
    readonly id: string;
    readonly category: string;
    readonly actions: string[];
    readonly endedAt?: string;
  }[];
  readonly period: { readonly from: string; readonly until: string };
  readonly [member: string]: unknown;
}

/** What a scene does besides what a house does. */
export type Scene = House & Awaited<ReturnType<typeof setScene>>;

/** The usual senders, and offices as a test asks for them. */
export async function openScene(env: Record<string, string> = {}): Promise<Scene> {
  const house = await openHouse(env);
  return Object.assign(house, await setScene(house));
}

async function setScene(house: House) {
  const { world, database } = house;
  await world.senders();
  let offices = 0;

  /** What an office asks of Yasmina from the day of the clock on, unless a test says otherwise. */
  const wish = (more: Record<string, unknown> = {}) => {
    const from = dayOf(house.clock.now());
    return {
      ...{ bsn: bsns.yasmina, birthDate: birthDates.yasmina, from, until: addDays(from, 365) },
      lines: [{ sender: oins.tax, category: 'financial', actions: ['read', 'download'] }],
      ...more,
    };
  };
  const expecting = async (status: number, asked: PromiseLike<{ status: number; body: unknown }>) => {
    const { status: got, body } = await asked;
    if (got !== status) throw new Error(`${got} instead of ${status}: ${JSON.stringify(body)}`);
    return body as Answered;
  };
  /** Everything that is due is done. */
  const tasks = () => house.finishTasks();
  const ask = (claims: Claims, more: Record<string, unknown> = {}) =>
    expecting(201, house.as(claims).post('/v1/mandate-requests', wish(more)));
  const act = (claims: Claims, mandate: { id: string }, move: string, body?: unknown, key?: string) =>
    house.as(claims).post(`/v1/mandates/${mandate.id}/${move}`, body, key);

  return {
    ...{ wish, expecting, tasks, ask, act },
    async office(more: Record<string, unknown> = {}): Promise<Office> {
      const kvk = String(91_000_000 + ++offices);
      const id = await world.organisation(kvk, { name: `Kantoor ${kvk}`, ...more });
      const [joris, sara, bob] = [
        await world.employee(id, 'joris'),
        await world.employee(id, 'sara'),
        await world.employee(id, 'bob', 'reader'),
      ];
      await world.employee(id, 'anna', 'administrator');
      const as = (name: string) => employee(name, kvk);
      return {
        ...{ id, kvk, joris: as('joris'), sara: as('sara'), bob: as('bob'), anna: as('anna') },
        employees: { joris, sara, bob },
      };
    },
    /** Asks, and has it offered. */
    async offered(claims: Claims, more: Record<string, unknown> = {}): Promise<Answered> {
      const asked = await ask(claims, more);
      await tasks();
      return asked;
    },
    /** Asks, has it offered, and Yasmina (or who is named) consents. */
    async active(claims: Claims, more: Record<string, unknown> = {}, client: Claims = people.yasmina) {
      const asked = await this.offered(claims, more);
      return expecting(200, act(client, asked, 'consent'));
    },
    /** The pseudonym of its client, which an office is not told of what he did not give. */
    clientOf: async (mandate: { id: string }): Promise<string> => {
      const { rows } = await database.admin.query<{ client_id: string }>(
        'SELECT client_id FROM mandate WHERE id = $1',
        [mandate.id],
      );
      return rows[0]?.client_id ?? '';
    },
    see: (claims: Claims, mandate: { id: string }) => house.as(claims).get(`/v1/mandates/${mandate.id}`),
    /** The letters that were handed over to the printer for this mandate. */
    async letters(mandate: { id: string }): Promise<{ text: string; pdf: Buffer; note: unknown }[]> {
      const { printFolder } = house.app.get<Config>(CONFIG);
      const { rows } = await database.admin.query<{ id: string }>(
        'SELECT coalesce(with_letter, id) AS id FROM letter WHERE mandate_id = $1 AND printed_at IS NOT NULL',
        [mandate.id],
      );
      return Promise.all(
        rows.map(async ({ id }) => {
          const pdf = await readFile(join(printFolder, `${id}.pdf`));
          const note: unknown = JSON.parse(await readFile(join(printFolder, `${id}.json`), 'utf8'));
          return { pdf, note, text: readPdf(pdf).text };
        }),
      );
    },
    /** The code as the client reads it in his letter. */
    async code(mandate: { id: string }): Promise<string> {
      const [letter] = await this.letters(mandate);
      return /[2-9A-Z]{5}(-[2-9A-Z]{5}){3}/.exec(letter?.text ?? '')?.[0] ?? 'there is no code';
    },
    row: async (mandate: { id: string }): Promise<Record<string, unknown>> =>
      (
        await database.admin.query<Record<string, unknown>>('SELECT * FROM mandate WHERE id = $1', [
          mandate.id,
        ])
      ).rows[0] ?? {},
    /** What was done with this mandate, as the trail has it, oldest first. */
    trail: async (mandate: { id: string }): Promise<Record<string, unknown>[]> =>
      (
        await database.admin.query<Record<string, unknown>>(
          `SELECT * FROM trail WHERE mandate_id = $1 AND outcome = 'permitted' ORDER BY position`,
          [mandate.id],
        )
      ).rows,
    /** The register of persons, which is not ours, answers otherwise until it is repaired. */
    replaceRegister(find: PersonRegister['find']): () => void {
      const register = house.app.get(PersonRegister);
      const own = register.find;
      register.find = find;
      return () => void (register.find = own);
    },
    /** The register does not answer the next so many times. */
    breakRegister(times: number): () => void {
      const register = house.app.get(PersonRegister);
      const find = register.find.bind(register);
      let left = times;
      return this.replaceRegister((bsn) => (left-- > 0 ? Promise.reject(new Error('no answer')) : find(bsn)));
    },
    /** Tasks that wait for another try are due at once. */
    hurry: () => database.admin.query(`UPDATE job SET due_at = $1 WHERE NOT given_up`, [house.clock.now()]),
  };
}

export { birthDates, bsns, oins, people };
