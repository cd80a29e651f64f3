import fc from 'fast-check';
import * as is from '../../src/domain/identifiers.ts';
import { isId } from '../../src/domain/ids.ts';

const valid = ['999990007', '999990019', '999990020', '999990032', '999990044', '999993653', '123456782'];

const accepted: [string, (value: unknown) => boolean, string[]][] = [
  ['BSN', is.isBsn, valid],
  ['RSIN', is.isRsin, ['002564440', '492099595']],
  ['KvK number', is.isKvkNumber, ['90001234', '00000001', '12345678']],
  ['establishment number', is.isEstablishmentNumber, ['000012345678']],
  ['OIN', is.isOin, ['00000099000000001000', '00000001001234567000']],
  ['becon number', is.isBeconNumber, ['12345', '123456', '012345']],
  ['eIDAS identifier', is.isEidasId, ['DE/NL/abc', 'BE/NL/a/b/c', 'ES/NL/x', `FR/NL/${'é'.repeat(256)}`]],
  ['ECLI', is.isEcli, ['ECLI:NL:RBAMS:2024:1234']],
  ['case number', is.isCaseNumber, ['C/13/123456 / FA RK 23-1234', '123', 'x'.repeat(40)]],
  ['id', isId, ['0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11']],
];

const nothingAtAll = [undefined, null, 0, 999990019, '', ' ', [], ['999990019'], {}, true];
const refused: [string, (value: unknown) => boolean, unknown[]][] = [
  [
    'BSN',
    is.isBsn,
    [
      ...['999999999', '999991234', '123456789', '000000000', '99990019', '9999900190', ' 999990019'],
      ...['999990019\n', '99999001x', '٩٩٩٩٩٠٠١٩', '999.990.019'],
    ],
  ],
  ['RSIN', is.isRsin, ['002564441', '2564440', '000000000']],
  ['KvK number', is.isKvkNumber, ['00000000', '1234567', '123456789', '1234567a', '12345678\n']],
  ['establishment number', is.isEstablishmentNumber, ['000000000000', '12345678', '0000123456789']],
  ['OIN', is.isOin, ['00000000000000000000', '0000009900000000100', '0000009900000000100a']],
  ['becon number', is.isBeconNumber, ['1234', '1234567', '12345a']],
  [
    'eIDAS identifier',
    is.isEidasId,
    ['DE/BE/abc', 'de/NL/abc', 'DE/nl/abc', 'DE/NL/', 'DE/NL/a b', 'NL/abc', `DE/NL/${'x'.repeat(257)}`],
  ],
  ['ECLI', is.isEcli, ['ECLI:NL:RBAMS:24:1', 'NL:RBAMS:2024:1', 'ecli:nl:rbams:2024:1']],
  ['case number', is.isCaseNumber, ['12', 'x'.repeat(41), 'a\tb', 'zaak é', '   ', ' 123', '123 ']],
  ['id', isId, ['0193F0A2-7B1C-7D3E-9F55-2F6F2F0C9A11', '0193f0a27b1c7d3e9f552f6f2f0c9a11', 'x']],
];

describe('An identifier is exactly what it should be, or refused (R1)', () => {
  it.each(accepted.flatMap(([name, check, values]) => values.map((value) => [name, value, check] as const)))(
    'takes as %s: %s',
    (_, value, check) => expect(check(value)).toBe(true),
  );

  it.each(
    refused.flatMap(([name, check, values]) =>
      [...values, ...nothingAtAll].map((value) => [name, value, check] as const),
    ),
  )('refuses as %s: %j', (_, value, check) => expect(check(value)).toBe(false));

  it('notices every single digit of a BSN that is mistyped', () => {
    const bsn = fc
      .integer({ min: 0, max: 99_999_999 })
      .map((number) => String(number).padStart(8, '0'))
      .chain((start) =>
        fc.constantFrom(...[...'0123456789'].map((last) => start + last).filter(is.isBsn), valid[0]!),
      );
    const mistake = fc.record({ bsn, place: fc.nat(8), other: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(mistake, ({ bsn: good, place, other }) => {
        const wrong = (Number(good[place]) + other) % 10;
        expect(is.isBsn(good)).toBe(true);
        expect(is.isBsn(`${good.slice(0, place)}${wrong}${good.slice(place + 1)}`)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a lost leading zero back only to people', () => {
    expect(is.padHumanBsn('12345678')).toBe('012345678');
    expect(is.padHumanBsn('999990019')).toBe('999990019');
    expect(is.padHumanBsn('1234567')).toBe('1234567');
    expect(is.isBsn('11222333')).toBe(false);
  });

  it.each([
    ['Aanslag van 999990019', 'Aanslag van ******019'],
    ['999.990.019, 9999 90032; 999-990-044', '******019, ******032; ******044'],
    ['999990019999990032', '999990019999990032'], // no number of nine digits
    ['Kenmerk 123456789, OIN 00000099000000001000', 'Kenmerk 123456789, OIN 00000099000000001000'],
    ['2025 en 2026', '2025 en 2026'],
  ])('masks a BSN among words, and no other number: %s (R2)', (words, masked) => {
    expect(is.maskedBsns(words)).toBe(masked);
  });

  it.each([
    'Dossier 999990019',
    '999 990 019',
    'kind: 999.990.032, partner',
    '9999.90.019',
    '999-990-044',
    '99.99.90.019',
    'ref 99 99 90 032.',
  ])('finds a BSN that somebody wrote among words, together or in groups: %s (R2)', (words) =>
    expect(is.holdsBsn(words)).toBe(true),
  );

  it.each([
    'Aanslag 2025-12-345',
    '999 990-019',
    '06 12345678',
    '01234567-89ab-7cde-8f01-a999990019bc', // a UUID with the digits of a BSN in it
    '999990019999990032',
    'OIN 00000099000000001000',
    '99-99-90-019', // as a date and a number
    '99.99 90.019',
    '12.34.56.789', // no eleven-proof
    '31.12.2025.019',
    '99.99.90.0199',
  ])('takes no other number for a BSN: %s (R2)', (words) => expect(is.holdsBsn(words)).toBe(false));

  it('keeps a becon number in one form', () => {
    expect(is.padBeconNumber('12345' as is.BeconNumber)).toBe('012345');
    expect(is.padBeconNumber('123456' as is.BeconNumber)).toBe('123456');
  });
});
