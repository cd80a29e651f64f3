import type { TestDatabase } from './database.ts';

/**
 * Lets things that wait for one person happen one after the other, in the order in which they are given: while he is held,
 * each comes to wait behind the one before it.
 */
export async function inARow<Answer>(
  { admin }: TestDatabase,
  person: string,
  things: readonly (() => PromiseLike<Answer>)[],
): Promise<Answer[]> {
  const holding = await admin.connect();
  const waiting = `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
                    WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`;
  try {
    await holding.query('BEGIN');
    await holding.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 13))', [person]);
    const answers: Promise<Answer>[] = [];
    for (const thing of things) {
      answers.push(Promise.resolve(thing()));
      const until = Date.now() + 30_000;
      while (((await admin.query(waiting)).rowCount ?? 0) < answers.length && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await holding.query('COMMIT');
    return await Promise.all(answers);
  } finally {
    holding.release();
  }
}
