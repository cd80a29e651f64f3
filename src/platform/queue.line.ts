/**
 * Where work waits: what somebody asked for by itself, long runs, and the thousands of small things that a run asks
 * for. A lane goes before the next.
 */
const lanes = ['single', 'run', 'crowd'] as const;
/** One of these lanes. */
export type Lane = (typeof lanes)[number];

/** Where a task stands. */
export interface Line {
  /** Whoever does not say asks for something by itself. */
  readonly lane?: Lane;
  /** For whom it is, such as the id of an office: each has a line of his own, and the lines move side by side. */
  readonly party?: string;
}

/** How the database knows a lane. */
export const laneNumber = (lane: Lane): number => lanes.indexOf(lane);

/** The lane of a number in the database. */
export function laneCalled(number: number): Lane {
  const lane = lanes[number];
  if (!lane) throw new Error('the database knows no other lanes');
  return lane;
}

/**
 * SQL for the place behind which a party's next task stands: its own last one, but not before what goes first in the
 * lane now. So who asks for little goes by turns with who asks for much, and nobody gains by having waited for nothing.
 */
export const behind = (lane: string, party: string, now: string): string => `greatest(-1,
  (SELECT max(own.place) FROM job own WHERE own.lane = ${lane} AND own.party = ${party} AND NOT own.given_up),
  (SELECT first.place - 1 FROM job first WHERE first.lane = ${lane} AND NOT first.given_up AND first.due_at <= ${now}
    ORDER BY first.place LIMIT 1))`;
