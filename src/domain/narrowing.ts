import { type Day, dayOf } from './day.ts';
import { fault, Problem } from './errors.ts';
import type { LineId } from './ids.ts';
import { type Mandate, openLines, settle } from './mandate.ts';
import { isOpen, type ScopeAction } from './scope.ts';

/** How a client makes a mandate smaller (R20). What is not named stays as it is. */
export interface Narrowing {
  /** An earlier end. */
  readonly until?: Day | undefined;
  /** The actions that remain on a line. */
  readonly lines?: readonly { readonly id: LineId; readonly actions: readonly ScopeAction[] }[] | undefined;
}

/**
 * R20: narrowing works at once; anything that would widen needs new consent.
 * @throws Problem `invalid-input` for an unknown line, `widening-needs-consent`, `move-not-possible`.
 */
export function narrow(mandate: Mandate, wish: Narrowing, now: Date): Mandate {
  const narrowed = settle(mandate, 'narrow', 'client', now);
  if (wish.until !== undefined && wish.until > mandate.period.until)
    throw new Problem('widening-needs-consent');
  if (wish.until !== undefined && (wish.until <= dayOf(now) || wish.until <= mandate.period.from))
    throw new Problem('invalid-input', {
      faults: [
        fault('#/until', 'too-early', 'The new end must be after today and after the start. Or revoke it.'),
      ],
    });
  for (const [place, { id, actions }] of (wish.lines ?? []).entries()) {
    const line = mandate.lines.find((candidate) => candidate.id === id && isOpen(candidate));
    if (!line)
      throw new Problem('invalid-input', {
        faults: [fault(`#/lines/${place}/id`, 'unknown', 'This mandate has no such open scope line.')],
      });
    if (actions.length === 0)
      throw new Problem('invalid-input', {
        faults: [fault(`#/lines/${place}/actions`, 'empty', 'Name what remains. Or end the scope line.')],
      });
    if (actions.some((action) => !line.actions.includes(action))) throw new Problem('widening-needs-consent');
  }
  const actionsOf = new Map(wish.lines?.map(({ id, actions }) => [id, actions]));
  return {
    ...narrowed,
    period: { ...mandate.period, until: wish.until ?? mandate.period.until },
    lines: mandate.lines.map((line) => ({ ...line, actions: actionsOf.get(line.id) ?? line.actions })),
  };
}

/**
 * Ends one scope line. With the last line gone nothing is left, and the mandate is revoked.
 * @throws Problem `not-found` when the mandate has no such open line, `move-not-possible`.
 */
export function endLine(mandate: Mandate, id: LineId, now: Date): Mandate {
  const narrowed = settle(mandate, 'narrow', 'client', now);
  if (!openLines(mandate).some((line) => line.id === id)) throw new Problem('not-found');
  const lines = mandate.lines.map((line) => (line.id === id ? { ...line, endedAt: now } : line));
  const left = { ...narrowed, lines };
  return lines.some((line) => isOpen(line)) ? left : settle(left, 'revoke', 'client', now);
}
