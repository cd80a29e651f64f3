import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { holdPeople } from '../../clients/hold-people.ts';
import type { Subject } from '../../domain/actor.ts';
import type { Day, Period } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import type { MandateGround } from '../../domain/ground.ts';
import type { ClientId, EmployeeId, MandateId, OrganisationId, UrgentActId } from '../../domain/ids.ts';
import type { EndReason, MandateState } from '../../domain/mandate.ts';
import type { ScopeLine, WideScope } from '../../domain/scope.ts';
import type { Ended, UrgentActState } from '../../domain/urgent-act-request.ts';
import type { Position } from '../../platform/cursor.ts';
import { brokenConstraint } from '../../platform/database.errors.ts';
import { newId } from '../../platform/ids.ts';

/** A request as it is kept. */
export interface UrgentAct {
  readonly id: UrgentActId;
  readonly mandate: MandateId;
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly state: UrgentActState;
  readonly reason: string;
  readonly until: Day;
  readonly askedBy: EmployeeId;
  readonly asker: Subject;
  readonly askedAt: Date;
  readonly decidedBy: Subject | null;
  readonly decidedAt: Date | null;
  readonly answer: string | null;
}

interface EndedRow {
  readonly [column: string]: unknown;
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly ground: MandateGround;
  readonly state: MandateState;
  readonly from: Day;
  readonly until: Day;
  readonly answerBy: Day;
  readonly endsOn: Day | null;
  readonly endReason: EndReason | null;
  readonly endedAt: Date | null;
  readonly suspended: readonly Period[] | null;
  readonly clientLives: boolean;
  readonly halted: boolean;
  readonly overturned: boolean;
  readonly holderDied: boolean;
  readonly lines: readonly (Omit<ScopeLine, 'endedAt' | 'endsOn'> & {
    endedAt: string | null;
    endsOn: Day | null;
  })[];
}

type Row = UrgentAct & Record<string, unknown>;

const columns = `id, mandate_id AS mandate, client_id AS client, organisation_id AS organisation, state, reason,
  until_day::text AS until, asked_by AS "askedBy", asker, asked_at AS "askedAt", decided_by AS "decidedBy",
  decided_at AS "decidedAt", answer`;

/** Requests for urgent acts, and the mandate that an official's leave gives (R31). */
@Injectable()
export class UrgentActStore {
  /** The mandate that is said to have ended, as far as the acting party may see it, with the lines that nobody ended. */
  async mandate(work: Work, id: MandateId): Promise<Ended | undefined> {
    const [row] = await work.query<EndedRow>(
      `SELECT client_id AS client, organisation_id AS organisation, ground, state, from_day::text AS "from",
              until_day::text AS until, answer_by::text AS "answerBy", ends_on::text AS "endsOn",
              end_reason AS "endReason", ended_at AS "endedAt", lines,
              (SELECT jsonb_agg(jsonb_build_object('from', lower(s), 'until', coalesce(upper(s), 'infinity')))
                 FROM unnest(suspensions) AS s) AS suspended,
              NOT has_died(client_id) AS "clientLives", how.halted, how.overturned, how.holder_died AS "holderDied"
         FROM client_mandate, how_it_ended(mandate_id) AS how WHERE mandate_id = $1`,
      [id],
    );
    if (!row) return undefined;
    const { client, organisation, ground, state, answerBy, endsOn, endReason, endedAt } = row;
    const { clientLives, halted, overturned, holderDied } = row;
    return {
      ...{ id, client, organisation, ground, state, answerBy, period: { from: row.from, until: row.until } },
      ...{ endsOn: endsOn ?? undefined, endReason: endReason ?? undefined, endedAt: endedAt ?? undefined },
      ...{ clientLives, halted, overturned, holderDied, suspended: row.suspended ?? undefined },
      lines: row.lines
        .filter((line) => line.endedAt === null)
        .map(({ endsOn: lineEndsOn, endedAt: _, ...line }) => ({ ...line, endsOn: lineEndsOn ?? undefined })),
    };
  }

  /** The same, as it stays until the end of the work: whoever changes it comes before or after. */
  async hold(work: Work, { mandate, client, organisation }: UrgentAct): Promise<Ended | undefined> {
    await holdPeople(work, { client, organisation });
    await work.query('SELECT FROM mandate WHERE id = $1 FOR SHARE', [mandate]);
    return this.mandate(work, mandate);
  }

  /** @throws Problem `already-exists` when it was asked already, and nobody decided. */
  async ask(work: Work, act: UrgentAct): Promise<void> {
    const { id, mandate, client, organisation, state, reason, until, askedBy, asker, askedAt } = act;
    await work
      .query(
        `INSERT INTO urgent_act (id, mandate_id, client_id, organisation_id, state, reason, until_day, asked_by, asker,
                                 asked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, mandate, client, organisation, state, reason, until, askedBy, asker, askedAt],
      )
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'urgent_act_once' ? new Problem('already-exists') : error;
      });
  }

  /** Locks one until the end of the work. */
  async lock(work: Work, id: UrgentActId): Promise<UrgentAct | undefined> {
    const [row] = await work.query<Row>(`SELECT ${columns} FROM urgent_act WHERE id = $1 FOR NO KEY UPDATE`, [
      id,
    ]);
    return row;
  }

  /** Keeps what the acting official decided. */
  async decide(work: Work, _permit: Permit<'urgent-acts.decide'>, act: UrgentAct): Promise<void> {
    await work.query(
      'UPDATE urgent_act SET state = $2, decided_by = $3, decided_at = $4, answer = $5 WHERE id = $1',
      [act.id, act.state, act.decidedBy, act.decidedAt, act.answer],
    );
  }

  /** The mandate that was allowed. */
  async begin(work: Work, act: UrgentActId, lines: readonly WideScope[]): Promise<MandateId> {
    const id = newId<'mandate'>();
    const ids = lines.map(() => newId<'line'>()).sort();
    const given = lines.map((line, place) => ({ id: ids[place], ...line }));
    await work.query('SELECT begin_urgent_acts($1, $2, $3)', [act, id, JSON.stringify(given)]);
    return id;
  }

  /** What waits, longest first; else newest first. One more than the limit when there is more. */
  list(
    work: Work,
    _permit: Permit<'urgent-acts.list'>,
    state: UrgentActState | undefined,
    after: Position | undefined,
    limit: number,
  ): Promise<readonly UrgentAct[]> {
    const [way, beyond] = state === 'requested' ? ['ASC', '>'] : ['DESC', '<'];
    return work.query<Row>(
      `SELECT ${columns} FROM urgent_act WHERE ($1::text IS NULL OR state = $1)
          AND ($2::timestamptz IS NULL OR (asked_at, id) ${beyond} ($2, $3::uuid))
        ORDER BY asked_at ${way}, id ${way} LIMIT $4`,
      [state, after?.at, after?.id, limit],
    );
  }
}
