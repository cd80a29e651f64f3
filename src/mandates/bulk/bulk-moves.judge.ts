import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { BulkFault, BulkFaultCode } from '../../domain/bulk-faults.ts';
import type { BulkKind } from '../../domain/bulk.ts';
import { dayOf } from '../../domain/day.ts';
import type { ClientId, MandateId, OrganisationId } from '../../domain/ids.ts';
import { settle } from '../../domain/mandate.ts';
import { ensureRenewable, faultsOf, renewalOf } from '../../domain/mandate-request.ts';
import type { KeptMandate } from '../mandate.store.ts';
import { byRule, Refusal } from './bulk-execution.ts';
import { BulkMandatesStore } from './bulk-mandates.store.ts';
import type { JudgedRow } from './row-judge.ts';

/** The kinds of run whose rows name mandates. */
type MoveKind = Exclude<BulkKind, 'request'>;

/** What the rows before named. */
export interface Named {
  /** The line of each mandate. */
  readonly mandates: Map<MandateId, number>;
  /** The number of the first row of each client. */
  readonly leaders: Map<ClientId, number>;
}

/** Judges rows that name mandates against the mandates themselves: the dry run of renewing and renouncing. */
@Injectable()
export class BulkMovesJudge {
  constructor(private readonly mandates: BulkMandatesStore) {}

  /**
   * The rows with what the world has against them, and for a renewal with what it would ask. A mandate that this
   * employee may not see is as one that is not there (R34). `seen` holds the line of each mandate that an earlier row
   * without a fault named, and `leaders` the first row that asks of each client to renew (R15); both are added to: a
   * faulty row spoils no good one (R13).
   */
  async judge(
    work: Work,
    { kind, organisation }: { readonly kind: MoveKind; readonly organisation: OrganisationId },
    rows: readonly JudgedRow[],
    { mandates: seen, leaders }: Named,
  ): Promise<JudgedRow[]> {
    const kept = await this.mandates.find(
      work,
      rows.flatMap(({ mandate }) => mandate ?? []),
    );
    return rows.map((row) => {
      if (!row.mandate) return row;
      const line = seen.get(row.mandate);
      if (line !== undefined) return blamed(row, { code: 'repeated-mandate', field: 'mandate', line });
      const mandate = kept.get(row.mandate);
      if (mandate?.organisation !== organisation)
        return blamed(row, { code: 'unknown-mandate', field: 'mandate' });
      const judged = kind === 'renewal' ? renewed(row, mandate, work.now) : renounced(row, mandate, work.now);
      if (judged.faults.length > 0) return judged;
      seen.set(row.mandate, row.line);
      if (kind === 'renunciation') return judged;
      const leader = leaders.get(mandate.client) ?? row.number;
      leaders.set(mandate.client, leader);
      return { ...judged, leader };
    });
  }
}

const blamed = (row: JudgedRow, ...found: BulkFault[]): JudgedRow => ({
  ...row,
  faults: [...row.faults, ...found],
});

const notRunning: BulkFault = { code: 'not-running', field: 'mandate' };

/** Whether the table of moves has it, by the same function that will carry it out. */
function renounced(row: JudgedRow, mandate: KeptMandate, now: Date): JudgedRow {
  const ended = byRule(() => settle(mandate, 'renounce', 'organisation', now));
  return ended instanceof Refusal ? blamed(row, notRunning) : row;
}

function renewed(row: JudgedRow, mandate: KeptMandate, now: Date): JudgedRow {
  const running = byRule(() => ensureRenewable(mandate, now));
  if (running instanceof Refusal) return blamed(row, notRunning);
  if (!row.until) return row;
  const { lines, period } = renewalOf(mandate, row.until, now);
  const faults = faultsOf({ lines, period }, dayOf(now)).map(({ code }): BulkFault =>
    code === 'empty' ? notRunning : { code: code as BulkFaultCode, field: 'until' },
  );
  return blamed({ ...row, lines, from: period.from, until: period.until }, ...faults);
}
