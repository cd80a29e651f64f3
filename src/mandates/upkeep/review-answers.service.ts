import { Injectable } from '@nestjs/common';
import { type Answer, Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { MandateId } from '../../domain/ids.ts';
import { settle } from '../../domain/mandate.ts';
import { reasons } from '../../domain/reasons.ts';
import { problems } from '../../platform/problems.ts';
import { BulkMandatesStore } from '../bulk/bulk-mandates.store.ts';
import { EndingService } from '../ending.service.ts';
import type { KeptMandate } from '../mandate.store.ts';
import type { ReviewAnswerJson, ReviewAnswersJson } from './review.json.ts';
import { ReviewStore } from './review.store.ts';

type Move = 'confirm' | 'renounce';
type Details = Readonly<Record<string, string>>;

/** What became of one mandate: how it is now, or why it stays as it was. */
interface Settled {
  readonly answer: ReviewAnswerJson;
  readonly mandate?: KeptMandate;
}

/** Answers to the yearly list: what is still needed, and what is ended. Many at once, each on its own merits (R13). */
@Injectable()
export class ReviewAnswersService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly reviews: ReviewStore,
    private readonly mandates: BulkMandatesStore,
    private readonly endings: EndingService,
  ) {}

  /** The office still needs these: their next review is a year from today. */
  confirm(actor: Actor, wanted: readonly MandateId[], once: OnceKey): Promise<ReviewAnswersJson> {
    return this.answer(actor, wanted, 'confirm', once, {}, async (work, changed) => {
      if (actor.kind !== 'employee') throw new Error('the door lets only employees confirm');
      await this.reviews.confirm(
        work,
        actor.employee,
        changed.map(({ id }) => id),
      );
    });
  }

  /** The office ends these, at once and for good (R16, R18). */
  end(
    actor: Actor,
    wanted: readonly MandateId[],
    reason: string | undefined,
    once: OnceKey,
  ): Promise<ReviewAnswersJson> {
    const details: Details = reason === undefined ? {} : { reason: reason.trim() };
    return this.answer(actor, wanted, 'renounce', once, details, async (work, changed) => {
      await this.mandates.end(work, changed);
      return this.endings.follow(work, changed);
    });
  }

  /** One line in the trail for the answer, and one for each mandate: what was refused says why and harms no other. */
  private answer(
    actor: Actor,
    wanted: readonly MandateId[],
    move: Move,
    once: OnceKey,
    details: Details,
    keep: (work: Work, changed: readonly KeptMandate[]) => Promise<ReadonlyMap<MandateId, MandateId> | void>,
  ): Promise<ReviewAnswersJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'mandate.answer-review' });
        const whole = work.trail.at(-1)?.id;
        const known = await this.mandates.lock(work, wanted);
        const asked = await this.desk.demandEach(
          work,
          wanted.map((mandate) => ({ action: `mandate.${move}` as const, mandate })),
        );
        const settled = wanted.map((id, place) =>
          settleOne(work, id, known.get(id), asked[place], move, details),
        );
        const changed = settled.flatMap(({ mandate }) => (mandate ? [mandate] : []));
        const gone = changed.length > 0 ? await keep(work, changed) : undefined;
        work.remark({ details: { move, asked: wanted.length, done: changed.length } }, whole);
        return {
          items: settled.map(({ answer }) => ({
            ...answer,
            endedRenewal: gone?.get(answer.mandate as MandateId),
          })),
        };
      }),
    );
  }
}

function settleOne(
  work: Work,
  id: MandateId,
  mandate: KeptMandate | undefined,
  asked: Answer<`mandate.${Move}`> | undefined,
  move: Move,
  details: Details,
): Settled {
  if (!asked) throw new Error('the desk answers each question');
  if (asked.refused) {
    const { reason, concealed } = asked.refused;
    return refusal(id, concealed ? 'not-found' : reason, concealed ? problems['not-found'] : reasons[reason]);
  }
  if (!mandate) {
    work.refuse('not-found', asked.line);
    return refusal(id, 'not-found', problems['not-found']);
  }
  try {
    const moved = settle(mandate, move, 'organisation', work.now) as KeptMandate;
    work.remark({ details: { from: mandate.state, to: moved.state, ...details } }, asked.line);
    return { answer: { mandate: id, outcome: 'done' }, mandate: moved };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    work.refuse(error.code, asked.line);
    return refusal(id, error.code, problems[error.code]);
  }
}

const refusal = (
  mandate: MandateId,
  code: string,
  { nl, en }: { readonly nl: string; readonly en: string },
): Settled => ({ answer: { mandate, outcome: 'refused', code, nl, en } });
