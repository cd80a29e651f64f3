import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import { holdPeopleOfOrder } from '../clients/hold-people.ts';
import type { Permit } from '../domain/decision.ts';
import { Problem } from '../domain/errors.ts';
import type { CourtOrderId } from '../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import { brokenConstraint } from '../platform/database.errors.ts';
import {
  type KeptOrder,
  orderColumns,
  orderOf,
  type OrderRow,
  shownOrderState,
  whatItGave,
} from './court-order.kept.ts';
import type { ListOrders } from './court-order.request.ts';

/** What never changes, and what does, in the order of {@link valuesOf}. What the order gave is the mandate's. */
const lasting = ['id', 'client_id', 'organisation_id', 'registered_at', 'submitted_by', 'submitter'];
const changing = [
  ...['ground', 'position', 'state', 'court', 'case_number', 'ecli', 'given_on', 'sent_on', 'starts_on'],
  ...['until_day', 'partial', 'divided', 'senders', 'categories', 'reference', 'claimed_birth_date'],
  ...['waits_since', 'round', 'person', 'register', 'register_asked_at', 'differs', 'answer', 'replaces'],
  ...['verified_at', 'verified_by'],
];

const valuesOf = (order: KeptOrder): unknown[] => [
  ...[order.id, order.client, order.organisation, order.registeredAt, order.submittedBy, order.submitter],
  ...[order.ground, order.position, order.state, order.court, order.caseNumber, order.ecli, order.givenOn],
  ...[order.sentOn, order.startsOn, order.until, order.partial, order.divided, order.senders],
  ...[order.categories, order.reference, order.claimedBirthDate, order.waitsSince, order.round, order.person],
  ...[order.register, order.registerAskedAt, order.differs, order.answer, order.replaces, order.verifiedAt],
  order.verifiedBy,
];

const columns = [...lasting, ...changing];
const places = columns.map((_, place) => `$${place + 1}`).join(', ');
const changes = changing.map((name, place) => `${name} = $${place + 2}`).join(', ');

/** The only writer of court orders. Whose they are to see, row-level security keeps to (R34). */
@Injectable()
export class CourtOrderStore {
  /** Locks an order until the end of the work, so that of two who settle it one comes first. */
  async lock(work: Work, id: CourtOrderId): Promise<KeptOrder | undefined> {
    const [row] = await work.query('SELECT id FROM court_order WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return row ? this.find(work, id) : undefined;
  }

  /** An order that the acting party may see, or nothing. */
  async find(work: Work, id: CourtOrderId): Promise<KeptOrder | undefined> {
    const [order] = await this.each(work, [id]);
    return order;
  }

  /**
   * One that is locked, with the days of its measure, which nobody else moves until the end of the work: of a death (R30)
   * and what a court decided one comes first.
   */
  async withMeasure(work: Work, id: CourtOrderId): Promise<KeptOrder | undefined> {
    // As who verifies: first the client, then the mandates.
    await holdPeopleOfOrder(work, id);
    await work.query('SELECT hold_measure($1)', [id]);
    return this.find(work, id);
  }

  /** @throws Problem `already-exists` when this office handed in this order before, and it is not over. */
  async add(work: Work, order: KeptOrder): Promise<void> {
    const { organisation, client, ground, court, caseNumber } = order;
    await work.query('SELECT make_room($1, $2, $3, $4, $5)', [
      ...[organisation, client, ground, court, caseNumber],
    ]);
    await unlessKnown(
      work.query(`INSERT INTO court_order (${columns.join(', ')}) VALUES (${places})`, valuesOf(order)),
    );
  }

  /** Whether the same order gave something before, which is over. */
  async isAgain(
    work: Work,
    { organisation, client, ground, court, caseNumber }: KeptOrder,
  ): Promise<boolean> {
    const found = await work.query(
      `SELECT FROM court_order WHERE lower(court) = lower($4) AND case_number = $5 AND organisation_id = $1
          AND client_id = $2 AND ground = $3 AND made_room LIMIT 1`,
      [organisation, client, ground, court, caseNumber],
    );
    return found.length > 0;
  }

  /** Keeps an order as it is after a move. @throws Problem as {@link add} */
  async put(work: Work, order: KeptOrder): Promise<void> {
    await unlessKnown(
      work.query(`UPDATE court_order SET ${changes} WHERE id = $1`, [
        order.id,
        ...valuesOf(order).slice(lasting.length),
      ]),
    );
  }

  /** A page: newest first, or what waits for officials, longest first. */
  async page(work: Work, _permit: Permit<'order.list'>, wish: ListOrders): Promise<Page<KeptOrder>> {
    const queue = wish.sort === 'waiting';
    const list = queue ? 'court-orders-waiting' : 'court-orders';
    const after = positionOf(list, wish.cursor);
    const at = queue ? 'o.waits_since' : 'o.registered_at';
    const found = await work.query<{ id: CourtOrderId; at: Date }>(
      `SELECT o.id, ${at} AS at FROM court_order o ${whatItGave}
        WHERE ($1::text IS NULL OR ${shownOrderState} = $1) AND ($2::uuid IS NULL OR o.client_id = $2)
          AND ($3::text IS NULL OR o.ground = $3) ${queue ? `AND o.state = 'in-verification'` : ''}
          AND ($4::timestamptz IS NULL OR (${at}, o.id) ${queue ? '>' : '<'} ($4, $5::uuid))
        ORDER BY ${queue ? `${at}, o.id` : `${at} DESC, o.id DESC`} LIMIT $6`,
      [wish.state, wish.client, wish.ground, after?.at, after?.id, wish.limit + 1],
    );
    const { next } = pageOf(
      list,
      found,
      wish.limit,
      (row) => row,
      (row) => row,
    );
    const ids = found.slice(0, wish.limit).map(({ id }) => id);
    const orders = new Map((await this.each(work, ids)).map((order) => [order.id, order]));
    return { items: ids.flatMap((id) => orders.get(id) ?? []), next };
  }

  /** The verified orders of one case, locked: what the register tells of it concerns them. */
  async ofCase(work: Work, court: string, caseNumber: string): Promise<readonly KeptOrder[]> {
    const found = await work.query<{ id: CourtOrderId }>(
      `SELECT id FROM court_order
        WHERE lower(court) = lower($1) AND case_number = $2 AND state NOT IN ('rejected', 'withdrawn') AND NOT made_room
        ORDER BY id FOR NO KEY UPDATE`,
      [court, caseNumber],
    );
    return this.each(
      work,
      found.map(({ id }) => id),
    );
  }

  private async each(work: Work, ids: readonly CourtOrderId[]): Promise<readonly KeptOrder[]> {
    if (ids.length === 0) return [];
    const rows = await work.query<OrderRow>(
      `SELECT ${orderColumns} FROM court_order o ${whatItGave} WHERE o.id = ANY ($1)`,
      [ids],
    );
    return rows.map(orderOf);
  }
}

async function unlessKnown(change: Promise<unknown>): Promise<void> {
  await change.catch((error: unknown) => {
    throw brokenConstraint(error) === 'court_order_once' ? new Problem('already-exists') : error;
  });
}
