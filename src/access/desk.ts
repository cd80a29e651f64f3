import { Injectable } from '@nestjs/common';
import { Refused } from '../audit/unit-of-work.ts';
import type { OfficeInTrail, TrailEntry } from '../audit/trail-entry.ts';
import type { Work } from '../audit/work.ts';
import { decide } from '../domain/access.ts';
import type { ActionName } from '../domain/actions.ts';
import type { Employee } from '../domain/actor.ts';
import type { Denial, Facts, Permit, Question } from '../domain/decision.ts';
import { AccessDenied } from '../domain/errors.ts';
import type { ClientId, EmployeeId } from '../domain/ids.ts';
import type { ReasonCode } from '../domain/reasons.ts';
import { newId } from '../platform/ids.ts';
import { gather, gatherEach } from './facts.store.ts';
import type { Gathered } from './gathered.ts';

/** The desk: one sentence authorises and records. */
@Injectable()
export class Desk {
  /**
   * Gathers the facts, decides, and adds the trail line to the transaction. What comes back is the proof that
   * stores ask for.
   * @throws Refused when the decision is no; the unit of work records it.
   */
  async demand<Asked extends Question>(work: Work, question: Asked): Promise<Permit<Asked['action']>> {
    const { decision, line } = judge(work, question, await gather(work, work.actor, question));
    if (decision instanceof AccessDenied) throw new Refused(decision, line);
    work.record(line, question);
    return decision;
  }

  /**
   * Asks for many things at once, in one round trip. Each is decided by itself and has a line of its own, so that a
   * refusal of one does not stand in the way of the others; who may not ask at all finds all of them refused.
   */
  async demandEach<Asked extends Question>(
    work: Work,
    questions: readonly Asked[],
  ): Promise<readonly Answer<Asked['action']>[]> {
    const gathered = await gatherEach(work, work.actor, questions);
    return questions.map((question, place) => {
      const { decision, line } = judge(work, question, gathered[place] ?? { facts: { mandates: [] } });
      work.record(line, question);
      return decision instanceof AccessDenied
        ? { line: line.id, refused: new Refused(decision, line) }
        : { line: line.id, permit: decision };
    });
  }

  /**
   * Why the acting party would be refused if he asked this now. It gives no permit; the line of what he asks says why
   * this was looked up.
   */
  async whyNot(work: Work, question: Question): Promise<ReasonCode | undefined> {
    const { facts } = await gather(work, work.actor, question);
    const decision = decide(work.actor, question, facts, work.now);
    return decision instanceof AccessDenied ? decision.reason : undefined;
  }

  /**
   * What would be decided if a colleague of the acting employee asked this. It discloses nothing to him and gives no
   * permit; the line of what the acting employee asked himself says why this was looked up.
   */
  async wouldAllow(work: Work, colleague: EmployeeId, question: Question): Promise<boolean> {
    if (work.actor.kind !== 'employee') return false;
    const other = asColleague(work.actor, colleague);
    const { facts } = await gather(work, other, question);
    return !(decide(other, question, facts, work.now) instanceof AccessDenied);
  }
}

/** R5, R6: with which level a colleague signs in is asked of him when he comes, so that is not at stake now. */
const asColleague = (actor: Employee, employee: EmployeeId): Employee => ({
  ...actor,
  employee,
  assurance: 'high',
});

/** What the desk says to one of many questions: a permit or a refusal, and the id of the line that records it. */
export type Answer<Action extends ActionName> = { readonly line: string } & (
  | { readonly permit: Permit<Action>; readonly refused?: undefined }
  | { readonly permit?: undefined; readonly refused: Refused }
);

/** Decides, and writes the line that goes with it. */
function judge<Asked extends Question>(
  work: Work,
  question: Asked,
  { facts, office }: Gathered,
): { decision: Permit<Asked['action']> | Denial; line: TrailEntry } {
  const decision = decide(work.actor, question, facts, work.now);
  const line = lineOf(work, question, facts, office);
  if (decision instanceof AccessDenied)
    return { decision, line: { ...line, outcome: 'refused', reason: decision.reason } };
  const { ground, client } = decision;
  const mandate = ground.kind === 'mandate' ? ground.mandate : line.mandate;
  // R3: a mandate that was never offered to the client is not in his trail either.
  const whose = facts.mandate ? offeredTo(facts) : client;
  const cover = ground.kind === 'mandate' && facts.handling?.covering ? { details: { cover: true } } : {};
  return {
    decision,
    line: { ...line, ...cover, outcome: 'permitted', ground, client: whose ?? line.client, mandate },
  };
}

const offeredTo = ({ mandate }: Facts): ClientId | undefined =>
  mandate?.offeredAt === undefined ? undefined : mandate.client;

/** What a question can name, and what the trail calls it. */
const nouns = {
  ...{ message: 'message', mandate: 'mandate', organisation: 'organisation', sender: 'sender' },
  ...{ bulkRun: 'bulk-run', order: 'court-order', urgentAct: 'urgent-act', official: 'official' },
  ...{ identityCase: 'identity-case', paperMandate: 'paper-mandate', client: 'client' },
} as const;

function lineOf(
  work: Work,
  question: Question,
  facts: Facts,
  office: OfficeInTrail | undefined,
): Omit<TrailEntry, 'outcome'> {
  const named = question as Partial<Record<keyof typeof nouns, string>>;
  const noun = (Object.keys(nouns) as (keyof typeof nouns)[]).find(
    (candidate) => named[candidate] !== undefined,
  );
  return {
    id: newId(),
    at: work.now,
    actor: work.actor,
    action: question.action,
    office: office && { id: office.id, name: office.name, kvk: office.kvk },
    client: facts.message?.client ?? offeredTo(facts) ?? (named.client as ClientId | undefined),
    mandate: facts.mandate?.id,
    object: noun && { kind: nouns[noun], id: named[noun] ?? '' },
  };
}
