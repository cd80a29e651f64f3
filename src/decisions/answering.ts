import type { Remark } from '../audit/trail-entry.ts';
import type { DecisionCaller } from '../domain/decision-caller.ts';
import { type Denial, deny, type Permit } from '../domain/decision.ts';
import { AccessDenied } from '../domain/errors.ts';
import { evaluate } from '../domain/evaluation.ts';
import { type DecisionJson, decisionJson, faultyJson } from './evaluation.json.ts';
import type { Read } from './evaluation.request.ts';
import type { Known } from './evaluation.store.ts';
import type { Named } from './named.ts';
import { clientOf, concerned, ofHimself, saidOf, shownAction } from './on-record.ts';

/** An answer as it goes out, and the line that the record keeps of it. */
export interface Answer {
  readonly json: DecisionJson;
  readonly line: Remark;
}

/** Answers one question as it was read, from what is known of it. */
export function answerTo(caller: DecisionCaller, read: Read, known: Known, now: Date): Answer {
  if ('faults' in read)
    return { json: faultyJson(read.faults), line: { details: { decision: false, reason: 'invalid-input' } } };
  if ('unknown' in read) {
    const denial = deny('not-decided-here');
    const { details, ...shown } = read.unknown.shown;
    return {
      json: decisionJson(caller, denial, known),
      line: {
        ...concerned(known),
        ...shown,
        details: { ...details, ...ofHimself(known), decision: false, reason: denial.reason },
      },
    };
  }
  const decision = evaluate(caller, read.named.asked, known, now);
  return { json: decisionJson(caller, decision, known), line: lineOf(read.named, decision, known) };
}

/** What the record keeps of one answer: about whom and what, the answer, its true reason or on what it rests. */
export function lineOf({ asked, about }: Named, decision: Permit | Denial, known: Known): Remark {
  const refused = decision instanceof AccessDenied;
  return {
    office: known.office,
    client: clientOf(known),
    mandate: !refused && decision.ground.kind === 'mandate' ? decision.ground.mandate : undefined,
    object: { kind: about.kind, id: about.id },
    details: {
      ...{
        subject: about.subject,
        asked: shownAction(asked.action),
        assurance: asked.assurance,
        decision: !refused,
      },
      ...(refused ? { reason: decision.reason } : {}),
      ...ofHimself(known),
      ...saidOf(asked.resource, known),
      ...(asked.at ? { at: asked.at.toISOString() } : {}),
      ...(about.purpose ? { purpose: about.purpose } : {}),
    },
  };
}
