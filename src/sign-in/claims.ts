import type { Assurance } from '../domain/assurance.ts';
import { isDay } from '../domain/day.ts';
import {
  type Bsn,
  type EidasId,
  isBsn,
  isEidasId,
  isKvkNumber,
  isOin,
  type KvkNumber,
  type Oin,
} from '../domain/identifiers.ts';
import type { NaturalPerson } from '../domain/identity.ts';

/** What a token says about the one who signed in. It says who, never what he may do (trap 6). */
export type SignIn = { readonly subject: string; readonly assurance: Assurance } & (
  | { readonly means: 'digid'; readonly bsn: Bsn; readonly capacity?: 'representative' }
  | {
      readonly means: 'eidas';
      readonly eidasId: EidasId;
      readonly person?: NaturalPerson | undefined;
      readonly bsn?: Bsn | undefined;
    }
  | { readonly means: 'account' }
  | { readonly means: 'eherkenning'; readonly kvk: KvkNumber }
  | { readonly means: 'official' }
  | { readonly means: 'machine'; readonly oin: Oin }
);

const levels: Readonly<Record<string, Assurance>> = {
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
};

// A name has any letters and marks, and nothing that nobody can see.
const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  /\S/.test(value) &&
  value.length <= 200 &&
  !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(value);

/** What a European means says of its holder (eIDAS minimum data set), when it says all of it. */
function personIn({ given_name, family_name, birthdate }: Readonly<Record<string, unknown>>) {
  return isName(given_name) && isName(family_name) && isDay(birthdate)
    ? { givenNames: given_name, familyName: family_name, birthDate: birthdate }
    : undefined;
}

/** Who it is by a European means: known by a BSN, or by name and date of birth; a means that says neither says nobody. */
function eidasIn(claims: Readonly<Record<string, unknown>>) {
  const { bsn, eidas_id: eidasId } = claims;
  const person = personIn(claims);
  if (!isEidasId(eidasId) || (bsn === undefined ? !person : !isBsn(bsn))) return undefined;
  return { means: 'eidas', eidasId, person, bsn: isBsn(bsn) ? bsn : undefined } as const;
}

/**
 * Reads the claims of a token whose signature, issuer, audience and times are right already. Nothing, when they
 * do not say who this is: an unknown level or means, an identifier that is not one (R1), another country (R4), a
 * capacity in which nobody acts. With DigiD one acts for oneself, or represents others by oneself; never both at once.
 */
export function signInOf(claims: Readonly<Record<string, unknown>>): SignIn | undefined {
  const { sub, acr, means } = claims;
  const assurance = typeof acr === 'string' ? levels[acr] : undefined;
  if (typeof sub !== 'string' || !/^[^\p{Cc}\p{Cs}]{1,255}$/u.test(sub) || !assurance) return undefined;
  const known = { subject: sub, assurance };
  const { bsn, kvk, oin, capacity } = claims;
  if (capacity !== undefined && (means !== 'digid' || capacity !== 'representative')) return undefined;
  if (means === 'digid' && isBsn(bsn)) return { ...known, means, bsn, ...(capacity && { capacity }) };
  if (means === 'eidas') {
    const european = eidasIn(claims);
    return european && { ...known, ...european };
  }
  // An account proves that one knows its password, and no more than that.
  if (means === 'account') return { ...known, means, assurance: 'low' };
  if (means === 'eherkenning' && isKvkNumber(kvk)) return { ...known, means, kvk };
  if (means === 'official') return { ...known, means };
  return means === 'machine' && isOin(oin) ? { ...known, means, oin } : undefined;
}
