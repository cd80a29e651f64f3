import type { Actor } from '../domain/actor.ts';
import { linesOf } from '../domain/court-order-scope.ts';
import { type Given, orderStateAt, overOn } from '../domain/court-order.ts';
import { type Day, dayOf, endless, type Period } from '../domain/day.ts';
import { stretchAt } from '../domain/suspension.ts';
import { type TellDeadlines, untold } from '../platform/deadline.ts';
import type { AuthorityJson, CourtOrderJson } from './court-order.json.ts';
import type { KeptOrder } from './court-order.kept.ts';
import { orderIn } from './court-order.words.ts';

/** What those who are named in an order are called. */
export interface OrderNames {
  readonly client?: string | undefined;
  readonly organisation: { readonly name: string; readonly kvk?: string | undefined };
}

const unlessEndless = (day: Day | undefined): Day | undefined => (day === endless ? undefined : day);

const authorityJson = (
  { mandate, period, endsOn, endReason }: Given,
  suspended: Period | undefined,
): AuthorityJson => ({
  ...{ mandate, from: period.from, until: unlessEndless(period.until), endsOn, endReason },
  ...{ suspendedFrom: suspended?.from, suspendedUntil: unlessEndless(suspended?.until) },
});

const deadlinesOf = (authority: AuthorityJson | undefined, tell: TellDeadlines) =>
  tell({
    '#/authority/until': authority?.until,
    '#/authority/endsOn': authority?.endsOn,
    '#/authority/suspendedUntil': authority?.suspendedUntil,
  });

/** An order as this actor may see it. Whose name it bears the office reads once the order was verified (R3). */
export function orderJson(
  order: KeptOrder,
  names: OrderNames,
  actor: Actor,
  now: Date,
  tell: TellDeadlines = untold,
): CourtOrderJson {
  const { gave } = order;
  const suspended = stretchAt(gave?.suspended, dayOf(now));
  const authority = gave && authorityJson(gave, suspended);
  const [forWard, forOffice] = [actor.kind === 'citizen', actor.kind === 'employee'];
  const state = orderStateAt(order, now);
  const content = {
    ...{ state, ground: order.ground, office: names.organisation.name },
    limited: order.partial || order.divided,
    shut: linesOf(order.ground, order).length === 0,
    from: gave?.period.from,
    endsOn: gave && overOn(gave),
    suspendedUntil: unlessEndless(suspended?.until),
  };
  return {
    ...{ id: order.id, state, ground: order.ground, position: order.position },
    client: {
      id: order.client,
      name: forOffice && order.verifiedAt === undefined ? undefined : names.client,
    },
    organisation: { id: order.organisation, ...names.organisation },
    ...{ court: order.court, caseNumber: order.caseNumber, ecli: order.ecli },
    ...{ givenOn: order.givenOn, sentOn: order.sentOn, startsOn: order.startsOn, until: order.until },
    ...{ partial: order.partial, divided: order.divided },
    ...{ senders: order.senders, categories: order.categories },
    reference: forOffice ? order.reference : undefined,
    registeredAt: order.registeredAt.toISOString(),
    waitsSince: forWard ? undefined : order.waitsSince?.toISOString(),
    answer: forWard ? undefined : order.answer,
    verifiedAt: order.verifiedAt?.toISOString(),
    verifiedBy: order.verifiedBy,
    authority,
    words: orderIn(content, forWard),
    deadlines: deadlinesOf(authority, tell),
  };
}
