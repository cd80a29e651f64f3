import type { Day } from './day.ts';
import type { EidasId } from './identifiers.ts';

declare const kind: unique symbol;

/** The keyed index of a means of sign-in: stands for its identifier wherever two of them must be told apart. */
export type MeansIndex = string & { readonly [kind]: 'means index' };

/** What a European means says of its holder besides an identifier (eIDAS minimum data set). */
export interface NaturalPerson {
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: Day;
}

/** The kinds of means that a client can be known by, beside a BSN. */
export const meansKinds = ['eidas', 'account'] as const;
/** One of {@link meansKinds}. */
export type MeansKind = (typeof meansKinds)[number];

/**
 * A means as somebody signed in with it. An `account` proves no more than that one knows its password; who its holder
 * is, a letter with a code has to show.
 */
export type PresentedMeans = { readonly index: MeansIndex } & (
  | { readonly kind: 'eidas'; readonly identifier: EidasId; readonly person?: NaturalPerson | undefined }
  | { readonly kind: 'account'; readonly identifier: string; readonly person?: undefined }
);

/** The country that gave an identifier: it stands in front (R1). */
export const countryOf = (identifier: EidasId): string => identifier.slice(0, 2);

/** How a person is called on an envelope. */
export const fullName = ({ givenNames, familyName }: NaturalPerson): string => `${givenNames} ${familyName}`;

/** A family name as two registers may both write it: without accents, case, spaces and signs. */
export const foldedName = (name: string): string =>
  name.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase();
