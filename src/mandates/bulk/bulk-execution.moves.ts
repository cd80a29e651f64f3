import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import type { Work } from '../../audit/work.ts';
import type { Employee } from '../../domain/actor.ts';
import type { Day } from '../../domain/day.ts';
import type { MandateId } from '../../domain/ids.ts';
import { settle } from '../../domain/mandate.ts';
import { ensureRenewable, renewalOf } from '../../domain/mandate-request.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { EndingService } from '../ending.service.ts';
import type { KeptMandate } from '../mandate.store.ts';
import { newMandate } from '../new-mandate.ts';
import { BulkAsking } from './bulk-execution.asking.ts';
import { able, byRule, outcomesOf, type Piece, Refusal, refusalOf, writeEach } from './bulk-execution.ts';
import type { Outcome, ReadyRow } from './bulk-execution.store.ts';
import { BulkMandatesStore } from './bulk-mandates.store.ts';

/** Carries out rows that name a mandate: to ask for it again, or to end it. Each is asked for at the desk by itself. */
@Injectable()
export class BulkMoves {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly desk: Desk,
    private readonly mandates: BulkMandatesStore,
    private readonly asking: BulkAsking,
    private readonly endings: EndingService,
  ) {}

  /**
   * Asks to go on after the end: for each a new mandate that names its predecessor (R18).
   * @throws Refused when the acting employee may not ask for mandates any more.
   */
  async renew(work: Work, actor: Employee, rows: readonly ReadyRow[]): Promise<Outcome[]> {
    const terms = this.config.answerTerms;
    const pieces = await this.pieces(work, 'mandate.renew', rows, (predecessor, row) => {
      ensureRenewable(predecessor, work.now);
      const wish = renewalOf(predecessor, row.until as Day, work.now);
      return {
        ...newMandate(predecessor, wish, work.now, terms),
        requestedBy: actor.employee,
        predecessor: predecessor.id,
        reference: predecessor.reference,
        birthKey: predecessor.birthKey,
      };
    });
    return this.asking.ask(work, actor.organisation, pieces);
  }

  /**
   * Ends mandates as the office (R16).
   * @throws Refused when the acting employee may not do that any more.
   */
  async renounce(work: Work, rows: readonly ReadyRow[]): Promise<Outcome[]> {
    const before = new Map<MandateId, string>();
    const wished = await this.pieces(work, 'mandate.renounce', rows, (mandate) => {
      before.set(mandate.id, mandate.state);
      return settle(mandate, 'renounce', 'organisation', work.now);
    });
    const pieces = await writeEach(work, wished, (ended) => this.mandates.end(work, ended));
    for (const { line, wanted } of able(pieces))
      work.remark({ details: { from: before.get(wanted.id) ?? '', to: wanted.state } }, line);
    await this.endings.follow(
      work,
      able(pieces).map(({ wanted }) => wanted),
    );
    return outcomesOf(work, pieces);
  }

  private async pieces(
    work: Work,
    action: 'mandate.renew' | 'mandate.renounce',
    rows: readonly ReadyRow[],
    make: (mandate: KeptMandate, row: ReadyRow) => KeptMandate,
  ): Promise<Piece<KeptMandate>[]> {
    const ids = rows.map(({ mandate }) => mandate as MandateId);
    const kept = await this.mandates.lock(work, ids);
    const answers = await this.desk.demandEach(
      work,
      ids.map((mandate) => ({ action, mandate })),
    );
    return rows.map((row, place) => {
      const answer = answers[place];
      if (!answer) throw new Error('the desk answers each question');
      const mandate = kept.get(ids[place] as MandateId);
      const refusal = refusalOf(answer) ?? (mandate ? undefined : new Refusal('not-found'));
      const wanted = refusal ?? byRule(() => make(mandate as KeptMandate, row));
      return { rows: [row], line: answer.line, wanted };
    });
  }
}
