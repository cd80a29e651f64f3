import type { Oin } from './identifiers.ts';
import type { LineId } from './ids.ts';

/** What a message is about (rubriek). A message without a known type has none, and then R36 holds. */
export const categories = ['financial', 'care', 'other'] as const;
/** One of {@link categories}. */
export type Category = (typeof categories)[number];

/** What a mandate can let a representative do with messages. Never *delete*: it destroys evidence. */
export const scopeActions = ['read', 'acknowledge', 'reply', 'archive', 'download', 'forward'] as const;
/** One of {@link scopeActions}. */
export type ScopeAction = (typeof scopeActions)[number];

/** Sender × category × actions. `all` is sender-wide, and is never implied (R7, R36). */
export interface Scope {
  readonly sender: Oin;
  readonly category: Category | 'all';
  readonly actions: readonly ScopeAction[];
}

/** One scope line of a mandate (reikwijdte); each can be ended by itself. */
export interface ScopeLine extends Scope {
  readonly id: LineId;
  readonly endedAt?: Date | undefined;
}

/** What a decision needs to know of a message to see whether a line covers it. */
export interface Described {
  readonly sender: Oin;
  readonly category?: Category | undefined;
}

/** Whether a scope speaks of this kind of message; without a category only a sender-wide one does (R36). */
export const covers = (scope: Scope, message: Described): boolean =>
  scope.sender === message.sender && (scope.category === 'all' || scope.category === message.category);

/** Whether two scopes have messages in common, so that they cannot both be asked for (R14). */
export const meet = (one: Scope, other: Scope): boolean =>
  one.sender === other.sender &&
  (one.category === 'all' || other.category === 'all' || one.category === other.category);

/** Whether a line was not ended. An end is never in the future: whose clock is behind may not see it as open. */
export const isOpen = (line: ScopeLine): boolean => line.endedAt === undefined;
