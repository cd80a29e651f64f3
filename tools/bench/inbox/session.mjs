import 'reflect-metadata';
import pg from 'pg';

const built = (file) => import(`../../../dist/src/${file}`);

/**
 * A connection as the product makes it, and its unit of work: the very stores of the product run on it, with the
 * acting party known to the database. `now` stands still, so that every round asks the same.
 */
export async function session(url) {
  const { Work } = await built('audit/work.js');
  const { actorKey } = await built('domain/actor.js');
  const client = new pg.Client({ connectionString: url, options: '-c role=volmacht_app -c timezone=UTC' });
  await client.connect();
  const now = new Date();
  let seen;
  const ask = client.query.bind(client);
  client.query = (...given) => {
    const [first, values = []] = given;
    seen?.push(typeof first === 'string' ? { text: first, values } : first);
    return ask(...given);
  };
  /** Opens a transaction as the unit of work does; what comes again and again is planned once, unless said otherwise. */
  const open = (actor, once = true) => {
    const [key, at, assurance] = [actorKey(actor), now.toISOString(), actor.assurance].map(pg.escapeLiteral);
    return ask(
      `BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT set_config('app.actor', ${key}, true), set_config('app.now', ${at}, true), set_config('app.assurance', ${assurance}, true)${once ? `, set_config('plan_cache_mode', 'force_generic_plan', true)` : ''}`,
    );
  };
  /** Lets somebody act in a transaction; gives what came of it, and the milliseconds between the first question and the last answer. */
  const act = async (actor, doing, once = true) => {
    await open(actor, once);
    const work = new Work(undefined, client, actor, now);
    const began = performance.now();
    try {
      const result = await doing(work);
      return { result, milliseconds: performance.now() - began };
    } finally {
      await ask('ROLLBACK');
    }
  };
  /** The statements that `doing` asks, with their values. */
  const statements = async (actor, doing, once = true) => {
    seen = [];
    try {
      await act(actor, doing, once);
      return seen;
    } finally {
      seen = undefined;
    }
  };
  return { act, statements, open, client, ask, now, close: () => client.end() };
}

/** What a store asks for as proof that the desk decided; the benchmark measures the store alone. */
export const permit = { action: 'inbox.list' };
