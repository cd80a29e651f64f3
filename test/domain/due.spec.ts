import { startOf } from '../../src/domain/day.ts';
import { remindersDue, unusedDue } from '../../src/domain/due.ts';
import { stateShownTo, mayKnowOfOffer } from '../../src/domain/mandate-history.ts';
import { type MandateState, mandateStates, type Party } from '../../src/domain/mandate.ts';
import { day, mandate } from './facts.ts';

describe('Reminders before the end (R18)', () => {
  const rows: [string, number[]][] = [
    ['2027-10-02', []],
    ['2027-10-03', [90]],
    ['2027-12-01', [90]],
    ['2027-12-02', [90, 30]],
    ['2027-12-24', [90, 30]],
    ['2027-12-25', [90, 30, 7]],
    ['2027-12-31', [90, 30, 7]],
    ['2028-01-01', []],
  ];
  it.each(rows)('on %s: %j', (when, due) => expect(remindersDue(mandate(), startOf(day(when)))).toEqual(due));

  it.each(mandateStates.filter((state) => state !== 'active'))('not for one that is %s', (state) =>
    expect(remindersDue(mandate({ state }), startOf(day('2027-12-31')))).toEqual([]),
  );
});

describe('A mandate that nobody uses (R19)', () => {
  it.each([
    ['2027-03-14', '2029-02-13', 'in-use'],
    ['2027-03-14', '2029-02-14', 'warn'],
    ['2027-03-14', '2029-03-13', 'warn'],
    ['2027-03-14', '2029-03-14', 'end'],
    ['2028-02-29', '2030-02-28', 'end'],
    ['2028-03-31', '2030-02-28', 'warn'],
  ])('last used on %s, on %s: %s', (used, today, due) => expect(unusedDue(day(used), day(today))).toBe(due));
});

describe('What the time line tells an office of the person (R3)', () => {
  const others: Party[] = ['client', 'official', 'job'];

  it('an offer without an answer looks like a request to the office, and to nobody else', () => {
    expect(stateShownTo('organisation', false, 'offered')).toBe('requested');
    expect(mayKnowOfOffer('organisation', false)).toBe(false);
    for (const party of others) {
      expect(stateShownTo(party, false, 'offered')).toBe('offered');
      expect(mayKnowOfOffer(party, false)).toBe(true);
    }
  });

  it('after the answer it is told as it was', () => {
    expect(mayKnowOfOffer('organisation', true)).toBe(true);
    expect(stateShownTo('organisation', true, 'offered')).toBe('offered');
  });

  it.each(mandateStates.filter((state): state is MandateState => state !== 'offered'))(
    '%s is never hidden',
    (state) => expect(stateShownTo('organisation', false, state)).toBe(state),
  );
});
