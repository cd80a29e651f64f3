import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { Actor } from '../domain/actor.ts';
import type { Question } from '../domain/decision.ts';
import type { ProblemCode } from '../domain/errors.ts';
import type { ReasonCode } from '../domain/reasons.ts';
import { fingerprint, newId } from '../platform/ids.ts';
import type { Remark, TrailEntry } from './trail-entry.ts';

/** Of so many parts at most there are few ways to put a statement together. */
const fewParts = 3;

/**
 * One transaction of one actor at one instant, with the trail lines that will be committed with it.
 * Use cases get it from the unit of work and pass it on; it does not outlive the transaction.
 */
export class Work {
  private readonly lines: TrailEntry[] = [];
  private readonly questions: Question[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly client: PoolClient,
    readonly actor: Actor,
    readonly now: Date,
  ) {}

  /** The lines to be written at the end. */
  get trail(): readonly TrailEntry[] {
    return this.lines;
  }

  /** What was asked for and allowed so far, in order. */
  get asked(): readonly Question[] {
    return this.questions;
  }

  /** Adds a line for what was asked. The desk does this; use cases only {@link remark}. */
  record(entry: TrailEntry, question: Question): void {
    this.lines.push(entry);
    this.questions.push(question);
  }

  /** Completes a line with what the use case found out: the last one, or the one with this id. */
  remark(remark: Remark, line?: string): void {
    this.rewrite(line, (last) => ({ ...last, ...remark, details: { ...last.details, ...remark.details } }));
  }

  /** One of many acts turned out impossible, and the others go on: its line says so, and why. */
  refuse(why: ReasonCode | ProblemCode, line?: string): void {
    this.rewrite(line, (last) => ({ ...last, outcome: 'refused', reason: why, ground: undefined }));
  }

  private rewrite(line: string | undefined, change: (entry: TrailEntry) => TrailEntry): void {
    const place =
      line === undefined ? this.lines.length - 1 : this.lines.findLastIndex(({ id }) => id === line);
    const found = this.lines[place];
    if (!found) throw new Error('there is no trail line to complete: ask for access first');
    this.lines[place] = change(found);
  }

  /**
   * Adds lines beside the last one, under the same permit: one for each further thing that the act concerns, such as
   * each client on a page.
   */
  note(remarks: readonly Remark[]): void {
    const last = this.lines.at(-1);
    if (!last) throw new Error('there is no trail line to stand beside: ask for access first');
    this.lines.push(...remarks.map((remark) => ({ ...last, ...remark, id: newId() })));
  }

  /** The rows of one table, for its one writer. */
  rows<Row extends ObjectLiteral>(table: EntityTarget<Row>): Repository<Row> {
    return this.manager.getRepository(table);
  }

  /** Does something that may break a constraint: then it alone is undone, and the rest of the work stays. */
  async attempt<Result>(act: () => Promise<Result>): Promise<Result> {
    await this.client.query('SAVEPOINT attempt');
    try {
      const result = await act();
      await this.client.query('RELEASE SAVEPOINT attempt');
      return result;
    } catch (error) {
      await this.client.query('ROLLBACK TO SAVEPOINT attempt');
      throw error;
    }
  }

  /** A statement with parameters, planned anew each time: for lists and rare work. */
  async query<Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }

  /**
   * The same for a statement that is put together from parts: prepared once per connection for each way in which few
   * of them are put together. Of many there are thousands of ways, and each would stay on the connection.
   */
  async assembled<Row extends QueryResultRow>(
    parts: number,
    sql: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return parts <= fewParts
      ? this.named<Row>(fingerprint(sql).slice(0, 32), sql, values)
      : this.query<Row>(sql, values);
  }

  /** A statement that is prepared once per connection under its name: for what happens at every request. */
  async named<Row extends QueryResultRow>(
    name: string,
    sql: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return (await this.client.query<Row>({ name, text: sql, values: [...values] })).rows;
  }
}
