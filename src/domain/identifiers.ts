/**
 * Numbers that the outside world gives to persons and organisations (R1). Each `is…` accepts exactly the
 * written form, never something that could be repaired into it; edges answer 400, name the field and do
 * not echo the value (R2).
 */
declare const kind: unique symbol;
type Identifier<Kind extends string> = string & { readonly [kind]: Kind };

/** Burgerservicenummer: 9 digits that pass the eleven-proof. */
export type Bsn = Identifier<'bsn'>;
/** RSIN of a legal person: same form and proof as a BSN. */
export type Rsin = Identifier<'rsin'>;
/** KvK number: 8 digits, no check digit. */
export type KvkNumber = Identifier<'kvk'>;
/** Vestigingsnummer: 12 digits. */
export type EstablishmentNumber = Identifier<'establishment'>;
/** Organisatie-identificatienummer: 20 digits, no check digit over the whole. */
export type Oin = Identifier<'oin'>;
/** Becon number of a tax intermediary, stored padded to 6 digits. */
export type BeconNumber = Identifier<'becon'>;
/** eIDAS person identifier with the Netherlands as destination (R4). Case-sensitive. */
export type EidasId = Identifier<'eidas'>;

const bsnWeights = [9, 8, 7, 6, 5, 4, 3, 2, -1];

function passesElevenProof(digits: string): boolean {
  const sum = bsnWeights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return sum % 11 === 0 && digits !== '000000000';
}

const written = (value: unknown, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value);

/** R1: 9 digits, Σ dᵢ·wᵢ mod 11 = 0 with weights 9…2, −1; `000000000` is nobody. */
export const isBsn = (value: unknown): value is Bsn => written(value, /^\d{9}$/) && passesElevenProof(value);

/** R2: words in which each number that is a BSN, also one with spaces or dots in it, keeps its last three digits only. */
export const maskedBsns = (words: string): string =>
  words.replace(/(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g, (found) => {
    const digits = found.replace(/\D/g, '');
    return isBsn(digits) ? `******${digits.slice(-3)}` : found;
  });

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const asPeopleWriteIt =
  /(?<!\d)(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3}|\d{2}([ .])\d{2}\3\d{2}\3\d{3})(?!\d)/g;

/** R2: whether somebody wrote a BSN among words: nine digits together, or in groups as on a letter (`123 456 782`,
 * `1234.56.782`,
 * `12.34.56.782`), but not with hyphens in twos, as dates are. A UUID is no words: its digits may pass the eleven-proof by chance. */
export const holdsBsn = (words: string): boolean =>
  (words.replace(uuid, ' ').match(asPeopleWriteIt) ?? []).some((found) => isBsn(found.replace(/\D/g, '')));

/** R1: the same proof as a BSN. */
export const isRsin = (value: unknown): value is Rsin =>
  written(value, /^\d{9}$/) && passesElevenProof(value);

/** R1: 8 digits, not all zero. */
export const isKvkNumber = (value: unknown): value is KvkNumber =>
  written(value, /^\d{8}$/) && value !== '00000000';

/** R1: 12 digits, not all zero. */
export const isEstablishmentNumber = (value: unknown): value is EstablishmentNumber =>
  written(value, /^\d{12}$/) && !/^0+$/.test(value);

/** R1: 20 digits, not all zero. */
export const isOin = (value: unknown): value is Oin => written(value, /^\d{20}$/) && !/^0+$/.test(value);

/** R1: 5 or 6 digits; sources conflict, so both are accepted. */
export const isBeconNumber = (value: unknown): value is BeconNumber => written(value, /^\d{5,6}$/);

/** The one stored form of a becon number: 6 digits. */
export const padBeconNumber = (value: BeconNumber): BeconNumber => value.padStart(6, '0') as BeconNumber;

/** R1, R4: a country, `NL` as destination, then anything without white space; later slashes belong to it. */
export const isEidasId = (value: unknown): value is EidasId => written(value, /^[A-Z]{2}\/NL\/\S{1,256}$/);

/** R1: a European Case Law Identifier, such as `ECLI:NL:RBAMS:2024:1234`. */
export const isEcli = (value: unknown): value is string =>
  written(value, /^ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}$/);

/** R1: 3 to 40 printable characters, no space at either end; courts write case numbers in many ways. */
export const isCaseNumber = (value: unknown): value is string =>
  written(value, /^[\x21-\x7e][\x20-\x7e]{1,38}[\x21-\x7e]$/);

/** Human input may lose a leading zero of a BSN; machines must send nine digits. */
export const padHumanBsn = (value: string): string => (/^\d{8}$/.test(value) ? `0${value}` : value);
