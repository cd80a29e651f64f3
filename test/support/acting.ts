import type pg from 'pg';
import { Work } from '../../src/audit/work.ts';
import { type Actor, actorKey } from '../../src/domain/actor.ts';

/** Lets somebody do something past every route, in a transaction that knows him and his instant; it leaves nothing. */
export const actingOn =
  (application: () => pg.Client) =>
  async <Result>(actor: Actor, now: Date, act: (work: Work) => Promise<Result>): Promise<Result> => {
    const client = application();
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', $3, true)`,
      [actorKey(actor), now.toISOString(), actor.assurance],
    );
    try {
      return await act(new Work(undefined as never, client as never, actor, now));
    } finally {
      await client.query('ROLLBACK');
    }
  };
