import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { holdPeople } from '../../clients/hold-people.ts';
import type { Actor, Official } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { PaperMandateId } from '../../domain/ids.ts';
import { ensureConfirmable, movePaper } from '../../domain/paper-mandate.ts';
import { newId } from '../../platform/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import type { PaperMandateJson } from './paper-mandate.json.ts';
import type { PaperMandate } from './paper-mandate.row.ts';
import { PaperMandateStore } from './paper-mandate.store.ts';
import { paperMandateJson } from './paper-mandate.view.ts';
import { PaperNamesStore } from './paper-names.store.ts';

/** An official decides about what another one entered from paper. */
@Injectable()
export class PaperDecisionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly papers: PaperMandateStore,
    private readonly names: PaperNamesStore,
    private readonly queue: QueueStore,
  ) {}

  /**
   * Lets the mandate begin, in one transaction with the letter that tells the client.
   * @throws Problem `move-not-possible` when it does not wait or its last day is past, `person-not-confirmed` unless the
   * register knows who signed (R3, R30), `duplicate-mandate` (R14).
   */
  confirm(actor: Actor, id: PaperMandateId, reason: string, once: OnceKey): Promise<PaperMandateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const sides = await this.papers.find(work, id);
        if (sides) await holdPeople(work, sides); // before the paper: a join holds them in this order
        const paper = await this.papers.lock(work, id);
        const permit = await this.desk.demand(work, { action: 'paper-mandate.confirm', paperMandate: id });
        if (!paper) throw new Problem('not-found');
        const state = movePaper(paper.state, 'confirm');
        ensureConfirmable(paper, await this.papers.between(work, paper, 'to-add'), work.now);
        const letter = { id: newId<'letter'>() };
        const decision = { by: asOfficial(actor).subject, at: work.now, reason: reason.trim() };
        await this.papers.decide(work, permit, { ...paper, state, decision, letter });
        const mandate = await this.papers.begin(work, permit, paper);
        await this.papers.tell(work, mandate, paper.period.from);
        const { client, organisation, period, lines } = paper;
        await this.queue.enqueue(work, 'print-paper-letter', { paper: id });
        // Whom it is about the register tells once more: who asks him for the same is pointed at it (R14).
        await this.queue.enqueue(work, 'name-client', { mandate }, { party: organisation });
        work.remark({ client, details: { from: paper.state, to: state, reason: decision.reason } });
        work.note([
          {
            ...{ action: 'mandate.begin', client, mandate, object: { kind: 'mandate', id: mandate } },
            details: {
              to: 'active',
              from_day: period.from,
              until: period.until,
              lines: textOf(lines),
              paper: id,
            },
          },
        ]);
        return this.shown(work, id);
      }),
    );
  }

  /** Nothing begins. Also by who entered it, when he entered it wrongly. @throws Problem `move-not-possible` */
  reject(actor: Actor, id: PaperMandateId, reason: string, once: OnceKey): Promise<PaperMandateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const paper = await this.papers.lock(work, id);
        const permit = await this.desk.demand(work, { action: 'paper-mandate.reject', paperMandate: id });
        if (!paper) throw new Problem('not-found');
        const state = movePaper(paper.state, 'reject');
        const decision = { by: asOfficial(actor).subject, at: work.now, reason: reason.trim() };
        await this.papers.decide(work, permit, { ...paper, state, decision });
        work.remark({ details: { from: paper.state, to: state, reason: decision.reason } });
        return this.shown(work, id);
      }),
    );
  }

  private async shown(work: Work, id: PaperMandateId): Promise<PaperMandateJson> {
    const paper = await this.papers.find(work, id);
    if (!paper) throw new Error('what was decided is there');
    const senders = paper.lines.map(({ sender }) => sender);
    return paperMandateJson(paper, await this.names.senders(work, senders));
  }
}

/** What lines grant in one line, for the record. */
const textOf = (lines: PaperMandate['lines']): string =>
  lines.map(({ sender, category, actions }) => `${sender} ${category}: ${actions.join(' ')}`).join('; ');

function asOfficial(actor: Actor): Official {
  if (actor.kind !== 'official') throw new Error('the door lets only officials decide');
  return actor;
}
