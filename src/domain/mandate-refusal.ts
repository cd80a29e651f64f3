import { type Day, dayOf, startOf } from './day.ts';
import { type Authority, isInForce, type MandateState, overSince, stateAt, wasGiven } from './mandate.ts';
import type { ReasonCode } from './reasons.ts';
import { isOpen, type ScopeLine } from './scope.ts';

/** Why one mandate lets nobody do something now. */
export interface Refusal {
  readonly mandate: Authority;
  readonly reason: ReasonCode;
  /** Since when, when what let him do it is over. */
  readonly since?: Date | undefined;
  /** Until when it let him, for the order: what is in force but does not grant this comes after all that is over. */
  readonly until: number;
}

/** Why a mandate gives nothing now by those of its lines that could: the last of them ended before it did, or it is not in force. */
export function refusalBy(mandate: Authority, lines: readonly ScopeLine[], now: Date): Refusal {
  const over = overSince(mandate, now);
  const line = wasGiven(mandate) ? lastToEnd(lines, now) : undefined;
  const ended = lineOver(line, now);
  if (line && ended && (over === undefined || ended < over))
    return { mandate, reason: whyLineEnded(line, now), since: ended, until: ended.getTime() };
  const until = isInForce(mandate, now) ? Infinity : (over?.getTime() ?? Number.MAX_VALUE);
  return { mandate, reason: whyNotInForce(mandate, now), since: over, until };
}

/**
 * What is in force says more than what is over, and what was over last more than what came before it. Of what one ruling ended
 * at one moment (R26), what the client had given is told first: that not he but the law ended it. Then the younger one.
 */
export function latestFirst<Each extends Refusal>(refusals: readonly Each[]): readonly Each[] {
  if (refusals.length < 2) return refusals; // nearly always: most clients gave an office one
  const isGiven = ({ mandate }: Refusal) => Number(mandate.ground === 'voluntary');
  return refusals
    .toReversed()
    .toSorted((one, other) => isGiven(other) - isGiven(one))
    .toSorted((one, other) => Number(one.until < other.until) - Number(one.until > other.until));
}

/** The line that ended last; any that is not over, before all that are. */
function lastToEnd(lines: readonly ScopeLine[], now: Date): ScopeLine | undefined {
  if (lines.length < 2) return lines[0];
  const over = (line: ScopeLine) => lineOver(line, now)?.getTime() ?? Number.MAX_VALUE;
  return lines.toSorted((one, other) => over(one) - over(other)).at(-1);
}

/** The instant from which a line gave nothing any more, when it is over. */
export function lineOver(line: ScopeLine | undefined, now: Date): Date | undefined {
  if (line === undefined || isOpen(line, dayOf(now))) return undefined;
  return endedByLaw(line, now) ? startOf(line.endsOn) : line.endedAt;
}

/** R26, R27: whether the law ended it, before anybody did. */
const endedByLaw = <Ending extends Pick<ScopeLine, 'endsOn' | 'endedAt'>>(
  ending: Ending,
  now: Date,
): ending is Ending & { readonly endsOn: Day } =>
  ending.endsOn !== undefined &&
  ending.endsOn <= dayOf(now) &&
  !(ending.endedAt && ending.endedAt < startOf(ending.endsOn));

const whyLineEnded = (line: ScopeLine, now: Date): ReasonCode =>
  endedByLaw(line, now) ? 'scope-line-ended-by-law' : 'scope-line-ended';

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
  if (mandate.ground !== 'voluntary') return whyNoMeasure(mandate, now);
  const state = stateAt(mandate, now);
  return state === 'ended' && endedByLaw(mandate, now) ? 'mandate-ended-by-law' : whyNot[state];
}
