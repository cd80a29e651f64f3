import { dayOf, startOf } from './day.ts';
import { type Denial, deny, type Facts, type MessageFacts } from './decision.ts';
import { type Authority, isInForce, overSince, wasGiven } from './mandate.ts';
import { latestFirst, lineOver, type Refusal, refusalBy } from './mandate-refusal.ts';
import { covers, isOpen, type ScopeAction, type ScopeLine } from './scope.ts';
import { stretchesOf } from './suspension.ts';
import { reaches } from './urgent-acts.ts';

/** Why one mandate that covers a message does not give it now. */
interface OfMessage extends Refusal {
  /** Whether the office could see the message by it at some time. */
  readonly couldSee: boolean;
}

/**
 * Why a message is refused. It is told only to an office that could see this message at some time: to any other,
 * the message does not exist (R34), and one that arrived after the end is none of its business.
 */
export function whyNotThisMessage(
  message: MessageFacts,
  action: ScopeAction,
  mandates: readonly Authority[],
  facts: Facts,
  now: Date,
): Denial {
  const refusals = refusalsOf(message, mandates, facts, now);
  const told = refusals.find(({ couldSee }) => couldSee);
  // Who hears of it anyhow hears that it will be given again, and to ask for nothing.
  const first = told
    ? refusals.find((each) => each === told || willGive(each, message, action, now))
    : refusals[0];
  return first ? deny(first.reason, { since: first.since, concealed: !told }) : deny('outside-the-mandate');
}

/**
 * Why what may come of one kind is refused to an office that was given mandates, these: there is no message to keep from it, and
 * its own mandates it knows. None of them ever covered it: that is said openly too.
 */
export function whyNotOfThisKind(
  message: MessageFacts,
  mandates: readonly Authority[],
  facts: Facts,
  now: Date,
): Denial {
  const denials = refusalsOf(message, mandates, facts, now).map(({ reason, since }) =>
    deny(reason, { since }),
  );
  const told = denials.find(({ concealed }) => !concealed) ?? denials[0];
  return told ?? deny('outside-the-mandate', { concealed: false });
}

/** Why a client's inbox is refused: of each mandate, by what let one read. */
export function whyNotThisInbox(mandates: readonly Authority[], now: Date): Denial {
  const refusals = mandates.map((mandate) =>
    refusalBy(
      mandate,
      mandate.lines.filter(({ actions }) => actions.includes('read')),
      now,
    ),
  );
  const denials = latestFirst(refusals).map(({ reason, since }) => deny(reason, { since }));
  return denials.find(({ concealed }) => !concealed) ?? deny('no-mandate');
}

/** Of each mandate that covers a message: why it does not give it. */
function refusalsOf(
  message: MessageFacts,
  mandates: readonly Authority[],
  facts: Facts,
  now: Date,
): readonly OfMessage[] {
  const refusals = mandates.flatMap((mandate): OfMessage[] => {
    const lines = mandate.lines.filter((line) => covers(line, message));
    if (lines.length === 0) return [];
    // R31: what came after the end is no part of winding up.
    if (isInForce(mandate, now) && !reaches(mandate, message.deliveredAt, facts, now))
      return [{ mandate, reason: 'delivered-after-the-end', until: Infinity, couldSee: false }];
    // Of lines that are over, those by which it could be seen tell why; or all, when it never could.
    const seen = lines.filter((line) => couldSee(mandate, line, message, now));
    const by = seen.length > 0 ? seen : lines;
    return [{ ...refusalBy(mandate, by, now), couldSee: seen.length > 0 }];
  });
  return latestFirst(refusals);
}

/** Whether it gives this from its first day on, which is still to come. */
const willGive = (
  { mandate, reason }: Refusal,
  message: MessageFacts,
  action: ScopeAction,
  now: Date,
): boolean =>
  (reason === 'not-yet-started' || reason === 'measure-not-started') &&
  mandate.lines.some(
    (line) => covers(line, message) && isOpen(line, dayOf(now)) && line.actions.includes(action),
  );

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

/** R28: from when on the judge suspended it, when that goes on today or did so until the end. */
function pausedSince(mandate: Authority, now: Date): Date | undefined {
  const last = dayOf(overSince(mandate, now) ?? now);
  const stretch = stretchesOf(mandate.suspended).find(({ from, until }) => from <= last && last <= until);
  return stretch && startOf(stretch.from);
}
