import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Subject } from '../domain/actor.ts';
import type { OrderChange, OrderChangeKind } from '../domain/court-order-changes.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { CourtOrderId, MandateId, ReportId } from '../domain/ids.ts';
import { newId } from '../platform/ids.ts';

/** By whom a later decision became known. */
export type ToldBy =
  | { readonly toldBy: 'official'; readonly official: Subject; readonly reason: string }
  | { readonly toldBy: 'register'; readonly report: ReportId };

/** A later decision, as it is shown. */
export interface KnownChange {
  readonly kind: OrderChangeKind;
  readonly on: Day;
  readonly at: Date;
  readonly toldBy: string;
}

/** What was done by a mandate, and how often. */
export interface Deed {
  readonly action: string;
  readonly times: number;
  readonly last: Date;
}

/** What became of a measure after it was verified, and what was done by it. */
@Injectable()
export class WhatHappenedStore {
  /** Oldest first. */
  changes(work: Work, _permit: Permit<'order.see'>, order: CourtOrderId): Promise<readonly KnownChange[]> {
    return work.query<KnownChange & Record<string, unknown>>(
      `SELECT kind, coalesce(least(on_day, earlier_on), on_day)::text AS "on", at, told_by AS "toldBy"
         FROM court_order_change WHERE order_id = $1 ORDER BY at, id`,
      [order],
    );
  }

  /** What a guardian did, as far as the acting party may read the trail; most recent first. */
  deeds(work: Work, _permit: Permit<'order.see'>, mandate: MandateId): Promise<readonly Deed[]> {
    return work.query<Deed & Record<string, unknown>>(
      'SELECT action, times, last FROM mandate_deed WHERE mandate_id = $1 ORDER BY last DESC, action',
      [mandate],
    );
  }

  /** Keeps that the court decided this. */
  async keep(work: Work, order: CourtOrderId, change: OrderChange, by: ToldBy): Promise<void> {
    await work.query(
      `INSERT INTO court_order_change
         (id, order_id, kind, on_day, earlier_on, heard, told_by, official, report_id, reason, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[newId(), order, change.kind, change.on, change.earlierOn, change.heard, by.toldBy],
        ...(by.toldBy === 'official' ? [by.official, null, by.reason] : [null, by.report, null]),
        work.now,
      ],
    );
  }
}
