import { startOf } from '../../src/domain/day.ts';
import { reminderDue, remindersDue, reviewDue, unusedDue, unusedStep } from '../../src/domain/due.ts';
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
  const activatedAt = new Date('2026-12-20T09:00:00Z');
  it.each(rows)('on %s: %j', (when, due) =>
    expect(remindersDue(mandate({ activatedAt }), startOf(day(when)))).toEqual(due),
  );

  it.each(mandateStates.filter((state) => state !== 'active'))('not for one that is %s', (state) =>
    expect(remindersDue(mandate({ activatedAt, state }), startOf(day('2027-12-31')))).toEqual([]),
  );
});

describe('A reminder whose day lies before the mandate could be used', () => {
  it.each([
    ['given a month before its end', { activatedAt: new Date('2027-12-02T09:00:00Z') }, [7]],
    ['given the day before its last reminder', { activatedAt: new Date('2027-12-24T09:00:00Z') }, [7]],
    ['given on the day of its last reminder', { activatedAt: new Date('2027-12-25T09:00:00Z') }, []],
    ['not given', { activatedAt: undefined }, []],
  ])('is not told of one that was %s', (_, more, due) =>
    expect(remindersDue(mandate(more), startOf(day('2027-12-31')))).toEqual(due),
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

describe('The end of what nobody uses comes a month after the warning (R19)', () => {
  const none = undefined;
  it.each([
    ['2029-02-13', none, 'in-use'],
    ['2029-02-14', none, 'warn'],
    ['2029-02-14', '2029-02-14', 'wait'],
    ['2029-03-13', '2029-02-14', 'wait'],
    ['2029-03-14', '2029-02-14', 'end'],
    ['2029-08-31', none, 'warn'],
    ['2029-09-29', '2029-08-31', 'wait'],
    ['2029-09-30', '2029-08-31', 'end'],
  ])('last used on 2027-03-14, on %s, warned on %s: %s', (today, warned, step) =>
    expect(unusedStep(day('2027-03-14'), day(today), warned === undefined ? warned : day(warned))).toBe(step),
  );
});

describe('The one reminder of a day (R18)', () => {
  const activatedAt = new Date('2026-12-20T09:00:00Z');
  it.each([
    ['2027-10-02', {}, undefined],
    ['2027-10-03', {}, 90],
    ['2027-12-26', {}, 7],
    ['2027-12-26', { activatedAt: new Date('2027-12-25T09:00:00Z') }, undefined],
    ['2027-12-26', { activatedAt: new Date('2027-12-24T09:00:00Z') }, 7],
    ['2027-12-26', { activatedAt: undefined }, undefined],
    ['2027-12-26', { period: { from: day('2027-12-25'), until: day('2028-01-01') } }, undefined],
  ])('on %s with %j: %s', (when, more, days) =>
    expect(reminderDue(mandate({ activatedAt, ...more }), startOf(day(when)))).toBe(days),
  );
});

describe('The yearly review', () => {
  it.each([
    ['2027-03-14T12:00:00Z', undefined, '2028-03-14'],
    ['2027-03-14T12:00:00Z', '2028-02-29T12:00:00Z', '2029-02-28'],
    ['2027-03-27T23:30:00Z', undefined, '2028-03-28'], // the night in which the clocks change
    ['2027-12-31T23:00:00Z', undefined, '2029-01-01'],
  ])('active since %s, confirmed at %s: due from %s', (active, confirmed, due) =>
    expect(reviewDue(new Date(active), confirmed === undefined ? confirmed : new Date(confirmed))).toBe(due),
  );
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
