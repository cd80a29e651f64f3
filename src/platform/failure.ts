import { AccessDenied, Problem } from '../domain/errors.ts';
import { brokenConstraint, databaseCode } from './database.errors.ts';

/** A line of a stack that is of ours: the function, and the file with its line. */
const ours = /^\s*at (?:async )?(?:([\w.<>]+) \()?.*?((?:dist\/)?src\/[\w./-]+:\d+):\d+\)?$/;

/** Where in our own code it happened. */
function placeOf({ name, message, stack = '' }: Error): string {
  // What comes before is the message, which may hold words of others.
  const frames = stack.slice(stack.indexOf(message) + message.length || name.length).split('\n');
  for (const frame of frames) {
    const [, called, file] = ours.exec(frame) ?? [];
    if (file) return ` at ${called ? `${called} ` : ''}(${file})`;
  }
  return '';
}

function whatOf(error: Error): string {
  if (error instanceof Problem) return error.code;
  if (error instanceof AccessDenied) return error.reason;
  const code = databaseCode(error);
  if (code === undefined) return error.name;
  const constraint = brokenConstraint(error);
  return constraint ? `${code} (${constraint})` : code;
}

/**
 * What failed, for the log and for who looks after the queue: codes, and a place in our own code. What an error says in
 * words is left out, because it may hold what must not be logged (R2).
 */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error';
  const what = `${whatOf(error)}${placeOf(error)}`;
  return error.cause === undefined ? what : `${what}, because of ${failureOf(error.cause)}`;
}
