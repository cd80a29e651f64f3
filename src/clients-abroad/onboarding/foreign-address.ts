/** An address outside the Netherlands, in the parts in which people know it. */
export interface ForeignAddress {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** Street and number, or a post box; as it is written there. */
  readonly street: string;
  /** What helps to deliver: c/o, building, district. */
  readonly extra?: string | undefined;
  readonly postcode?: string | undefined;
  readonly place: string;
  /** State or province, where it belongs on the envelope. */
  readonly region?: string | undefined;
}

/** Where the postcode stands: before the place, after it, on a line of its own below it, or nowhere. */
type Order = 'before' | 'after' | 'below' | 'none';

interface Format {
  readonly order: Order;
  readonly postcode?: RegExp;
  /** The region belongs on the line of the place. */
  readonly region?: true;
}

const before = (postcode: RegExp): Format => ({ order: 'before', postcode });
const [four, five, six] = [/^\d{4}$/, /^\d{5}$/, /^\d{6}$/];

/**
 * How the line with the place is written, for the countries to which most post from the Netherlands about benefits and
 * pensions goes. General knowledge, to be held against the addressing pages of the Universal Postal Union (upu.int,
 * "Postal addressing systems") and of PostNL ("Adresseren Buitenland") before production. A country that is not here gets
 * its postcode before the place, unchecked.
 */
const formats: Readonly<Record<string, Format>> = {
  ...{ AT: before(four), BE: before(four), CH: before(four), DK: before(four), LU: before(/^(L-)?\d{4}$/) },
  ...{ NO: before(four), BG: before(four), HU: before(four), SI: before(/^(SI-)?\d{4}$/), CY: before(four) },
  ...{ DE: before(five), ES: before(five), FR: before(five), IT: before(five), FI: before(/^(FI-)?\d{5}$/) },
  ...{ HR: before(/^(HR-)?\d{5}$/), EE: before(five), TR: before(five), MA: before(five), RS: before(five) },
  ...{ SE: before(/^(SE-)?\d{3} ?\d{2}$/), CZ: before(/^\d{3} ?\d{2}$/), SK: before(/^\d{3} ?\d{2}$/) },
  ...{ GR: before(/^\d{3} ?\d{2}$/), PL: before(/^\d{2}-\d{3}$/), PT: before(/^\d{4}-\d{3}$/) },
  ...{
    RO: before(six),
    IL: before(/^\d{7}$/),
    BR: { order: 'before', postcode: /^\d{5}-\d{3}$/, region: true },
  },
  ...{ ID: { order: 'after', postcode: five }, NZ: { order: 'after', postcode: four } },
  US: { order: 'after', postcode: /^\d{5}(-\d{4})?$/, region: true },
  CA: { order: 'after', postcode: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/, region: true },
  AU: { order: 'after', postcode: four, region: true },
  ZA: { order: 'below', postcode: four },
  GB: { order: 'below', postcode: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/ },
  IE: { order: 'below', postcode: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/ },
  ...{ SR: { order: 'none' }, AW: { order: 'none' }, CW: { order: 'none' }, SX: { order: 'none' } },
};
const usual: Format = { order: 'before' };

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes that have a name and are no country that post goes to. */
const noCountries = /^(EU|EZ|UN|ZZ|QO|X[A-JL-Z])$/;

/** Whether post can go there from the Netherlands as post abroad. */
export const isForeignCountry = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[A-Z]{2}$/.test(value) &&
  value !== 'NL' &&
  !noCountries.test(value) &&
  english.of(value) !== undefined;

/** What is wrong with an address, as the name of a part and a sentence; nothing when it can go on an envelope. */
export function faultOfAddress({
  country,
  postcode,
  region,
}: ForeignAddress): [at: string, code: string, en: string, nl: string] | undefined {
  const format = formats[country] ?? usual;
  if (format.order === 'none')
    return postcode === undefined
      ? undefined
      : [
          'postcode',
          'not-there',
          'There are no postcodes in this country.',
          'In dit land zijn er geen postcodes.',
        ];
  if (format.postcode && postcode === undefined)
    return [
      'postcode',
      'required',
      'An address in this country has a postcode.',
      'Een adres in dit land heeft een postcode.',
    ];
  if (format.postcode && !format.postcode.test(postcode ?? ''))
    return [
      'postcode',
      'form',
      'This is not how a postcode of this country is written.',
      'Zo schrijft men een postcode van dit land niet.',
    ];
  if (format.region && region === undefined)
    return [
      'region',
      'required',
      'An address in this country names its state or province.',
      'Een adres in dit land noemt de staat of provincie.',
    ];
  return undefined;
}

function placeLines({ country, place, postcode, region }: ForeignAddress): string[] {
  const { order, region: named } = formats[country] ?? usual;
  const town = place.toUpperCase();
  const ofRegion = named && region ? region.toUpperCase() : undefined;
  if (order === 'below') return [town, postcode ?? ''];
  if (order === 'after') return [[town, ofRegion, postcode].filter(Boolean).join('  ')];
  const where = ofRegion ? `${town}-${ofRegion}` : town;
  return [postcode === undefined || order === 'none' ? where : `${postcode}  ${where}`];
}

/** The lines of an envelope under the name: street, place with its postcode, and the country in English, in capitals. */
export const linesOf = (address: ForeignAddress): readonly string[] =>
  [
    address.extra,
    address.street,
    ...placeLines(address),
    // Where the region has no place on the line of the town, it stands below it.
    formats[address.country]?.region ? undefined : address.region?.toUpperCase(),
    english.of(address.country)?.toUpperCase(),
  ].flatMap((line) => (line ? [line.trim()] : []));
