import type { Assurance } from './assurance.ts';
import type { KvkNumber, Oin } from './identifiers.ts';
import type { PresentedMeans } from './identity.ts';
import type { ClientId, EmployeeId, OrganisationId } from './ids.ts';

/** Who someone is according to the issuer that signed him in: its name and his subject there. */
export type Subject = string;

/** Work that the service does by itself; each has a name, so that the trail never says "the system". */
export type JobName =
  | ('offer-mandates' | 'print-letters' | 'tidy-up' | 'watch-mandates' | 'run-bulk')
  | ('follow-life-events' | 'match-identities' | 'take-in-requests')
  | ('check-court-orders' | 'follow-court-register' | 'check-paper-mandates')
  | 'keep-signing-keys';

/** A citizen, by DigiD, eIDAS or an account, with his own inbox. */
export interface Citizen {
  readonly kind: 'citizen';
  readonly client: ClientId;
  readonly means: 'digid' | 'eidas' | 'account';
  /** What he signed in with, when that is no BSN: to bring it to another client, or to be found by it. */
  readonly presented?: PresentedMeans | undefined;
  /** Whom the sign-in service names by a BSN, when that is another client than the one his means is of. */
  readonly named?: ClientId | undefined;
  readonly assurance: Assurance;
}

/** Someone whose means is of no client here: he may open an account, bring a code, or show whose it is. */
export interface Unlinked {
  readonly kind: 'unlinked';
  readonly presented: PresentedMeans;
  /** Since when it opens nothing any more, of a means that was ended: he may only ask anew. */
  readonly ended?: Date | undefined;
  readonly assurance: Assurance;
}

/** A person who works for a representative organisation. His role is not here: the database says it (trap 6). */
export interface Employee {
  readonly kind: 'employee';
  readonly employee: EmployeeId;
  readonly organisation: OrganisationId;
  readonly subject: Subject;
  readonly assurance: Assurance;
}

/**
 * Someone signed in for an office that does not know him yet: of a KvK number, which he may register or join; or as
 * a person who represents others by himself, who may register.
 */
export type Newcomer = {
  readonly kind: 'newcomer';
  readonly subject: Subject;
  readonly assurance: Assurance;
} & (
  | { readonly kvk: KvkNumber; readonly person?: undefined }
  | { readonly person: ClientId; readonly kvk?: undefined }
);

/**
 * The subject of a person who represents others by himself: his pseudonym, at whatever issuer he signs in. What a
 * sign-in service calls a citizen may be made of his BSN, so it is never kept (R2).
 */
export const subjectOfPerson = (person: ClientId): Subject => `person:${person}`;

/** A civil servant who recognises organisations, verifies and audits. Never reads messages. */
export interface Official {
  readonly kind: 'official';
  readonly subject: Subject;
  readonly assurance: Assurance;
}

/** A government body that delivers messages. */
export interface Sender {
  readonly kind: 'sender';
  readonly oin: Oin;
  readonly assurance: Assurance;
}

/** Another machine that signed in; it is not a registered sender. */
export interface System {
  readonly kind: 'system';
  readonly oin: Oin;
  readonly assurance: Assurance;
}

/** A named job of this service. */
export interface Job {
  readonly kind: 'job';
  readonly name: JobName;
  readonly assurance: Assurance;
}

/**
 * Everyone who can act. The actor is always someone. `trace` is the W3C trace id of the request in which he
 * acts (32 hex digits); it joins trail and logs.
 */
export type Actor = (Citizen | Unlinked | Employee | Newcomer | Official | Sender | System | Job) & {
  readonly trace?: string | undefined;
};

/** Whether the means of this sign-in carries a level of assurance: an account proves no more than its password. */
export const carriesALevel = (actor: Actor): boolean =>
  actor.kind === 'unlinked'
    ? actor.presented.kind !== 'account'
    : actor.kind !== 'citizen' || actor.means !== 'account';

/** The kinds of actor, as the route table names them. */
export type ActorKind = Actor['kind'];

/** The named job as an actor. */
export const job = (name: JobName): Job => ({ kind: 'job', name, assurance: 'high' });

/** One line that says who this is, stable over sign-ins: the owner of idempotency keys and limits, and what
 *  row-level security reads. Carries no personal data beyond pseudonyms. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'citizen':
      return `citizen:${actor.client}`;
    case 'unlinked':
      return `unlinked:${actor.presented.index}`;
    case 'employee':
      return `employee:${actor.employee}:${actor.organisation}`;
    case 'newcomer':
      return `newcomer:${actor.kvk === undefined ? '' : `${actor.kvk}:`}${actor.subject}`;
    case 'official':
      return `official:${actor.subject}`;
    case 'sender':
    case 'system':
      return `${actor.kind}:${actor.oin}`;
    case 'job':
      return `job:${actor.name}`;
  }
}
