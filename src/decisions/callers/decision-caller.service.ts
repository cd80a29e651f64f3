import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { actorId } from '../../audit/trail-entry.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { fault, Problem } from '../../domain/errors.ts';
import type { Oin } from '../../domain/identifiers.ts';
import { leastOfASearch } from '../caller-limits.ts';
import type { DecisionCallersJson } from './decision-caller.json.ts';
import type { RegisterDecisionCaller } from './decision-caller.request.ts';
import { DecisionCallerStore } from './decision-caller.store.ts';

const tooFew = fault(
  '#/perMinute',
  'too-few-to-search',
  `A search counts as ${leastOfASearch} decisions or more. Who may search, may ask for at least that many.`,
  `Een zoekvraag telt voor ${leastOfASearch} beslissingen of meer. Wie mag zoeken, mag er minstens zoveel vragen.`,
);

/** Officials register who may ask for decisions, and why. */
@Injectable()
export class DecisionCallerService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly callers: DecisionCallerStore,
  ) {}

  /** All systems that may ask, or could. */
  list(actor: Actor): Promise<DecisionCallersJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'decision-caller.list' });
      return { items: await this.callers.list(work, permit) };
    });
  }

  /** An official enters a system, or corrects what is known of it. It holds from the next question on. */
  register(actor: Actor, oin: Oin, wish: RegisterDecisionCaller): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'decision-caller.register' });
      if (wish.searches && wish.perMinute < leastOfASearch)
        throw new Problem('invalid-input', { faults: [tooFew] });
      await this.callers.register(work, permit, oin, wish, actorId(actor));
      const { tells, searches, perMinute, senders } = wish;
      work.remark({
        object: { kind: 'decision-caller', id: oin },
        details: { tells, searches, perMinute, senders: senders?.join(' ') ?? 'every sender' },
      });
    });
  }

  /**
   * A system may ask no more, from its next question on.
   * @throws Problem `not-found` when none of this OIN may ask.
   */
  end(actor: Actor, oin: Oin): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'decision-caller.end' });
      work.remark({ object: { kind: 'decision-caller', id: oin } });
      if (!(await this.callers.end(work, permit, oin, actorId(actor)))) throw new Problem('not-found');
    });
  }
}
