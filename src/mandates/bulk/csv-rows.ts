import { type CsvError, type Info, parse } from 'csv-parse';
import { humanDay, type BulkKind } from '../../domain/bulk.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import { padHumanBsn } from '../../domain/identifiers.ts';
import { actionsIn, categoryIn } from './bulk-words.ts';
import {
  type Column,
  type Header,
  headerOf,
  longestHeader,
  tooLongHeader,
  unclosedHeader,
} from './bulk-columns.ts';
import { lineBreaksIn, swallows, unclosedQuote } from './csv-swallowed.ts';
import { withLineFeeds } from './line-ends.ts';
import type { Batch, RawRow } from './raw-row.ts';

const delimiters = [';', ',', '\t'] as const;

/** A first line by which spreadsheets tell each other the sign between the cells. */
const hint = /^\ufeff?sep=([;,|:\t])$/i;

/** A file from the first line that holds anything. */
const withoutBlank = (start: Buffer): string => start.toString('utf8').trimStart(); // takes a BOM away too

/** The sign between the cells: the one that the first line that holds anything has most. */
function delimiterOf(start: Buffer): string {
  const [first = ''] = withoutBlank(start).split('\n', 1);
  const told = hint.exec(first)?.[1];
  if (told !== undefined) return told;
  const count = (sign: string): number => first.split(sign).length;
  return delimiters.toSorted((one, other) => count(other) - count(one))[0] ?? ';';
}

/**
 * Reads on until there is a whole first line, and hands over no more at first than a header may take: so a header
 * that is longer is known before anything is made of it.
 */
async function* withHeader(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const part of bytes) {
    if (!start) {
      yield part;
      continue;
    }
    start = Buffer.concat([start, part]);
    if (start.length < longestHeader && !withoutBlank(start).includes('\n')) continue;
    yield start.subarray(0, longestHeader);
    if (start.length > longestHeader) yield start.subarray(longestHeader);
    start = undefined;
  }
  if (start) yield start;
}

/** The rows of a CSV file: UTF-8 with or without BOM, `;` or `,` (or a tab), quoted line breaks. */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, kind: BulkKind): AsyncGenerator<Batch> {
  const read: RawRow[] = [];
  const failed: unknown[] = [];
  let header: Header | undefined;
  let sign = '';
  let [last, blank] = [0, 0];
  const take = (cells: string[], { lines, empty_lines }: Info): null => {
    const line = lines - lineBreaksIn(cells);
    [last, blank] = [lines, empty_lines];
    if (!header && /^sep=/i.test(cells.join(''))) return null;
    if (header) read.push(rowOf(header, cells, line, sign));
    else if (cells.some((cell) => swallows(cell, sign, 2))) throw unclosedHeader();
    else header = headerOf(cells, kind);
    return null;
  };
  const begun = (start: Buffer) =>
    parse({
      ...{ bom: true, delimiter: (sign = delimiterOf(start)), record_delimiter: '\n' },
      ...{ relax_quotes: true, relax_column_count: true },
      ...{ skip_empty_lines: true, skip_records_with_empty_values: true, skip_records_with_error: true },
      on_record: (cells, info) => {
        try {
          return take(cells, info);
        } catch (error) {
          failed.push(error);
          return null;
        }
      },
      on_skip: (ended: CsvError | undefined) => {
        if (!header) failed.push(unclosedHeader());
        const { lines, empty_lines } = ended as unknown as Info; // a mark that nothing closes: the file ended in its cell
        const line = last + 1 + empty_lines - blank;
        read.push({ line, fields: {}, faults: [unclosedQuote(line, lines)] });
      },
    });
  const handOver = (): Batch => {
    if (failed.length > 0) throw failed[0];
    return { rows: read.splice(0), called: header?.called ?? {} };
  };
  let parser: ReturnType<typeof parse> | undefined;
  let fed = 0;
  for await (const part of withHeader(withLineFeeds(bytes))) {
    if (!header && fed >= longestHeader) throw tooLongHeader();
    fed += part.length;
    const current = (parser ??= begun(part));
    await new Promise<void>((resolve, reject) =>
      current.write(part, (error) => (error ? reject(error) : resolve())),
    );
    yield handOver();
  }
  if (parser) await finished(parser);
  const batch = handOver();
  if (!header) throw new Problem('invalid-input', { faults: [empty] });
  yield batch;
}

const empty: Fault = {
  ...{ in: 'body', location: '#', code: 'empty' },
  detail: 'The file is empty. The first line names the columns.',
  detailNl: 'Het bestand is leeg. De eerste regel noemt de kolommen.',
};

const finished = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.on('error', reject).on('end', resolve).resume();
    parser.end();
  });

/** Cells by the header, as a JSON request has them. People write dates, numbers and words in their own way. */
function rowOf({ columns }: Header, cells: readonly string[], line: number, sign: string): RawRow {
  const isTooWide = cells.some((value, place) => place >= columns.length && value.trim() !== '');
  const swallowed = cells.findIndex((value) => swallows(value, sign, isTooWide ? 1 : columns.length));
  if (swallowed >= 0) {
    const [from, until] = [lineBreaksIn(cells.slice(0, swallowed)), lineBreaksIn(cells)];
    return { line, fields: {}, faults: [unclosedQuote(line + from, line + until)] };
  }
  if (isTooWide) return { line, fields: {}, faults: [{ code: 'cell-count' }] };
  const cell: Partial<Record<Column, string>> = {};
  columns.forEach((column, place) => {
    const text = cells[place]?.trim() ?? '';
    if (column && text !== '') cell[column] = text;
  });
  const { sender, category, actions, bsn, birthDate, from, until, ...others } = cell;
  const asked = [sender, category, actions].some((part) => part !== undefined);
  return {
    line,
    faults: [],
    fields: {
      ...others,
      bsn: bsn && padHumanBsn(bsn),
      birthDate: birthDate && humanDay(birthDate),
      from: from && humanDay(from),
      until: until && humanDay(until),
      lines: asked
        ? [{ sender, category: category && categoryIn(category), actions: actions && actionsIn(actions) }]
        : undefined,
    },
  };
}
