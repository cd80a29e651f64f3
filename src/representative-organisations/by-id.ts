import type { Position } from '../platform/cursor.ts';

/** The place in a list that is ordered by id alone: ids are made in the order of time, so no instant is needed. */
export const placeOf = (id: string): Position => ({ at: new Date(0), id });
