import type { ActionName } from './actions.ts';
import type { Actor, ActorKind, Employee } from './actor.ts';
import { deny, type Facts, type Verdict } from './decision.ts';
import { type Authority, mayMove, type MandateMove, type Party } from './mandate.ts';
import { handles } from './organisation.ts';

/** Whether someone may do this with this mandate. Whether the mandate is in a state for it, `settle()` says. */
export function decideOnMandate(actor: Actor, action: ActionName, facts: Facts): Verdict {
  const { mandate } = facts;
  if (!mandate) return deny('does-not-exist');
  if (!inTheTable(action, actor)) return deny('wrong-kind-of-actor');
  if (actor.kind === 'official') return { ground: { kind: 'supervision' }, client: mandate.client };
  if (actor.kind === 'citizen') {
    if (mandate.client !== actor.client || mandate.offeredAt === undefined) return deny('not-a-party');
    // Nobody is led to give authority to an office that may not use it.
    if (action === 'mandate.consent' && facts.organisation?.standing !== 'recognised')
      return deny('office-may-not-act');
    return { ground: { kind: 'own-affairs' }, client: mandate.client };
  }
  if (actor.kind !== 'employee' || mandate.organisation !== actor.organisation) return deny('not-a-party');
  return works(actor, mandate, facts)
    ? { ground: { kind: 'mandate', mandate: mandate.id }, client: mandate.client }
    : deny('not-assigned');
}

/** R33: an administrator sees the office's mandates, others those of their clients and their own requests. */
const works = (actor: Employee, mandate: Authority, { employment, handling }: Facts): boolean =>
  employment !== undefined &&
  (employment.role === 'administrator' ||
    mandate.requestedBy === actor.employee ||
    (handling !== undefined && handles(employment.role, handling)));

const parties: Partial<Record<ActorKind, Party>> = {
  citizen: 'client',
  employee: 'organisation',
  official: 'official',
  job: 'job',
};

/** On which side of a mandate this actor stands; nothing for who never stands on one. */
export const partyOf = (actor: Actor): Party | undefined => parties[actor.kind];

const asMove: Partial<Record<ActionName, MandateMove>> = {
  'mandate.consent': 'consent',
  'mandate.activate': 'activate',
  'mandate.decline': 'decline',
  'mandate.withdraw': 'withdraw',
  'mandate.narrow': 'narrow',
  'mandate.suspend': 'suspend',
  'mandate.resume': 'resume',
  'mandate.revoke': 'revoke',
  'mandate.renounce': 'renounce',
  'mandate.confirm': 'confirm',
};

/** A move is open only to the side that the table of moves names: nobody approves his own request. */
function inTheTable(action: ActionName, actor: Actor): boolean {
  const move = asMove[action];
  if (!move) return true;
  const party = partyOf(actor);
  return party !== undefined && mayMove(move, party);
}
