import { addDays, dayOf, type Period } from './day.ts';
import { Problem } from './errors.ts';
import type { Oin } from './identifiers.ts';
import type { EmployeeId, OrganisationId } from './ids.ts';
import type { BulkFault } from './bulk-faults.ts';
import type { ReasonCode } from './reasons.ts';
import type { Category, Scope } from './scope.ts';

/** What a run does with every row of its file. */
export const bulkKinds = ['request', 'renewal', 'renunciation'] as const;
/** One of {@link bulkKinds}. */
export type BulkKind = (typeof bulkKinds)[number];

/**
 * The life of a run: read and judged, then confirmed and carried out. `interrupted` follows from the clock: it was being
 * read, and nobody reads on.
 */
export const bulkStates = [
  ...(['reading', 'interrupted', 'checked', 'running', 'done', 'stopped', 'cancelled'] as const),
];
/** One of {@link bulkStates}. */
export type BulkState = (typeof bulkStates)[number];

/**
 * What became of a row: `ready` passed the dry run; `refused` turned out impossible when it was carried out; `cancelled`
 * was left when its run was, which follows from the run and is not kept with the row.
 */
export const bulkRowStates = ['faulty', 'ready', 'done', 'refused', 'cancelled'] as const;
/** One of {@link bulkRowStates}. */
export type BulkRowState = (typeof bulkRowStates)[number];

/** Seconds without a sign of life after which nobody reads a file any more: its process died, or its sender went away. */
export const readingSilence = 10;
/** No file has more rows. */
export const mostRows = 10_000;
/** No mandate has more scope lines. */
export const mostLines = 50;
/** BDO 12–14: what a row holds of a person is gone after six weeks, so a run cannot be confirmed after that. */
export const rowDays = 42;

/** What a decision needs to know of a run. */
export interface BulkRunFacts {
  readonly organisation: OrganisationId;
  readonly startedBy: EmployeeId;
}

interface Move {
  readonly from: readonly BulkState[];
  readonly to: BulkState;
}

/** The moves of a run. What is not in this table cannot happen; done and cancelled have no way out. */
export const bulkMoves = {
  check: { from: ['reading'], to: 'checked' },
  confirm: { from: ['checked', 'stopped'], to: 'running' }, // what was stopped goes on where it was
  stop: { from: ['running'], to: 'stopped' },
  finish: { from: ['running'], to: 'done' },
  cancel: { from: ['checked', 'stopped'], to: 'cancelled' },
} as const satisfies Record<string, Move>;

/** The name of a move of a run. */
export type BulkMove = keyof typeof bulkMoves;

/**
 * The state after a move.
 * @throws Problem `move-not-possible` when the table does not have the move from here, or when the run is so old that
 *   its rows hold nobody any more.
 */
export function settleRun(
  run: { readonly state: BulkState; readonly createdAt: Date },
  move: BulkMove,
  now: Date,
): BulkState {
  const { from, to }: Move = bulkMoves[move];
  if (!from.includes(run.state) || (move === 'confirm' && isStale(run.createdAt, now)))
    throw new Problem('move-not-possible', { members: { state: run.state, move } });
  return to;
}

/**
 * The state after it was confirmed. A run of which no row waits stays as it is, to be looked at and cancelled.
 * @throws Problem `nothing-to-confirm` then; otherwise as {@link settleRun}.
 */
export function confirmRun(
  run: Parameters<typeof settleRun>[0] & { readonly left: number },
  now: Date,
): BulkState {
  const state = settleRun(run, 'confirm', now);
  if (run.left === 0) throw new Problem('nothing-to-confirm');
  return state;
}

/** Whether what the rows of a run hold of people is not needed any more. */
const isStale = (createdAt: Date, now: Date): boolean => dayOf(now) >= addDays(dayOf(createdAt), rowDays);

const aboutWhoAsks: readonly ReasonCode[] = [
  ...(['wrong-kind-of-actor', 'assurance-too-low', 'employment-ended', 'role-too-small'] as const),
  ...(['organisation-not-recognised', 'organisation-suspended'] as const),
];

/** Whether a refusal speaks of who asks, so that it is the same for every row: then the run stops where it is. */
export const stopsARun = (reason: ReasonCode): boolean => aboutWhoAsks.includes(reason);

/** A row of a client who has more rows in the file, and what it says that the others must say too. */
export interface RowOfClient {
  readonly number: number;
  readonly line: number;
  /** A mark of BSN and date of birth together: equal when they are; absent when the date could not be read. */
  readonly person?: string | undefined;
  readonly period?: Period | undefined;
  readonly reference?: string | undefined;
  readonly lines: readonly Scope[];
  readonly ready: boolean;
}

/** What the rows of one client are to each other: who leads them, and what is wrong with each by its number. */
export interface Grouped {
  /** The first row without a fault: its mandate and its letter hold the lines of all that have none (R15). */
  readonly leader?: number | undefined;
  readonly faults: ReadonlyMap<number, readonly BulkFault[]>;
}

/**
 * R15: the rows of one client, in the order of the file, become one mandate and one letter. So they must agree with
 * the first without a fault on who he is, on the period and on the reference (or have none), and no two may ask for the
 * same. A row with a fault spoils no other (R13): it is told how it differs, and others are not compared with it.
 */
export function group(rows: readonly RowOfClient[]): Grouped {
  const likely = rows.find((row) => row.ready) ?? rows[0];
  const faults = new Map<number, readonly BulkFault[]>();
  const asked = new Map<Oin, { category: Category | 'all'; line: number }[]>();
  let leader: RowOfClient | undefined;
  let taken = 0;
  for (const row of rows) {
    const other = leader ?? (row.ready ? undefined : likely);
    const found = other && other !== row ? differences(other, row) : [];
    const repeated = repeats(asked, row);
    if (repeated !== undefined) found.push({ code: 'repeated-in-file', line: repeated });
    if (found.length === 0 && row.ready && taken + row.lines.length > mostLines)
      found.push({ code: 'too-many-lines' });
    if (found.length > 0) faults.set(row.number, found);
    if (found.length > 0 || !row.ready) continue;
    leader ??= row;
    taken += row.lines.length;
    for (const { sender, category } of row.lines)
      asked.set(sender, [...(asked.get(sender) ?? []), { category, line: row.line }]);
  }
  return { leader: leader?.number, faults };
}

/** The line of the first row that already asks for part of this one. */
function repeats(
  asked: ReadonlyMap<Oin, readonly { category: Category | 'all'; line: number }[]>,
  { lines }: RowOfClient,
): number | undefined {
  for (const { sender, category } of lines) {
    const before = asked
      .get(sender)
      ?.find((other) => other.category === 'all' || category === 'all' || other.category === category);
    if (before) return before.line;
  }
  return undefined;
}

function differences(first: RowOfClient, row: RowOfClient): BulkFault[] {
  const { line } = first;
  const found: BulkFault[] = [];
  if (row.person && first.person && row.person !== first.person)
    found.push({ field: 'birthDate', code: 'other-birth-date', line });
  if (row.period && first.period) {
    if (row.period.from !== first.period.from) found.push({ field: 'from', code: 'other-period', line });
    if (row.period.until !== first.period.until) found.push({ field: 'until', code: 'other-period', line });
  }
  if (row.reference !== undefined && row.reference !== first.reference)
    found.push({ field: 'reference', code: 'other-reference', line });
  return found;
}

/** A day as people write it in the Netherlands, 1-2-2027 or 01-02-2027, in our form; anything else as it is. */
export function humanDay(text: string): string {
  const [, date, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
  return date && month && year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
}
