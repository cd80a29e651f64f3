import type { Day } from '../../src/domain/day.ts';
import { mandateGrounds } from '../../src/domain/ground.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import type { Employment } from '../../src/domain/organisation.ts';
import { representationEnds, representativeRoles } from '../../src/domain/representation.ts';

const now = new Date('2026-11-29T22:57:00Z'); // three minutes before midnight in the Netherlands
const later = new Date('2026-11-30T09:00:00Z');
const until = (end: string, endsOn?: string) =>
  ({ period: { from: '2026-01-01', until: end }, endsOn }) as unknown as Authority;
const works = (end?: string) => ({ role: 'handler', from: '2026-01-01', until: end as Day }) as Employment;
const midnight = '2026-11-29T23:00:00.000Z';

describe('A token that says who acts for whom is over', () => {
  it.each([
    ['in five minutes', later, until('2027-01-01'), works(), '2026-11-29T23:02:00.000Z'],
    [
      'in five minutes, of a measure without a term',
      later,
      until('infinity'),
      works(),
      '2026-11-29T23:02:00.000Z',
    ],
    [
      'with the sign-in',
      new Date('2026-11-29T22:58:30Z'),
      until('2027-01-01'),
      works(),
      '2026-11-29T22:58:30.000Z',
    ],
    ['with the term of the mandate', later, until('2026-11-30'), works(), midnight],
    ['when the law ends the mandate', later, until('2027-01-01', '2026-11-30'), works(), midnight],
    ['with the employment', later, until('2027-01-01'), works('2026-11-30'), midnight],
  ])('%s', (_title, signedIn, authority, employment, end) => {
    expect(representationEnds(now, signedIn, authority, employment).toISOString()).toBe(end);
  });

  it('and calls the one who acts by a word for each ground', () => {
    expect(Object.keys(representativeRoles).toSorted()).toEqual([...mandateGrounds].toSorted());
  });
});
