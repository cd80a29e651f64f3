import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Subject } from '../domain/actor.ts';
import type { Permit } from '../domain/decision.ts';
import { newId } from '../platform/ids.ts';
import type { KeptOrder } from './court-order.kept.ts';

/** That an official approved what lies there now. */
export interface Approval {
  readonly official: Subject;
  readonly at: Date;
  readonly reason: string;
}

/** Who approved an order (R21). The database counts nobody twice, and never the submitter. */
@Injectable()
export class ApprovalStore {
  /** Those of this round that count, oldest first: what somebody approved who was suspended since does not. */
  of(work: Work, { id, round }: Pick<KeptOrder, 'id' | 'round'>): Promise<readonly Approval[]> {
    return work.query<Approval & Record<string, unknown>>(
      `SELECT official, at, reason FROM court_order_approval WHERE order_id = $1 AND round = $2
          AND official_works(official) ORDER BY at, official`,
      [id, round],
    );
  }

  /** The acting official approves, and stands in the register of officials from now on. */
  async add(
    work: Work,
    _permit: Permit<'order.approve'>,
    { id, round }: Pick<KeptOrder, 'id' | 'round'>,
    official: Subject,
    reason: string,
  ): Promise<void> {
    await work.query(
      'INSERT INTO official (id, subject, since) VALUES ($1, $2, $3) ON CONFLICT (subject) DO NOTHING',
      [newId(), official, work.now],
    );
    await work.query(
      'INSERT INTO court_order_approval (order_id, round, official, at, reason) VALUES ($1, $2, $3, $4, $5)',
      [id, round, official, work.now, reason],
    );
  }
}
