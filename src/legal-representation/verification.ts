import type { Remark } from '../audit/trail-entry.ts';
import type { Change } from '../domain/court-order-plan.ts';
import type { KeptOrder } from './court-order.kept.ts';
import type { Foreseen } from './consequences.service.ts';
import type { Telling } from './guardianship.store.ts';
import type { Day } from '../domain/day.ts';
import type { MandateId } from '../domain/ids.ts';
import { cameTooLate, isDue } from '../domain/court-order-consequences.ts';
import { recipients } from '../domain/notice.ts';
import type { WideScope } from '../domain/scope.ts';

/** What scope lines grant in one line, for the record. */
export const linesText = (lines: readonly WideScope[]): string =>
  lines.map(({ sender, category, actions }) => `${sender} ${category}: ${actions.join(' ')}`).join('; ');

/** The line in the trail that a guardianship began: of the ward, and of the mandate that it began with. */
export const beganRemark = (order: KeptOrder, mandate: MandateId, { beginning }: Foreseen): Remark => ({
  action: 'mandate.begin',
  client: order.client,
  mandate,
  object: { kind: 'mandate', id: mandate },
  details: {
    ...{ to: 'active', ground: order.ground, from_day: beginning.from, lines: linesText(beginning.lines) },
    order: order.id,
  },
});

/** The line in the trail of what happened to another mandate. */
export function consequenceRemark(order: KeptOrder, does: Change, from: string, now: Date): Remark {
  const about = {
    client: order.client,
    mandate: does.mandate,
    object: { kind: 'mandate', id: does.mandate },
  };
  const to = does.kind === 'ends' && isDue(does.on, now) ? 'ended' : from;
  return does.kind === 'ends'
    ? {
        ...about,
        action: 'mandate.end',
        details: { from, to, reason: does.reason, until: does.on, order: order.id },
      }
    : {
        ...about,
        action: 'mandate.narrow',
        details: {
          from,
          to,
          reason: 'bewind',
          until: does.on,
          lines: linesText(does.instead),
          order: order.id,
        },
      };
}

/**
 * When guardianship begins, all concerned are told: ward, guardian, and who loses something, has to look at what remains
 * (R27), or goes on beside another (R25). The first day without a mandate is never before its own first day.
 */
export function tellings(
  mandate: MandateId,
  { beginning, consequences, existing }: Foreseen,
  today: Day,
): Telling[] {
  const both = (kind: Telling['kind'], which: MandateId, about: Day): Telling[] =>
    recipients.map((recipient) => ({ kind, mandate: which, recipient, dueOn: today, about }));
  const without = ({ mandate, on }: Change): Day => {
    const from = existing.find((each) => each.mandate === mandate)?.from;
    return from !== undefined && from > on ? from : on;
  };
  // Nobody hears that somebody may read when he never may.
  if (cameTooLate(beginning)) return [];
  const began = beginning.lines.length > 0 ? 'guardianship-began' : 'guardianship-shut';
  return [
    ...both(began, mandate, beginning.from),
    ...consequences.flatMap((does): Telling[] => {
      if (does.kind === 'ends') return both('ended-by-guardianship', does.mandate, without(does));
      if (does.kind === 'beside') return both('guardianship-shared', does.mandate, beginning.from);
      const ask = { kind: 'review-due', mandate: does.mandate, dueOn: today, about: today } as const;
      const review: Telling = { ...ask, recipient: 'organisation' };
      return does.kind === 'narrows'
        ? [...both('narrowed-by-guardianship', does.mandate, without(does)), review]
        : [review];
    }),
  ];
}
