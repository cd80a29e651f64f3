import {
  bulkMoves,
  type BulkMove,
  type BulkState,
  bulkStates,
  confirmRun,
  group,
  humanDay,
  mostLines,
  type RowOfClient,
  settleRun,
} from '../../src/domain/bulk.ts';
import { faultSentence } from '../../src/domain/bulk-faults.ts';
import { Problem } from '../../src/domain/errors.ts';
import type { Oin } from '../../src/domain/identifiers.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { day, ids, now } from './facts.ts';

const line = (more: Partial<Scope> = {}): Scope => ({
  ...{ sender: ids.tax, category: 'financial', actions: ['read'] },
  ...more,
});
const row = (number: number, more: Partial<RowOfClient> = {}): RowOfClient => ({
  ...{ number, line: number + 1, person: 'yasmina, 17 May 1984', reference: 'dossier 7', ready: true },
  period: { from: day('2027-01-01'), until: day('2028-01-01') },
  lines: [line({ sender: `0000009900000000${String(number).padStart(4, '0')}` as Oin })],
  ...more,
});
const said = (rows: readonly RowOfClient[]) => {
  const { leader, faults } = group(rows);
  const codes = [...faults].map(([number, found]) => `${number}: ${found.map(({ code }) => code).join(' ')}`);
  return [leader, codes];
};

describe('The rows of one client become one mandate and one letter (R15)', () => {
  it.each<[string, readonly RowOfClient[], unknown]>([
    ['rows that agree', [row(1), row(2), row(3)], [1, []]],
    ['another date of birth', [row(1), row(2, { person: 'another' })], [1, ['2: other-birth-date']]],
    [
      'another period',
      [row(1), row(2, { period: { from: day('2027-02-01'), until: day('2029-01-01') } })],
      [1, ['2: other-period other-period']],
    ],
    ['another reference', [row(1), row(2, { reference: 'dossier 8' })], [1, ['2: other-reference']]],
    [
      'a reference that only the later one has',
      [row(1, { reference: undefined }), row(2)],
      [1, ['2: other-reference']],
    ],
    ['a reference that only the first one has', [row(1), row(2, { reference: undefined })], [1, []]],
    [
      'the same asked twice',
      [row(1, { lines: [line()] }), row(2, { lines: [line()] })],
      [1, ['2: repeated-in-file']],
    ],
    [
      'everything after a part',
      [row(1, { lines: [line()] }), row(2, { lines: [line({ category: 'all' })] })],
      [1, ['2: repeated-in-file']],
    ],
    [
      'a part after everything',
      [row(1, { lines: [line({ category: 'all' })] }), row(2, { lines: [line({ category: 'care' })] })],
      [1, ['2: repeated-in-file']],
    ],
    ['a first row that is faulty', [row(1, { ready: false }), row(2), row(3)], [2, []]],
    ['only faulty rows', [row(1, { ready: false }), row(2, { ready: false })], [undefined, []]],
    [
      'a faulty row, the same corrected, and one more',
      [row(1, { period: undefined, lines: [line()], ready: false }), row(2, { lines: [line()] }), row(3)],
      [2, []],
    ],
    [
      'more lines than a mandate may have',
      Array.from({ length: mostLines + 1 }, (_, place) => row(place + 1)),
      [1, [`${mostLines + 1}: too-many-lines`]],
    ],
  ])('%s', (_, rows, expected) => expect(said(rows)).toEqual(expected));

  it('A row that is refused for one reason takes no place of a later one', () => {
    const rows = [
      row(1, { lines: [line()] }),
      row(2, { person: 'another' }),
      row(3, { lines: row(2).lines }),
    ];
    expect(said(rows)).toEqual([1, ['2: other-birth-date']]);
  });
});

describe('The life of a run', () => {
  const all = bulkStates.flatMap((state) =>
    (Object.keys(bulkMoves) as BulkMove[]).map((move): [BulkMove, BulkState] => [move, state]),
  );
  it.each(all)('%s from %s', (move, state) => {
    const settle = () => settleRun({ state, createdAt: now }, move, now);
    if ((bulkMoves[move].from as readonly BulkState[]).includes(state))
      expect(settle()).toBe(bulkMoves[move].to);
    else expect(settle).toThrow(Problem);
  });

  it('is not confirmed any more after six weeks', () => {
    const settle = (at: string) => settleRun({ state: 'checked', createdAt: now }, 'confirm', new Date(at));
    expect(settle('2027-02-25T22:59:00Z')).toBe('running');
    expect(() => settle('2027-02-25T23:00:00Z')).toThrow(Problem);
  });

  it.each<[number, BulkState, string]>([
    [1, 'checked', 'running'],
    [0, 'checked', 'nothing-to-confirm'],
    [0, 'done', 'move-not-possible'],
  ])('with %s rows that wait, confirmed when %s: %s', (left, state, expected) => {
    const said = () => {
      try {
        return confirmRun({ state, createdAt: now, left }, now);
      } catch (error) {
        return (error as Problem).code;
      }
    };
    expect(said()).toBe(expected);
  });
});

it.each([
  ['31-12-2027', '2027-12-31'],
  ['1-2-2027', '2027-02-01'],
  ['1/2/2027', '2027-02-01'],
  ['2027-02-01', '2027-02-01'],
  ['12-31-27', '12-31-27'],
])('A day that people write as %s is %s', (written, expected) => expect(humanDay(written)).toBe(expected));

it('A fault names the other line in both languages', () => {
  expect(faultSentence({ code: 'repeated-in-file', line: 17 })).toEqual({
    nl: 'Regel 17 vraagt deze cliënt al om deze afnemer en rubriek.',
    en: 'Line 17 already asks this client for this sender and category.',
  });
});
