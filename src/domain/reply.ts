import type { Day } from './day.ts';

/** What a sender asks in return for a message. */
export const replyKinds = ['objection', 'payment', 'information'] as const;
/** One of {@link replyKinds}. */
export type ReplyKind = (typeof replyKinds)[number];

/**
 * A message may ask for a reply on a Dutch day at the latest. It helps an office to divide its work; delivery to a
 * representative starts no legal term by itself.
 */
export interface Reply {
  readonly by: Day;
  readonly kind: ReplyKind;
}
