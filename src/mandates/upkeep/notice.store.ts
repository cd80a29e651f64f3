import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { MandateGround } from '../../domain/ground.ts';
import type { ClientId, CoverId, Id, MandateId, OrganisationId } from '../../domain/ids.ts';
import type { NoticeKind, Recipient } from '../../domain/notice.ts';
import type { Position } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { ListNotices } from './notice.request.ts';
import type { LapsedCover } from './notice.writer.ts';

/** A notice before it is kept. */
export interface NewNotice {
  readonly kind: NoticeKind;
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly mandate: MandateId;
  readonly recipient: Recipient;
  readonly dueOn: Day;
  readonly about: Day;
}

/** A notice with what its words name. */
export interface SeenNotice extends Omit<NewNotice, 'client' | 'organisation' | 'mandate'> {
  /** Nobody when it is about the people of the office. */
  readonly client: ClientId | null;
  /** Nothing of either when a life event is about the client himself. */
  readonly organisation: OrganisationId | null;
  readonly mandate: MandateId | null;
  readonly id: Id<'notice'>;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly clientName: string | null;
  readonly reference: string | null;
  readonly ground: MandateGround | null;
  readonly office: string | null;
  readonly kvk: string | null;
  /** The cover that lapsed, by the names of the two and of who left. */
  readonly cover: (LapsedCover & { readonly id: CoverId }) | null;
}

/** In the words of the indexes by side. */
const ofSide: Readonly<Record<Recipient, string>> = {
  client: `recipient = 'client' AND client_id = acting_client()`,
  organisation: `recipient = 'organisation' AND organisation_id = acting_organisation()`,
};

/**
 * What people are to hear without having asked. The sending comes later, and needs nothing else than this: read what
 * has no `sent_at` in the order of (made_at, id), leave out what does not hold any more because the mandate was
 * renewed or is over meanwhile (what a life event made holds, and what says that it is over), send, and write `sent_at`.
 */
@Injectable()
export class NoticeStore {
  /** Keeps them, each once: of what another process made first nothing happens. How many are new. */
  async add(work: Work, notices: readonly NewNotice[]): Promise<number> {
    if (notices.length === 0) return 0;
    const [row] = await work.query<{ added: number }>(
      `WITH added AS (
         INSERT INTO notice (id, kind, client_id, organisation_id, mandate_id, recipient, due_on, about, made_at)
         SELECT id, kind, client, organisation, mandate, recipient, "dueOn", about, $2
           FROM jsonb_to_recordset($1::jsonb) AS made(id uuid, kind text, client uuid, organisation uuid, mandate uuid,
                                                      recipient text, "dueOn" date, about date)
         ON CONFLICT ON CONSTRAINT notice_once DO NOTHING RETURNING 1)
       SELECT count(*)::int AS added FROM added`,
      [JSON.stringify(notices.map((notice) => ({ id: newId(), ...notice }))), work.now],
    );
    return row?.added ?? 0;
  }

  /** Keeps what the other side of an end is to hear: told by who ends it, who does not see it himself. */
  async tell(work: Work, notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    await work.query(
      `INSERT INTO notice (id, kind, client_id, organisation_id, mandate_id, recipient, due_on, about, made_at)
       SELECT id, kind, client, organisation, mandate, recipient, "dueOn", about, $2
         FROM jsonb_to_recordset($1::jsonb) AS made(id uuid, kind text, client uuid, organisation uuid, mandate uuid,
                                                    recipient text, "dueOn" date, about date)`,
      [JSON.stringify(notices.map((notice) => ({ id: newId(), ...notice }))), work.now],
    );
  }

  /**
   * Those that the acting party is to hear of, newest first. Whose, row-level security keeps to (R33, R34); that it can be
   * but one side's is said here as well, so that its own notices are walked and not everybody's.
   */
  list(
    work: Work,
    _permit: Permit<'notice.list'>,
    wish: ListNotices,
    after: Position | undefined,
    limit: number,
  ): Promise<SeenNotice[]> {
    return work.query<SeenNotice & Record<string, unknown>>(
      `WITH page AS (
         SELECT * FROM notice
          WHERE ${ofSide[work.actor.kind === 'employee' ? 'organisation' : 'client']}
            AND ($1::text IS NULL OR kind = $1) AND ($2::uuid IS NULL OR client_id = $2)
            AND ($3::timestamptz IS NULL OR (made_at, id) < ($3, $4::uuid))
          ORDER BY made_at DESC, id DESC LIMIT $5)
       SELECT n.id, n.kind, n.client_id AS client, n.organisation_id AS organisation, n.mandate_id AS mandate,
              n.recipient, n.due_on::text AS "dueOn", n.about::text AS about, n.made_at AS "madeAt",
              n.sent_at AS "sentAt", c.name AS "clientName", m.reference, m.ground, o.name AS office, o.kvk,
              CASE WHEN k.id IS NOT NULL THEN jsonb_build_object(
                'id', k.id, 'absent', k.absent_name, 'substitute', k.substitute_name, 'from', k.from_day,
                'until', k.until_day, 'absentLeft', n.employee_id = k.absent,
                'began', k.from_day <= n.due_on) END AS cover
         FROM page n LEFT JOIN organisation_name o ON o.id = n.organisation_id
         LEFT JOIN mandate m ON m.id = n.mandate_id LEFT JOIN client_name c ON c.id = n.client_id
         LEFT JOIN cover_name k ON k.id = n.cover_id
        ORDER BY n.made_at DESC, n.id DESC`,
      [wish.kind, wish.client, after?.at, after?.id, limit],
    );
  }
}
