import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import type pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Actor } from '../domain/actor.ts';
import { AccessDenied, Problem, type ProblemCode } from '../domain/errors.ts';
import { Clock } from '../platform/clock.ts';
import { asProblem, databaseCode } from '../platform/database.errors.ts';
import type { TrailEntry } from './trail-entry.ts';
import { type Isolation, opening, type Planning } from './unit-of-work.opening.ts';
import { type Appending, appending } from './trail.store.ts';
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
    await this.transact(actor, 'READ COMMITTED', () => Promise.resolve([refused.entry]));
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
    await this.transact(actor, 'READ COMMITTED', () => Promise.resolve(lines));
  }

  private async recorded<Result>(
    actor: Actor,
    isolation: Isolation,
    useCase: (work: Work) => Promise<Result>,
    { lines = 'all', planning }: { lines?: 'all' | 'refusals only'; planning?: Planning } = {},
  ): Promise<Result> {
    let asked: readonly TrailEntry[] = [];
    try {
      let result: Result | undefined;
      const act = async (work: Work): Promise<readonly TrailEntry[]> => {
        asked = work.trail; // grows while the use case goes on
        result = await useCase(work);
        if (work.trail.length === 0) throw new Error('a use case must ask for access before it ends');
        return lines === 'all' ? work.trail : [];
      };
      await this.transact(actor, isolation, act, planning);
      return result as Result;
    } catch (error) {
      if (error instanceof Refused) await this.refuse(actor, error);
      else if (error instanceof Problem && !fleeting.has(error.code)) await this.notDone(actor, asked, error);
      throw error;
    }
  }

  /** One transaction, that ends with the lines that `act` gives. */
  private async transact(
    actor: Actor,
    isolation: Isolation,
    act: (work: Work) => Promise<readonly TrailEntry[]>,
    planning?: Planning,
  ): Promise<void> {
    const runner = this.database.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const now = this.clock.now(); // not earlier: while it waits for a connection, authority may end
      const work = new Work(runner.manager, client, actor, now);
      // Not waited for: what follows is sent behind it, and can do nothing when it failed.
      const opened = client.query(opening(actor, isolation, now, planning));
      const failed = opened.then(
        () => undefined,
        (cause: Error) => cause,
      );
      begun(runner, true); // the ORM must not begin its own
      let record: Appending | undefined;
      try {
        const lines = await act(work);
        await opened;
        record = lines.length > 0 ? appending(lines) : undefined;
      } catch (error) {
        const first = await failed;
        await abandon(client);
        throw first ?? error;
      }
      await complete(work, client, record);
    } catch (error) {
      throw asProblem(error);
    } finally {
      begun(runner, false);
      await runner.release();
    }
  }
}

/**
 * No record, no access (R40): whatever keeps the lines from being written undoes the act, and nothing leaves. The end is sent
 * right behind the lines: when they were not written, the database undoes.
 * @throws Problem `unavailable`, or `outcome-unknown` when nobody knows whether it was done.
 */
async function complete(work: Work, client: PoolClient, record?: Appending): Promise<void> {
  const written = record && work.named(record.name, record.sql, record.values);
  const [kept, ended] = await Promise.allSettled([written, commit(client)]);
  if (ended.status === 'rejected') throw ended.reason;
  if (kept.status === 'rejected')
    throw new Problem('unavailable', { retryAfterSeconds: 2, cause: kept.reason });
  if (!ended.value) throw new Error('the transaction was rolled back instead of committed');
}

/** Tells the ORM whether a transaction is open; it would know only of those that it began itself. */
const begun = (runner: QueryRunner, open: boolean): void =>
  void Object.assign(runner, { isTransactionActive: open });

/** Undoes. A connection that cannot even do that is closed, so that nobody else gets it. */
const abandon = (client: PoolClient): Promise<unknown> =>
  client.query('ROLLBACK').catch(() => void (client as unknown as pg.Client).end().catch(() => undefined));

/**
 * Commits; `false` when the database undid it instead. When the answer does not come, nobody knows whether it was done:
 * @throws Problem `outcome-unknown`; a retry with the same key settles it.
 */
async function commit(client: PoolClient): Promise<boolean> {
  const answer = await client.query('COMMIT').catch((cause: unknown) => {
    throw new Problem('outcome-unknown', { retryAfterSeconds: 2, cause });
  });
  return answer.command === 'COMMIT';
}
