import type { ActionName } from './actions.ts';
import type { Actor, Employee } from './actor.ts';
import { deny, type Facts, type Verdict } from './decision.ts';
import { type OrderFacts, whyNotApprove } from './four-eyes.ts';
import { handles } from './organisation.ts';

/** What an official only looks at; everything else he does to it. */
const looks: readonly ActionName[] = ['order.see', 'order.see-evidence', 'order.foresee'];

/**
 * R21: the office sees and supplements what it handed in, officials verify what they did not hand in themselves, and
 * the ward sees it once it was verified. Until then no line of it stands in his trail: a claim that nobody checked is
 * no news about him (R3).
 */
export function decideOnOrder(actor: Actor, action: ActionName, facts: Facts): Verdict {
  const { order } = facts;
  if (!order) return deny('does-not-exist');
  const client = order.verified ? order.client : undefined;
  if (actor.kind === 'official') {
    if (looks.includes(action)) return { ground: { kind: 'supervision' }, client };
    const why = whyNotApprove(
      actor.subject,
      action === 'order.approve' ? order : { ...order, approvedBy: [] },
    );
    return why ? deny(why) : { ground: { kind: 'supervision' }, client };
  }
  if (actor.kind === 'citizen')
    return client === actor.client ? { ground: { kind: 'own-affairs' }, client } : deny('not-a-party');
  if (actor.kind !== 'employee' || order.organisation !== actor.organisation) return deny('not-a-party');
  return works(actor, order, facts) ? { ground: { kind: 'office' }, client } : deny('not-assigned');
}

/** R33: an administrator sees the office's orders, others those of their clients and those they handed in. */
const works = (actor: Employee, order: OrderFacts, { employment, handling }: Facts): boolean =>
  employment !== undefined &&
  (employment.role === 'administrator' ||
    order.submittedBy === actor.employee ||
    (handling !== undefined && handles(employment.role, handling)));

/** R31: an official decides, and not about what he asked for himself. */
export function decideOnUrgentAct(actor: Actor, { urgentAct }: Facts): Verdict {
  if (!urgentAct) return deny('does-not-exist');
  if (actor.kind !== 'official') return deny('not-a-party');
  return actor.subject === urgentAct.asker
    ? deny('own-request')
    : { ground: { kind: 'supervision' }, client: urgentAct.client };
}

/** An official's standing is decided by a colleague, never by himself. */
export function decideOnOfficial(actor: Actor, { colleague }: Facts): Verdict {
  if (!colleague) return deny('does-not-exist');
  return actor.kind !== 'official' || actor.subject === colleague.subject
    ? deny('own-request')
    : { ground: { kind: 'supervision' } };
}
