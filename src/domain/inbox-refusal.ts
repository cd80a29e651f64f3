import { dayOf, startOf } from './day.ts';
import { deny, type Facts, type MessageFacts, type Verdict } from './decision.ts';
import { type Authority, isInForce, type MandateState, overSince, stateAt, wasGiven } from './mandate.ts';
import type { ReasonCode } from './reasons.ts';
import { covers, isOpen, type ScopeLine } from './scope.ts';
import { stretchesOf } from './suspension.ts';
import { reaches } from './urgent-acts.ts';

/**
 * Why a message is refused. It is told only to an office that could see this message at some time: to any other,
 * the message does not exist (R34), and one that arrived after the end is none of its business.
 */
export function whyNotThisMessage(
  message: MessageFacts,
  mandates: readonly Authority[],
  facts: Facts,
  now: Date,
): Verdict {
  // What is in force says more than what is over.
  const latest = mandates.toSorted(
    (one, other) => Number(isInForce(other, now)) - Number(isInForce(one, now)),
  );
  const refusals = latest.flatMap((mandate) => {
    const lines = mandate.lines.filter((line) => covers(line, message));
    if (lines.length === 0) return [];
    // R31: what came after the end is no part of winding up.
    if (isInForce(mandate, now) && !reaches(mandate, message.deliveredAt, facts, now))
      return deny('delivered-after-the-end');
    const lineEnded = isInForce(mandate, now) && !lines.some((line) => isOpen(line, dayOf(now)));
    return deny(lineEnded ? 'scope-line-ended' : whyNotInForce(mandate, now), {
      since: lineEnded ? lineOver(lines.at(-1), now) : overSince(mandate, now),
      concealed: !lines.some((line) => couldSee(mandate, line, message, now)),
    });
  });
  return refusals.find((refusal) => !refusal.concealed) ?? refusals[0] ?? deny('outside-the-mandate');
}

/** Whether the message lay there while both the mandate and the line that covers it were running. */
function couldSee(mandate: Authority, line: ScopeLine, message: MessageFacts, now: Date): boolean {
  const start = startOf(mandate.period.from);
  if (!wasGiven(mandate) || now < start) return false;
  // What the law ended from an earlier day on could be seen until that was written down.
  const ends = [
    mandate.endedAt ?? overSince(mandate, now),
    line.endedAt ?? lineOver(line, now),
    pausedSince(mandate, now),
  ].filter((end) => end !== undefined);
  return ends.every((end) => start < end && message.deliveredAt < end);
}

/** The instant from which a line gave nothing any more, when it is over. */
function lineOver(line: ScopeLine | undefined, now: Date): Date | undefined {
  if (line === undefined || isOpen(line, dayOf(now))) return undefined;
  const byLaw = line.endsOn && startOf(line.endsOn);
  return byLaw && !(line.endedAt && line.endedAt < byLaw) ? byLaw : line.endedAt;
}

/** R28: from when on the judge suspended it, when that goes on today or did so until the end. */
function pausedSince(mandate: Authority, now: Date): Date | undefined {
  const last = dayOf(overSince(mandate, now) ?? now);
  const stretch = stretchesOf(mandate.suspended).find(({ from, until }) => from <= last && last <= until);
  return stretch && startOf(stretch.from);
}

const whyNot: Readonly<Record<MandateState, ReasonCode>> = {
  requested: 'not-yet-consented',
  offered: 'not-yet-consented',
  active: 'not-yet-started',
  suspended: 'mandate-suspended',
  declined: 'mandate-declined',
  lapsed: 'no-mandate',
  withdrawn: 'no-mandate',
  revoked: 'mandate-revoked',
  renounced: 'mandate-renounced',
  expired: 'mandate-expired',
  ended: 'mandate-ended',
};

/** What a court ordered is neither consented to nor asked for again, and is suspended by a judge or an official. */
function whyNoMeasure(mandate: Authority, now: Date): ReasonCode {
  if (mandate.ground === 'urgent-acts' && stateAt(mandate, now) === 'expired') return 'urgent-acts-over';
  const state = stateAt(mandate, now);
  if (state === 'active') return 'measure-not-started';
  if (state !== 'suspended') return 'measure-ended';
  return mandate.state === 'suspended' ? 'mandate-suspended' : 'measure-suspended';
}

/** Why a mandate does not let one do this: it gives nothing now, or not this. */
export function whyNotInForce(mandate: Authority, now: Date): ReasonCode {
  if (isInForce(mandate, now))
    return mandate.ground === 'urgent-acts' ? 'urgent-acts-only-read' : 'action-not-granted';
  return mandate.ground === 'voluntary' ? whyNot[stateAt(mandate, now)] : whyNoMeasure(mandate, now);
}
