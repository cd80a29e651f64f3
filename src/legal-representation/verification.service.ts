import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { holdPeople } from '../clients/hold-people.ts';
import type { Actor, Official } from '../domain/actor.ts';
import { settleOrder } from '../domain/court-order.ts';
import { isBeingAsked } from '../domain/court-register.ts';
import { dayOf, endless } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import { choiceOf, isEnough } from '../domain/four-eyes.ts';
import type { CourtOrderId, MandateId } from '../domain/ids.ts';
import { QueueStore } from '../platform/queue.store.ts';
import { ApprovalStore } from './approval.store.ts';
import { beingAsked, noLongerAsked } from './asking.words.ts';
import { choseAlready } from './choice.words.ts';
import { ConsequencesService } from './consequences.service.ts';
import { obstacleIn } from './consequences.words.ts';
import type { CourtOrderJson } from './court-order.json.ts';
import type { KeptOrder } from './court-order.kept.ts';
import type { ApproveOrder } from './court-order.request.ts';
import { CourtOrderStore } from './court-order.store.ts';
import { GuardianshipStore } from './guardianship.store.ts';
import { OrderViewService } from './order-view.service.ts';
import { ToldBeforeService } from './register-reports/told-before.service.ts';
import { beganRemark, consequenceRemark, tellings } from './verification.ts';

/** R21: an order works once two different officials, or the judiciary's register, verified it. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly orders: CourtOrderStore,
    private readonly approvals: ApprovalStore,
    private readonly foresight: ConsequencesService,
    private readonly guardianship: GuardianshipStore,
    private readonly toldBefore: ToldBeforeService,
    private readonly view: OrderViewService,
    private readonly queue: QueueStore,
  ) {}

  /**
   * An official approves, and with it who is succeeded: who chooses otherwise than a colleague is the first again, and who
   * says nothing of what a colleague chose is told. With the first nothing happens yet; with the second the guardianship begins, and what it does
   * to other mandates happens in the same act.
   * @throws Problem `move-not-possible`, also while registers are asked, with when to try again; `person-not-confirmed`,
   * `order-conflicts` with what stands in the way.
   */
  approve(actor: Actor, id: CourtOrderId, wish: ApproveOrder, once: OnceKey): Promise<CourtOrderJson> {
    const reason = wish.reason.trim();
    const approve = (work: Work) => async () => {
      const locked = await this.orders.lock(work, id);
      const permit = await this.desk.demand(work, { action: 'order.approve', order: id });
      if (!locked) throw new Problem('not-found');
      if (isBeingAsked(locked)) throw await this.askedStill(work, locked);
      const { subject } = asOfficial(actor);
      const before = (await this.approvals.of(work, locked)).map(({ official }) => official);
      const choice = choiceOf(wish.replaces, locked.replaces, { approvedBy: before });
      const approvedBy = choice === 'anew' ? [] : before;
      const enough = isEnough(subject, { submitter: locked.submitter, approvedBy });
      settleOrder(locked, enough ? 'verify' : 'approve', 'official', work.now);
      if (locked.person !== 'matches') throw new Problem('person-not-confirmed');
      if (choice === 'unsaid' && locked.replaces)
        throw await this.colleagueChose(work, locked, locked.replaces);
      const order = { ...locked, replaces: wish.replaces };
      if (choice === 'anew') await this.orders.put(work, order);
      await this.approvals.add(work, permit, order, subject, reason);
      const { round, replaces } = order;
      work.remark({
        details: { reason, round, ...(replaces && { replaces }), approvals: approvedBy.length + 1 },
      });
      return this.view.one(work, enough ? await this.verify(work, order, 'officials') : order);
    };
    // Nobody approves twice (R21), so who repeats a request because its answer was lost asks to see what he did.
    const again = { action: 'order.see', order: id } as const;
    return this.unit.run(actor, (work) => this.once.act(work, once, approve(work), again));
  }

  /** An official rejects; the office reads why. @throws Problem `move-not-possible` */
  reject(actor: Actor, id: CourtOrderId, reason: string, once: OnceKey): Promise<CourtOrderJson> {
    return this.answer(actor, id, 'reject', reason.trim(), once);
  }

  /** An official asks for what is missing; the office reads what. @throws Problem `move-not-possible` */
  askSupplement(actor: Actor, id: CourtOrderId, reason: string, once: OnceKey): Promise<CourtOrderJson> {
    return this.answer(actor, id, 'ask-supplement', reason.trim(), once);
  }

  /**
   * Lets an order work, in the transaction of whoever verifies it: the mandate, what happens to other mandates (R26,
   * R27, R32), a line in the trail for each, and what all concerned are to hear. The order is locked already.
   * @throws Problem `order-conflicts`
   */
  async verify(work: Work, order: KeptOrder, by: 'officials' | 'register'): Promise<KeptOrder> {
    await holdPeople(work, order);
    const foreseen = await this.foresight.foresee(work, order);
    const [obstacle] = foreseen.obstacles;
    if (obstacle)
      throw new Problem('order-conflicts', {
        says: obstacleIn[obstacle.kind],
        members: { obstacle: obstacle.kind, ...('mandate' in obstacle ? { mandate: obstacle.mandate } : {}) },
      });
    if (by === 'register' && foreseen.forOfficials) throw new Problem('order-conflicts');
    const verified: KeptOrder = {
      ...{ ...order, state: 'verified', verifiedAt: work.now, verifiedBy: by },
      claimedBirthDate: undefined,
    };
    await this.orders.put(work, verified);
    const { from, lines } = foreseen.beginning;
    const period = { from, until: order.until ?? endless };
    const mandate = await this.guardianship.begin(work, order.id, period, lines, foreseen.predecessor);
    work.remark({ client: order.client, details: { from: order.state, to: 'verified', by } });
    const remarks = [beganRemark(order, mandate, foreseen)];
    for (const does of foreseen.consequences) {
      // R27: what a bewind left alone, and what remains of what it narrowed
      if (does.kind === 'stays' || does.kind === 'narrows')
        await this.guardianship.askReview(work, order.id, does.mandate);
      if (!('on' in does)) continue;
      const state = await this.guardianship.carryOut(work, order.id, does);
      if (state !== undefined) remarks.push(consequenceRemark(order, does, state, work.now));
    }
    work.note(remarks);
    await this.guardianship.tell(work, tellings(mandate, foreseen, dayOf(work.now)));
    await this.toldBefore.carryOut(work, order, foreseen); // nobody reads first
    await this.queue.enqueue(work, 'take-up-reports', { order: order.id }); // what became of those reports
    return (await this.orders.find(work, order.id)) ?? verified;
  }

  /** Says to an official whom his colleague chose. */
  private async colleagueChose(work: Work, { client }: KeptOrder, replaces: MandateId): Promise<Problem> {
    const all = await this.guardianship.running(work, client, dayOf(work.now), replaces);
    const office = all.find(({ mandate }) => mandate === replaces)?.office ?? '';
    return new Problem('order-conflicts', {
      ...{ says: choseAlready(office), members: { obstacle: 'chosen-by-a-colleague', mandate: replaces } },
    });
  }

  /** That an official cannot approve what the registers have yet to be heard about, and when they are asked again. */
  private async askedStill(work: Work, { id, state, person }: KeptOrder): Promise<Problem> {
    const next = await this.queue.nextTry(work, 'check-court-order', { order: id });
    const members = { state, person };
    if (next === undefined) return new Problem('move-not-possible', { says: noLongerAsked, members });
    const seconds = 2 + Math.max(0, Math.ceil((next.getTime() - work.now.getTime()) / 1000));
    return new Problem('move-not-possible', {
      ...{ says: beingAsked(seconds), members, retryAfterSeconds: seconds },
    });
  }

  private answer(
    actor: Actor,
    id: CourtOrderId,
    move: 'reject' | 'ask-supplement',
    reason: string,
    once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const order = await this.orders.lock(work, id);
        await this.desk.demand(work, { action: `order.${move}`, order: id });
        if (!order) throw new Problem('not-found');
        const state = settleOrder(order, move, 'official', work.now);
        const forgotten = move === 'reject' ? { claimedBirthDate: undefined } : {};
        const answered = { ...order, ...forgotten, state, answer: reason, waitsSince: undefined };
        await this.orders.put(work, answered);
        work.remark({ details: { from: order.state, to: state, reason } });
        return this.view.one(work, answered);
      }),
    );
  }
}

function asOfficial(actor: Actor): Official {
  if (actor.kind !== 'official') throw new Error('the door lets only officials verify');
  return actor;
}
