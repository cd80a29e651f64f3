import type { Day } from './day.ts';
import { foldedName } from './identity.ts';

/** What is the same of nobody: who asks beside whom he may be, as an official compares them before he decides. */
export const differences = ['name', 'birth-date', 'country', 'address'] as const;
/** One of {@link differences}. */
export type Difference = (typeof differences)[number];

/** What is known of one of two people who may be the same. */
export interface Compared {
  readonly name?: string | undefined;
  readonly birthDate?: Day | undefined;
  /** Which countries gave him a European means. */
  readonly countries: readonly string[];
  /** Lines of an envelope. */
  readonly address: readonly string[];
}

const differ = <Value>(one: Value | undefined, other: Value | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

const disjoint = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));
const written = (lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : lines.join('').replace(/\s/g, '').toLowerCase();

/** In what these two differ, as far as both are known. */
export function differencesOf(one: Compared, other: Compared): readonly Difference[] {
  const differing: Readonly<Record<Difference, boolean>> = {
    name: differ(one.name && foldedName(one.name), other.name && foldedName(other.name)),
    'birth-date': differ(one.birthDate, other.birthDate),
    country: disjoint(one.countries, other.countries),
    address: differ(written(one.address), written(other.address)),
  };
  return differences.filter((what) => differing[what]);
}

/**
 * Where the letter with a code goes: to the address that is on file, of the register or of the account, whatever a form
 * says. To the one on the form only when there is none.
 */
export const letterAddress = (
  onFile: readonly string[] | undefined,
  onTheForm: readonly string[],
): readonly string[] => (onFile && onFile.length > 0 ? onFile : onTheForm);

/** R30: the day of a death, whoever told it: an event, or the register when it was asked. Nothing for who lives. */
export const dayOfDeath = (
  told: Day | undefined,
  registered: { readonly diedOn?: Day | undefined } | undefined,
): Day | undefined => told ?? registered?.diedOn;

/**
 * Whether somebody lives abroad: what an event told goes before what the register said when the source was asked. Nothing,
 * when neither says.
 */
export const livesAbroad = (
  told: { readonly abroad: boolean } | undefined,
  registered: { readonly abroad: boolean } | undefined,
): boolean | undefined => (told ?? registered)?.abroad;
