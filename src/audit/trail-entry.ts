import { type Actor, actorKey } from '../domain/actor.ts';
import type { ActionName } from '../domain/actions.ts';
import type { ProblemCode } from '../domain/errors.ts';
import type { Ground } from '../domain/decision.ts';
import type { ClientId, MandateId, OrganisationId } from '../domain/ids.ts';
import type { ReasonCode } from '../domain/reasons.ts';

/** The office that an act concerns, as it was called at that moment: the trail stands by itself. */
export interface OfficeInTrail {
  readonly id: OrganisationId;
  readonly name: string;
  /** Nothing for a person who represents others by himself. */
  readonly kvk: string | null;
}

/** One line of the trail: who did what, on whose affairs, on which ground, and how it was decided (BIO2 8.15). */
export interface TrailEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: ActionName;
  readonly outcome: 'permitted' | 'refused';
  /** The true reason of a refusal: by a rule about access, or because the act itself was not possible. */
  readonly reason?: ReasonCode | ProblemCode | undefined;
  readonly office?: OfficeInTrail | undefined;
  readonly client?: ClientId | undefined;
  readonly mandate?: MandateId | undefined;
  readonly object?: { readonly kind: string; readonly id: string } | undefined;
  readonly ground?: Ground | undefined;
  /** Facts for people, never personal data beyond pseudonyms, never message content. */
  readonly details?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/**
 * What a use case may add to the line that `demand` wrote, once it knows more. `actor`: the same one in another request,
 * with the trace of that.
 */
export type Remark = Partial<
  Pick<TrailEntry, 'actor' | 'action' | 'office' | 'client' | 'mandate' | 'object' | 'ground' | 'details'>
>;

/** The id by which the trail names an actor. */
export function actorId(actor: Actor): string {
  return actor.kind === 'employee' ? actor.employee : actorKey(actor).slice(actor.kind.length + 1);
}
