import { addDays, addMonths, addYears, contains, endless, isDay } from '../../src/domain/day.ts';
import { mandateGrounds } from '../../src/domain/ground.ts';
import {
  type Authority,
  isInForce,
  type MandateMove,
  moves,
  overSince,
  type Party,
  settle,
  stateAt,
} from '../../src/domain/mandate.ts';
import { duplicateOf, ensureRenewable } from '../../src/domain/mandate-request.ts';
import { day, mandate } from './facts.ts';

const noon = (text: string) => new Date(`${text}T11:00:00Z`);
/** A bewind that began with 2027 and has no term. */
const bewind = (more: Partial<Authority> = {}) =>
  mandate({
    ground: 'bewind',
    requestedBy: undefined,
    period: { from: day('2027-01-01'), until: endless },
    ...more,
  });
const stateOn = (given: Authority, text: string) => stateAt(given, noon(text));

describe('What a court ordered, by the clock', () => {
  it('has no end when it has no term, and is no day that anybody may write', () => {
    expect(isInForce(bewind(), noon('2150-02-28'))).toBe(true);
    expect(isDay(endless)).toBe(false);
    expect([addDays(endless, -7), addMonths(endless, 1), addYears(endless, 1)]).toEqual([
      endless,
      endless,
      endless,
    ]);
    expect(contains({ from: day('2027-01-01'), until: endless }, day('9999-12-31'))).toBe(true);
  });

  it.each([
    ['the last day before', '2027-03-27', 'active'],
    ['the day itself, on which the clocks change', '2027-03-28', 'ended'],
    ['long after', '2028-03-28', 'ended'],
  ])('ends by law from a day on, that was known before: %s (R26, R29, R32)', (_, on, state) => {
    const given = bewind({ endsOn: day('2027-03-28') });
    expect([stateOn(given, on), isInForce(given, noon(on))]).toEqual([state, state === 'active']);
  });

  it('is over since midnight in Amsterdam of the day on which the law ended it', () => {
    expect(overSince(bewind({ endsOn: day('2027-03-29') }), noon('2027-05-01'))).toEqual(
      new Date('2027-03-28T22:00:00Z'),
    );
    expect(overSince(bewind({ endsOn: day('2027-03-29') }), noon('2027-03-28'))).toBeUndefined();
  });

  it('and stays so when somebody writes an end later, as a death does', () => {
    const later = new Date('2027-05-01T10:00:00Z');
    const given = bewind({ state: 'ended', endedAt: later, endsOn: day('2027-03-29') });
    expect(overSince(given, later)).toEqual(new Date('2027-03-28T22:00:00Z'));
    expect(overSince(bewind({ state: 'ended', endedAt: later }), later)).toEqual(later);
  });

  it('ends with whichever comes first, its term or the law', () => {
    const term = { period: { from: day('2027-01-01'), until: day('2028-01-01') } };
    expect(stateOn(bewind({ ...term, endsOn: day('2027-06-01') }), '2028-06-01')).toBe('ended');
    expect(stateOn(bewind({ ...term, endsOn: day('2029-06-01') }), '2028-06-01')).toBe('expired');
    expect(overSince(bewind({ ...term, endsOn: day('2029-06-01') }), noon('2030-01-01'))).toEqual(
      new Date('2027-12-31T23:00:00Z'),
    );
  });

  it.each([
    ['the day before', '2027-01-31', 'active'],
    ['the first day', '2027-02-01', 'suspended'],
    ['the fourteenth day', '2027-02-14', 'suspended'],
    ['the day after, when nobody confirmed it', '2027-02-15', 'active'],
  ])('is suspended ex parte for fourteen days, and comes back by itself: %s (R28)', (_, on, state) => {
    const given = bewind({ suspended: [{ from: day('2027-02-01'), until: day('2027-02-15') }] });
    expect([stateOn(given, on), isInForce(given, noon(on))]).toEqual([state, state === 'active']);
  });

  it('stays suspended when the court confirmed that', () => {
    const given = bewind({ suspended: [{ from: day('2027-02-01'), until: endless }] });
    expect(stateOn(given, '2099-01-01')).toBe('suspended');
  });
});

describe('What a court ordered is the court’s to end', () => {
  const parties: Party[] = ['client', 'organisation', 'official', 'job'];
  const possible = (given: ReturnType<typeof mandate>) =>
    (Object.keys(moves) as MandateMove[]).flatMap((move) =>
      parties.flatMap((party) => {
        try {
          return `${party} ${move} ${settle(given, move, party, noon('2027-02-01')).state}`;
        } catch {
          return [];
        }
      }),
    );

  it.each(mandateGrounds.filter((ground) => ground !== 'voluntary'))(
    'a mandate on the ground %s is suspended, resumed and ended by officials, and ended by the service',
    (ground) => {
      expect(possible(bewind({ ground }))).toEqual([
        'official suspend suspended',
        'official end ended',
        'job end ended',
      ]);
      expect(possible(bewind({ ground, state: 'suspended' }) as never)).toEqual([
        'official resume active',
        'official end ended',
        'job end ended',
      ]);
    },
  );

  it('a judge’s suspension is no state that a move makes permanent', () => {
    const given = bewind({ suspended: [{ from: day('2027-02-01'), until: day('2027-02-15') }] });
    const resume = () => settle(given, 'resume', 'official', noon('2027-02-03'));
    expect(resume).toThrow(expect.objectContaining({ code: 'move-not-possible' }));
    const narrowed = settle(mandate({ suspended: given.suspended }), 'narrow', 'client', noon('2027-02-03'));
    expect(narrowed.state).toBe('active');
  });

  it('it is no duplicate of what somebody asks for, and cannot be renewed by asking (R14)', () => {
    expect(duplicateOf(bewind(), [bewind()], noon('2027-02-01'))).toBeUndefined();
    expect(duplicateOf(bewind(), [mandate()], noon('2027-02-01'))).toBeDefined();
    expect(() => ensureRenewable(bewind(), noon('2027-02-01'))).toThrow(
      expect.objectContaining({ code: 'move-not-possible' }),
    );
  });
});
