import type { TestDatabase } from './database.ts';

type Lock = 'advisory' | 'transactionid';

/** Until so many wait in this database for a lock that others hold, of this kind or of any; half a minute at most. */
export async function untilSomebodyWaits({ admin }: TestDatabase, kind?: Lock, many = 1): Promise<void> {
  const waiting = `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
                    WHERE NOT granted AND datname = current_database() AND ($1::text IS NULL OR locktype = $1)`;
  const until = Date.now() + 30_000;
  while (((await admin.query(waiting, [kind])).rowCount ?? 0) < many && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/**
 * Lets things that wait for one person happen one after the other, in the order in which they are given: while he is held,
 * each comes to wait behind the one before it.
 */
export async function inARow<Answer>(
  database: TestDatabase,
  person: string,
  things: readonly (() => PromiseLike<Answer>)[],
): Promise<Answer[]> {
  const holding = await database.admin.connect();
  try {
    await holding.query('BEGIN');
    await holding.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 13))', [person]);
    const answers: Promise<Answer>[] = [];
    for (const thing of things) {
      answers.push(Promise.resolve(thing()));
      await untilSomebodyWaits(database, 'advisory', answers.length);
    }
    await holding.query('COMMIT');
    return await Promise.all(answers);
  } finally {
    holding.release();
  }
}
