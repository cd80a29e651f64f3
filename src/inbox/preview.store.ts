import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { MandateId, OrganisationId } from '../domain/ids.ts';
import type { Category, WideScope } from '../domain/scope.ts';

/** The messages of one kind that a client has now, as far as they are not shielded from who is looked at. */
export interface Group {
  readonly sender: Oin;
  readonly category: Category | null;
  /** They came after the end, so that nobody who finishes something reads them (R31). */
  readonly late: boolean;
  readonly messages: number;
  /** How many there are besides that are shielded. */
  readonly shielded: number;
  readonly oldest: Day;
  readonly newest: Day;
}

/** Towards whom is looked: one office, or whoever is authorised. A client cannot shield from a guardian. */
export interface Towards {
  readonly organisation?: OrganisationId | undefined;
  /** As `isOfOwnWill` of src/domain/shield.ts: also who finishes something after the end of what the client gave. */
  readonly ofOwnWill: boolean;
  /** The mandate, when it is to finish something after an end (R31). */
  readonly urgent?: MandateId | null | undefined;
}

/** The names of a sender, or of all of them. */
export interface SenderNames {
  readonly oin?: Oin | undefined;
  readonly nameNl: string;
  readonly nameEn: string;
}

/** Counts in a client's own inbox, for the client. */
@Injectable()
export class PreviewStore {
  /** The open lines of a mandate, none when it is over, and of whom it is, as the mandates room publishes them. */
  linesOf(
    work: Work,
    _permit: Permit<'mandate.preview'>,
    mandate: MandateId,
  ): Promise<(WideScope & Towards)[]> {
    return work.query<WideScope & Towards & Record<string, unknown>>(
      `SELECT l.sender, l.category, l.actions, l.organisation_id AS organisation,
              coalesce(p.ground, l.ground) = 'voluntary' AS "ofOwnWill",
              CASE l.ground WHEN 'urgent-acts' THEN l.mandate_id END AS urgent
         FROM mandate_scope l
         LEFT JOIN client_mandate u ON u.mandate_id = l.mandate_id AND l.ground = 'urgent-acts'
         LEFT JOIN client_mandate p ON p.mandate_id = u.predecessor
        WHERE l.mandate_id = $1 AND l.open AND l.standing ORDER BY l.line_id`,
      [mandate],
    );
  }

  /** All messages of the client, counted by sender and category, and what he or a judge shields of them. */
  groups(
    work: Work,
    permit: Permit<'mandate.preview' | 'inbox.preview'>,
    { organisation, ofOwnWill, urgent }: Towards,
  ): Promise<Group[]> {
    return work.query<Group & Record<string, unknown>>(
      `SELECT sender, category, late, (count(*) FILTER (WHERE NOT hidden))::int AS messages,
              (count(*) FILTER (WHERE hidden))::int AS shielded,
              to_char(min(delivered_at) FILTER (WHERE NOT hidden) AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')
                AS oldest,
              to_char(max(delivered_at) FILTER (WHERE NOT hidden) AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')
                AS newest
         FROM (SELECT m.sender, m.category, m.delivered_at,
                      $4::uuid IS NOT NULL AND NOT coalesce(m.delivered_at < (SELECT reads_before($4)), false) AS late,
                      EXISTS (
                 SELECT FROM shield s
                  WHERE s.client_id = m.client_id AND s.ended_at IS NULL AND (s.shielded_by = 'court' OR $3)
                    AND (s.organisation_id IS NULL OR s.organisation_id = $2)
                    AND CASE WHEN s.message_id IS NULL
                             THEN (s.sender IS NULL OR s.sender = m.sender)
                              AND (s.category IS NULL OR s.category = m.category)
                             ELSE s.message_id = m.id END) AS hidden
                 FROM message m WHERE m.client_id = $1) AS given
        GROUP BY sender, category, late ORDER BY sender, category, late`,
      [permit.client, organisation, ofOwnWill, urgent],
    );
  }

  /** The names of these senders; who is not registered is not among them. */
  async names(work: Work, wanted: readonly WideScope['sender'][]): Promise<ReadonlyMap<Oin, SenderNames>> {
    const found = await work.query<SenderNames & { oin: Oin } & Record<string, unknown>>(
      'SELECT oin, name_nl AS "nameNl", name_en AS "nameEn" FROM sender WHERE oin = ANY ($1)',
      [wanted],
    );
    return new Map(found.map((row) => [row.oin, row]));
  }
}
