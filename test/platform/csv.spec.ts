import fc from 'fast-check';
import { csvLine, csvStart } from '../../src/platform/csv.ts';

/** What a reader of RFC 4180 with semicolons makes of one line. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^";]*))(;|\r\n$)/gy;
  for (let found = pattern.exec(line); found; found = pattern.exec(line)) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') break;
  }
  return cells;
}

describe('A line of an export', () => {
  it('has semicolons between its cells and ends in CRLF, as a Dutch spreadsheet wants it', () => {
    expect(csvLine(['Yasmina', 'aanslag', undefined, 3])).toBe('Yasmina;aanslag;;3\r\n');
  });

  it('is in UTF-8 behind a byte order mark, so that Excel reads José right', () => {
    expect([...Buffer.from(csvStart)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each([
    ['a semicolon', 'one; two', '"one; two"\r\n'],
    ['a comma, for who opens it elsewhere', 'one, two', '"one, two"\r\n'],
    ['a quote', 'the "blue" one', '"the ""blue"" one"\r\n'],
    ['a line break', 'one\ntwo', '"one\ntwo"\r\n'],
    ['a lone carriage return', 'one\rtwo', '"one\rtwo"\r\n'],
    ['a space in front', ' one', '" one"\r\n'],
  ])('quotes a cell with %s', (_what, given, line) => {
    expect(csvLine([given])).toBe(line);
  });

  it.each([
    ...['=1+1', '+31 6', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=cmd|"/c calc"!A1', '\u22122'],
    ...['\uff1d1+1', '\uff0b1', '\uff0d1', '\uff20SUM', '\ufe661', ' =1', '\u00a0=1', '\u200b=1', '\ufeff=1'],
    ...['\u202e\u2066 =1', '\u00ad=1', '\u3164=1', '\u0001=1', '\u2028=1', ' \t1'],
  ])('makes plain words of %j, which a spreadsheet would calculate', (given) => {
    expect(cellsOf(csvLine([given]))).toEqual([`'${given}`]);
  });

  it('leaves numbers of our own numbers, also below zero', () => {
    expect(csvLine([-2, 0, 12])).toBe('-2;0;12\r\n');
  });

  it.each(['José Çelik', 'a=b', 'O-2026', "'s-Gravenhage", '中=1', '', '2026-11-24'])(
    'leaves %j as it is',
    (given) => {
      expect(cellsOf(csvLine([given]))).toEqual([given]);
    },
  );

  it('comes back whole, whatever words are in it, and no cell starts a calculation', () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+@;"'\r\n\t -]{0,6}$/)),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(words, (given) => {
        const cells = cellsOf(csvLine(given));
        expect(cells.map((cell, place) => (cell === `'${given[place]}` ? given[place] : cell))).toEqual(
          given,
        );
        for (const cell of cells) expect(cell.trim()).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/);
        for (const cell of cells) expect(cell).not.toMatch(/^[\t\r\n]/);
      }),
    );
  });
});
