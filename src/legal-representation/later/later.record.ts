import type { Remark } from '../../audit/trail-entry.ts';
import { type Given, orderStateOn } from '../../domain/court-order.ts';
import { type LaterMove, moveOf, type OrderChange } from '../../domain/court-order-changes.ts';
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

/** A verified order with the days of its measure, as they are after a change. */
type Changed = Pick<KeptOrder, 'state'> & { readonly gave: Given };

/** The line in the trail of what a court decided later. */
export function laterRemark(
  order: KeptOrder,
  after: Changed,
  change: OrderChange,
  by: ToldBy,
  today: Day,
): Remark {
  const move = moveOf(change);
  const { mandate, endReason } = after.gave;
  const until = untilOf(move, change, after.gave);
  const { action } = records[goesOn(change, after.gave) ? 'suspend' : move];
  return {
    ...{ action, client: order.client, mandate },
    object: { kind: 'mandate', id: mandate },
    details: {
      ...{ from: orderStateOn(order, today), to: orderStateOn(after, today) },
      order: order.id,
      ...(until === endless ? {} : { until }),
      ...(move === 'end' && endReason ? { reason: endReason } : {}),
      ...(by.toldBy === 'official' ? { note: by.reason } : { register: true }),
    },
  };
}

/** The day that the line speaks of. */
function untilOf(move: LaterMove, { on }: OrderChange, { period, endsOn, suspended }: Given): Day {
  if (move === 'end') return endsOn ?? on;
  if (move === 'set-term') return period.until;
  return move === 'end-suspension' ? on : (stretchAt(suspended, on)?.until ?? on);
}

/** R28: whether one that a judge ended leaves another, or that of an official: access is not back. */
const goesOn = ({ kind, on }: OrderChange, { suspended, halted = false }: Given): boolean =>
  kind === 'suspension-ended' && (halted || isSuspended(suspended, on));

/** Whether what people are to hear is so: who hears of access has it, and who hears of a suspension is suspended. */
function isSo(after: Changed, { kind, on }: OrderChange, today: Day): boolean {
  if (kind === 'suspension-ended') return orderStateOn(after, on > today ? on : today) === 'active';
  const began = after.gave.suspended?.find(({ from }) => from === on);
  return kind !== 'suspended' || (began !== undefined && began.until > today);
}

/** What ward and guardian are to hear. */
export function tellingsOf(after: Changed, change: OrderChange, today: Day): Telling[] {
  const { mandate, endsOn } = after.gave;
  const kind = records[moveOf(change)].notice;
  if (kind === undefined || !isSo(after, change, today)) return [];
  const about = (kind === 'guardianship-ended' ? endsOn : undefined) ?? change.on;
  return recipients.map((recipient) => ({ kind, mandate, recipient, dueOn: today, about }));
}

/** R28: the line in the trail that access came back by the clock; none when it did not. */
export const lapseRemarks = (order: KeptOrder, { client, mandate, on }: Lapsed): Remark[] =>
  orderStateOn(order, on) === 'active'
    ? [
        {
          ...{ action: 'mandate.resume', client, mandate, object: { kind: 'mandate', id: mandate } },
          details: { from: 'suspended', to: 'active', until: on, order: order.id, clock: true },
        },
      ]
    : [];

/** What ward and guardian are to hear of that, while it is so. */
export const lapseTellings = (order: KeptOrder, { mandate, on }: Lapsed, today: Day): Telling[] =>
  orderStateOn(order, on) === 'active' && orderStateOn(order, today) === 'active'
    ? recipients.map((recipient) => ({
        ...({ kind: 'guardianship-resumed', mandate, recipient, dueOn: on, about: on } as const),
      }))
    : [];

/** R31: the line in the trail of urgent acts that end because their measure was overturned. */
export const urgentlyOverRemark = ({ id, client }: KeptOrder, mandate: MandateId): Remark => ({
  ...{ action: 'mandate.end', client, mandate, object: { kind: 'mandate', id: mandate } },
  details: { from: 'active', to: 'ended', reason: 'overturned', order: id },
});

/** What ward and guardian are to hear of that. */
export const urgentlyOverTellings = (mandate: MandateId, today: Day): Telling[] =>
  recipients.map((recipient) => ({
    ...({ kind: 'urgent-acts-refused', mandate, recipient, dueOn: today, about: today } as const),
  }));
