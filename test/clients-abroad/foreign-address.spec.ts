import {
  faultOfAddress,
  type ForeignAddress,
  isForeignCountry,
  linesOf,
} from '../../src/clients-abroad/onboarding/foreign-address.ts';

const address = (country: string, more: Partial<ForeignAddress> = {}): ForeignAddress => ({
  ...{ country, street: 'Street 1', place: 'Town' },
  ...more,
});

describe('An address goes on the envelope as its country and the Dutch post want it', () => {
  it.each([
    ['DE', { postcode: '50667', place: 'Köln' }, ['Street 1', '50667  KÖLN', 'GERMANY']],
    ['BE', { postcode: '1000', place: 'Brussel' }, ['Street 1', '1000  BRUSSEL', 'BELGIUM']],
    ['ES', { postcode: '28001', place: 'Madrid' }, ['Street 1', '28001  MADRID', 'SPAIN']],
    ['PT', { postcode: '1100-148', place: 'Lisboa' }, ['Street 1', '1100-148  LISBOA', 'PORTUGAL']],
    ['GB', { postcode: 'SW1A 1AA', place: 'London' }, ['Street 1', 'LONDON', 'SW1A 1AA', 'UNITED KINGDOM']],
    [
      'US',
      { postcode: '10001', place: 'New York', region: 'NY' },
      ['Street 1', 'NEW YORK  NY  10001', 'UNITED STATES'],
    ],
    [
      'CA',
      { postcode: 'K1A 0B1', place: 'Ottawa', region: 'ON' },
      ['Street 1', 'OTTAWA  ON  K1A 0B1', 'CANADA'],
    ],
    [
      'BR',
      { postcode: '70002-900', place: 'Brasília', region: 'DF' },
      ['Street 1', '70002-900  BRASÍLIA-DF', 'BRAZIL'],
    ],
    [
      'SR',
      { place: 'Paramaribo', extra: 'c/o J. Pinas' },
      ['c/o J. Pinas', 'Street 1', 'PARAMARIBO', 'SURINAME'],
    ],
    ['ID', { postcode: '10110', place: 'Jakarta' }, ['Street 1', 'JAKARTA  10110', 'INDONESIA']],
    ['MA', { postcode: '10000', place: 'Rabat' }, ['Street 1', '10000  RABAT', 'MOROCCO']],
    ['GH', { place: 'Accra', region: 'Greater Accra' }, ['Street 1', 'ACCRA', 'GREATER ACCRA', 'GHANA']],
  ] as const)('%s', (country, more, lines) => {
    expect(faultOfAddress(address(country, more))).toBeUndefined();
    expect(linesOf(address(country, more))).toEqual(lines);
  });

  it.each([
    ['DE', {}, 'postcode required'],
    ['DE', { postcode: '1234' }, 'postcode form'],
    ['GB', { postcode: '12345' }, 'postcode form'],
    ['US', { postcode: '10001' }, 'region required'],
    ['SR', { postcode: '1234' }, 'postcode not-there'],
  ] as const)('%s with %j: %s', (country, more, fault) =>
    expect(faultOfAddress(address(country, more))?.slice(0, 2).join(' ')).toBe(fault),
  );

  it.each(['DE', 'SR', 'CW', 'AW', 'SX', 'BQ', 'ID', 'TR', 'MA', 'US'])('Post goes to %s', (country) =>
    expect(isForeignCountry(country)).toBe(true),
  );
  it.each(['NL', 'de', 'EU', 'ZZ', 'XA', 'QQ', 'DEU', '', undefined, 31])('not to %s', (country) =>
    expect(isForeignCountry(country)).toBe(false),
  );
});
