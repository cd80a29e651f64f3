import { Injectable } from '@nestjs/common';
import { Refused } from '../audit/unit-of-work.ts';
import type { OfficeInTrail, TrailEntry } from '../audit/trail-entry.ts';
import type { Work } from '../audit/work.ts';
import { decide } from '../domain/access.ts';
import type { Employee } from '../domain/actor.ts';
import type { Facts, Permit, Question } from '../domain/decision.ts';
import { AccessDenied } from '../domain/errors.ts';
import type { ClientId, EmployeeId } from '../domain/ids.ts';
import { newId } from '../platform/ids.ts';
import { gather } from './facts.store.ts';

/** The desk: one sentence authorises and records. */
@Injectable()
export class Desk {
  /**
   * Gathers the facts, decides, and adds the trail line to the transaction. What comes back is the proof that
   * stores ask for.
   * @throws Refused when the decision is no; the unit of work records it.
   */
  async demand<Asked extends Question>(work: Work, question: Asked): Promise<Permit<Asked['action']>> {
    const { facts, office } = await gather(work, work.actor, question);
    const decision = decide(work.actor, question, facts, work.now);
    const line = lineOf(work, question, facts, office);
    if (decision instanceof AccessDenied)
      throw new Refused(decision, { ...line, outcome: 'refused', reason: decision.reason });
    const { ground, client } = decision;
    const mandate = ground.kind === 'mandate' ? ground.mandate : line.mandate;
    // R3: a mandate that was never offered to the client is not in his trail either.
    const whose = facts.mandate ? offeredTo(facts) : client;
    work.record({ ...line, outcome: 'permitted', ground, client: whose ?? line.client, mandate }, question);
    return decision;
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

const offeredTo = ({ mandate }: Facts): ClientId | undefined =>
  mandate?.offeredAt === undefined ? undefined : mandate.client;

const nouns = ['message', 'mandate', 'organisation', 'sender', 'client'] as const;

function lineOf(
  work: Work,
  question: Question,
  facts: Facts,
  office: OfficeInTrail | undefined,
): Omit<TrailEntry, 'outcome'> {
  const named = question as Partial<Record<(typeof nouns)[number], string>>;
  const noun = nouns.find((candidate) => named[candidate] !== undefined);
  return {
    id: newId(),
    at: work.now,
    actor: work.actor,
    action: question.action,
    office: office && { id: office.id, name: office.name, kvk: office.kvk },
    client: facts.message?.client ?? offeredTo(facts) ?? (named.client as ClientId | undefined),
    mandate: facts.mandate?.id,
    object: noun && { kind: noun, id: named[noun] ?? '' },
  };
}
