import type { ActorKind } from './actor.ts';
import type { Assurance } from './assurance.ts';
import type { Role } from './organisation.ts';

/** What a question can be about. */
type About =
  | ('nothing' | 'message' | 'client' | 'mandate' | 'organisation' | 'sender' | 'bulk-run')
  | ('court-order' | 'register' | 'urgent-act' | 'official' | 'identity-case' | 'paper-mandate')
  | 'decision-caller';

/**
 * What the door asks of an action: who may knock for it.
 *
 * - `about`: what the question names; - `actors`: who may ask at all; - `assurance`: the least level, on top of
 *   the level of the kind of actor (R5); - `role`: the least role of an employee in his office;
 * - `anyStanding`: also open to an office that is not recognised, or suspended. Leaving is never blocked (R16);
 * - `afterLeaving`: also open to an employee who left, so that he can come back.
 */
export interface Action {
  readonly about: About;
  readonly actors: readonly ActorKind[];
  readonly assurance: Assurance;
  readonly role?: Role;
  readonly anyStanding?: true;
  readonly afterLeaving?: true;
  /**
   * The least level of a means that carries one, such as DigiD or a European means. An account that a letter opened
   * carries none: what it may, `assurance` says.
   */
  readonly carried?: Assurance;
  /** Also open to a means that was ended, or undone: how its holder asks anew (decision 81). */
  readonly withEnded?: true;
  /** Asked by a POST that changes nothing: it does not count as a change. */
  readonly changesNothing?: true;
}

/** Whoever signs in and is known: to an `unlinked` one nothing of the house is open but the way in. */
export const everyone = ['citizen', 'employee', 'newcomer', 'official', 'sender', 'system'] as const;

/** About an office, by its own employees; also while it may not act. */
export function officeAction(role: Role) {
  return {
    about: 'organisation',
    actors: ['employee'],
    assurance: 'substantial',
    role,
    anyStanding: true,
  } as const;
}

/** To look at a mandate, by who is a party to it or watches over it. */
export function seenByParties() {
  return {
    about: 'mandate',
    actors: ['citizen', 'employee', 'official'],
    assurance: 'low',
    anyStanding: true,
  } as const;
}

/** How an office ends something: never blocked (R16). */
export function leavingAction() {
  return {
    about: 'mandate',
    actors: ['employee'],
    assurance: 'substantial',
    role: 'handler',
    anyStanding: true,
  } as const;
}

/** What an office does with a message, besides reading it. */
export function workAction() {
  return { about: 'message', actors: ['employee'], assurance: 'substantial', role: 'handler' } as const;
}

/** About saved views. */
export function viewAction(role: Role) {
  return { about: 'nothing', actors: ['employee'], assurance: 'substantial', role } as const;
}

/** What a client keeps from his representatives. To hide asks less than to show again (R20). */
export function shieldAction(assurance: Assurance) {
  return { about: 'nothing', actors: ['citizen'], assurance } as const;
}

/** What a judge keeps from a guardian, entered by an official. */
export function shieldOrder() {
  return { about: 'nothing', actors: ['official'], assurance: 'substantial' } as const;
}

/** About a bulk run. */
export function bulkAction<More extends { anyStanding?: true }>(more: More) {
  return {
    about: 'bulk-run',
    actors: ['employee'],
    assurance: 'substantial',
    role: 'handler',
    ...more,
  } as const;
}

/** About one message, by its client or a representative. */
export function messageAction(role: Role) {
  return { about: 'message', actors: ['citizen', 'employee'], assurance: 'low', role } as const;
}

/** R5: people who act for others, and those who watch over them, sign in at substantial or higher. */
export const leastAssurance: Readonly<Record<ActorKind, Assurance>> = {
  citizen: 'low',
  unlinked: 'low',
  employee: 'substantial',
  newcomer: 'substantial',
  official: 'substantial',
  sender: 'low',
  system: 'low',
  job: 'high',
};
