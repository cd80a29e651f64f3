import type { Remark } from '../../audit/trail-entry.ts';
import type { OrderState } from '../../domain/court-order.ts';
import {
  type LaterMove,
  moveOf,
  type OrderChange,
  type OrderPeriods,
} from '../../domain/court-order-changes.ts';
import { type Day, endless } from '../../domain/day.ts';
import type { MandateId } from '../../domain/ids.ts';
import { isSuspended, stretchAt } from '../../domain/suspension.ts';
import { recipients } from '../../domain/notice.ts';
import type { Lapsed } from './lapse.store.ts';
import type { KeptOrder } from '../court-order.kept.ts';
import type { Telling } from '../guardianship.store.ts';
import type { ToldBy } from '../what-happened.store.ts';

/** As what the history of the mandate shows it, and what ward and guardian hear of it. */
const records: Readonly<
  Record<LaterMove, { readonly action: Remark['action']; readonly notice?: Telling['kind'] }>
> = {
  suspend: { action: 'mandate.suspend', notice: 'guardianship-suspended' },
  'confirm-suspension': { action: 'mandate.suspend' }, // it goes on, and they heard of it
  'end-suspension': { action: 'mandate.resume', notice: 'guardianship-resumed' },
  'set-term': { action: 'mandate.narrow' }, // the reminders before the end tell of it (R18)
  end: { action: 'mandate.end', notice: 'guardianship-ended' },
};

/** The line in the trail of what a court decided later. */
export function laterRemark(
  order: KeptOrder,
  mandate: MandateId,
  change: OrderChange,
  periods: OrderPeriods,
  by: ToldBy,
  states: { readonly from: OrderState; readonly to: OrderState },
): Remark {
  const move = moveOf(change);
  const until = untilOf(move, change, periods);
  const { action } = records[goesOn(change, periods) ? 'suspend' : move];
  return {
    ...{ action, client: order.client, mandate },
    object: { kind: 'mandate', id: mandate },
    details: {
      ...states,
      order: order.id,
      ...(until === endless ? {} : { until }),
      ...(move === 'end' && periods.endReason ? { reason: periods.endReason } : {}),
      ...(by.toldBy === 'official' ? { note: by.reason } : { register: true }),
    },
  };
}

/** The day that the line speaks of. */
function untilOf(move: LaterMove, { on }: OrderChange, { period, endsOn, suspended }: OrderPeriods): Day {
  if (move === 'end') return endsOn ?? on;
  if (move === 'set-term') return period.until;
  return move === 'end-suspension' ? on : (stretchAt(suspended, on)?.until ?? on);
}

/** R28: whether one that a judge ended leaves another that runs: access is not back, and nobody hears that it is. */
const goesOn = ({ kind, on }: OrderChange, { suspended }: OrderPeriods): boolean =>
  kind === 'suspension-ended' && isSuspended(suspended, on);

/** What ward and guardian are to hear. */
export function tellingsOf(
  mandate: MandateId,
  change: OrderChange,
  periods: OrderPeriods,
  today: Day,
): Telling[] {
  const kind = records[moveOf(change)].notice;
  if (kind === undefined || goesOn(change, periods)) return [];
  const about = (kind === 'guardianship-ended' ? periods.endsOn : undefined) ?? change.on;
  return recipients.map((recipient) => ({ kind, mandate, recipient, dueOn: today, about }));
}

/** R28: the line in the trail that access came back by the clock, to the state in which the measure is since. */
export const lapseRemark = ({ order, client, mandate, on }: Lapsed): Remark => ({
  ...{ action: 'mandate.resume', client, mandate, object: { kind: 'mandate', id: mandate } },
  details: { from: 'suspended', to: 'active', until: on, order, clock: true },
});

/** What ward and guardian are to hear of that. */
export const lapseTellings = ({ mandate, on }: Lapsed): Telling[] =>
  recipients.map((recipient) => ({
    ...({ kind: 'guardianship-resumed', mandate, recipient, dueOn: on, about: on } as const),
  }));
