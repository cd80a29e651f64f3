import fc from 'fast-check';
import { addDays, endless } from '../../../src/domain/day.ts';
import { firstDayWithout } from '../../../src/domain/court-order.ts';
import { changed, moveOf, orderChangeKinds } from '../../../src/domain/court-order-changes.ts';
import { isSuspended } from '../../../src/domain/suspension.ts';
import { day } from '../facts.ts';
import { days, ended, exParte, known, on, outcomeOf } from './changing.ts';

/** Lifted from 1 June on, and its ward died before that. */
const died = { ...ended, endReason: 'death', endedAt: new Date('2027-04-30T23:30:00Z') } as const;

describe('An end', () => {
  it.each([
    [
      'R29: lifting, on the day on which it is final',
      known(),
      on('lifted', '2027-09-01'),
      'ends 2027-09-01 lifted',
    ],
    [
      'R29: lifting, earlier when the order says so',
      known(),
      on('lifted', '2027-09-01', { earlierOn: day('2027-06-05') }),
      'ends 2027-06-05 lifted',
    ],
    [
      'R29: an order that says a later day does not make it later',
      known(),
      on('lifted', '2027-09-01', { earlierOn: day('2027-12-01') }),
      'ends 2027-09-01 lifted',
    ],
    ['dismissal of the guardian', known(), on('dismissed', '2027-09-01'), 'ends 2027-09-01 dismissed'],
    ['R30: death of the guardian', known(), on('guardian-died', '2027-09-01'), 'ends 2027-09-01 death'],
    [
      'bankruptcy of the guardian (BW 1:448)',
      known(),
      on('guardian-bankrupt', '2027-09-01'),
      'ends 2027-09-01 bankruptcy',
    ],
    ['R32: a successor', known(), on('replaced', '2027-09-01'), 'ends 2027-09-01 replaced'],
    ['overturned on appeal', known(), on('overturned', '2027-01-01'), 'ends 2027-01-01 overturned'],
    ['known afterwards', known(), on('lifted', '2026-12-01'), 'ends 2026-12-01 lifted'],
    ['told twice', ended, on('lifted', '2027-06-01'), 'same'],
    ['an earlier end is believed', ended, on('dismissed', '2027-05-01'), 'ends 2027-05-01 dismissed'],
    [
      'a later end is not: what ended does not come back (R18)',
      ended,
      on('lifted', '2027-07-01'),
      'contradicts',
    ],
    ['another reason on the same day', ended, on('dismissed', '2027-06-01'), 'contradicts'],
    [
      'after the term',
      known({ period: days('2027-01-01', '2027-04-01') }),
      on('lifted', '2027-06-01'),
      'contradicts',
    ],
    ['after a death that ended it (R30)', died, on('lifted', '2027-06-01'), 'contradicts'],
    ['on the day of the death', died, on('lifted', '2027-05-01'), 'contradicts'],
    ['before the death, known afterwards', died, on('lifted', '2027-04-30'), 'ends 2027-04-30 lifted'],
    [
      'within a suspension, which stays on the record',
      exParte,
      on('lifted', '2027-02-05'),
      'ends 2027-02-05 lifted, suspended 2027-02-01 2027-02-15',
    ],
  ] as const)('%s', (_, before, change, outcome) => expect(outcomeOf(before, change)).toBe(outcome));
});

describe('A term', () => {
  const term = known({ period: days('2027-01-01', '2028-01-01') });
  it.each([
    ['set where there was none', known(), 'register', '2028-01-01', 'until 2028-01-01'],
    ['the same', term, 'register', '2028-01-01', 'same'],
    ['made shorter by hand', term, 'official', '2027-06-01', 'until 2027-06-01'],
    ['made longer by the register', term, 'register', '2029-01-01', 'until 2029-01-01'],
    [
      'made longer by hand: that takes a new order and two officials (R21)',
      term,
      'official',
      '2029-01-01',
      'widens',
    ],
    ['before the start', term, 'register', '2027-01-01', 'contradicts'],
    ['beyond an end that is known (R18)', ended, 'register', '2029-01-01', 'contradicts'],
  ] as const)('%s', (_, before, by, until, outcome) =>
    expect(outcomeOf(before, on('term-set', until), by)).toBe(outcome),
  );
});

describe('R29: a lifting after the guardian had gone ends the measure, and nothing of his comes back (R18)', () => {
  const gone = { ...known({ endsOn: day('2027-03-01'), endReason: 'dismissed' }), wardLives: true };
  const wardDied = { ...gone, wardLives: false };
  const over = { ...ended, wardLives: true, isOver: true };
  it.each([
    ['lifted', '2027-06-01', gone, { outcome: 'applied', periods: gone, measureOver: '2027-06-01' }],
    ['overturned', '2027-03-01', gone, { outcome: 'applied', periods: gone, measureOver: '2027-03-01' }],
    ['guardian-died', '2027-06-01', gone, { outcome: 'contradicts' }],
    ['lifted', '2027-06-01', wardDied, { outcome: 'contradicts' }],
    ['lifted', '2027-07-01', { ...ended, wardLives: true }, { outcome: 'contradicts' }],
    ['overturned', '2027-07-01', { ...ended, wardLives: true }, { outcome: 'contradicts' }],
    ['overturned', '2027-07-01', over, { outcome: 'applied', periods: over, measureOver: '2027-07-01' }],
  ] as const)('%s on %s', (kind, on_, before, outcome) =>
    expect(changed(before, on(kind, on_), 'official')).toEqual(outcome),
  );
});

describe('Changes in whatever order', () => {
  const change = fc.record({
    kind: fc.constantFrom(...orderChangeKinds.filter((kind) => kind !== 'term-set')),
    on: fc.nat(60).map((days_) => addDays(day('2027-01-01'), days_)),
    heard: fc.boolean(),
  });

  it('never bring back what ended, and the end only ever comes nearer (R18)', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let days_ = known();
        let before = endless as string;
        for (const each of changes) {
          const answer = changed(days_, each, 'register');
          if (answer.outcome === 'applied') days_ = answer.periods;
          const end = firstDayWithout(days_);
          expect(end <= before).toBe(true);
          before = end;
        }
      }),
    );
  });

  it('close every day of every suspension, whichever is told first (R28)', () => {
    const told = fc
      .array(change, { maxLength: 6 })
      .map((all) => all.map((each) => ({ ...each, kind: 'suspended' as const })));
    fc.assert(
      fc.property(told, fc.nat(90), (all, later) => {
        const on_ = addDays(day('2027-01-01'), later);
        const outcome = all.reduce((now, each) => {
          const answer = changed(now, each, 'official');
          return answer.outcome === 'applied' ? answer.periods : now;
        }, known());
        const closed = all.some((each) => each.on <= on_ && (each.heard || on_ < addDays(each.on, 14)));
        expect(isSuspended(outcome.suspended, on_)).toBe(closed);
      }),
    );
  });

  it('have one effect, however often each is told (idempotent)', () => {
    fc.assert(
      fc.property(change, (once) => {
        const first = changed(known(), once, 'register');
        if (first.outcome !== 'applied') return;
        const again = changed(first.periods, once, 'register');
        expect(again.outcome).toMatch(/same|too-early/); // a suspension that ended on its first day never was
      }),
    );
  });
});

it.each([
  ['suspended', 'suspend'],
  ['suspension-confirmed', 'confirm-suspension'],
  ['suspension-ended', 'end-suspension'],
  ['term-set', 'set-term'],
  ['lifted', 'end'],
  ['guardian-died', 'end'],
] as const)('%s is the move %s of the table', (kind, move) =>
  expect(moveOf({ kind, on: day('2027-01-01') })).toBe(move),
);
