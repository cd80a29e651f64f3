import { isEnough, whyNotApprove } from '../../../src/domain/four-eyes.ts';
import { faultsOfUrgentActs, leftToFinish } from '../../../src/domain/urgent-act-request.ts';
import type { Mandate } from '../../../src/domain/mandate.ts';
import { day, ids, line, mandate, now } from '../facts.ts';

const submitter = 'test:joris';

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
  ])('last a year at most: until %s', (until, codes) =>
    expect(faultsOfUrgentActs(day(until), now).map(({ code }) => code)).toEqual(codes),
  );

  it.each([['2028-02-29', '2029-02-28']])('a year from %s ends on %s', (today, last) => {
    const noon = new Date(`${today}T12:00:00Z`);
    expect(faultsOfUrgentActs(day(last), noon)).toEqual([]);
    expect(faultsOfUrgentActs(day('2029-03-01'), noon)).toHaveLength(1);
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
