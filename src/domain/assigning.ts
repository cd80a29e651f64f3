import type { AssignmentId, ClientId, EmployeeId, TeamId } from './ids.ts';
import { isId } from './ids.ts';
import type { Sentence } from './sentence.ts';

/** Who handles a client: one employee or one team. */
export type Handler = { readonly employee: EmployeeId } | { readonly team: TeamId };

/** An assignment that runs. */
export interface OpenAssignment {
  readonly id: AssignmentId;
  readonly employee: EmployeeId | null;
  readonly team: TeamId | null;
}

/** No bulk assignment is about more clients. */
export const mostClients = 5_000;

/**
 * What to do with many clients at once: hand them to somebody (`to`), take them from somebody or everybody (`from`),
 * or both in one act.
 */
export interface Reassignment {
  readonly to?: Handler | undefined;
  readonly from?: Handler | 'everybody' | undefined;
}

/** Why nothing is done with one of them. */
export const unassignables = {
  'not-an-id': { en: 'This is not an id of this service.', nl: 'Dit is geen id van deze dienst.' },
  twice: {
    en: 'This client stands higher in the list already.',
    nl: 'Deze cliënt staat al hoger in de lijst.',
  },
  unknown: { en: 'Your office has no such client.', nl: 'Uw kantoor heeft deze cliënt niet.' },
  'not-theirs': {
    en: 'This client is not assigned to whom you take it from.',
    nl: 'Deze cliënt is niet toegewezen aan degene bij wie u hem weghaalt.',
  },
  'nothing-to-end': {
    en: 'This client is assigned to nobody.',
    nl: 'Deze cliënt is aan niemand toegewezen.',
  },
  'already-there': {
    en: 'This client is assigned there already.',
    nl: 'Deze cliënt is daar al toegewezen.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
/** One of {@link unassignables}. */
export type Unassignable = keyof typeof unassignables;

/** What happens with one client. */
export interface Reassigned {
  readonly client: ClientId;
  readonly ends: readonly AssignmentId[];
  /** Whether he gets a new assignment; not when he is assigned there already. */
  readonly begins: boolean;
}

/** What a reassignment comes to, before anything is done: a bad row does not spoil the others (R13). */
export interface ReassignmentPlan {
  readonly changes: readonly Reassigned[];
  /** `row` counts from 1, as people do. */
  readonly left: readonly { readonly row: number; readonly why: Unassignable }[];
}

const isHandledBy = (one: OpenAssignment, handler: Handler): boolean =>
  'employee' in handler ? one.employee === handler.employee : one.team === handler.team;

/** Decides for each client that is named, in order. `known` are the clients of the office among them, and who has them. */
export function planReassignment(
  named: readonly string[],
  wish: Reassignment,
  known: ReadonlyMap<string, readonly OpenAssignment[]>,
): ReassignmentPlan {
  const seen = new Set<string>();
  const changes: Reassigned[] = [];
  const left: { row: number; why: Unassignable }[] = [];
  for (const [place, name] of named.entries()) {
    const outcome = seen.has(name) ? 'twice' : outcomeFor(name, wish, known.get(name));
    seen.add(name);
    if (typeof outcome === 'string') left.push({ row: place + 1, why: outcome });
    else changes.push(outcome);
  }
  return { changes, left };
}

function outcomeFor(
  name: string,
  { to, from }: Reassignment,
  open: readonly OpenAssignment[] | undefined,
): Reassigned | Unassignable {
  if (!isId(name)) return 'not-an-id';
  if (!open) return 'unknown';
  const isThere = to !== undefined && open.some((one) => isHandledBy(one, to));
  const ending = open.filter(
    (one) =>
      from !== undefined &&
      (from === 'everybody' || isHandledBy(one, from)) &&
      !(to !== undefined && isHandledBy(one, to)), // who has the client and keeps it does not lose it in between
  );
  if (ending.length === 0) {
    if (from !== undefined && from !== 'everybody') return 'not-theirs';
    if (to === undefined) return 'nothing-to-end';
    if (isThere) return 'already-there';
  }
  return {
    client: name as ClientId,
    ends: ending.map(({ id }) => id),
    begins: to !== undefined && !isThere,
  };
}
