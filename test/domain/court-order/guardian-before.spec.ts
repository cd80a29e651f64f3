import { addDays, endless } from '../../../src/domain/day.ts';
import {
  type GaveBefore,
  isForOfficials,
  liftedFrom,
  type OrderBefore,
  toCarryOut,
  type ToldOfCase,
} from '../../../src/domain/guardian-before.ts';
import type { ReportId } from '../../../src/domain/ids.ts';
import { day } from '../facts.ts';
import { days } from './changing.ts';

const before = (more: Partial<GaveBefore> = {}): GaveBefore => ({
  period: { from: day('2026-01-01'), until: endless },
  ...more,
});
/** An order of the office that begins, on the same ground, in another case, unless a test says otherwise. */
const order = (more: Partial<OrderBefore> = {}): OrderBefore => ({
  ...{ ground: 'bewind', givenOn: day('2020-01-01'), gave: before(), own: true, sameCase: false },
  ...{ lifted: [], overturned: [], caseOverturned: [], terms: [], ...more },
});
const another = (more: Partial<OrderBefore> = {}) => order({ own: false, ...more });
/** The register told that a guardian of the case was dismissed, and that was carried out. */
const told = (more: Partial<ToldOfCase> = {}): ToldOfCase => ({
  ...{ report: 'report' as ReportId, kind: 'dismissed', on: day('2027-02-01') },
  ...{ state: 'done', about: 'all', alone: false, carriedOut: false, ...more },
});
const given = (givenOn = '2027-01-04') => {
  const days = { givenOn: day(givenOn), from: addDays(day(givenOn), 1) };
  return { ground: 'bewind', ...days } as const;
};
const today = day('2027-03-02');
const looks = (
  orders: readonly OrderBefore[],
  reports: readonly ToldOfCase[] = [],
  givenOn = '2027-01-04',
): boolean => isForOfficials(given(givenOn), { orders, told: reports }, today);

const held = before({ halted: true, endsOn: day('2027-02-01'), endReason: 'term' });
const ended = (endReason: GaveBefore['endReason']) => before({ endsOn: day('2027-02-01'), endReason });

describe('R21: officials look at an order of an office from which something was taken over the same ward', () => {
  it.each([
    ['it was dismissed, and the order is older', ended('dismissed'), '2026-12-01', true],
    ['it was dismissed on the day of the order', ended('dismissed'), '2027-02-01', true],
    ['it was dismissed before the order was given', ended('dismissed'), '2027-02-02', false],
    ['it was replaced (R32)', ended('replaced'), '2020-03-02', true],
    ['its measure was lifted (R29)', ended('lifted'), '2020-03-02', true],
    ['its term ran out: no judge took that', ended('term'), '2020-03-02', false],
    ['it has yet to end', before({ endsOn: day('2027-09-01'), endReason: 'replaced' }), '2027-01-04', true],
    ['its end was written, and not why', before({ endedAt: new Date('2027-02-01') }), '2026-12-01', true],
    ['it works, and nothing was taken', before(), '2020-03-02', false],
    [
      'its suspension lapsed (R28)',
      before({ suspended: [days('2027-02-01', '2027-02-15')] }),
      '2027-01-04',
      true,
    ],
    [
      'that one lapsed before the order',
      before({ suspended: [days('2026-02-01', '2026-02-15')] }),
      '2027-01-04',
      false,
    ],
    [
      'its suspension runs, whatever the day',
      before({ suspended: [days('2027-02-01', 'infinity')] }),
      '2027-03-01',
      true,
    ],
    ['one is to come', before({ suspended: [days('2027-04-01', '2027-04-15')] }), '2027-03-01', true],
    ['an official put it on hold', before({ halted: true }), '2027-03-01', true],
    ['it was on hold until its term', held, '2027-01-04', true],
    ['that was before the order was given', held, '2027-02-02', false],
  ] as const)('%s', (_, gave, givenOn, look) =>
    expect(looks([order(), order({ gave })], [], givenOn)).toBe(look),
  );

  const termOf = (until: string, ...terms: string[]) =>
    order({
      until: day(until),
      gave: before({ period: { from: day('2026-01-01'), until: day(terms.at(-1) ?? until) } }),
      terms: terms.map(day),
    });
  it.each([
    ['a court brought its term forward', termOf('infinity', '2027-02-02'), true],
    ['a court brought it forward before the order was given', termOf('infinity', '2027-01-02'), false],
    ['its term was made longer', termOf('2027-02-02', '2027-09-01'), false],
    ['longer, and then shorter again', termOf('2027-02-02', '2027-09-01', '2027-08-01'), true],
  ])('%s', (_, each, look) => expect(looks([each])).toBe(look));

  it('and not when nothing was given to it before', () => expect(looks([], [], '2020-03-02')).toBe(false));
});

describe('R21, R29: officials look at what came after the order, of whichever office', () => {
  const lifted = ended('lifted');
  it.each([
    ['the bewind was lifted', another({ gave: lifted }), true],
    ['it was overturned after its guardian had gone', another({ overturned: [day('2027-01-04')] }), true],
    ['another measure was lifted', another({ ground: 'mentorschap', gave: lifted }), false],
    [
      'another measure of the case was lifted',
      another({ ground: 'mentorschap', sameCase: true, gave: lifted }),
      true,
    ],
    ['it was lifted before', another({ lifted: [day('2027-01-03')] }), false],
    ['its guardian was dismissed: this can be his successor', another({ gave: ended('dismissed') }), false],
    ['a guardian on this ground was given later', another({ givenOn: day('2027-01-05') }), true],
    ['one was given on that day', another({ givenOn: day('2027-01-04') }), false],
    ['a mentor was given later', another({ ground: 'mentorschap', givenOn: day('2027-01-05') }), false],
  ])('%s', (_, each, look) => expect(looks([each])).toBe(look));
});

describe('R21: officials look where what the register told of the case leaves a doubt', () => {
  it.each([
    ['it waits', told({ state: 'open', about: 'another', on: day('2020-01-01') }), true],
    ['it was told otherwise', told({ state: 'told-otherwise', about: 'another' }), true],
    ['it named nobody, and was carried out on another', told(), true],
    ['it named nobody, before the order was given', told({ on: day('2027-01-03') }), false],
    ['it named this office, and an official set it aside', told({ about: 'this', state: 'set-aside' }), true],
    ['it named another: that is how one takes over from him', told({ about: 'another' }), false],
    ['it gave something back', told({ kind: 'suspension-ended' }), false],
  ])('%s', (_, report, look) => expect(looks([], [report])).toBe(look));
});

describe('R28, R29: what is carried out on an order in the instant in which it begins', () => {
  it.each([
    ['this office was dismissed before it came', told({ state: 'open', about: 'this' }), true],
    ['nobody was named, and nobody else is there', told({ state: 'open', alone: true }), true],
    ['nobody was named, and there are two', told({ state: 'open' }), false],
    ['another was dismissed', told({ state: 'open', about: 'another' }), false],
    ['all were suspended, before it came', told({ kind: 'suspended' }), true],
    ['all were suspended, before it was given', told({ kind: 'suspended', on: day('2027-01-03') }), false],
    ['the one who was there was dismissed', told(), false],
    ['this one was dismissed before it was given', told({ about: 'this', on: day('2027-01-03') }), false],
    [
      'who was there was dismissed before it, and people look at that',
      told({ state: 'open', alone: true, on: day('2027-01-03') }),
      false,
    ],
    [
      'this one died, whatever the day (R30)',
      told({ kind: 'guardian-died', about: 'this', on: day('2027-01-03') }),
      true,
    ],
    ['an official set it aside', told({ kind: 'suspended', state: 'set-aside' }), false],
    ['a suspension ended: that opens, and is not for this hand', told({ kind: 'suspension-ended' }), false],
    ['it was told otherwise', told({ kind: 'suspended', state: 'told-otherwise' }), false],
    ['it ended the same order before', told({ state: 'open', about: 'this', carriedOut: true }), false],
  ])('%s', (_, report, carried) =>
    expect(toCarryOut(given(), { orders: [], told: [report] })).toEqual(carried ? [report] : []),
  );
});

describe('R29: from when the measure of a case is lifted', () => {
  const lifted = [day('2027-02-01')];
  const from = (orders: readonly OrderBefore[], ...reports: ToldOfCase[]) =>
    liftedFrom(given(), { orders, told: reports });
  it('each order of its case, and of no other', () => {
    expect(from([another({ sameCase: true, lifted })])).toBe('2027-02-01');
    expect(from([another({ lifted })])).toBeUndefined();
    expect(from([another({ sameCase: true, ground: 'mentorschap', lifted })])).toBeUndefined();
  });
  it('not what was lifted before the order was given, and the first day of several', () => {
    const sameCase = another({ sameCase: true, lifted: [day('2027-01-04'), day('2027-03-01'), ...lifted] });
    expect(from([sameCase])).toBe('2027-02-01');
  });
  it('nor what begins on that day or later, but where nothing of its case began before it', () => {
    const startsThen = (more: Partial<OrderBefore>, ...reports: ToldOfCase[]) =>
      liftedFrom(
        { ...given(), from: day('2027-02-01') },
        { orders: [another({ sameCase: true, ...more })], told: reports },
      );
    const later = before({ period: { from: day('2027-03-01'), until: endless } });
    expect(startsThen({ lifted })).toBeUndefined();
    expect(startsThen({}, told({ kind: 'lifted' }))).toBeUndefined();
    expect(startsThen({ lifted, gave: later })).toBe('2027-02-01');
    expect(startsThen({ gave: later }, told({ kind: 'lifted' }))).toBe('2027-02-01');
  });
  it('an overturning is of one order, unless the register told it of the case', () => {
    const one = another({ sameCase: true, overturned: lifted });
    expect(from([one])).toBeUndefined();
    expect(from([{ ...one, caseOverturned: lifted }])).toBe('2027-02-01');
  });
  it('what was told and nobody could carry out yet', () => {
    const earlierOn = day('2027-01-20');
    expect(from([], told({ kind: 'lifted', earlierOn, state: 'open', about: 'another' }))).toBe(earlierOn);
    expect(from([], told({ kind: 'overturned', state: 'open', about: 'this' }))).toBe('2027-02-01');
    expect(from([], told({ kind: 'overturned', state: 'open', about: 'another' }))).toBeUndefined();
    expect(from([], told({ kind: 'lifted', state: 'set-aside' }))).toBeUndefined();
    expect(from([], told({ kind: 'lifted', state: 'open', carriedOut: true }))).toBeUndefined();
  });
  it('what was carried out, as far as it is about this one', () => {
    expect(from([], told({ kind: 'lifted' }))).toBe('2027-02-01');
    expect(from([], told({ kind: 'lifted', about: 'another' }))).toBeUndefined();
  });
});
