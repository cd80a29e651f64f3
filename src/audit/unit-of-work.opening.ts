import pg from 'pg';
import { type Actor, actorKey } from '../domain/actor.ts';

/** What a transaction sees of others: each statement what is there by then, or all of it one snapshot. */
export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';

/**
 * How statements that come again and again are planned: for their values, where PostgreSQL thinks that it pays, or once
 * for everybody's. To plan a list anew costs more than to walk it.
 */
export type Planning = 'for values' | 'once';

/**
 * Begins, and tells the database who acts and when, in one round trip. What an official does and his suspension come one
 * after the other (decision 82): it waits for what he is doing, and what he does after it finds him suspended. With which means
 * a client signed in it is told too: whether that still opens his is asked again when he gives something (decision 81).
 */
export function opening(actor: Actor, isolation: Isolation, now: Date, planning?: Planning): string {
  // What does not parse would not begin either, and what is sent behind it would be no transaction.
  if (actorKey(actor).includes('\0')) throw new Error('nobody has a NUL in his name');
  const [key, at, assurance] = [actorKey(actor), now.toISOString(), actor.assurance].map(pg.escapeLiteral);
  const held = `; SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 13))`;
  const by = actor.kind === 'citizen' ? actor.presented?.index : undefined;
  const means = by ? `, set_config('app.means', ${pg.escapeLiteral(by)}, true)` : '';
  const hold = actor.kind === 'official' && isolation === 'READ COMMITTED' ? held : '';
  return `BEGIN ISOLATION LEVEL ${isolation}; SELECT set_config('app.actor', ${key}, true), set_config('app.now', ${at}, true), set_config('app.assurance', ${assurance}, true)${means}${planning === 'once' ? `, set_config('plan_cache_mode', 'force_generic_plan', true)` : ''}${hold}`;
}
