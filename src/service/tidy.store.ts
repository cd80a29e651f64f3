import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';

/** How long repeated requests find their answer, in hours; 24 are promised. */
const answerHours = 48;
/** How long a used allowance can matter, in hours. */
const allowanceHours = 24;

/** Removes what is no longer needed. */
@Injectable()
export class TidyStore {
  /** How many kept answers and used allowances went. Nothing, when another process is at it. */
  async tidy(work: Work, _permit: Permit<'house.tidy'>): Promise<{ answers: number; allowances: number }> {
    const [lock] = await work.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('volmacht tidy')) AS mine`,
    );
    if (!lock?.mine) return { answers: 0, allowances: 0 };
    const before = (hours: number) => new Date(work.now.getTime() - hours * 3_600_000);
    const answers = await work.query('DELETE FROM answer WHERE at < $1 RETURNING 1', [before(answerHours)]);
    const allowances = await work.query('DELETE FROM allowance WHERE starts < $1 RETURNING 1', [
      before(allowanceHours),
    ]);
    return { answers: answers.length, allowances: allowances.length };
  }
}
