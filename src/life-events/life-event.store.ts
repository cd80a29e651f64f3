import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Subject } from '../domain/actor.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { ClientId, LifeEventId, MandateId } from '../domain/ids.ts';
import type {
  KnownLife,
  LifeEffect,
  LifeEvent,
  LifeEventOutcome,
  LifeEventQuestion,
} from '../domain/life-event.ts';
import type { MandateState } from '../domain/mandate.ts';
import { Cipher } from '../platform/cipher.ts';
import type { Position } from '../platform/cursor.ts';
import { newId } from '../platform/ids.ts';
import type { ToldEvent } from './life-events.port.ts';

/** An event as it is kept, opened. */
export interface KeptEvent extends LifeEvent {
  readonly id: LifeEventId;
  readonly source: string;
  readonly client: ClientId;
  readonly clientName: string | null;
  readonly receivedAt: Date;
  readonly outcome: LifeEventOutcome;
  readonly question: LifeEventQuestion | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly reason: string | null;
}

/** A mandate that ended with a death. */
export interface EndedMandate {
  readonly mandate: MandateId;
  readonly client: ClientId;
  readonly office: OfficeInTrail;
  readonly before: MandateState;
  readonly after: MandateState;
}

interface Row extends Omit<KeptEvent, 'name' | 'country' | 'address'> {
  readonly sealed: string | null;
  readonly [more: string]: unknown;
}

interface KnownRow {
  readonly id: ClientId;
  readonly diedOn: Day | null;
  readonly correctedOn: Day | null;
  readonly name: string | null;
  readonly nameSince: Day | null;
  readonly abroad: boolean;
  readonly residenceSince: Day | null;
  readonly country: string | null;
  readonly addressSealed: string | null;
  readonly ofAgeOn: Day | null;
  readonly [more: string]: unknown;
}

/** What of an event is sealed. */
type Details = Pick<LifeEvent, 'name' | 'country' | 'address'>;

const columns = `e.id, e.source, e.client_id AS client, e.kind, e.effective_on::text AS "effectiveOn",
  e.sealed, e.received_at AS "receivedAt", e.outcome, e.question, e.settled_at AS "settledAt",
  e.settled_by AS "settledBy", e.reason,
  (SELECT c.name FROM client_name c WHERE c.id = e.client_id) AS "clientName"`;

/** The only writer of life events, and of what follows from them. */
@Injectable()
export class LifeEventStore {
  constructor(private readonly cipher: Cipher) {}

  /**
   * Takes an event in: once, however often it is told. Nothing when the person is no client of this service; `isNew`
   * when it is to be carried out.
   */
  async take(
    work: Work,
    _permit: Permit<'life-event.report' | 'life-event.follow'>,
    source: string,
    told: ToldEvent,
  ): Promise<{ readonly id: LifeEventId; readonly isNew: boolean } | undefined> {
    const { eventId, bsn, kind, effectiveOn, name, country, address } = told;
    const id = newId<'life event'>();
    const details = JSON.stringify({ name, country, address } satisfies Details);
    const print = this.cipher.index(JSON.stringify([kind, effectiveOn, bsn, details]));
    const [row] = await work.query<{ id: LifeEventId | null; isNew: boolean }>(
      'SELECT id, is_new AS "isNew" FROM take_life_event($1, $2, $3, $4, $5)',
      [
        id,
        this.cipher.index(bsn),
        JSON.stringify({ source, eventId, kind, effectiveOn }),
        details === '{}' ? null : this.cipher.seal(details, id),
        print,
      ],
    );
    return row?.id ? { id: row.id, isNew: row.isNew } : undefined;
  }

  /** An event; of two works on one person one comes first, and the other sees what became of it. */
  async lock(work: Work, id: LifeEventId): Promise<KeptEvent | undefined> {
    await work.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(client_id::text, 36)) FROM life_event WHERE id = $1',
      [id],
    );
    const [row] = await work.query<Row>(`SELECT ${columns} FROM life_event e WHERE e.id = $1`, [id]);
    return row && this.opened(row);
  }

  /** Events in the order in which they came: those that an official is to look at, or all. */
  async page(
    work: Work,
    _permit: Permit<'life-event.list'>,
    { open, client }: { readonly open: boolean; readonly client?: ClientId | undefined },
    after: Position | undefined,
    limit: number,
  ): Promise<readonly KeptEvent[]> {
    const rows = await work.query<Row>(
      `SELECT ${columns} FROM life_event e
        WHERE (NOT $1 OR (e.question IS NOT NULL AND e.settled_at IS NULL))
          AND ($2::uuid IS NULL OR e.client_id = $2)
          AND ($3::timestamptz IS NULL OR (e.received_at, e.id) > ($3, $4::uuid))
        ORDER BY e.received_at, e.id LIMIT $5`,
      [open, client, after?.at, after?.id, limit],
    );
    return rows.map((row) => this.opened(row));
  }

  /** What is known of these people. */
  async known(work: Work, clients: readonly ClientId[]): Promise<ReadonlyMap<ClientId, KnownLife>> {
    const rows = await work.query<KnownRow>(
      `SELECT c.id, c.died_on::text AS "diedOn", c.name, c.abroad, l.name_since::text AS "nameSince",
              l.residence_since::text AS "residenceSince", l.country, l.address_sealed AS "addressSealed",
              l.of_age_on::text AS "ofAgeOn",
              (SELECT max(e.effective_on) FROM life_event e
                WHERE e.client_id = c.id AND e.kind = 'death-corrected' AND e.outcome = 'applied')::text AS "correctedOn"
         FROM client c LEFT JOIN client_life l ON l.client_id = c.id WHERE c.id = ANY ($1)`,
      [clients],
    );
    return new Map(
      rows.map(({ id, addressSealed, abroad, country, ...days }) => {
        const address = addressSealed
          ? (JSON.parse(this.cipher.open(addressSealed, id)) as string[])
          : undefined;
        const set = Object.fromEntries(Object.entries(days).filter(([, value]) => value !== null));
        return [id, { ...set, residence: { abroad, country: country ?? undefined, address } }];
      }),
    );
  }

  /** Carries out what follows from an event, and tells which mandates ended by it. */
  async apply(work: Work, { id, client }: KeptEvent, effect: LifeEffect): Promise<readonly EndedMandate[]> {
    const { residence, ...rest } = { residence: undefined, ...effect };
    const address = residence?.address && this.cipher.seal(JSON.stringify(residence.address), client);
    // LEFT, though each has its office: what acts is to act also where the other side of a join is empty.
    const rows = await work.query<Omit<EndedMandate, 'office'> & { id: string; name: string; kvk: string }>(
      `SELECT a.mandate, a.client, a.before, a.after, o.id, o.name, o.kvk
         FROM apply_life_event($1, $2) a LEFT JOIN organisation_name o ON o.id = a.organisation`,
      [id, JSON.stringify({ ...rest, ...residence, address })],
    );
    return rows.map(({ id: office, name, kvk, ...ended }) => ({
      ...ended,
      office: { id: office, name, kvk } as OfficeInTrail,
    }));
  }

  /** Keeps what became of an event. */
  async judged(
    work: Work,
    id: LifeEventId,
    { outcome, question }: { outcome: LifeEventOutcome; question?: LifeEventQuestion | undefined },
  ): Promise<void> {
    await work.query('UPDATE life_event SET outcome = $2, question = $3 WHERE id = $1', [
      id,
      outcome,
      question ?? null,
    ]);
  }

  /** Keeps what an official made of it. */
  async settled(
    work: Work,
    id: LifeEventId,
    { outcome, by, reason }: { outcome: LifeEventOutcome; by: Subject; reason: string },
  ): Promise<void> {
    await work.query(
      `UPDATE life_event SET outcome = $2, settled_at = $3, settled_by = $4, reason = $5 WHERE id = $1`,
      [id, outcome, work.now, by, reason],
    );
  }

  private opened({ sealed, ...row }: Row): KeptEvent {
    const details = sealed ? (JSON.parse(this.cipher.open(sealed, row.id)) as Details) : {};
    return { ...row, ...details };
  }
}
