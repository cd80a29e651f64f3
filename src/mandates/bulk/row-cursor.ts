import { Problem } from '../../domain/errors.ts';
import { notOurs } from '../../platform/cursor.ts';

const form = /^row ([1-9]\d{0,5})$/;

/** An opaque text for a place among the rows of a run. */
export const numberCursor = (number: number): string => Buffer.from(`row ${number}`).toString('base64url');

/** The number after which to go on; 0 without a cursor. @throws Problem `invalid-input` when it is not ours. */
export function numberOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const number = form.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (number === undefined) throw new Problem('invalid-input', { faults: [notOurs()] });
  return Number(number);
}
