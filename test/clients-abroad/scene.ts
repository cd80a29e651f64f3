import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IdentityMatch } from '../../src/clients/identity-match.port.ts';
import { CONFIG, type Config } from '../../src/platform/config.ts';
import { readPdf } from '../mandates/pdf.ts';
import { people } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';

/** What a scene does besides what a house does. */
export type Scene = House & ReturnType<typeof setScene>;

/** A house in which clients abroad come in. */
export async function openScene(env: Record<string, string> = {}): Promise<Scene> {
  const house = await openHouse({
    OPEN_REQUESTS_PER_ADDRESS: '1000',
    OPEN_REQUESTS_PER_HOUR: '1000',
    ...env,
  });
  await house.world.senders();
  return Object.assign(house, setScene(house));
}

const account = '/v1/clients-abroad/account';

/** A copy of a passport, as far as anybody looks into it. */
export const passport = {
  mediaType: 'application/pdf',
  content: Buffer.from('%PDF-1.7 a passport').toString('base64'),
} as const;

/** What somebody in Paramaribo writes on the form, unless a test says otherwise. */
export const form = (more: Record<string, unknown> = {}) => ({
  ...{ givenNames: 'Rosa', familyName: 'Pinas', birthDate: '1953-07-01', language: 'nl' },
  timeZone: 'America/Paramaribo',
  address: { country: 'SR', street: 'Voorbeeldlaan 14', place: 'Paramaribo' },
  evidence: [passport],
  ...more,
});

function setScene(house: House) {
  const { database } = house;
  /** Everything that is due is done. */
  const tasks = () => house.finishTasks();
  const asked = async (status: number, request: PromiseLike<{ status: number; body: unknown }>) => {
    const { status: got, body } = await request;
    if (got !== status) throw new Error(`${got} instead of ${status}: ${JSON.stringify(body)}`);
    return body as Record<string, unknown> & { id: string };
  };
  const rows = async (sql: string, ...values: unknown[]) =>
    (await database.admin.query<Record<string, unknown>>(sql, values)).rows;
  return {
    ...{ tasks, asked, rows },
    account: (who: Claims) => house.as(who).get(account),
    me: async (who: Claims) => (await house.as(who).get('/v1/me')).body as Record<string, string>,
    wish: { confirmed: true, language: 'en', timeZone: 'Europe/Brussels' },
    /** Asks for an account, without hearing the source yet. */
    async ask(who: Claims, more: Record<string, unknown> = {}) {
      return house.as(who).post(account, { ...this.wish, ...more });
    },
    /** Asks for an account, and has it found out who it is. */
    async opened(who: Claims, more: Record<string, unknown> = {}): Promise<string> {
      await asked(202, this.ask(who, more));
      await tasks();
      return (await this.me(who)).client ?? 'no client';
    },
    /** The cases of this kind that an official sees, oldest first. */
    async cases(kind: string, state = 'waiting') {
      const { items } = await asked(
        200,
        house.as(people.olga).get(`/v1/identity-cases?kind=${kind}&state=${state}&limit=100`),
      );
      return items as {
        id: string;
        person?: Record<string, string>;
        client?: string;
        [member: string]: unknown;
      }[];
    },
    see: (id: string, who: Claims = people.olga) => asked(200, house.as(who).get(`/v1/identity-cases/${id}`)),
    /** One official decides: to open an inbox that is there he proposes it. */
    propose: (id: string, body: Record<string, unknown>, who: Claims = people.olga) =>
      house.as(who).post(`/v1/identity-cases/${id}/decision`, { reason: 'Looked at it.', ...body }),
    /** Another one confirms what lies there; of a case without a proposal he names one that is not. */
    async confirm(id: string, who: Claims = people.oscar, seen?: { id: string; client: string }) {
      const lying = seen ?? ((await this.see(id, who)).proposal as typeof seen);
      const { id: proposal, client } = lying ?? { id, client: id };
      const body = { proposal, client, reason: 'Looked at it too.' };
      return house.as(who).post(`/v1/identity-cases/${id}/confirmation`, body);
    },
    undo: (id: string, who: Claims = people.olga) =>
      house.as(who).post(`/v1/identity-cases/${id}/undo`, { reason: 'Wrong.' }),
    /** The same, and another one confirms what he proposed. */
    async decide(id: string, body: Record<string, unknown>, who: Claims = people.olga) {
      const first = await this.propose(id, body, who);
      const proposed = first.status === 200 && body.decision === 'grant' && body.client !== undefined;
      return proposed ? this.confirm(id) : first;
    },
    /** Enters a form on paper, and has the source heard. */
    async entered(more: Record<string, unknown> = {}, who: Claims = people.otto) {
      const { id } = await asked(201, house.as(who).post('/v1/clients-abroad/onboardings', form(more)));
      await tasks();
      return id;
    },
    /** The letters of a case that were handed over to the printer, the first one first. */
    async letters(id: string): Promise<{ text: string; pdf: Buffer; note: { address: string[] } }[]> {
      const { printFolder } = house.app.get<Config>(CONFIG);
      const printed = await rows(
        'SELECT id FROM identity_letter WHERE case_id = $1 AND printed_at IS NOT NULL ORDER BY queued_at',
        id,
      );
      const files: string[] = await readdir(printFolder).catch(() => []);
      return Promise.all(
        printed
          .filter((letter) => files.includes(`${String(letter.id)}.pdf`))
          .map(async (letter) => {
            const pdf = await readFile(join(printFolder, `${String(letter.id)}.pdf`));
            const note = JSON.parse(
              await readFile(join(printFolder, `${String(letter.id)}.json`), 'utf8'),
            ) as {
              address: string[];
            };
            return { pdf, note, text: readPdf(pdf).text };
          }),
      );
    },
    /** Those that are printed after this, of any kind. */
    newLetters() {
      const { printFolder } = house.app.get<Config>(CONFIG);
      const now = async () =>
        (await readdir(printFolder).catch(() => [])).filter((name) => /pdf$/.test(name));
      const before = now();
      return async (): Promise<{ text: string; address: string[] }[]> => {
        const old = await before;
        const printed = (await now()).filter((name) => !old.includes(name));
        return Promise.all(
          printed.map(async (name) => {
            const note = await readFile(join(printFolder, name.replace(/pdf$/, 'json')), 'utf8');
            const { address } = JSON.parse(note) as { address: string[] };
            return { address, text: readPdf(await readFile(join(printFolder, name))).text };
          }),
        );
      };
    },
    /** Reference and code as they stand in the last letter. */
    async inLetter(id: string): Promise<{ reference: string; code: string }> {
      const text = (await this.letters(id)).at(-1)?.text ?? '';
      const code = /[2-9A-Z]{5}(-[2-9A-Z]{5}){3}/.exec(text)?.[0] ?? 'no code';
      const reference = /\b[2-9A-Z]{5}-[2-9A-Z]{5}\b(?!-)/.exec(text)?.[0] ?? 'no reference';
      return { reference, code };
    },
    redeem: (who: Claims, letter: { reference: string; code: string }, key?: string) =>
      house.as(who).post(`${account}/code`, { confirmed: true, ...letter }, key),
    /** The source of identities, which is not ours, answers otherwise until it is repaired. */
    replaceSource(match: IdentityMatch['match']): () => void {
      const source = house.app.get(IdentityMatch);
      const own = source.match;
      source.match = match;
      return () => void (source.match = own);
    },
    /** Tasks that wait for another try are due at once. */
    hurry: () => database.admin.query('UPDATE job SET due_at = $1 WHERE NOT given_up', [house.clock.now()]),
  };
}

export { people };
