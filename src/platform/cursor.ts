import { type Fault, Problem } from '../domain/errors.ts';
import { isId } from '../domain/ids.ts';

/** What a cursor is of: one list in one order. Elsewhere the same position would show a wrong page. */
export type ListName =
  | 'acts'
  | 'bulk-runs'
  | 'clients'
  | 'clients-with-messages'
  | 'court-orders'
  | 'court-orders-waiting'
  | 'covers'
  | 'employees'
  | 'identity-cases'
  | 'inbox-views'
  | 'life-events'
  | 'mandate-changes'
  | 'mandates'
  | 'messages'
  | 'messages-by-reply'
  | 'notices'
  | 'officials'
  | 'organisations'
  | 'paper-mandates'
  | 'paper-mandates-waiting'
  | 'register-reports'
  | 'reviews'
  | 'scope-templates'
  | 'shields'
  | 'teams'
  | 'trail'
  | 'urgent-acts';

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
export const cursorOf = (list: ListName, { at, id, back }: Position): string =>
  Buffer.from(`${list} ${at.toISOString()} ${id}${back ? ' back' : ''}`).toString('base64url');

// Nothing here happened before, and a database does not count further.
const isInstantOfOurs = (text: string): boolean => {
  const instant = new Date(text);
  return (
    !Number.isNaN(instant.getTime()) && instant.toISOString() === text && /^(19|[2-9]\d)\d\d-/.test(text)
  );
};

/** Where lists take their cursor, and where searches with a body do. */
const places = { query: 'cursor', body: '#/cursor' } as const satisfies Partial<Record<Fault['in'], string>>;

/** What is wrong with a cursor, for who tells all faults at once: an empty list when it is one of this list, or absent. */
export function faultsOfCursor(
  list: ListName,
  cursor: string | undefined,
  given: keyof typeof places = 'query',
): readonly Fault[] {
  return cursor === undefined || read(list, cursor) ? [] : [notOurs(given)];
}

/** The fault of a cursor that this list did not give. */
export const notOurs = (given: keyof typeof places = 'query'): Fault => ({
  ...{ in: given, location: places[given], code: 'cursor' },
  ...{ detail: 'This is not a cursor of this list.', detailNl: 'Dit is geen cursor van deze lijst.' },
});

function read(list: ListName, cursor: string): Position | undefined {
  const [of, at = '', id = '', way] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const isWay = way === undefined || way === 'back';
  return of === list && isInstantOfOurs(at) && isId(id) && isWay
    ? { at: new Date(at), id, back: way === 'back' }
    : undefined;
}

/** @throws Problem `invalid-input` when this is not a cursor of this list. */
export function positionOf(
  list: ListName,
  cursor: string | undefined,
  given: keyof typeof places = 'query',
): Position | undefined {
  const faults = faultsOfCursor(list, cursor, given);
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  return cursor === undefined ? undefined : read(list, cursor);
}

/** Makes a page of rows that were fetched with one more than the limit. */
export function pageOf<Row, Item>(
  list: ListName,
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => Position,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    next: rows.length > limit && last ? cursorOf(list, position(last)) : undefined,
  };
}

/** A list that goes both ways, and whether what is latest, or has the largest id, comes first. */
export interface BothWays {
  readonly name: ListName;
  readonly descending: boolean;
}

// With these a position lies just before or just after whatever has its instant: no id is smaller, or larger.
const outermost = {
  smallest: '00000000-0000-1000-8000-000000000000',
  largest: 'ffffffff-ffff-8fff-bfff-ffffffffffff',
} as const;

/** What was beyond `after` is gone: the way back, with the row at which it was. */
function wayBack({ name, descending }: BothWays, after: Position): Pick<Page<never>, 'next' | 'prev'> {
  const back = !after.back;
  const id = outermost[descending === back ? 'smallest' : 'largest'];
  return { [back ? 'prev' : 'next']: cursorOf(name, { at: after.at, id, back }) };
}

/**
 * The same for a list that goes both ways: rows in the order of the list, one more than the limit, fetched from
 * `after` on, or back from it.
 */
export function pageBothWays<Row, Item>(
  list: BothWays,
  rows: readonly Row[],
  limit: number,
  after: Position | undefined,
  position: (row: Row) => Position,
  item: (row: Row) => Item,
): Page<Item> {
  if (rows.length === 0) return { items: [], ...(after && wayBack(list, after)) };
  const more = rows.length > limit;
  const shown = after?.back && more ? rows.slice(1) : rows.slice(0, limit);
  const [first, last] = [shown[0], shown.at(-1)];
  const isNext = after?.back ? true : more;
  const isPrev = after?.back ? more : after !== undefined;
  return {
    items: shown.map(item),
    next: last && isNext ? cursorOf(list.name, position(last)) : undefined,
    prev: first && isPrev ? cursorOf(list.name, { ...position(first), back: true }) : undefined,
  };
}
