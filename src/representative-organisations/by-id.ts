import type { Position } from '../platform/cursor.ts';

/** The place in a list that is ordered by id alone: the id is exact by itself, so the instant says nothing. */
export const placeOf = (id: string): Position => ({ at: new Date(0), id });
