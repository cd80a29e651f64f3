import type { ReasonCode } from './reasons.ts';

/** What would make a refusal a yes, as far as the one refused can do something about it. */
export const remedies = [
  ...(['step-up', 'request-mandate', 'request-renewal', 'ask-administrator', 'wait'] as const),
] as const;
/** One of {@link remedies}. */
export type Remedy = (typeof remedies)[number];

const remedyFor: Partial<Record<ReasonCode, Remedy>> = {
  'assurance-too-low': 'step-up',
  'no-mandate': 'request-mandate',
  'outside-the-mandate': 'request-mandate',
  'action-not-granted': 'request-mandate',
  'scope-line-ended': 'request-mandate',
  'mandate-revoked': 'request-mandate',
  'mandate-renounced': 'request-mandate',
  'mandate-declined': 'request-mandate',
  'mandate-ended': 'request-mandate',
  'mandate-expired': 'request-renewal',
  'not-assigned': 'ask-administrator',
  'role-too-small': 'ask-administrator',
  'not-yet-consented': 'wait',
  'not-yet-started': 'wait',
  'measure-not-started': 'wait',
  'measure-suspended': 'wait',
  'mandate-suspended': 'wait',
};

/** What helps against this refusal; nothing when nothing does that the one refused can do. */
export const remedyOf = (reason: ReasonCode): Remedy | undefined => remedyFor[reason];
