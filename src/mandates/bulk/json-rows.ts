import { JSONParser, type ParsedTokenInfo, TokenType } from '@streamparser/json';
import { type Fault, fault, Problem, shownName } from '../../domain/errors.ts';
import { notJson, tooDeep } from '../../platform/json-body.ts';
import type { Batch, RawRow } from './raw-row.ts';

/** No request of this service nests deeper. */
const deepest = 16;

const bad = (cause: unknown): Problem =>
  cause instanceof Problem ? cause : new Problem('malformed-request', { says: notJson });

const notAList = fault(
  '#/requests',
  'list',
  'Send a list of requests, or an object whose field `requests` is that list.',
  'Stuur een lijst van verzoeken, of een object met die lijst in het veld `requests`.',
);
const unknownField = (name: string): Fault =>
  fault(
    `#/${shownName(name)}`,
    'unknown-field',
    'Besides `requests` this object may hold nothing.',
    'Naast `requests` mag dit object niets bevatten.',
  );

/**
 * Follows the outline of a file while it is read: a list, or an object with nothing but `requests`, a list. Whatever is
 * not so is refused at once, so that nothing is gathered but one row at a time.
 */
class Outline {
  private depth = 0;
  private key: string | undefined;
  /** Whether the file was read to its end. */
  whole = false;

  constructor(private readonly inObject: boolean) {}

  follow({ token, value }: Pick<ParsedTokenInfo, 'token' | 'value'>): void {
    if (this.inObject && this.depth === 1) this.inRoot(token, value);
    else if (this.depth === 0 && token !== this.opening) throw refused(notAList);
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.depth++;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.depth--;
    if (this.depth > deepest) throw new Problem('malformed-request', { says: tooDeep });
    this.whole = this.depth === 0;
  }

  private get opening(): TokenType {
    return this.inObject ? TokenType.LEFT_BRACE : TokenType.LEFT_BRACKET;
  }

  private inRoot(token: TokenType, value: unknown): void {
    if (token === TokenType.COMMA) this.key = undefined;
    else if (token === TokenType.RIGHT_BRACE) {
      if (this.key === undefined) throw refused(notAList); // an empty object
    } else if (this.key === undefined) {
      this.key = String(value);
      if (this.key !== 'requests') throw refused(unknownField(this.key));
    } else if (
      token !== TokenType.COLON &&
      token !== TokenType.LEFT_BRACKET &&
      token !== TokenType.RIGHT_BRACKET
    )
      throw refused(notAList);
  }
}

const refused = (fault: Fault): Problem => new Problem('invalid-input', { faults: [fault] });

/** The rows of a JSON file: a list, or `{"requests": […]}`. Each is put together, handed on and forgotten. */
export async function* jsonRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  const read: RawRow[] = [];
  const decoder = new TextDecoder('utf-8'); // broken characters become a mark, which the judge finds in their cell
  let parser: JSONParser | undefined;
  let outline: Outline | undefined;
  let count = 0;
  const begun = (first: string): JSONParser => {
    const inObject = first.startsWith('{');
    const followed = (outline = new Outline(inObject));
    const begins = new JSONParser({ paths: [inObject ? '$.requests.*' : '$.*'], keepStack: false });
    begins.onToken = (token) => followed.follow(token);
    begins.onValue = ({ value }) => void read.push(rowOf(value, ++count));
    return begins;
  };
  const write = (text: string): void => {
    const start = parser ? text : text.replace(/^[\ufeff\s]+/, '');
    if (start === '') return;
    try {
      (parser ??= begun(start)).write(start);
    } catch (error) {
      throw bad(error);
    }
  };
  for await (const part of bytes) {
    write(decoder.decode(part, { stream: true }));
    yield { rows: read.splice(0), called: {} };
  }
  write(decoder.decode());
  if (!outline) throw refused(notAList);
  if (!outline.whole) throw bad(undefined);
  yield { rows: read.splice(0), called: {} };
}

const rowOf = (value: unknown, line: number): RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { line, fields: value as Record<string, unknown>, faults: [] }
    : { line, fields: {}, faults: [{ code: 'object' }] };
