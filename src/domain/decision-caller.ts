import type { Oin } from './identifiers.ts';

/**
 * How much a system hears of a refusal: only that it is one; what the one asked about would be told himself; or the true
 * reason, for who watches over authorisations.
 */
export const tellings = ['nothing', 'as-subject', 'true-reason'] as const;
/** One of {@link tellings}. */
export type Telling = (typeof tellings)[number];

/** A system that may ask for decisions, for a stated purpose. */
export interface DecisionCaller {
  readonly oin: Oin;
  /** Of which senders it may ask about messages and inboxes; of every sender, when none is named. */
  readonly senders?: readonly Oin[] | undefined;
  readonly tells: Telling;
  readonly searches: boolean;
  /** Decisions that it may ask for in a minute. */
  readonly perMinute: number;
  readonly endedAt?: Date | undefined;
}

/** Whether what it asks about is within its purpose. What names no sender concerns all of them. */
export const isWithinPurpose = ({ senders }: DecisionCaller, sender: Oin | undefined): boolean =>
  senders === undefined || (sender !== undefined && senders.includes(sender));
