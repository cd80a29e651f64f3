import type { Answer } from '../../access/desk.ts';
import type { Work } from '../../audit/work.ts';
import type { ActionName } from '../../domain/actions.ts';
import { stopsARun } from '../../domain/bulk.ts';
import { Problem, type ProblemCode } from '../../domain/errors.ts';
import type { MandateId } from '../../domain/ids.ts';
import type { ReasonCode } from '../../domain/reasons.ts';
import { brokenConstraint, databaseCode } from '../../platform/database.errors.ts';
import type { Outcome, ReadyRow } from './bulk-execution.store.ts';

/** Why something cannot be done for these rows, while the others go on. */
export class Refusal {
  constructor(
    readonly problem: ProblemCode | ReasonCode,
    /** The mandate that stands in its way. */
    readonly mandate?: MandateId,
    /** The desk said it, and wrote down its true reason; otherwise the record is still to be told. */
    readonly byTheDesk = false,
  ) {}
}

/** What becomes of one mandate: of the rows of one client for a request, of one row otherwise. */
export interface Piece<Wanted> {
  readonly rows: readonly ReadyRow[];
  /** The line of the trail that speaks of it. */
  readonly line: string;
  /** What is to be kept, or why it cannot be. */
  readonly wanted: Wanted | Refusal;
}

/**
 * Why the desk did not let this one through. A refusal that speaks of who asks concerns the whole run.
 * @throws Refused then.
 */
export function refusalOf({ refused }: Answer<ActionName>): Refusal | undefined {
  if (!refused) return undefined;
  if (stopsARun(refused.reason)) throw refused;
  return new Refusal(refused.concealed ? 'not-found' : refused.reason, undefined, true);
}

/** What a rule makes of it, or why it says no. */
export function byRule<Made>(rule: () => Made): Made | Refusal {
  try {
    return rule();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return new Refusal(error.code);
  }
}

const isAble = <Wanted>(piece: Piece<Wanted>): piece is Piece<Wanted> & { readonly wanted: Wanted } =>
  !(piece.wanted instanceof Refusal);

/** The pieces that nothing stands in the way of so far. */
export const able = <Wanted>(pieces: readonly Piece<Wanted>[]) => pieces.filter((piece) => isAble(piece));

/** The same pieces, after a look at those that nothing stands in the way of. */
export const lookAt = <Wanted>(
  pieces: readonly Piece<Wanted>[],
  look: (wanted: Wanted) => Refusal | undefined,
): Piece<Wanted>[] =>
  pieces.map((piece) => (isAble(piece) ? { ...piece, wanted: look(piece.wanted) ?? piece.wanted } : piece));

/**
 * Writes what can be done: all at once, and when a constraint stands in the way of some, one by one. So a row that
 * turned out impossible spoils no other (R13).
 */
export async function writeEach<Wanted>(
  work: Work,
  pieces: readonly Piece<Wanted>[],
  write: (wanted: readonly Wanted[]) => Promise<void>,
): Promise<readonly Piece<Wanted>[]> {
  const all = able(pieces).map(({ wanted }) => wanted);
  if (all.length === 0 || !(await attempt(work, () => write(all)))) return pieces;
  const written: Piece<Wanted>[] = [];
  for (const piece of pieces) {
    const why = isAble(piece) ? await attempt(work, () => write([piece.wanted])) : undefined;
    written.push(why ? { ...piece, wanted: new Refusal(why) } : piece);
  }
  return written;
}

/** The problem, when a constraint was broken and all was undone. Anything else that fails, fails the work. */
async function attempt(work: Work, act: () => Promise<void>): Promise<ProblemCode | undefined> {
  try {
    await work.attempt(act);
    return undefined;
  } catch (error) {
    if (!databaseCode(error)?.startsWith('23')) throw error;
    return brokenConstraint(error) === 'one_claim_at_a_time' ? 'duplicate-mandate' : 'internal-error';
  }
}

/** What became of each row; and of what was refused by a rule, the record says so. */
export function outcomesOf<Wanted extends { readonly id: MandateId }>(
  work: Work,
  pieces: readonly Piece<Wanted>[],
): Outcome[] {
  return pieces.flatMap(({ rows, line, wanted }): Outcome[] => {
    if (!(wanted instanceof Refusal)) return rows.map((row) => ledTo(row, wanted.id));
    const { problem, mandate, byTheDesk } = wanted;
    if (!byTheDesk) work.refuse(problem, line);
    return rows.map((row) => ({ ...ledTo(row, mandate), problem }));
  });
}

/** What a row led to. The mandate that it names itself stays what it is about. */
function ledTo({ number, mandate: named }: ReadyRow, found: MandateId | undefined): Outcome {
  if (named === null) return { number, mandate: found };
  return { number, successor: found === named ? undefined : found };
}
