import { type Day, dayOf } from './day.ts';
import { type Fault, fault, Problem } from './errors.ts';
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

/** Every fault of a wish to make a mandate smaller, at once. */
function faultsOf(mandate: Mandate, { until, lines = [] }: Narrowing, now: Date): readonly Fault[] {
  const faults: Fault[] = [];
  if (until === undefined && lines.length === 0)
    faults.push(
      fault(
        '#',
        'empty',
        'Name an earlier end, or what remains of a scope line.',
        'Noem een eerder einde, of wat er van een regel overblijft.',
      ),
    );
  if (until !== undefined && (until <= dayOf(now) || until <= mandate.period.from))
    faults.push(
      fault(
        '#/until',
        'too-early',
        'The new end must be after today and after the start. Or revoke it.',
        'Het nieuwe einde moet na vandaag en na het begin liggen. Of trek de machtiging in.',
      ),
    );
  lines.forEach(({ id, actions }, place) => {
    if (!openLines(mandate, now).some((line) => line.id === id))
      faults.push(
        fault(
          `#/lines/${place}/id`,
          'unknown',
          'This mandate has no such open scope line.',
          'Deze machtiging heeft zo’n open regel niet.',
        ),
      );
    if (lines.slice(0, place).some((earlier) => earlier.id === id))
      faults.push(
        fault(
          `#/lines/${place}/id`,
          'repeated',
          'An earlier item already names this scope line.',
          'Deze regel is eerder al genoemd.',
        ),
      );
    if (actions.length === 0)
      faults.push(
        fault(
          `#/lines/${place}/actions`,
          'empty',
          'Name what remains. Or end the scope line.',
          'Noem wat er overblijft. Of beëindig de regel.',
        ),
      );
  });
  return faults;
}

const widens = (mandate: Mandate, { until, lines = [] }: Narrowing): boolean =>
  (until !== undefined && until > mandate.period.until) ||
  lines.some(({ id, actions }) => {
    const granted = mandate.lines.find((line) => line.id === id)?.actions ?? [];
    return actions.some((action) => !granted.includes(action));
  });

/**
 * R20: narrowing works at once; anything that would widen needs new consent.
 * @throws Problem `invalid-input` with every fault at once, `widening-needs-consent`, `move-not-possible`.
 */
export function narrow(mandate: Mandate, wish: Narrowing, now: Date): Mandate {
  const narrowed = settle(mandate, 'narrow', 'client', now);
  const faults = faultsOf(mandate, wish, now);
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  if (widens(mandate, wish)) throw new Problem('widening-needs-consent');
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
  if (!openLines(mandate, now).some((line) => line.id === id)) throw new Problem('not-found');
  const lines = mandate.lines.map((line) => (line.id === id ? { ...line, endedAt: now } : line));
  const left = { ...narrowed, lines };
  return lines.some((line) => isOpen(line, dayOf(now))) ? left : settle(left, 'revoke', 'client', now);
}
