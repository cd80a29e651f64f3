import type { Assurance } from '../domain/assurance.ts';
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

/** What a token says about the one who signed in. It says who, never what he may do (trap 6). */
export type SignIn = { readonly subject: string; readonly assurance: Assurance } & (
  | { readonly means: 'digid'; readonly bsn: Bsn }
  | { readonly means: 'eidas'; readonly eidasId: EidasId; readonly bsn?: Bsn | undefined }
  | { readonly means: 'eherkenning'; readonly kvk: KvkNumber }
  | { readonly means: 'official' }
  | { readonly means: 'machine'; readonly oin: Oin }
);

const levels: Readonly<Record<string, Assurance>> = {
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
};

/**
 * Reads the claims of a token whose signature, issuer, audience and times are right already. Nothing, when they
 * do not say who this is: an unknown level or means, an identifier that is not one (R1), another country (R4).
 */
export function signInOf(claims: Readonly<Record<string, unknown>>): SignIn | undefined {
  const { sub, acr, means } = claims;
  const assurance = typeof acr === 'string' ? levels[acr] : undefined;
  if (typeof sub !== 'string' || sub.length === 0 || sub.length > 255 || !assurance) return undefined;
  const known = { subject: sub, assurance };
  const { bsn, kvk, oin, eidas_id: eidasId } = claims;
  if (means === 'digid' && isBsn(bsn)) return { ...known, means, bsn };
  if (means === 'eidas' && isEidasId(eidasId) && (bsn === undefined || isBsn(bsn)))
    return { ...known, means, eidasId, bsn };
  if (means === 'eherkenning' && isKvkNumber(kvk)) return { ...known, means, kvk };
  if (means === 'official') return { ...known, means };
  return means === 'machine' && isOin(oin) ? { ...known, means, oin } : undefined;
}
