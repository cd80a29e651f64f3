import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { ActionName } from '../../domain/actions.ts';
import type { Permit } from '../../domain/decision.ts';
import type { EmployeeId, MessageId, OrganisationId } from '../../domain/ids.ts';
import { asItStands, type MessageWork, type WorkState } from '../../domain/message-work.ts';
import type { Position } from '../../platform/cursor.ts';

/** What an employee can be allowed to do to the work on a message. */
export type WorkAction = Extract<
  ActionName,
  'inbox.take' | 'inbox.give' | 'inbox.let-go' | 'inbox.handle' | 'inbox.reopen'
>;

/** The work on a message as it stands now, with the names of the colleagues in it. */
export interface KnownWork extends MessageWork {
  readonly holderName?: string | undefined;
  readonly changedBy?: EmployeeId | undefined;
  readonly changedByName?: string | undefined;
  readonly changedAt?: Date | undefined;
}

/** One line of what was done. Who did it is there for his own office only. */
export interface WorkAct {
  readonly id: string;
  readonly at: Date;
  readonly action: WorkAction;
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly organisationKvk: string | null;
  readonly employee: EmployeeId | null;
  readonly employeeName: string | null;
  readonly holder: EmployeeId | null;
  readonly holderName: string | null;
  /** What was noted with it, for that office only. */
  readonly note: string | null;
}

interface WorkRow {
  readonly state: WorkState;
  readonly holder: EmployeeId | null;
  readonly holderName: string | null;
  readonly holderHandles: boolean;
  readonly note: string | null;
  readonly changedBy: EmployeeId;
  readonly changedByName: string;
  readonly changedAt: Date;
}

/** The only writer of what an office does with a message. Each office has its own, and sees no other. */
@Injectable()
export class MessageWorkStore {
  /** One at a time for each office and message, from before the question on; there may be no row to lock yet. */
  async lock(work: Work, message: MessageId): Promise<void> {
    await work.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('message-work ' || acting_organisation() || ' ' || $1, 0))`,
      [message],
    );
  }

  /** How far the acting employee's office is. */
  async find(work: Work, permit: Permit<WorkAction | 'inbox.work'>, message: MessageId): Promise<KnownWork> {
    const [row] = await work.query<WorkRow & Record<string, unknown>>(
      `SELECT w.state, w.holder, h.name AS "holderName", handles_now(w.holder, w.client_id) AS "holderHandles",
              w.note, w.changed_by AS "changedBy", c.name AS "changedByName", w.changed_at AS "changedAt"
         FROM message_work w
         LEFT JOIN employee h ON h.id = w.holder
         LEFT JOIN employee c ON c.id = w.changed_by
        WHERE w.organisation_id = acting_organisation() AND w.client_id = $1 AND w.message_id = $2`,
      [permit.client, message],
    );
    if (!row) return { state: 'open' };
    const { state, holder, note, holderName, holderHandles, ...changed } = row;
    const now = asItStands({ state, holder: holder ?? undefined, note: note ?? undefined }, holderHandles);
    return { ...changed, ...now, holderName: now.holder && (holderName ?? undefined) };
  }

  /** Keeps it as it is after a move; says whether it could, for a client may end a mandate meanwhile (R17). */
  async put(
    work: Work,
    permit: Permit<WorkAction>,
    message: MessageId,
    { state, holder, note }: MessageWork,
  ): Promise<boolean> {
    const kept = await work.query(
      `INSERT INTO message_work (organisation_id, client_id, message_id, state, holder, note, changed_by, changed_at)
       SELECT acting_organisation(), m.client_id, m.id, $3, $4, $5, acting_employee(), $6 FROM message m
        WHERE m.client_id = $1 AND m.id = $2 AND may_do('read', m.client_id, m.id, m.sender, m.category, m.assurance, m.delivered_at)
       ON CONFLICT (organisation_id, message_id) DO UPDATE
         SET state = excluded.state, holder = excluded.holder, note = excluded.note,
             changed_by = excluded.changed_by, changed_at = excluded.changed_at,
             version = message_work.version + 1
       RETURNING 1`,
      [permit.client, message, state, holder, note, work.now],
    );
    return kept.length > 0;
  }

  /** Keeps what is noted with this act, by the line of the trail that records it: never changed, never taken away. */
  async keepNote(work: Work, permit: Permit<WorkAction>, message: MessageId, note: string): Promise<void> {
    await work.query(
      `INSERT INTO message_note (act, organisation_id, client_id, message_id, note, made_by, made_at)
       VALUES ($1, acting_organisation(), $2, $3, $4, acting_employee(), $5)`,
      [work.trail.at(-1)?.id, permit.client, message, note, work.now],
    );
  }

  /**
   * What was done with it, newest first: by the acting employee's office with its notes, or for the client by every
   * office and without any (R35).
   */
  acts(
    work: Work,
    permit: Permit<'inbox.work'>,
    message: MessageId,
    before: Position | undefined,
    limit: number,
  ): Promise<WorkAct[]> {
    return work.query<WorkAct & Record<string, unknown>>(
      `SELECT a.id, a.at, a.action, a.organisation_id AS organisation, a.organisation_name AS "organisationName",
              a.organisation_kvk AS "organisationKvk", a.employee_id AS employee, a.employee_name AS "employeeName",
              a.holder_id AS holder, a.holder_name AS "holderName", n.note
         FROM message_work_acts($1, $2, $3, $4, $5) a LEFT JOIN message_note n ON n.act = a.id
        ORDER BY a.at DESC, a.id DESC`,
      [permit.client, message, before?.at, before?.id, limit],
    );
  }
}
