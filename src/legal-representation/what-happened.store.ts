import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Subject } from '../domain/actor.ts';
import type { OrderChange, OrderChangeKind } from '../domain/court-order-changes.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { CourtOrderId, MandateId, ReportId } from '../domain/ids.ts';
import { suspensionKinds, type ToldOfSuspension } from '../domain/suspension.ts';
import { newId } from '../platform/ids.ts';

/** By whom a later decision became known. */
export type ToldBy =
  | { readonly toldBy: 'official'; readonly official: Subject; readonly reason: string }
  | {
      readonly toldBy: 'register';
      readonly report: ReportId;
      /** It names this guardian, and is not of whoever is the guardian in its case. */
      readonly namesHim: boolean;
    };

/** A later decision, as it is shown. */
export interface KnownChange {
  readonly kind: OrderChangeKind;
  readonly on: Day;
  readonly at: Date;
  readonly toldBy: string;
}

/** What was told of a suspension and carried out, by which report when it was the register that told it. */
export type KeptSuspension = ToldOfSuspension & { readonly report?: ReportId | undefined };

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

  /**
   * What was told of the suspensions of a measure and carried out, in the order in which that was done. What was in doubt
   * when an official set it aside is none of it any more; what the clock did follows from the rest.
   */
  async suspensions(work: Work, order: CourtOrderId): Promise<readonly KeptSuspension[]> {
    const rows = await work.query<Required<KeptSuspension> & Record<string, unknown>>(
      `SELECT c.kind, c.on_day::text AS "on", c.heard, c.report_id AS report
         FROM court_order_change c
         LEFT JOIN court_register_report r ON r.id = c.report_id
         LEFT JOIN court_register_report_done d ON d.report_id = c.report_id AND d.order_id = c.order_id
        WHERE c.order_id = $1 AND c.kind = ANY ($2) AND c.told_by <> 'clock'
          AND NOT (r.outcome IS NOT DISTINCT FROM 'set-aside' AND d.doubted IS TRUE)
        ORDER BY c.at, c.id`,
      [order, suspensionKinds],
    );
    return rows.map(({ kind, on, heard, report }) => ({
      ...{ kind, on, heard: heard ?? undefined, report: report ?? undefined },
    }));
  }

  /**
   * Keeps that the court decided this. Tells which urgent acts end by it, which the database sees to: what is overturned
   * leaves nothing to finish (R31).
   */
  async keep(
    work: Work,
    order: CourtOrderId,
    change: OrderChange,
    by: ToldBy,
  ): Promise<readonly MandateId[]> {
    // What the register told before is kept in the work of the official with whom the order begins: no acts follow it yet.
    if (by.toldBy === 'register' && work.actor.kind === 'official') {
      await work.query('SELECT keep_told_before($1, $2, $3)', [newId(), order, by.report]);
      return [];
    }
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
    if (change.kind !== 'overturned') return [];
    const ended = await work.query<{ mandate: MandateId }>(
      `SELECT mandate_id AS mandate FROM client_mandate
        WHERE court_order_id = $1 AND ground = 'urgent-acts' AND ended_at = $2 ORDER BY mandate_id`,
      [order, work.now],
    );
    return ended.map(({ mandate }) => mandate);
  }
}
