/** What a sender is told of a mandate (R17, R30). */
export const senderEventKinds = ['mandate-ended', 'mandate-narrowed'] as const;
/** One of {@link senderEventKinds}. */
export type SenderEventKind = (typeof senderEventKinds)[number];

/** Why, as far as it is a sender's affair: what a court or a register did is none, but for a death. */
export const senderEventReasons = ['revoked', 'renounced', 'narrowed', 'client-died', 'ended'] as const;
/** One of {@link senderEventReasons}. */
export type SenderEventReason = (typeof senderEventReasons)[number];
