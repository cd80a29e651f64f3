import { JSONParser, TokenType } from '@streamparser/json';
import { type Fault, Problem } from '../../domain/errors.ts';
import type { Batch, RawRow } from './raw-row.ts';

/** No request of this service nests deeper. */
const deepest = 16;

const bad = (cause: unknown): Problem =>
  cause instanceof Problem
    ? cause
    : new Problem('malformed-request', { detail: 'The body could not be read as JSON in UTF-8.' });

const faultIn = (location: string, code: string, detail: string, detailNl: string): Fault => ({
  ...{ in: 'body', location, code, detail, detailNl },
});

const notAList = faultIn(
  '#/requests',
  'list',
  'Send a list of requests, or an object whose field `requests` is that list.',
  'Stuur een lijst van verzoeken, of een object met die lijst in het veld `requests`.',
);
const unknownField = faultIn(
  '#',
  'unknown-field',
  'Besides `requests` this object may hold nothing.',
  'Naast `requests` mag dit object niets bevatten.',
);

/** The rows of a JSON file: a list, or `{"requests": […]}`. Each is put together, handed on and forgotten. */
export async function* jsonRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  const read: RawRow[] = [];
  const decoder = new TextDecoder('utf-8'); // broken characters become a mark, which the judge finds in their cell
  let reader: JSONParser | undefined;
  let whole = false;
  let listed = false;
  let count = 0;
  const begun = (first: string): JSONParser => {
    const inObject = first.startsWith('{');
    const parser = new JSONParser({
      paths: inObject ? ['$', '$.requests.*'] : ['$', '$.*'],
      keepStack: false,
    });
    let depth = 0;
    parser.onToken = ({ token }) => {
      if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth++;
      if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--;
      if (depth > deepest) throw new Problem('malformed-request', { detail: 'The body nests too deeply.' });
      // An object in the place of the list would be taken for one.
      if (inObject && depth === 2 && token === TokenType.LEFT_BRACKET) listed = true;
    };
    parser.onValue = ({ value, stack }) => {
      if (stack.length > 0) {
        if (!inObject || listed) read.push(rowOf(value, ++count));
        return;
      }
      whole = true;
      listed ||= Array.isArray(value);
      const others = Object.keys(value as object).filter((name) => name !== 'requests');
      if (inObject && others.length > 0) throw new Problem('invalid-input', { faults: [unknownField] });
      if (!listed || typeof value !== 'object') throw new Problem('invalid-input', { faults: [notAList] });
    };
    return parser;
  };
  const write = (text: string): void => {
    const start = reader ? text : text.replace(/^[\ufeff\s]+/, '');
    if (start === '') return;
    try {
      (reader ??= begun(start)).write(start);
    } catch (error) {
      throw bad(error);
    }
  };
  for await (const part of bytes) {
    write(decoder.decode(part, { stream: true }));
    yield { rows: read.splice(0), called: {} };
  }
  write(decoder.decode());
  if (!reader) throw new Problem('invalid-input', { faults: [notAList] });
  if (!whole) throw bad(undefined);
  yield { rows: read.splice(0), called: {} };
}

const rowOf = (value: unknown, line: number): RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { line, fields: value as Record<string, unknown>, faults: [] }
    : { line, fields: {}, faults: [{ code: 'object' }] };
