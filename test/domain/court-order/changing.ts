import { endless } from '../../../src/domain/day.ts';
import {
  changed,
  type OrderChange,
  type OrderChangeKind,
  type OrderPeriods,
} from '../../../src/domain/court-order-changes.ts';
import { day } from '../facts.ts';

/** The days of a measure: from 1 January 2027 on, without an end. */
export const known = (more: Partial<OrderPeriods> = {}): OrderPeriods => ({
  period: { from: day('2027-01-01'), until: endless },
  ...more,
});
/** A change that speaks of this day. */
export const on = (kind: OrderChangeKind, text: string, more: Partial<OrderChange> = {}): OrderChange => ({
  ...{ kind, on: day(text) },
  ...more,
});
/** Days from one up to the other. */
export const days = (from: string, until: string) => ({ from: day(from), until: day(until) });
/** Suspended without a hearing; after one; lifted. */
export const exParte = known({ suspended: [days('2027-02-01', '2027-02-15')] });
export const heard = known({ suspended: [days('2027-02-01', 'infinity')] });
export const ended = known({ endsOn: day('2027-06-01'), endReason: 'lifted' });

/** What a change comes to, in a line. */
export function outcomeOf(
  before: OrderPeriods,
  change: OrderChange,
  by: 'official' | 'register' = 'register',
): string {
  const answer = changed(before, change, by);
  if (answer.outcome !== 'applied') return answer.outcome;
  const { period, endsOn, endReason, suspended } = answer.periods;
  return [
    ...(period.until === endless ? [] : [`until ${period.until}`]),
    ...(endsOn === undefined ? [] : [`ends ${endsOn} ${endReason}`]),
    ...(suspended ?? []).map(({ from, until }) => `suspended ${from} ${until}`),
  ].join(', ');
}
