import type { ActionName } from './actions.ts';
import type { Actor, ActorKind, Employee } from './actor.ts';
import { deny, type Facts, type Verdict } from './decision.ts';
import { isTaken, noGuardianship } from './guardianship.ts';
import { type Authority, mayMove, type MandateMove, openLines, type Party, wasGiven } from './mandate.ts';
import { handles } from './organisation.ts';
import { canBeStated } from './statement.ts';

/** Whether someone may do this with this mandate. Whether the mandate is in a state for it, `settle()` says. */
export function decideOnMandate(
  actor: Actor,
  { action, withCode }: { readonly action: ActionName; readonly withCode?: true },
  facts: Facts,
  now: Date,
): Verdict {
  const { mandate, guardianship = noGuardianship } = facts;
  if (!mandate) return deny('does-not-exist');
  if (!inTheTable(action, actor)) return deny('wrong-kind-of-actor');
  if (actor.kind === 'official') {
    // R26, R27: to let it go on gives access anew, and no official gives what its client cannot.
    const resumes = action === 'mandate.resume' && mandate.ground === 'voluntary';
    if (resumes && isTaken(openLines(mandate, now), guardianship, now)) return deny('under-guardianship');
    return { ground: { kind: 'supervision' }, client: mandate.client };
  }
  if (actor.kind === 'citizen') {
    if (mandate.client !== actor.client || mandate.offeredAt === undefined) return deny('not-a-party');
    // Nobody is led to give authority to an office that may not use it.
    if (action === 'mandate.consent' && facts.organisation?.standing !== 'recognised')
      return deny('office-may-not-act');
    if (action === 'mandate.consent' && facts.diedOn !== undefined) return deny('person-died'); // R30
    if (action === 'mandate.consent' && isTaken(openLines(mandate, now), guardianship, now))
      return deny('under-guardianship');
    return nothingToState(action, facts, now) ?? { ground: { kind: 'own-affairs' }, client: mandate.client };
  }
  if (actor.kind !== 'employee' || mandate.organisation !== actor.organisation) return deny('not-a-party');
  // An office may not learn that its client died, or that a court looked after him: not even who holds his own code (R3).
  if (withCode && facts.diedOn !== undefined) return deny('client-died', { concealed: true }); // R30
  if (withCode && isTaken(openLines(mandate, now), guardianship, now))
    return deny('under-guardianship', { concealed: true });
  if (!works(actor, action, mandate, facts)) return deny('not-assigned');
  return (
    nothingToState(action, facts, now) ?? {
      ...{ ground: { kind: 'mandate', mandate: mandate.id }, client: mandate.client },
    }
  );
}

/** Only of what works now is a statement made. */
const nothingToState = (action: ActionName, { mandate, standing, organisation }: Facts, now: Date) =>
  action === 'mandate.state' && mandate && !canBeStated(mandate, organisation?.standing ?? standing, now)
    ? deny('not-in-force')
    : undefined;

/**
 * R33: an administrator sees the office's mandates, others those of their clients. Who asked for one sees that request
 * until the client gives what it asks; from then on it is for who handles the client. Only to enter the code stays his,
 * so that a repeat of that finds its answer (R13). Until then a request is nobody's, unless it goes on with what somebody
 * gave: or who handles a client would see whose BSN a colleague named, also beside a wrong date of birth (R3).
 */
const works = (
  actor: Employee,
  action: ActionName,
  mandate: Authority,
  { employment, handling }: Facts,
): boolean =>
  employment !== undefined &&
  (employment.role === 'administrator' ||
    (mandate.requestedBy === actor.employee && (!wasGiven(mandate) || action === 'mandate.activate')) ||
    ((wasGiven(mandate) || mandate.predecessor !== undefined) &&
      handling !== undefined &&
      handles(employment.role, handling)));

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
