import { endless } from '../../../src/domain/day.ts';
import {
  type CourtOrder,
  type Given,
  isOpenOrder,
  orderMoves,
  type OrderMoveName,
  type OrderParty,
  type OrderState,
  orderStateAt,
  orderStates,
  settleOrder,
  writtenOrderStates,
} from '../../../src/domain/court-order.ts';
import { day, ids, now } from '../facts.ts';

const parties: OrderParty[] = ['organisation', 'official', 'register', 'service'];
const moveNames = Object.keys(orderMoves) as OrderMoveName[];
type Standing = Pick<CourtOrder, 'state' | 'gave'>;

const gave = (more: Partial<Given> = {}): Given => ({
  ...{ mandate: ids.mandate, period: { from: day('2027-01-01'), until: endless } },
  ...more,
});
const verified = (more: Partial<Given> = {}): Standing => ({ state: 'verified', gave: gave(more) });
/** An order that is in this state today, 15 January 2027. */
const standing: Readonly<Record<OrderState, Standing>> = {
  registered: { state: 'registered' },
  'in-verification': { state: 'in-verification' },
  'supplement-requested': { state: 'supplement-requested' },
  rejected: { state: 'rejected' },
  withdrawn: { state: 'withdrawn' },
  verified: verified({ period: { from: day('2027-01-16'), until: endless } }),
  active: verified(),
  suspended: verified({ suspended: [{ from: day('2027-01-10'), until: day('2027-01-24') }] }),
  ended: verified({ endsOn: day('2027-01-15') }),
};

/** The life of domain §5 once more, as sentences: state, side, move, written state. */
const life = `
  registered service take-up in-verification · registered organisation withdraw withdrawn
  in-verification organisation withdraw withdrawn · in-verification official ask-supplement supplement-requested
  in-verification official reject rejected · in-verification official approve in-verification
  in-verification official verify verified · in-verification register verify verified
  supplement-requested organisation supplement in-verification · supplement-requested organisation withdraw withdrawn`
  .split(/[\n·]/)
  .map((sentence) => sentence.trim())
  .filter(Boolean);
const later = ['suspend', 'confirm-suspension', 'end-suspension', 'set-term', 'end'];
const whenVerified = ['verified', 'active', 'suspended'].flatMap((state) =>
  ['official', 'register'].flatMap((party) => later.map((move) => `${state} ${party} ${move} verified`)),
);
const earlierEnd = ['ended official end verified', 'ended register end verified'];

function outcomeOf(state: OrderState, party: OrderParty, move: OrderMoveName): string {
  try {
    return settleOrder(standing[state], move, party, now);
  } catch (error) {
    expect(error).toMatchObject({ code: 'move-not-possible', details: { members: { state, move } } });
    return 'not possible';
  }
}

describe('The life of a court order (domain §5)', () => {
  it('holds every move of the table and no other, from every state, by every side', () => {
    const possible = orderStates.flatMap((state) =>
      parties.flatMap((party) =>
        moveNames.flatMap((move) => {
          const to = outcomeOf(state, party, move);
          return to === 'not possible' ? [] : `${state} ${party} ${move} ${to}`;
        }),
      ),
    );
    expect(possible.toSorted()).toEqual([...life, ...whenVerified, ...earlierEnd].toSorted());
  });

  it('never works before it was verified, by any move of any side but an official or the register (R21)', () => {
    const byOthers = moveNames.filter((move) =>
      (['organisation', 'service'] as const).some(
        (party) => outcomeOf('in-verification', party, move) === 'verified',
      ),
    );
    expect(byOthers).toEqual([]);
    expect(orderMoves.verify.by).toEqual(['official', 'register']);
  });

  it.each(orderStates)('is %s on the day on which its days say so', (state) => {
    expect(orderStateAt(standing[state], now)).toBe(state);
  });

  it.each([
    ['the last hour before the first day', gave(), '2026-12-31T22:59:59Z', 'verified'],
    ['the first hour of the first day', gave(), '2026-12-31T23:00:00Z', 'active'],
    [
      'the last hour of the term',
      gave({ period: { from: day('2026-03-01'), until: day('2027-03-28') } }),
      '2027-03-27T22:59:59Z',
      'active',
    ],
    [
      'the night on which summer time begins, when the term is over',
      gave({ period: { from: day('2026-03-01'), until: day('2027-03-28') } }),
      '2027-03-27T23:00:00Z',
      'ended',
    ],
    [
      'a term until 29 February',
      gave({ period: { from: day('2026-03-01'), until: day('2028-02-29') } }),
      '2028-02-28T22:59:59Z',
      'active',
    ],
    [
      '29 February itself',
      gave({ period: { from: day('2026-03-01'), until: day('2028-02-29') } }),
      '2028-02-28T23:00:00Z',
      'ended',
    ],
    ['an end in the future', gave({ endsOn: day('2027-06-01') }), '2027-05-31T12:00:00Z', 'active'],
    ['an end known afterwards', gave({ endsOn: day('2026-06-01') }), '2027-01-15T12:00:00Z', 'ended'],
    [
      'the first day of a suspension',
      gave({ suspended: [{ from: day('2027-01-10'), until: day('2027-01-24') }] }),
      '2027-01-09T23:00:00Z',
      'suspended',
    ],
    [
      'its fourteenth day (R28)',
      gave({ suspended: [{ from: day('2027-01-10'), until: day('2027-01-24') }] }),
      '2027-01-23T22:59:59Z',
      'suspended',
    ],
    [
      'the day on which it lapsed (R28)',
      gave({ suspended: [{ from: day('2027-01-10'), until: day('2027-01-24') }] }),
      '2027-01-23T23:00:00Z',
      'active',
    ],
    [
      'an end within a suspension',
      gave({ suspended: [{ from: day('2027-01-10'), until: endless }], endsOn: day('2027-01-12') }),
      '2027-01-15T12:00:00Z',
      'ended',
    ],
    [
      'a death that was written down (R30)',
      gave({ endedAt: new Date('2027-01-12T08:00:00Z') }),
      '2027-01-15T12:00:00Z',
      'ended',
    ],
  ] as const)('is what the clock makes of it: %s', (_, given, instant, state) =>
    expect(orderStateAt({ state: 'verified', gave: given }, new Date(instant))).toBe(state),
  );

  it('is open until it is refused, taken back or over', () => {
    const open = orderStates.filter((state) => isOpenOrder(standing[state], now));
    expect(open).toEqual([
      ...['registered', 'in-verification', 'supplement-requested', 'verified', 'active', 'suspended'],
    ]);
    expect(orderStates.filter((state) => !(writtenOrderStates as readonly string[]).includes(state))).toEqual(
      [...['active', 'suspended', 'ended']],
    );
  });
});
