import { planOf } from '../../../src/domain/court-order-consequences.ts';
import type { MandateId } from '../../../src/domain/ids.ts';
import { day, ids } from '../facts.ts';
import { begins, measure, plan, there } from './planning.ts';

describe('A measure that is over', () => {
  it.each(['sole', 'successor', 'additional'] as const)(
    'R26, R32: ends and replaces nothing, and nothing stands in its way (%s)',
    (position) => {
      const over = begins('curatele', { position, until: day('2027-01-20') });
      expect(planOf(over, [measure('bewind'), measure('curatele'), there('tax')])).toEqual({
        ...{ consequences: [], obstacles: [] },
      });
    },
  );
});

describe('R26: a curatele without a curator still stands', () => {
  const curatele = 'curatele' as MandateId;
  it.each([
    ['bewind', ['under-curatele']],
    ['mentorschap', ['under-curatele']],
    ['provisional', ['under-curatele']],
    ['curatele', []], // the next curator
  ] as const)('so no %s begins', (ground, stuck) =>
    expect(plan(begins(ground, { curatele })).stuck).toEqual(stuck),
  );

  it('R21: and while one is reported, officials look at what the judiciary’s register confirms', () =>
    expect(planOf(begins('bewind', { curateleReported: true }), []).forOfficials).toBe(true));
});

describe('R25, R32: guardians beside and after each other', () => {
  it('R25: a second guardian stands beside the first, who keeps what he has', () => {
    expect(plan(begins('bewind', { position: 'additional' }), measure('bewind'))).toEqual({
      ...{ does: ['bewind beside'], stuck: [], predecessor: undefined },
    });
  });

  it('R32: the predecessor has nothing from the day on which the successor begins', () => {
    expect(plan(begins('curatele', { position: 'successor' }), measure('curatele'))).toEqual({
      ...{ does: ['curatele ends 2027-01-15 replaced'], stuck: [], predecessor: 'curatele' },
    });
  });

  it.each([
    ['whose time ran out after the successor began', { until: day('2027-01-20'), over: true }],
    ['who died before he began', { until: day('2027-01-10'), over: true }],
    ['who ends before he begins', { until: day('2027-01-10') }],
  ])('R32: a predecessor who is named and %s is succeeded, and keeps his own end (R18)', (_, more) => {
    const successor = begins('bewind', { position: 'successor', replaces: 'bewind' as MandateId });
    expect(plan(successor, measure('bewind', more))).toEqual({
      ...{ does: [], stuck: [], predecessor: 'bewind' },
    });
  });

  it.each([
    ['by a later order', { givenOn: day('2027-01-15') }],
    ['from a later day', { from: day('2027-01-16') }],
  ])('R32: who was appointed %s is not replaced by an earlier one', (_, more) => {
    const successor = begins('bewind', { position: 'successor' });
    expect(plan(successor, measure('bewind', more))).toEqual({
      ...{ does: [], stuck: ['appointed-later'], predecessor: undefined },
    });
    const replaces = 'bewind' as MandateId;
    expect(plan({ ...successor, replaces }, measure('bewind', more)).stuck).toEqual(['appointed-later']);
  });

  it('R32: who was appointed before, to begin later, is succeeded before his first day', () => {
    const before = measure('bewind', { givenOn: day('2027-01-04'), from: day('2027-03-01') });
    expect(plan(begins('bewind', { position: 'successor' }), before)).toEqual({
      ...{ does: ['bewind ends 2027-01-15 replaced'], stuck: [], predecessor: 'bewind' },
    });
  });

  it.each([
    ['2027-01-14', false],
    ['2027-01-15', true],
  ])('R21: a curatele that ends a bewind ordered on %s: people look at it first (%s)', (givenOn, looks) => {
    const plan = planOf(begins('curatele'), [measure('bewind', { givenOn: day(givenOn) })]);
    expect(plan.forOfficials).toBe(looks);
  });

  it.each([
    ['beside itself', { position: 'additional' }, ['own-measure-runs']],
    ['as the only one', { position: 'sole' }, ['own-measure-runs']],
    [
      'in the place of another',
      { position: 'successor', replaces: 'other' as MandateId },
      ['own-measure-runs'],
    ],
    ['in its own place', { position: 'successor', replaces: 'bewind' as MandateId }, []],
    ['after its own term', { position: 'sole', from: day('2027-06-01') }, []],
    ['until its own begins', { position: 'additional', until: day('2026-05-01') }, []],
  ] as const)('one office has one measure once: an order that comes %s', (_, more, stuck) => {
    const own = measure('bewind', { organisation: ids.vermeer, until: day('2027-06-01') });
    const other = measure('bewind', { mandate: 'other' as MandateId, until: day('2027-05-01') });
    expect(plan(begins('bewind', { today: day('2026-01-01'), ...more }), own, other).stuck).toEqual(stuck);
  });

  it('R25: nobody comes alone beside one who goes on, though another ends on that day', () => {
    const ends = measure('bewind', { until: day('2027-01-15') });
    const goesOn = measure('bewind', { mandate: 'other' as MandateId });
    expect(planOf(begins('bewind'), [ends, goesOn]).obstacles).toEqual([
      { kind: 'has-a-guardian', mandate: 'other' },
    ]);
  });

  it('R32: who was a guardian on another ground is nobody to succeed', () => {
    const other = begins('bewind', { position: 'successor', replaces: 'mentorschap' as MandateId });
    expect(plan(other, measure('mentorschap', { over: true })).stuck).toEqual(['nobody-to-succeed']);
  });

  it('R32: a predecessor who was dismissed from that day on is handed over all the same', () => {
    const dismissed = measure('bewind', { until: day('2027-01-15') });
    expect(plan(begins('bewind', { position: 'successor' }), dismissed)).toEqual({
      ...{ does: [], stuck: [], predecessor: 'bewind' },
    });
    expect(plan(begins('bewind'), dismissed).stuck).toEqual([]);
  });

  it('R32: nobody is there any more, and the successor begins all the same', () => {
    expect(plan(begins('bewind', { position: 'successor' }), there('tax')).stuck).toEqual([]);
  });

  it('R32: of two guardians the one who was named is succeeded', () => {
    const other = measure('mentorschap', { mandate: 'other' as MandateId });
    const replaces = 'other' as MandateId;
    const successor = begins('mentorschap', { position: 'successor', replaces });
    expect(plan(successor, measure('mentorschap'), other)).toMatchObject({
      ...{ does: ['other ends 2027-01-15 replaced'], predecessor: 'other' },
    });
  });
});
