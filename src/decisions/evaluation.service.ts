import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import type { Remark } from '../audit/trail-entry.ts';
import { Refused, UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { type Actor, actorKey } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import { Together } from '../platform/together.ts';
import { answerTo } from './answering.ts';
import { CallerLimits, oinOf } from './caller-limits.ts';
import type { DecisionJson, DecisionsJson } from './evaluation.json.ts';
import { namesOf, type Read, readBatch, readQuestion, type Semantics } from './evaluation.request.ts';
import { EvaluationStore, nothingKnown } from './evaluation.store.ts';
import { askedBy, inTrace } from './on-record.ts';

/** One request: one question, or a batch. */
interface Request {
  readonly actor: Actor;
  readonly questions: readonly Read[];
  readonly semantics: Semantics;
}

/** Of one system so many transactions at once in this process, with so many single questions in each: with two the database
 * answers one group while the next is read; larger groups cost less. */
const shared = { hands: 2, most: 50 };

/** Answers other systems. Decided by the rules and facts of everything here; each answer is on the record. */
@Injectable()
export class EvaluationService {
  private readonly lines = new Map<string, Together<Request, readonly DecisionJson[]>>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: EvaluationStore,
    private readonly limits: CallerLimits,
  ) {}

  /**
   * One question.
   * @throws Problem `invalid-input` naming each fault.
   */
  async one(actor: Actor, body: unknown): Promise<DecisionJson> {
    const read = readQuestion(body);
    const [answer] = await this.answer(actor, [read], 'execute_all');
    // Only then: what cannot be read counts and is on the record like all that this system asks.
    if ('faults' in read) throw new Problem('invalid-input', { faults: read.faults });
    if (!answer) throw new Error('a question has an answer');
    return answer;
  }

  /**
   * Many questions, with what they have in common said once; or one, when there is no list of them.
   * @throws Problem `invalid-input` for what is wrong with the whole; a question that is not right is answered no.
   */
  async many(actor: Actor, body: unknown): Promise<DecisionJson | DecisionsJson> {
    const batch = readBatch(body);
    if (batch === 'single') return this.one(actor, body);
    if ('faults' in batch) {
      await this.answer(actor, [batch], 'execute_all');
      throw new Problem('invalid-input', { faults: batch.faults });
    }
    return { evaluations: await this.answer(actor, batch.questions, batch.semantics) };
  }

  /** A batch is a transaction of its own; single questions that come in together share one. */
  private async answer(
    actor: Actor,
    questions: readonly Read[],
    semantics: Semantics,
  ): Promise<readonly DecisionJson[]> {
    await this.limits.spend(oinOf(actor), questions.length);
    const request = { actor, questions, semantics };
    if (questions.length > 1) return (await this.carryOut([request]))[0] ?? [];
    const key = actorKey(actor) + actor.assurance;
    const line = this.lines.get(key) ?? new Together((group) => this.carryOut(group), shared);
    this.lines.set(key, line);
    return line.ask(request).catch(async (error: unknown) => {
      // A refusal of all is on the record once, with the first of them. Each has a line of its own: a trace, which who asks chooses,
      // does not tell them apart.
      if (!(error instanceof Refused) || error.entry.actor === actor) throw error;
      return (await this.carryOut([request]))[0] ?? [];
    });
  }

  /** Requests of one system, in one snapshot that began after all of them came in. */
  private async carryOut(requests: readonly Request[]): Promise<readonly (readonly DecisionJson[])[]> {
    const [first] = requests;
    if (!first) return [];
    const oin = oinOf(first.actor);
    return this.unit.disclose(first.actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'decision.ask', decisionCaller: oin });
      const asked = requests.flatMap(({ questions }) =>
        questions.flatMap((read) => {
          const names = namesOf(read);
          return names ? [{ read, names }] : [];
        }),
      );
      const { caller, system, known } = await this.store.gather(
        work,
        permit,
        asked.map(({ names }) => names),
      );
      this.limits.learn(caller);
      const knownOf = new Map(asked.map(({ read }, place) => [read, known[place]]));
      const lines: Remark[] = [];
      const answers = requests.map(({ actor, questions, semantics }) => {
        const given: DecisionJson[] = [];
        for (const read of questions) {
          const found = knownOf.get(read) ?? nothingKnown;
          const { json, line } = answerTo(caller, read, found, work.now);
          given.push(json);
          lines.push(inTrace(askedBy(system, line), actor, read.trace));
          if (stops(semantics, json.decision)) break;
        }
        return given;
      });
      record(work, lines);
      return answers;
    });
  }
}

const stops = (semantics: Semantics, decision: boolean): boolean =>
  (semantics === 'deny_on_first_deny' && !decision) || (semantics === 'permit_on_first_permit' && decision);

const blank: Remark = { office: undefined, client: undefined, mandate: undefined, object: undefined };

/** A line for each answer: the first completes the one of the asking itself. */
function record(work: Work, [first, ...rest]: readonly Remark[]): void {
  work.note(rest.map((line) => ({ ...blank, ...line })));
  if (first) work.remark(first, work.trail[0]?.id);
}
