import type { Day } from './day.ts';
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

/** Every sender: what a court measure can cover, and a mandate of the client's own will never does (R7). */
export const everySender = '*';

/** A scope that may cover every sender. */
export interface WideScope extends Omit<Scope, 'sender'> {
  readonly sender: Oin | typeof everySender;
}

/** What a scope is about. */
export type About = Pick<WideScope, 'sender' | 'category'>;

/** One scope line of a mandate (reikwijdte); each can be ended by itself. */
export interface ScopeLine extends WideScope {
  readonly id: LineId;
  readonly endedAt?: Date | undefined;
  /** By law it gives nothing from this day on, which may lie in the future (R27). */
  readonly endsOn?: Day | undefined;
}

/** What a decision needs to know of a message to see whether a line covers it. */
export interface Described {
  readonly sender: Oin;
  readonly category?: Category | undefined;
}

/** Whether a scope speaks of this kind of message; without a category only a sender-wide one does (R36). */
export const covers = (scope: WideScope, message: Described): boolean =>
  (scope.sender === everySender || scope.sender === message.sender) &&
  (scope.category === 'all' || scope.category === message.category);

/** By law none of these lines gives anything from this day on; nothing when one of them has no such day (R27). */
export const lineEndsOn = (lines: readonly ScopeLine[]): Day | undefined =>
  lines.some(({ endsOn }) => endsOn === undefined)
    ? undefined
    : lines
        .flatMap(({ endsOn = [] }) => endsOn)
        .toSorted()
        .at(-1);

/** Whether two scopes have messages in common, whatever may be done with them: they cannot both be asked for (R14). */
export const meet = (one: About, other: About): boolean =>
  (one.sender === everySender || other.sender === everySender || one.sender === other.sender) &&
  (one.category === 'all' || other.category === 'all' || one.category === other.category);

/**
 * Whether a line is not over today. An instant at which somebody ended it is never in the future: whose clock is
 * behind may not see it as open. The day from which the law ends it may be.
 */
export const isOpen = (line: ScopeLine, today: Day): boolean =>
  line.endedAt === undefined && (line.endsOn === undefined || today < line.endsOn);
