import { isEnough, whyNotApprove } from '../../../src/domain/four-eyes.ts';
import { faultsOfUrgentActs, leftToFinish } from '../../../src/domain/urgent-act-request.ts';
import { endless } from '../../../src/domain/day.ts';
import type { Mandate } from '../../../src/domain/mandate.ts';
import { day, ids, line, mandate, now } from '../facts.ts';

const submitter = 'test:joris';
/** Of a bewind that a judge ended: on the first day without it. */
const endedOn = (on: string): Mandate =>
  mandate({
    ...{ ground: 'bewind', period: { from: day('2026-01-04'), until: endless } },
    ...{ endsOn: day(on), endReason: 'dismissed' },
  });

describe('R21: four eyes', () => {
  it.each([
    ['the first official', 'test:olga', [], undefined, false],
    ['the same official again', 'test:olga', ['test:olga'], 'same-official', false],
    ['another official', 'test:otto', ['test:olga'], undefined, true],
    ['the submitter, first', submitter, [], 'own-request', false],
    ['the submitter, second', submitter, ['test:olga'], 'own-request', true],
  ] as const)('%s', (_, official, approvedBy, why, enough) => {
    expect(whyNotApprove(official, { submitter, approvedBy })).toBe(why);
    expect(isEnough(official, { submitter, approvedBy })).toBe(enough);
  });
});

describe('R31: urgent acts after the end', () => {
  const rows: [string, Partial<Mandate>, boolean][] = [
    ['a bewind that was lifted', { ground: 'bewind', endReason: 'lifted' }, true],
    ['a curatele after the death of the ward (R30)', { ground: 'curatele', endReason: 'death' }, true],
    [
      'a mentorschap that was overturned: it never gave authority',
      { ground: 'mentorschap', endReason: 'overturned' },
      false,
    ],
    ['a mandate that ended by the death of the client', { endReason: 'death' }, true],
    ['a mandate that ended by curatele', { endReason: 'curatele' }, true],
    ['a mandate that nobody used', { endReason: 'unused' }, false],
    ['urgent acts: they are not lengthened', { ground: 'urgent-acts', endReason: 'term' }, false],
  ];
  it.each(rows)('can be asked for after the end: %s', (_, more, can) => {
    const over = mandate({ state: 'ended', endedAt: new Date('2027-01-10T08:00:00Z'), ...more });
    const ask = expect(() => leftToFinish(over, now));
    if (can) ask.not.toThrow();
    else ask.toThrow('move-not-possible');
  });

  it('are not asked for before the end, nor after what the client revoked', () => {
    expect(() => leftToFinish(mandate({ ground: 'bewind' }), now)).toThrow('move-not-possible');
    expect(() => leftToFinish(mandate({ state: 'revoked', endedAt: now }), now)).toThrow('move-not-possible');
  });

  it('can be asked for after a term of the judge, which the clock ended', () => {
    const term = { from: day('2026-01-01'), until: day('2027-01-01') };
    expect(() => leftToFinish(mandate({ ground: 'bewind', period: term }), now)).not.toThrow();
    expect(() => leftToFinish(mandate({ period: term }), now)).toThrow('move-not-possible');
  });

  it.each([
    ['2027-01-15', ['in-the-past']],
    ['2027-01-16', []],
    ['2028-01-15', []],
    ['2028-01-16', ['too-long']],
  ])('are over a year after the end: until %s', (until, codes) =>
    expect(faultsOfUrgentActs(day(until), endedOn('2027-01-15'), now).map(({ code }) => code)).toEqual(codes),
  );

  it('a year after 29 February 2028 is over on 28 February 2029', () => {
    const noon = new Date('2028-12-01T12:00:00Z');
    const faults = (until: string) => faultsOfUrgentActs(day(until), endedOn('2028-02-29'), noon);
    expect(faults('2029-02-28')).toEqual([]);
    expect(faults('2029-03-01')).toHaveLength(1);
  });

  it('are asked for within a year after the end, whenever somebody asks', () => {
    const asked = (on: string) => () => leftToFinish(endedOn('2027-01-10'), new Date(`${on}T12:00:00+01:00`));
    expect(asked('2028-01-09')).not.toThrow();
    expect(asked('2028-01-10')).toThrow('move-not-possible');
    expect(asked('2037-01-10')).toThrow('move-not-possible');
  });

  it.each([
    [
      'a judge had suspended him',
      { suspended: [{ from: day('2027-01-05'), until: day('2027-01-19') }] },
      true,
    ],
    [
      'the suspension had lapsed',
      { suspended: [{ from: day('2026-12-20'), until: day('2027-01-03') }] },
      false,
    ],
    [
      'it was to begin on the day without him',
      { suspended: [{ from: day('2027-01-10'), until: endless }] },
      false,
    ],
    ['an official had suspended him', { halted: true }, true],
    ['it is known since that the measure was overturned', { overturned: true }, true],
    ['he died, who represented by himself (R30)', { holderDied: true }, true],
  ])('leave nothing to who could not read on his last day: %s', (_, more, nothing) => {
    const ask = expect(() => leftToFinish({ ...endedOn('2027-01-10'), ...more }, now));
    if (nothing) ask.toThrow('move-not-possible');
    else ask.not.toThrow();
  });

  const died = { state: 'ended', endReason: 'death', endedAt: new Date('2027-01-10T08:00:00Z') } as const;
  const left = (more: Partial<Mandate>) => leftToFinish(mandate({ ...died, ...more }), now);
  const reading = { category: 'financial', actions: ['read'] };

  it('read, and do nothing else', () => {
    const lines = [line({ sender: ids.town, actions: ['read', 'reply', 'archive'] })];
    expect(left({ lines })).toEqual([{ sender: ids.town, ...reading }]);
  });

  it('read no more than the mandate let one read at the last', () => {
    const lines = [
      line({ sender: ids.town, actions: ['download'] }),
      line({ category: 'care', endsOn: day('2027-01-10') }),
      line({ endsOn: day('2027-01-11') }), // on the last day it gave this
    ];
    expect(left({ lines })).toEqual([{ sender: ids.tax, ...reading }]);
    expect(left({ lines, endsOn: day('2027-01-10') })).toHaveLength(2); // by law the last day was the ninth
  });

  it.each([
    ['that never let one read', { lines: [line({ actions: ['download'] })] }],
    ['of which all lines had ended', { lines: [line({ endsOn: day('2027-01-10') })] }],
    ['that was still to begin', { period: { from: day('2027-01-11'), until: day('2028-01-01') } }],
    ['that began after the day from which the law ended it', { endsOn: day('2027-01-01') }],
  ])('are not asked for after a mandate %s', (_, more) =>
    expect(() => left(more)).toThrow('move-not-possible'),
  );
});
