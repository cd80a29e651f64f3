import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { Response } from 'supertest';
import { addDays, dayOf } from '../../../src/domain/day.ts';
import { newId } from '../../../src/platform/ids.ts';
import { manyBsns, oins } from '../../support/cast.ts';
import type { Claims } from '../../support/house.ts';
import { type Office, openScene, type Scene } from '../scene.ts';

/** A row as a test writes it: what it does not say is usual. */
export type Cells = Partial<
  Record<
    'bsn' | 'birthDate' | 'from' | 'until' | 'sender' | 'category' | 'actions' | 'template' | 'reference',
    string
  >
>;

/** A fault of a row as an answer tells it. */
export interface Fault {
  readonly column?: string;
  readonly field?: string;
  readonly code: string;
  readonly nl: string;
  readonly en: string;
  readonly line?: number;
  readonly mandate?: string;
}

/** A row as an answer tells it. */
export interface Row {
  readonly number: number;
  readonly line: number;
  readonly state: string;
  readonly reference?: string;
  readonly faults: readonly Fault[];
}

const dutch: Readonly<Record<keyof Required<Cells>, string>> = {
  ...{ bsn: 'BSN', birthDate: 'Geboortedatum', from: 'Vanaf', until: 'Tot', sender: 'Afzender' },
  ...{ category: 'Rubriek', actions: 'Acties', template: 'Sjabloon', reference: 'Kenmerk' },
};
const english = Object.fromEntries(Object.keys(dutch).map((name) => [name, name])) as typeof dutch;
const bsns = manyBsns(12_000);

/** How a CSV file is written. */
interface CsvForm {
  readonly names?: Partial<typeof dutch>;
  readonly sign?: string;
  readonly end?: string;
}

/** How a file is sent. */
interface Sending {
  readonly type?: string;
  readonly key?: string;
  readonly query?: string;
}

/** A scene in which offices send files. */
export type FileScene = Scene & Awaited<ReturnType<typeof setFiles>>;

export async function openFiles(env: Record<string, string> = {}): Promise<FileScene> {
  const scene = await openScene(env);
  return Object.assign(scene, await setFiles(scene));
}

async function setFiles(scene: Scene) {
  const { database } = scene;
  const today = () => dayOf(scene.clock.now());
  // There are some nine thousand test BSNs: who comes after that is a second row of an earlier one, for another sender.
  const usual = (place: number): Cells => ({
    ...{ bsn: bsns[place % bsns.length] ?? '', birthDate: '1980-02-29' },
    ...{ from: today(), until: addDays(today(), 365), category: 'financial', actions: 'read download' },
    ...{ sender: place < bsns.length ? oins.tax : oins.svb, reference: `dossier ${place % bsns.length}` },
  });
  return {
    today,
    /** So many rows about people whom nobody knows; `more` says what is unusual of each. */
    rows: (count: number, more: (place: number) => Cells = () => ({})): Cells[] =>
      Array.from({ length: count }, (_, place) => ({ ...usual(place), ...more(place) })),
    /** Rows as a CSV file. */
    csv(rows: readonly Cells[], { names = english, sign = ',', end = '\n' }: CsvForm = {}) {
      const columns = Object.keys(names) as (keyof Cells)[];
      const quoted = (cell: string) => (/["\r\n;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
      const lines = rows.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(sign));
      return [columns.map((name) => names[name]).join(sign), ...lines, ''].join(end);
    },
    /** The same rows as a JSON list. */
    json: (rows: readonly Cells[]) =>
      rows.map(({ sender, category, actions, ...rest }) => ({
        ...rest,
        ...(sender ? { lines: [{ sender, category, actions: actions?.split(' ') }] } : {}),
      })),
    /** Sends a file. */
    send: (
      who: Claims,
      file: string | Buffer,
      { type = 'text/csv', key = newId(), query = '' }: Sending = {},
    ) => scene.as(who).post(`/v1/bulk-runs${query}`, undefined, key).set('Content-Type', type).send(file),
    /** Sends a file as it comes, in parts; the connection breaks off when a part cannot be made. */
    async stream(
      who: Claims,
      parts: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
      { type = 'text/csv', key = newId(), query = '' }: Sending = {},
    ): Promise<Pick<Response, 'status' | 'body'>> {
      const { port } = scene.app.getHttpServer().address() as { port: number };
      const token = await scene.issuer.sign(who);
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type, 'Idempotency-Key': key };
      return new Promise((resolve, reject) => {
        const options = { host: '127.0.0.1', port, method: 'POST', path: `/v1/bulk-runs${query}`, headers };
        const sent = request(options, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => (text += part));
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) });
          });
        });
        sent.on('error', reject);
        Readable.from(parts)
          .on('error', () => sent.destroy())
          .pipe(sent);
      });
    },
    /** Every row of a run, page by page. */
    async rowsOf(who: Claims, run: { id: string }, query = ''): Promise<Row[]> {
      const rows: Row[] = [];
      let cursor = '';
      do {
        const { body } = await scene.as(who).get(`/v1/bulk-runs/${run.id}/rows?limit=100${query}${cursor}`);
        rows.push(...(body.items as Row[]));
        cursor = body.next ? `&cursor=${body.next as string}` : '';
      } while (cursor);
      return rows;
    },
    /** What the database holds of a run, past every policy. */
    kept: async (run: { id: string }) =>
      (
        await database.admin.query<Record<string, unknown>>(
          'SELECT * FROM bulk_row WHERE run_id = $1 ORDER BY number',
          [run.id],
        )
      ).rows,
  };
}

export { dutch, english, type Office };
