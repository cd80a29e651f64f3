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
import { type Read, readBatch, readQuestion, type Semantics } from './evaluation.request.ts';
import { EvaluationStore, nothingKnown } from './evaluation.store.ts';

/** One request: one question, or a batch. */
interface Request {
  readonly actor: Actor;
  readonly questions: readonly Read[];
  readonly semantics: Semantics;
}

/** Of one system one transaction at once in this process, with so many single questions in it: larger groups cost less. */
const shared = { hands: 1, most: 50 };

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
    if ('faults' in read) throw new Problem('invalid-input', { faults: read.faults });
    const [answer] = await this.answer(actor, [read], 'execute_all');
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
    if ('faults' in batch) throw new Problem('invalid-input', { faults: batch.faults });
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
      // A refusal of all is on the record once, with the first of them. Each has a line of its own.
      if (!(error instanceof Refused) || error.entry.actor.trace === actor.trace) throw error;
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
      const named = requests.flatMap(({ questions }) =>
        questions.flatMap((read) => ('named' in read ? [read.named] : [])),
      );
      const { caller, known } = await this.store.gather(
        work,
        permit,
        named.map(({ names }) => names),
      );
      this.limits.learn(caller);
      const knownOf = new Map(named.map((each, place) => [each, known[place]]));
      const lines: Remark[] = [];
      const answers = requests.map(({ actor, questions, semantics }) => {
        const given: DecisionJson[] = [];
        for (const read of questions) {
          const found = ('named' in read ? knownOf.get(read.named) : undefined) ?? nothingKnown;
          const { json, line } = answerTo(caller, read, found, work.now);
          given.push(json);
          lines.push({ ...line, actor });
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
