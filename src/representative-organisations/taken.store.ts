import { Problem } from '../domain/errors.ts';
import type { Sentence } from '../domain/sentence.ts';
import { brokenConstraint } from '../platform/database.errors.ts';

/**
 * Waits for a change that the database refuses when there is one like it already. The database is asked instead
 * of looking first, because two may come at once.
 * @throws Problem `already-exists` when this constraint would have been broken.
 */
export async function unlessTaken<Result>(
  constraint: string,
  change: Promise<Result>,
  says: Sentence,
): Promise<Result> {
  return change.catch((error: unknown) => {
    throw brokenConstraint(error) === constraint ? new Problem('already-exists', { says }) : error;
  });
}
