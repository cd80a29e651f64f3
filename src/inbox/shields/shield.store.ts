import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type {
  ClientId,
  CourtOrderId,
  MandateId,
  MessageId,
  OrganisationId,
  ShieldId,
} from '../../domain/ids.ts';
import type { Category } from '../../domain/scope.ts';
import type { Hidden, Shield } from '../../domain/shield.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { ShieldJson, ShieldPreviewJson } from './shield.json.ts';

/** What is kept of a judge's order. */
export interface ShieldOrder {
  readonly caseNumber: string;
  readonly orderedOn: Day;
  /** The order on which the guardian's mandate rests. */
  readonly order?: CourtOrderId | undefined;
}

interface ShieldRow extends Record<string, unknown> {
  readonly id: ShieldId;
  readonly message: MessageId | null;
  readonly sender: Oin | null;
  readonly nameNl: string | null;
  readonly nameEn: string | null;
  readonly category: Category | null;
  readonly organisation: OrganisationId | null;
  readonly organisationName: string | null;
  readonly by: Shield['by'];
  readonly caseNumber: string | null;
  readonly orderedOn: string | null;
  readonly liftedBy: string | null;
  readonly liftedOn: string | null;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

const select = `SELECT s.id, s.message_id AS message, s.sender, n.name_nl AS "nameNl", n.name_en AS "nameEn",
         s.category, s.organisation_id AS organisation, o.name AS "organisationName", s.shielded_by AS by,
         s.case_number AS "caseNumber", s.ordered_on::text AS "orderedOn", s.made_at AS "madeAt",
         s.ended_at AS "endedAt", t.case_number AS "liftedBy", t.decided_on::text AS "liftedOn"
    FROM shield s LEFT JOIN shield_lifting t ON t.shield_id = s.id LEFT JOIN sender n ON n.oin = s.sender
    LEFT JOIN organisation_name o ON o.id = s.organisation_id`;

const shieldJson = (row: ShieldRow): ShieldJson => ({
  id: row.id,
  message: row.message ?? undefined,
  sender: row.sender
    ? { oin: row.sender, nameNl: row.nameNl ?? row.sender, nameEn: row.nameEn ?? row.sender }
    : undefined,
  category: row.category ?? undefined,
  organisation: row.organisation ? { id: row.organisation, name: row.organisationName ?? '' } : undefined,
  by: row.by,
  order:
    row.caseNumber && row.orderedOn ? { caseNumber: row.caseNumber, orderedOn: row.orderedOn } : undefined,
  lifting: row.liftedBy && row.liftedOn ? { caseNumber: row.liftedBy, decidedOn: row.liftedOn } : undefined,
  madeAt: row.madeAt.toISOString(),
  endedAt: row.endedAt?.toISOString(),
});

/** Which of a client's messages a shield speaks of: `hides` in the dialect of a query, before it is made. */
const spoken = `m.client_id = $1 AND CASE WHEN $2::uuid IS NULL
    THEN ($3::text IS NULL OR m.sender = $3) AND ($4::text IS NULL OR m.category = $4) ELSE m.id = $2 END`;

/** `isOfOwnWill` of src/domain/shield.ts for a line `l` that gives a message `m`: also to finish what came before the end. */
const ofOwnWill = `(l.ground = 'voluntary' OR (l.ground = 'urgent-acts' AND m.delivered_at < reads_before(l.mandate_id)
          AND EXISTS (SELECT FROM client_mandate u JOIN client_mandate p ON p.mandate_id = u.predecessor
                       WHERE u.mandate_id = l.mandate_id AND p.ground = 'voluntary')))`;

type Making = Permit<'shield.make' | 'shield.order'>;
type Ending = Permit<'shield.end' | 'shield.lift'>;

/** The only writer of shields. Row-level security keeps everyone to his own; no office sees any. */
@Injectable()
export class ShieldStore {
  /** Counts those that run, so that there are never too many: of two at once one waits. */
  async running(work: Work, _permit: Making, client: ClientId): Promise<number> {
    await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`shields ${client}`]);
    const [row] = await work.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM shield WHERE client_id = $1 AND ended_at IS NULL',
      [client],
    );
    return row?.count ?? 0;
  }

  /** Keeps a shield: it bites at the next request. */
  async add(
    work: Work,
    _permit: Making,
    client: ClientId,
    { organisation, message, sender, category, by }: Shield,
    order?: ShieldOrder,
  ): Promise<ShieldId> {
    const id = newId<'shield'>();
    await work.query(
      `INSERT INTO shield (id, client_id, organisation_id, message_id, sender, category, shielded_by, case_number,
                           ordered_on, court_order_id, made_at, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, acting_id())`,
      [
        ...[id, client, organisation, message, sender, category, by],
        ...[order?.caseNumber, order?.orderedOn, order?.order, work.now],
      ],
    );
    return id;
  }

  /** One that the acting party may see, of this client if that matters; or nothing. */
  async find(work: Work, id: ShieldId, client?: ClientId): Promise<ShieldJson | undefined> {
    const [row] = await work.query<ShieldRow>(
      `${select} WHERE s.id = $1 AND ($2::uuid IS NULL OR s.client_id = $2)`,
      [id, client],
    );
    return row && shieldJson(row);
  }

  /** Ends it; says whether there was one that the acting party could end. */
  async end(work: Work, _permit: Ending, id: ShieldId): Promise<boolean> {
    const ended = await work.query(
      `UPDATE shield SET ended_at = $2, ended_by = acting_id() WHERE id = $1 AND ended_at IS NULL RETURNING 1`,
      [id, work.now],
    );
    return ended.length > 0;
  }

  /** A page of a client's, the latest first. */
  async list(
    work: Work,
    _permit: Permit<'shield.list' | 'shield.see-orders'>,
    client: ClientId,
    {
      past = false,
      limit,
      cursor,
    }: { past?: boolean | undefined; limit: number; cursor?: string | undefined },
  ): Promise<Page<ShieldJson>> {
    const after = positionOf('shields', cursor);
    const rows = await work.query<ShieldRow>(
      `${select} WHERE s.client_id = $1 AND ($2 OR s.ended_at IS NULL)
          AND ($3::timestamptz IS NULL OR (s.made_at, s.id) < ($3, $4::uuid))
        ORDER BY s.made_at DESC, s.id DESC LIMIT $5`,
      [client, past, after?.at, after?.id, limit + 1],
    );
    return pageOf('shields', rows, limit, ({ madeAt, id }) => ({ at: madeAt, id }), shieldJson);
  }

  /** What it would hide now, and from whom among those whom the client authorised himself. */
  async preview(
    work: Work,
    permit: Permit<'shield.preview'>,
    { message, sender, category }: Hidden,
    organisation: OrganisationId | undefined,
  ): Promise<ShieldPreviewJson> {
    const values = [permit.client, message, sender, category];
    const [count] = await work.query<{ messages: number }>(
      `SELECT count(*)::int AS messages FROM message m WHERE ${spoken}`,
      values,
    );
    const from = await work.query<{ id: OrganisationId; name: string; messages: number }>(
      `SELECT l.organisation_id AS id, o.name, count(DISTINCT m.id)::int AS messages
         FROM message m
         JOIN mandate_scope l ON l.client_id = m.client_id AND l.in_force AND ${ofOwnWill}
          AND l.sender = m.sender AND (l.category = 'all' OR l.category = m.category) AND 'read' = ANY (l.actions)
         JOIN organisation_name o ON o.id = l.organisation_id
        WHERE ${spoken} AND ($5::uuid IS NULL OR l.organisation_id = $5)
        GROUP BY l.organisation_id, o.name ORDER BY o.name, l.organisation_id`,
      [...values, organisation],
    );
    return { messages: count?.messages ?? 0, from };
  }

  /** Whom a judge's order is about: client, guardian and the order on which his mandate rests; or nothing. */
  async guardianOf(work: Work, mandate: MandateId): Promise<Guardian | undefined> {
    const [found] = await work.query<Guardian & Record<string, unknown>>(
      `SELECT client_id AS client, organisation_id AS organisation, ground, court_order_id AS order
         FROM client_mandate WHERE mandate_id = $1`,
      [mandate],
    );
    return found;
  }
}

/** The guardian of a client, as the mandates room tells. */
export interface Guardian {
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly ground: string;
  readonly order: CourtOrderId | null;
}
