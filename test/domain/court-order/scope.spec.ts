import { faultsOfReach, linesOf, type Reach } from '../../../src/domain/court-order-scope.ts';
import type { CourtMeasure } from '../../../src/domain/ground.ts';
import type { Category } from '../../../src/domain/scope.ts';
import { covers } from '../../../src/domain/scope.ts';
import { ids } from '../facts.ts';

const { tax, town } = ids;
const reach = (more: Partial<Reach> = {}): Reach => ({ partial: false, divided: false, ...more });
const shown = (ground: CourtMeasure, asked: Reach) =>
  linesOf(ground, asked).map(({ sender, category }) => `${sender} ${category}`);

describe('What a guardian is about', () => {
  it.each([
    ['R23: curatele is about everything', 'curatele', reach(), ['* all']],
    ['R23: bewind is about money', 'bewind', reach(), ['* financial']],
    ['R23: mentorschap is about care', 'mentorschap', reach(), ['* care']],
    [
      'R23: provisional is what the order says',
      'provisional',
      reach({ categories: ['financial', 'care'] }),
      ['* financial', '* care'],
    ],
    ['R23: provisional about nothing that is named is about nothing', 'provisional', reach(), []],
    [
      'R24: a partial bewind is about the senders that are named',
      'bewind',
      reach({ partial: true, senders: [tax] }),
      [`${tax} financial`],
    ],
    ['R24: a partial bewind without senders opens nothing', 'bewind', reach({ partial: true }), []],
    [
      'R25: of divided tasks each has his part, by category',
      'curatele',
      reach({ divided: true, categories: ['care'] }),
      ['* care'],
    ],
    [
      'R25: of divided tasks each has his part, by sender',
      'bewind',
      reach({ divided: true, senders: [tax, town] }),
      [`${tax} financial`, `${town} financial`],
    ],
  ] as const)('%s', (_, ground, asked, lines) => expect(shown(ground, asked)).toEqual(lines));

  it.each([
    ['curatele', [true, true, true, true]],
    ['bewind', [true, false, false, false]],
    ['mentorschap', [false, true, false, false]],
  ] as const)('R23, R36: %s sees what it covers, and only curatele what has no category', (ground, seen) => {
    const kinds: (Category | undefined)[] = ['financial', 'care', 'other', undefined];
    const lines = linesOf(ground, reach());
    expect(kinds.map((category) => lines.some((line) => covers(line, { sender: tax, category })))).toEqual(
      seen,
    );
  });

  it('lets a guardian do all that a representative can do', () => {
    for (const { actions } of linesOf('curatele', reach()))
      expect(actions).toEqual(['read', 'acknowledge', 'reply', 'archive', 'download', 'forward']);
  });
});

describe('How far a guardian cannot be said to reach', () => {
  it.each([
    [
      'bewind about care (R23)',
      'bewind',
      reach({ divided: true, categories: ['care'] }),
      ['#/categories/0 outside-the-ground'],
    ],
    [
      'mentorschap about everything (R23)',
      'mentorschap',
      reach({ divided: true, categories: ['all'] }),
      ['#/categories/0 outside-the-ground'],
    ],
    [
      'everything and more',
      'curatele',
      reach({ divided: true, categories: ['all', 'care'] }),
      ['#/categories repeated'],
    ],
    ['provisional about nothing', 'provisional', reach(), ['#/categories required']],
    [
      'a partial mentorschap (R24)',
      'mentorschap',
      reach({ partial: true, senders: [tax] }),
      ['#/partial only-bewind'],
    ],
    ['a divided task without a part (R25)', 'curatele', reach({ divided: true }), ['#/divided part-missing']],
    ['senders that limit nothing', 'bewind', reach({ senders: [tax] }), ['#/senders not-limited']],
    [
      'categories that limit nothing',
      'curatele',
      reach({ categories: ['care'] }),
      ['#/categories not-limited'],
    ],
    [
      'a partial bewind without senders: no access, and no fault (R24)',
      'bewind',
      reach({ partial: true }),
      [],
    ],
    ['a whole bewind', 'bewind', reach(), []],
  ] as const)('%s', (_, ground, asked, faults) =>
    expect(faultsOfReach(ground, asked).map(({ location, code }) => `${location} ${code}`)).toEqual(faults),
  );
});
