import { Injectable } from '@nestjs/common';
import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { ClientId, MandateId, SenderEventId } from '../domain/ids.ts';
import type { SenderEventKind, SenderEventReason } from '../domain/sender-event.ts';

/** What waits for a sender. */
export interface Told {
  readonly [column: string]: unknown;
  readonly id: SenderEventId;
  readonly kind: SenderEventKind;
  readonly why: SenderEventReason;
  readonly mandate: MandateId;
  readonly lines: readonly { readonly category: string; readonly actions: readonly string[] }[];
  readonly madeAt: Date;
  readonly client: ClientId;
  /** The BSN, sealed; nothing for who has none. */
  readonly sealed: string | null;
  readonly office: OfficeInTrail;
}

/** What senders are told. The acts that end something write it, in the database; here it is read and taken. */
@Injectable()
export class SenderEventStore {
  /** What waits for who asks, oldest first. */
  waiting(work: Work, _permit: Permit<'sender-event.list'>, many: number): Promise<Told[]> {
    return work.named<Told>('told-to-sender', 'SELECT * FROM told_to_sender($1)', [many]);
  }

  /**
   * These need not be told again. `known`: how many of them there are, of this sender; `taken`: how many waited until now.
   */
  async acknowledge(
    work: Work,
    _permit: Permit<'sender-event.acknowledge'>,
    events: readonly SenderEventId[],
  ): Promise<{ readonly known: ReadonlySet<SenderEventId>; readonly taken: number }> {
    const known = await work.query<{ id: SenderEventId }>(
      'SELECT id FROM sender_event WHERE id = ANY ($1) AND sender = acting_sender()',
      [events],
    );
    const taken = await work.query(
      `UPDATE sender_event SET acknowledged_at = $2
        WHERE id = ANY ($1) AND sender = acting_sender() AND acknowledged_at IS NULL RETURNING id`,
      [events, work.now],
    );
    return { known: new Set(known.map(({ id }) => id)), taken: taken.length };
  }
}
