import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { type Actor, actorKey } from '../domain/actor.ts';
import { AccessDenied, Problem, type ProblemCode } from '../domain/errors.ts';
import { Clock } from '../platform/clock.ts';
import { asProblem, databaseCode } from '../platform/database.errors.ts';
import type { TrailEntry } from './trail-entry.ts';
import { append } from './trail.store.ts';
import { Work } from './work.ts';

/** A refusal on its way out of a transaction, with the line that records it. */
export class Refused extends AccessDenied {
  constructor(
    denial: AccessDenied,
    readonly entry: TrailEntry,
  ) {
    super(denial.reason, denial.concealed, denial.neededAssurance, denial.since);
  }
}

/** Problems that say nothing of the act: it may well succeed when it is repeated. */
const fleeting: ReadonlySet<ProblemCode> = new Set(['unavailable', 'outcome-unknown', 'request-in-progress']);

type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';

/**
 * How statements that come again and again are planned: for their values, where PostgreSQL thinks that it pays, or once
 * for everybody's. To plan a list anew costs more than to walk it.
 */
export type Planning = 'for values' | 'once';

/**
 * Nothing happens off the record. Each use case is one transaction in which the acting party is known to the
 * database, and that ends with its trail lines; a use case that never asked for access cannot commit (R40).
 */
@Injectable()
export class UnitOfWork {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** For changes. Rows that the decision rests on are to be locked before asking. */
  run<Result>(actor: Actor, useCase: (work: Work) => Promise<Result>): Promise<Result> {
    return this.recorded(actor, 'READ COMMITTED', useCase);
  }

  /**
   * For everything that discloses: check and read see one snapshot, taken after the request came in, so that
   * what was revoked before cannot be read (R17). Repeated when a concurrent change got in between.
   */
  async disclose<Result>(
    actor: Actor,
    useCase: (work: Work) => Promise<Result>,
    planning: Planning = 'for values',
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.recorded(actor, 'REPEATABLE READ', useCase, { planning });
      } catch (error) {
        const clashed = error instanceof Problem && databaseCode(error.cause) === '40001';
        if (!clashed || attempt === 3) throw error;
      }
    }
  }

  /**
   * For the parts of something that stands in the trail already, or whose line comes with its last part: asks again, in
   * a snapshot of its own. Only a refusal makes a line.
   */
  goOn<Result>(actor: Actor, useCase: (work: Work) => Promise<Result>): Promise<Result> {
    return this.recorded(actor, 'REPEATABLE READ', useCase, { lines: 'refusals only' });
  }

  /** Records a refusal for which no transaction was open, such as one at the door. */
  async refuse(actor: Actor, refused: Refused): Promise<void> {
    await this.transact(actor, 'READ COMMITTED', (work) => keep(work, [refused.entry]));
  }

  /** What was allowed and turned out impossible is on the record too, with why: nothing was changed by it. */
  private async notDone(actor: Actor, asked: readonly TrailEntry[], { code }: Problem): Promise<void> {
    if (asked.length === 0) return;
    const lines = asked.map((line) => ({
      ...line,
      outcome: 'refused' as const,
      reason: code,
      ground: undefined,
    }));
    await this.transact(actor, 'READ COMMITTED', (work) => keep(work, lines));
  }

  private async recorded<Result>(
    actor: Actor,
    isolation: Isolation,
    useCase: (work: Work) => Promise<Result>,
    { lines = 'all', planning }: { lines?: 'all' | 'refusals only'; planning?: Planning } = {},
  ): Promise<Result> {
    let asked: readonly TrailEntry[] = [];
    try {
      const act = async (work: Work): Promise<Result> => {
        asked = work.trail; // grows while the use case goes on
        const result = await useCase(work);
        if (work.trail.length === 0) throw new Error('a use case must ask for access before it ends');
        if (lines === 'all') await keep(work, work.trail);
        return result;
      };
      return await this.transact(actor, isolation, act, planning);
    } catch (error) {
      if (error instanceof Refused) await this.refuse(actor, error);
      else if (error instanceof Problem && !fleeting.has(error.code)) await this.notDone(actor, asked, error);
      throw error;
    }
  }

  private async transact<Result>(
    actor: Actor,
    isolation: Isolation,
    act: (work: Work) => Promise<Result>,
    planning?: Planning,
  ): Promise<Result> {
    const runner = this.database.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const now = this.clock.now(); // not earlier: while it waits for a connection, authority may end
      let result: Result;
      try {
        await client.query(opening(actor, isolation, now, planning));
        begun(runner, true); // in one round trip, above; the ORM must not begin its own
        result = await act(new Work(runner.manager, client, actor, now));
      } catch (error) {
        await abandon(client);
        throw error;
      }
      await commit(client);
      return result;
    } catch (error) {
      throw asProblem(error);
    } finally {
      begun(runner, false);
      await runner.release();
    }
  }
}

/**
 * No record, no access (R40): whatever keeps the lines from being written undoes the act, and nothing leaves.
 * @throws Problem `unavailable`.
 */
async function keep(work: Work, lines: readonly TrailEntry[]): Promise<void> {
  await append(work, lines).catch((cause: unknown) => {
    throw new Problem('unavailable', { retryAfterSeconds: 2, cause });
  });
}

/** Tells the ORM whether a transaction is open; it would know only of those that it began itself. */
const begun = (runner: QueryRunner, open: boolean): void =>
  void Object.assign(runner, { isTransactionActive: open });

/**
 * Begins, and tells the database who acts and when, in one round trip. What an official does and his suspension come one
 * after the other (decision 82): it waits for what he is doing, and what he does after it finds him suspended. With which means
 * a client signed in it is told too: whether that still opens his is asked again when he gives something (decision 81).
 */
function opening(actor: Actor, isolation: Isolation, now: Date, planning?: Planning): string {
  const [key, at, assurance] = [actorKey(actor), now.toISOString(), actor.assurance].map(pg.escapeLiteral);
  const held = `; SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 13))`;
  const by = actor.kind === 'citizen' ? actor.presented?.index : undefined;
  const means = by ? `, set_config('app.means', ${pg.escapeLiteral(by)}, true)` : '';
  const hold = actor.kind === 'official' && isolation === 'READ COMMITTED' ? held : '';
  return `BEGIN ISOLATION LEVEL ${isolation}; SELECT set_config('app.actor', ${key}, true), set_config('app.now', ${at}, true), set_config('app.assurance', ${assurance}, true)${means}${planning === 'once' ? `, set_config('plan_cache_mode', 'force_generic_plan', true)` : ''}${hold}`;
}

/** Undoes. A connection that cannot even do that is closed, so that nobody else gets it. */
async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch {
    void (client as unknown as pg.Client).end().catch(() => undefined);
  }
}

/**
 * Commits. When the answer to that does not come, or comes with a warning, nobody knows whether it was done:
 * @throws Problem `outcome-unknown`; a retry with the same key settles it.
 */
async function commit(client: PoolClient): Promise<void> {
  const answer = await client.query('COMMIT').catch((cause: unknown) => {
    throw new Problem('outcome-unknown', { retryAfterSeconds: 2, cause });
  });
  if (answer.command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed');
}
