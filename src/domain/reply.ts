/**
 * What a sender asks in return for a message, on a Dutch day at the latest. It helps an office to divide its work;
 * delivery to a representative starts no legal term by itself.
 */
export const replyKinds = ['objection', 'payment', 'information'] as const;
/** One of {@link replyKinds}. */
export type ReplyKind = (typeof replyKinds)[number];
