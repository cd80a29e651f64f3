import { type Fault, Problem } from '../domain/errors.ts';
import { isId } from '../domain/ids.ts';

/** Where a page of a list ends: the instant and id of its last row, both needed to be exact. */
export interface Position {
  readonly at: Date;
  readonly id: string;
  /** Back to what stands before it in the list, instead of on to what stands after it. */
  readonly back?: boolean | undefined;
}

/** One page of a list, and the cursor of the next one when there is more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
  /** The cursor of the page before, in lists that go both ways. */
  readonly prev?: string | undefined;
}

/** Rows of a page when the client does not say. */
export const standardPageSize = 50;
/** No page is larger. */
export const largestPageSize = 100;

/** An opaque text for a position. */
export const cursorOf = ({ at, id, back }: Position): string =>
  Buffer.from(`${at.toISOString()} ${id}${back ? ' back' : ''}`).toString('base64url');

/** Where lists take their cursor, and where searches with a body do. */
const places = { query: 'cursor', body: '#/cursor' } as const satisfies Partial<Record<Fault['in'], string>>;

/** @throws Problem `invalid-input` when this is not a cursor of ours. */
export function positionOf(
  cursor: string | undefined,
  given: keyof typeof places = 'query',
): Position | undefined {
  if (cursor === undefined) return undefined;
  const [at = '', id = '', way] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const instant = new Date(at);
  const isWay = way === undefined || way === 'back';
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== at || !isId(id) || !isWay)
    throw new Problem('invalid-input', {
      faults: [
        { in: given, location: places[given], code: 'cursor', detail: 'This is not a cursor of this list.' },
      ],
    });
  return { at: instant, id, back: way === 'back' };
}

/** Makes a page of rows that were fetched with one more than the limit. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => Position,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? cursorOf(position(last)) : undefined };
}

/**
 * The same for a list that goes both ways: rows in the order of the list, one more than the limit, fetched from
 * `after` on, or back from it.
 */
export function pageBothWays<Row, Item>(
  rows: readonly Row[],
  limit: number,
  after: Position | undefined,
  position: (row: Row) => Position,
  item: (row: Row) => Item,
): Page<Item> {
  const more = rows.length > limit;
  const shown = after?.back && more ? rows.slice(1) : rows.slice(0, limit);
  const [first, last] = [shown[0], shown.at(-1)];
  const isNext = after?.back ? true : more;
  const isPrev = after?.back ? more : after !== undefined;
  return {
    items: shown.map(item),
    next: last && isNext ? cursorOf(position(last)) : undefined,
    prev: first && isPrev ? cursorOf({ ...position(first), back: true }) : undefined,
  };
}
