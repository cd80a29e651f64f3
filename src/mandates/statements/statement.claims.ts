import type { Day } from '../../domain/day.ts';
import { addDays, endless } from '../../domain/day.ts';
import { lastsUntil } from '../../domain/mandate.ts';
import { everySender, type ScopeLine } from '../../domain/scope.ts';
import { type StatementClaim, statementClaims } from '../../domain/statement.ts';
import { compact, hiddenClaim, hiddenItem, itemsOf, placesOf } from '../../signing/sd-jwt.ts';
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
  /** `null`: there is none. Whoever checks it can tell that from a day that is not shown. */
  readonly last_day?: string | null | undefined;
} & { readonly [Claim in Exclude<StatementClaim, 'scope' | 'last_day'>]?: string | undefined };

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
    ...{ first_day: mandate.period.from, last_day: until === endless ? null : addDays(until, -1) },
    ...{ ground: mandate.ground, mandate_id: mandate.id },
  };
}

/** A thing that a statement can show, by the claim that it is. */
export interface Shown {
  readonly claim: StatementClaim;
  readonly disclosure: string;
}

/** As many claims as there can be beside the scope, and lines by the eight: more or fewer tell nothing. */
const [allClaims, someLines] = [statementClaims.length - 1, 8];

/**
 * The hidden claims: what stands in the signed part, and what shows them. `whole`: all that is in it is shown, so that there is
 * nothing to count; it has to be short.
 */
export function hidden(
  stated: StatedClaims,
  { whole }: { readonly whole: boolean },
): {
  readonly signed: object;
  readonly disclosures: readonly Shown[];
} {
  const { scope, ...others } = stated;
  const claims = Object.entries(others)
    .filter(([, value]) => value !== undefined)
    .map(([claim, value]) => ({ claim: claim as StatementClaim, ...hiddenClaim(claim, value) }));
  const items = scope.map((line) => ({ claim: 'scope' as const, ...hiddenItem(line) }));
  const many = Math.ceil(items.length / someLines) * someLines;
  return {
    signed: {
      ...placesOf(claims, whole ? 0 : allClaims),
      ...(items.length > 0 ? { scope: itemsOf(items, whole ? 0 : many) } : {}),
    },
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
