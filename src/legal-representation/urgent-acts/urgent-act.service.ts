import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/day.ts';
import { Problem } from '../../domain/errors.ts';
import type { MandateId, UrgentActId } from '../../domain/ids.ts';
import { faultsOfUrgentActs, leftToFinish } from '../../domain/urgent-act-request.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { OrderNames } from '../court-order.view.ts';
import { GuardianshipStore, type Telling } from '../guardianship.store.ts';
import { OrderNamesStore } from '../order-names.store.ts';
import { linesText } from '../verification.ts';
import type { UrgentActJson } from './urgent-act.json.ts';
import type { AskUrgentActs, ListUrgentActs } from './urgent-act.request.ts';
import { type UrgentAct, UrgentActStore } from './urgent-act.store.ts';

/** R31: urgent acts after the end of a mandate: off, and case by case on when an official allows it, with a reason. */
@Injectable()
export class UrgentActService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly acts: UrgentActStore,
    private readonly names: OrderNamesStore,
    private readonly guardianship: GuardianshipStore,
  ) {}

  /**
   * Who had a mandate asks to finish what cannot wait. Asking gives nothing.
   * @throws Problem `move-not-possible` when it is not over or leaves nothing, `invalid-input`, `already-exists`.
   */
  ask(actor: Actor, mandate: MandateId, wish: AskUrgentActs, once: OnceKey): Promise<UrgentActJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'urgent-acts.ask', mandate });
        const ended = await this.acts.mandate(work, mandate);
        if (!ended || actor.kind !== 'employee') throw new Problem('not-found');
        leftToFinish(ended, work.now);
        const faults = faultsOfUrgentActs(wish.until, ended, work.now);
        if (faults.length > 0) throw new Problem('invalid-input', { faults });
        const act: UrgentAct = {
          ...{ id: newId<'urgent act'>(), mandate, client: ended.client, organisation: ended.organisation },
          ...{ state: 'requested', reason: wish.reason.trim(), until: wish.until, askedAt: work.now },
          ...{ askedBy: actor.employee, asker: actor.subject },
          ...{ decidedBy: null, decidedAt: null, answer: null },
        };
        await this.acts.ask(work, act);
        work.remark({ object: { kind: 'urgent-act', id: act.id }, details: { until: act.until } });
        return actJson(act, (await this.names.of(work, [act]))(act));
      }),
    );
  }

  /** Those that this actor may see: an employee those of his clients, an official all. */
  list(actor: Actor, { state, cursor, limit }: ListUrgentActs): Promise<Page<UrgentActJson>> {
    const after = positionOf('urgent-acts', cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'urgent-acts.list' });
      const found = await this.acts.list(work, permit, state, after, limit + 1);
      const namesOf = await this.names.of(work, found);
      const place = ({ askedAt, id }: UrgentAct) => ({ at: askedAt, id });
      return pageOf('urgent-acts', found, limit, place, (act) => actJson(act, namesOf(act)));
    });
  }

  /**
   * An official allows or refuses. What is allowed is to read, of what the mandate was about.
   * @throws Problem `move-not-possible` when it was decided, its last day is past, or nothing is left.
   */
  decide(
    actor: Actor,
    id: UrgentActId,
    state: 'allowed' | 'refused',
    reason: string,
    once: OnceKey,
  ): Promise<UrgentActJson> {
    const answer = reason.trim();
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const found = await this.acts.lock(work, id);
        const permit = await this.desk.demand(work, { action: 'urgent-acts.decide', urgentAct: id });
        const ended = found && (await this.acts.hold(work, found));
        if (!found || !ended || actor.kind !== 'official') throw new Problem('not-found');
        const late = state === 'allowed' && faultsOfUrgentActs(found.until, ended, work.now).length > 0;
        if (found.state !== 'requested' || late)
          throw new Problem('move-not-possible', { members: { state: found.state, move: state } });
        const decided = { ...found, state, decidedBy: actor.subject, decidedAt: work.now, answer };
        await this.acts.decide(work, permit, decided);
        work.remark({ details: { from: found.state, to: state, note: answer } });
        const lines = state === 'allowed' ? leftToFinish(ended, work.now) : [];
        const mandate = state === 'allowed' ? await this.acts.begin(work, id, lines) : found.mandate;
        if (state === 'allowed')
          work.note([
            {
              ...{ action: 'mandate.begin', client: found.client, mandate },
              object: { kind: 'mandate', id: mandate },
              details: {
                to: 'active',
                until: found.until,
                lines: linesText(lines),
                predecessor: found.mandate,
              },
            },
          ]);
        await this.guardianship.tell(work, tellings(mandate, state, found, work.now));
        return actJson(decided, (await this.names.of(work, [found]))(found));
      }),
    );
  }
}

const actJson = (act: UrgentAct, { client, organisation }: OrderNames): UrgentActJson => ({
  ...{ id: act.id, state: act.state, mandate: act.mandate, reason: act.reason, until: act.until },
  client: { id: act.client, name: client },
  organisation: { id: act.organisation, ...organisation },
  askedAt: act.askedAt.toISOString(),
  decidedAt: act.decidedAt?.toISOString(),
  answer: act.answer ?? undefined,
});

/** The office hears what was decided; the client when it opens something. */
function tellings(
  mandate: MandateId,
  state: 'allowed' | 'refused',
  { until }: UrgentAct,
  now: Date,
): Telling[] {
  const [dueOn, kind] = [dayOf(now), `urgent-acts-${state}`] as const;
  const about = state === 'allowed' ? until : dueOn;
  const office: Telling = { kind, mandate, recipient: 'organisation', dueOn, about };
  return state === 'allowed' ? [office, { ...office, recipient: 'client' }] : [office];
}
