import { Problem } from '../domain/errors.ts';

// SQLSTATEs that come with a server that is busy, stopping or starting, and with two that got in each other's way.
const passing = new Set('57014 57P01 57P02 57P03 57P05 53300 53200 53100 55P03 25P03 40001 40P01'.split(' '));
// What the socket, or a server that lost its files or its master, says when it goes away under us.
const broken =
  /^(08...|58...|XX...|E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST|NET).*|ERR_(STREAM|SOCKET)_.*)$/;
const lost =
  /timeout|terminated|connection (ended|closed|is closed)|not queryable|Driver not Connected|pool|released/i;

/** The code of a PostgreSQL or socket error, wherever the ORM put it. */
export function databaseCode(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}

/** The name of the constraint that a change would have broken. */
export function brokenConstraint(error: unknown): string | undefined {
  const { constraint, driverError } = (error ?? {}) as {
    constraint?: string;
    driverError?: { constraint?: string };
  };
  return driverError?.constraint ?? constraint;
}

/** Whether the database could not do it now, but may do it later. */
function isPassing(error: unknown): boolean {
  const code = databaseCode(error);
  if (code !== undefined) return passing.has(code) || broken.test(code);
  return error instanceof Error && lost.test(error.message);
}

/** What the database could not do now, as a problem that people can act on; anything else as it was. */
export const asProblem = (error: unknown): unknown =>
  isPassing(error) ? new Problem('unavailable', { retryAfterSeconds: 2, cause: error }) : error;
