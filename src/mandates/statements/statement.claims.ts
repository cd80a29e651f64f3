import type { Day } from '../../domain/day.ts';
import { addDays, endless } from '../../domain/day.ts';
import { lastsUntil } from '../../domain/mandate.ts';
import { everySender, type ScopeLine } from '../../domain/scope.ts';
import type { StatementClaim } from '../../domain/statement.ts';
import { compact, hiddenClaim, hiddenItem, placeOf, placesOf } from '../../signing/sd-jwt.ts';
import type { KeptMandate } from '../mandate.store.ts';
import type { Names } from '../mandate.view.ts';

/** One line of the scope as a statement says it. */
export interface StatedLine {
  /** OIN; absent when it is every sender. */
  readonly sender?: string | undefined;
  readonly sender_name: string;
  readonly sender_name_en: string;
  readonly category: ScopeLine['category'];
  readonly actions: ScopeLine['actions'];
}

/** All that a statement can say of a mandate. Absent: not known, not asked, or there is no such thing. */
export type StatedClaims = {
  readonly scope: readonly StatedLine[];
} & { readonly [Claim in Exclude<StatementClaim, 'scope'>]?: string | undefined };

/** What the client said of himself, because he asked for it. */
export interface OwnClaims {
  readonly birthDate?: Day | undefined;
  readonly bsn?: string | undefined;
}

/** What a mandate says, in the words of a statement. */
export function statedOf(
  mandate: KeptMandate,
  lines: readonly ScopeLine[],
  { client, organisation, senders }: Names,
  { birthDate, bsn }: OwnClaims,
): StatedClaims {
  const until = lastsUntil(mandate);
  return {
    ...{ client_name: client, client_birth_date: birthDate, client_bsn: bsn },
    ...{ organisation_name: organisation.name, organisation_kvk: organisation.kvk },
    scope: lines.map(({ sender, category, actions }) => ({
      sender: sender === everySender ? undefined : sender,
      sender_name: senders.get(sender)?.nameNl ?? '',
      sender_name_en: senders.get(sender)?.nameEn ?? '',
      ...{ category, actions },
    })),
    ...{ first_day: mandate.period.from, last_day: until === endless ? undefined : addDays(until, -1) },
    ...{ ground: mandate.ground, mandate_id: mandate.id },
  };
}

/** A thing that a statement can show, by the claim that it is. */
export interface Shown {
  readonly claim: StatementClaim;
  readonly disclosure: string;
}

/** The hidden claims: what stands in the signed part, and what shows them. */
export function hidden(stated: StatedClaims): {
  readonly signed: object;
  readonly disclosures: readonly Shown[];
} {
  const { scope, ...others } = stated;
  const claims = Object.entries(others)
    .filter(([, value]) => value !== undefined)
    .map(([claim, value]) => ({ claim: claim as StatementClaim, ...hiddenClaim(claim, value) }));
  const items = scope.map((line) => ({ claim: 'scope' as const, ...hiddenItem(line) }));
  return {
    signed: { ...placesOf(claims), ...(items.length > 0 ? { scope: items.map(placeOf) } : {}) },
    disclosures: [...claims, ...items].map(({ claim, disclosure }) => ({ claim, disclosure })),
  };
}

/** The statement with what is to be shown of it. */
export const showing = (
  token: string,
  disclosures: readonly Shown[],
  shows: readonly StatementClaim[],
): string =>
  compact(
    token,
    disclosures.filter(({ claim }) => shows.includes(claim)).map(({ disclosure }) => disclosure),
  );
