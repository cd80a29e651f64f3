import type { Day } from '../../../src/domain/day.ts';
import { isDue } from '../../../src/domain/court-order-consequences.ts';
import { linesOf } from '../../../src/domain/court-order-scope.ts';
import type { MandateId } from '../../../src/domain/ids.ts';
import { day, ids, now } from '../facts.ts';
import { begins, measure, named, plan, there, whole } from './planning.ts';

describe('R26: curatele', () => {
  it('ends bewind, mentorschap and all that was voluntary, from the day pronounced', () => {
    const existing = [
      ...[measure('bewind'), measure('mentorschap'), there('tax')],
      there('care', { lines: [named('care-line', { category: 'care' })] }),
    ];
    expect(plan(begins('curatele'), ...existing).does).toEqual([
      ...['bewind ends 2027-01-14 curatele', 'mentorschap ends 2027-01-14 curatele'],
      ...['tax ends 2027-01-14 curatele', 'care ends 2027-01-14 curatele'],
    ]);
  });

  it('ends a provisional measure on the day on which the curator begins (BW 1:380)', () => {
    expect(plan(begins('curatele'), measure('provisional')).does).toEqual([
      'provisional ends 2027-01-15 curatele',
    ]);
  });

  it('leaves alone what was over by then, and urgent acts of an ex-guardian', () => {
    const over = there('old', { until: day('2027-01-14') });
    expect(plan(begins('curatele'), over, measure('urgent-acts')).does).toEqual([]);
  });

  it('ends what would begin later as well', () => {
    const later = there('later', { from: day('2027-06-01') });
    expect(plan(begins('curatele'), later).does).toEqual(['later ends 2027-01-14 curatele']);
  });
});

describe('R27: bewind', () => {
  it('ends financial mandates on its first day, and leaves the others to be looked at again', () => {
    const care = there('care', { lines: [named('care-line', { category: 'care' })] });
    expect(plan(begins('bewind'), there('tax'), care).does).toEqual([
      ...['tax ends 2027-01-15 bewind', 'care stays'],
    ]);
  });

  it('ends only the financial line of a mandate that is about more', () => {
    const both = there('both', { lines: [named('money'), named('care', { category: 'care' })] });
    expect(plan(begins('bewind'), both).does).toEqual(['both loses money on 2027-01-15, keeps the rest']);
  });

  it('leaves of a sender-wide line what is about care and the rest, with the same actions: nothing widens', () => {
    const wide = there('wide', { lines: [named('all', { category: 'all', actions: ['read', 'reply'] })] });
    expect(plan(begins('bewind'), wide).does).toEqual([
      'wide loses all on 2027-01-15, keeps care read+reply, other read+reply',
    ]);
  });

  it('reaches as far as the order: a partial bewind leaves other senders alone (R24)', () => {
    const lines = linesOf('bewind', { ...whole, partial: true, senders: [ids.tax] });
    const town = there('town', { lines: [named('town-line', { sender: ids.town })] });
    expect(plan(begins('bewind', { lines }), there('tax'), town).does).toEqual([
      ...['tax ends 2027-01-15 bewind', 'town stays'],
    ]);
  });

  it('ends nothing of another measure', () => {
    expect(plan(begins('bewind'), measure('mentorschap'), measure('urgent-acts')).does).toEqual([]);
  });
});

it.each(['mentorschap', 'provisional'] as const)('%s ends nothing that is voluntary', (ground) =>
  expect(plan(begins(ground), there('tax'), measure('bewind')).does).toEqual([]),
);

describe('What stands in the way', () => {
  it.each([
    ['R30: the ward died', { ward: { died: true, isTheGuardian: false } }, 'ward-died'],
    ['the ward would be his own guardian', { ward: { died: false, isTheGuardian: true } }, 'guards-himself'],
    ['the guardian may represent nobody now', { guardianOut: true }, 'guardian-out'],
  ])('%s', (_, more, kind) =>
    expect(plan(begins('bewind', more), there('tax'))).toEqual({
      ...{ does: [], stuck: [kind], predecessor: undefined },
    }),
  );

  it.each(['bewind', 'mentorschap', 'provisional'] as const)('under curatele there is no %s', (ground) =>
    expect(plan(begins(ground), measure('curatele'), there('tax'))).toMatchObject({
      ...{ does: [], stuck: ['under-curatele'] },
    }),
  );

  it('a curatele that is lifted on the first day of bewind does not', () => {
    const lifted = measure('curatele', { until: day('2027-01-15') });
    expect(plan(begins('bewind'), lifted).stuck).toEqual([]);
  });

  it('a guardian who is there, when the new one says nothing of him', () => {
    expect(plan(begins('bewind'), measure('bewind')).stuck).toEqual(['has-a-guardian']);
  });

  it('another than the one who was named, or more than one, to succeed (R32)', () => {
    const successor = begins('bewind', { position: 'successor' });
    const replaces = 'unknown' as MandateId;
    expect(plan({ ...successor, replaces }, measure('bewind')).stuck).toEqual(['nobody-to-succeed']);
    const two = [measure('bewind'), measure('bewind', { mandate: 'other' as MandateId })];
    expect(plan(successor, ...two).stuck).toEqual(['more-to-succeed']);
  });
});

it.each([
  ['2027-01-15', true],
  ['2027-01-14', true],
  ['2027-01-16', false],
])('an end on %s is written now: %s (decision 12)', (on, due) => expect(isDue(on as Day, now)).toBe(due));
