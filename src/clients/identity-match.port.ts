import type { Bsn, EidasId } from '../domain/identifiers.ts';
import type { NaturalPerson } from '../domain/identity.ts';
import type { Person } from './person-register.port.ts';

/** Whom to look for: what a European means says of its holder, or what he wrote on paper. */
export interface Sought extends NaturalPerson {
  readonly eidasId?: EidasId | undefined;
}

/** Somebody with a BSN who may be the one. */
export interface Resembling {
  readonly bsn: Bsn;
  readonly person: Person;
}

/** What the source says. Several who resemble him are an answer; not answering is none. */
export type MatchAnswer =
  | { readonly outcome: 'match'; readonly found: Resembling }
  | { readonly outcome: 'no-match' }
  | { readonly outcome: 'ambiguous'; readonly found: readonly Resembling[] };

/**
 * The source that knows which BSN belongs to an identity (the link register behind the eIDAS node, or BRP and RNI).
 * Not ours, so a port: the product ships with a simulator only.
 */
export abstract class IdentityMatch {
  /** @throws Problem `unavailable` when the source does not answer; that never counts as "nobody". */
  abstract match(sought: Sought): Promise<MatchAnswer>;
}
