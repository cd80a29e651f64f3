import { addDays, dayOf, startOf } from '../../domain/day.ts';
import type { InboxFilter, Whose } from './inbox-filter.request.ts';

/** A wish as the conditions of a query over `inbox_feed f`: only what is asked for, so that an index can serve it. */
export interface Conditions {
  readonly sql: readonly string[];
  readonly values: readonly unknown[];
}

const assignedTo: Readonly<Record<Whose, string>> = {
  me: 'f.assigned_to_me',
  'my-team': 'f.assigned_to_my_team',
  nobody: 'f.assigned_to_nobody',
};

const heldBy: Readonly<Record<Whose, string>> = {
  // Who took it is named as an index knows it, so that no other is shown to the guard. A reader has nothing in hand.
  me: "f.taken_by = (SELECT acting_employee()) AND (SELECT acting_role(false)) <> 'reader'",
  'my-team': 'f.taken_by = ANY ((SELECT acting_team_mates())::uuid[]) AND f.holder IS NOT NULL',
  nobody: "f.work_state = 'open'",
};

/** Conditions that stand in one statement share its `values`. */
export function conditionsOf(filter: InboxFilter, now: Date, values: unknown[] = []): Conditions {
  const sql: string[] = [];
  const add = <Value>(value: Value | undefined, condition: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    sql.push(condition(`$${values.length}`));
  };
  const either = (wish: boolean | undefined, yes: string, no: string): void => {
    if (wish !== undefined) sql.push(wish ? yes : no);
  };
  add(filter.client, (place) => `f.client_id = ${place}`);
  add(filter.sender, (place) => `f.sender = ${place}`);
  add(filter.category, (place) => `f.category = ${place}`);
  either(filter.unread, 'f.read_at IS NULL', 'f.read_at IS NOT NULL');
  either(filter.unreadByOffice, 'f.office_read_at IS NULL', 'f.office_read_at IS NOT NULL');
  either(filter.archived, 'f.archived_at IS NOT NULL', 'f.archived_at IS NULL');
  either(filter.attached, 'f.attachments > 0', 'f.attachments = 0');
  add(filter.from && startOf(filter.from), (place) => `f.delivered_at >= ${place}`);
  add(filter.until && startOf(filter.until), (place) => `f.delivered_at < ${place}`);
  const today = dayOf(now);
  const last = filter.replyWithin === undefined ? undefined : addDays(today, filter.replyWithin);
  add(last, (place) => `f.reply_by IS NOT NULL AND NOT f.handled AND f.reply_by <= ${place}`);
  if (filter.overdue !== undefined)
    add(today, (place) =>
      filter.overdue
        ? `f.reply_by IS NOT NULL AND NOT f.handled AND f.reply_by < ${place}`
        : `(f.reply_by IS NULL OR f.handled OR f.reply_by >= ${place})`,
    );
  add(filter.replyKind, (place) => `f.reply_kind = ${place}`);
  if (filter.holder) sql.push(heldBy[filter.holder]);
  if (filter.handler) sql.push(assignedTo[filter.handler]);
  add(filter.work, (place) => `f.work_state = ${place}`);
  return { sql, values };
}
