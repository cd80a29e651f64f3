import fc from 'fast-check';
import { startOf } from '../../src/domain/day.ts';
import { Problem } from '../../src/domain/errors.ts';
import {
  afterWrongCode,
  isClaiming,
  isInForce,
  type MandateMove,
  type MandateState,
  mandateStates,
  mayMove,
  moves,
  overSince,
  type Party,
  settle,
  stateAt,
  wrongCodesAllowed,
} from '../../src/domain/mandate.ts';
import { day, mandate, now } from './facts.ts';

const partiesOfAll: Party[] = ['client', 'organisation', 'official', 'job'];
const moveNames = Object.keys(moves) as MandateMove[];
const endStates: MandateState[] = [
  ...(['declined', 'lapsed', 'withdrawn', 'revoked', 'renounced', 'expired', 'ended'] as const),
];

/** The life of domain §5 once more, written as sentences: state, side, move, new state. */
const life = `
  requested organisation withdraw withdrawn · requested organisation lapse lapsed · requested job lapse lapsed
  requested job offer offered
  offered client consent active · offered organisation activate active · offered client decline declined
  offered official decline declined
  offered organisation withdraw withdrawn · offered organisation lapse lapsed · offered job lapse lapsed
  active client narrow active · active official suspend suspended · active client revoke revoked
  active official revoke revoked · active organisation renounce renounced · active official end ended
  active job end ended · active organisation confirm active
  suspended client narrow suspended · suspended official resume active · suspended client revoke revoked
  suspended official revoke revoked · suspended organisation renounce renounced · suspended official end ended
  suspended job end ended`
  .split(/[\n·]/)
  .map((sentence) => sentence.trim())
  .filter(Boolean);

const outcomeOf = (state: MandateState, party: Party, move: MandateMove): string => {
  try {
    return settle(mandate({ state }), move, party, now).state;
  } catch (error) {
    const shown = party === 'organisation' && state === 'offered' ? 'requested' : state; // R3
    expect(error).toMatchObject({ code: 'move-not-possible', details: { members: { state: shown, move } } });
    return 'not possible';
  }
};

describe('The life of a mandate (domain §5)', () => {
  it('holds every move of the table and no other, from every state, by every side', () => {
    const possible = mandateStates.flatMap((state) =>
      partiesOfAll.flatMap((party) =>
        moveNames.flatMap((move) => {
          const to = outcomeOf(state, party, move);
          return to === 'not possible' ? [] : `${state} ${party} ${move} ${to}`;
        }),
      ),
    );
    expect(possible.toSorted()).toEqual(life.toSorted());
  });

  it.each(endStates)('%s is final: no side has a way out (R18)', (state) => {
    for (const party of partiesOfAll)
      for (const move of moveNames) expect(outcomeOf(state, party, move)).toBe('not possible');
  });

  it('never revives, whatever is tried in whatever order (R18)', () => {
    const attempt = fc.record({
      move: fc.constantFrom(...moveNames),
      party: fc.constantFrom(...partiesOfAll),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), fc.nat(400), (attempts, days) => {
        let current = mandate({ state: 'requested' });
        let over = false;
        attempts.forEach(({ move, party }, step) => {
          const when = new Date(now.getTime() + (step * days * 86_400_000) / 30);
          over ||= endStates.includes(stateAt(current, when));
          try {
            current = settle(current, move, party, when);
            expect(over).toBe(false);
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
          }
          if (over) expect(isInForce(current, when)).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives nothing before the client consented or his code came in (R9)', () => {
    const requested = mandate({ state: 'requested', offeredAt: undefined });
    expect(isInForce(requested, now)).toBe(false);
    const offered = settle(requested, 'offer', 'job', now);
    expect([offered.offeredAt, isInForce(offered, now)]).toEqual([now, false]);
    const active = settle(offered, 'consent', 'client', now);
    expect([active.activatedAt, isInForce(active, now)]).toEqual([now, true]);
  });

  it('can be activated once: who comes second finds the table shut (R12)', () => {
    const active = settle(mandate({ state: 'offered' }), 'activate', 'organisation', now);
    expect(() => settle(active, 'activate', 'organisation', now)).toThrow('move-not-possible');
    expect(() => settle(active, 'consent', 'client', now)).toThrow('move-not-possible');
  });

  it('says when and why it ended, and keeps nothing of that while it runs', () => {
    expect(settle(mandate(), 'end', 'job', now, 'death')).toMatchObject({ endedAt: now, endReason: 'death' });
    expect(settle(mandate(), 'suspend', 'official', now)).not.toHaveProperty('endedAt');
  });

  it('does not change the one that it was given', () => {
    const before = mandate();
    settle(before, 'revoke', 'client', now);
    expect(before).toEqual(mandate());
  });

  it('says which side may ever make which move', () => {
    expect(mayMove('consent', 'client')).toBe(true);
    expect(mayMove('consent', 'organisation')).toBe(false);
    expect(mayMove('revoke', 'official')).toBe(true);
    expect(mayMove('renounce', 'client')).toBe(false);
  });
});

describe('Wrong activation codes (R10)', () => {
  it('are counted, and the fifth locks: the offer has lapsed', () => {
    let offered = mandate({ state: 'offered' });
    for (let count = 1; count < wrongCodesAllowed; count++) {
      offered = afterWrongCode(offered, now);
      expect([offered.state, offered.wrongCodes]).toEqual(['offered', count]);
    }
    const locked = afterWrongCode(offered, now);
    expect([locked.state, locked.wrongCodes, locked.endedAt]).toEqual(['lapsed', 5, now]);
    expect(() => settle(locked, 'activate', 'organisation', now)).toThrow('move-not-possible');
  });
});

describe('What the clock does to a mandate: no job has to run', () => {
  const endsOn = day('2027-07-01'); // in summer: midnight in Amsterdam is 22:00 in UTC
  const midnight = startOf(endsOn);
  const before = new Date(midnight.getTime() - 1);
  const period = { from: day('2027-01-01'), until: endsOn };

  const rows: [string, MandateState, Date, MandateState][] = [
    ['an active one, a moment before its end', 'active', before, 'active'],
    ['an active one, at midnight in Amsterdam', 'active', midnight, 'expired'],
    ['a suspended one, at midnight in Amsterdam', 'suspended', midnight, 'expired'],
    ['a request, a moment before its last day', 'requested', before, 'requested'],
    ['a request, at midnight in Amsterdam (R11)', 'requested', midnight, 'lapsed'],
    ['an offer, at midnight in Amsterdam (R11)', 'offered', midnight, 'lapsed'],
    ['a revoked one, years later', 'revoked', new Date('2035-01-01'), 'revoked'],
  ];
  it.each(rows)('%s', (_, state, when, expected) =>
    expect(stateAt(mandate({ state, period, answerBy: endsOn }), when)).toBe(expected),
  );

  it('is in force from the first instant of its first day up to the first instant of its last', () => {
    const first = startOf(period.from);
    const at = (when: Date) => isInForce(mandate({ period }), when);
    expect([at(new Date(first.getTime() - 1)), at(first), at(before), at(midnight)]).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('has its scope claimed until it is over, a future one too (R14)', () => {
    const claims = (state: MandateState, when = now) => isClaiming(mandate({ state, period }), when);
    expect(mandateStates.filter((state) => claims(state))).toEqual([
      ...['requested', 'offered', 'active', 'suspended'],
    ]);
    expect(claims('active', midnight)).toBe(false);
    expect(claims('active', new Date('2026-12-20T00:00:00Z'))).toBe(true);
  });

  it('gave nothing any more since it was ended, or since the start of the day it expired', () => {
    expect(overSince(mandate({ period }), before)).toBeUndefined();
    expect(overSince(mandate({ period }), midnight)).toEqual(midnight);
    expect(overSince(mandate({ period, state: 'revoked', endedAt: now }), midnight)).toEqual(now);
  });

  it('cannot be revoked or narrowed once it expired', () => {
    expect(() => settle(mandate({ period }), 'revoke', 'client', midnight)).toThrow('move-not-possible');
  });
});
