import { endless } from '../../../src/domain/day.ts';
import { type GaveBefore, isForOfficials } from '../../../src/domain/guardian-before.ts';
import { day } from '../facts.ts';
import { days } from './changing.ts';

const before = (more: Partial<GaveBefore> = {}): GaveBefore => ({
  period: { from: day('2026-01-01'), until: endless },
  ...more,
});
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
  ] as const)('%s', (_, gave, givenOn, looks) =>
    expect(isForOfficials(day(givenOn), [before(), gave], day('2027-03-02'))).toBe(looks),
  );

  it('and not when nothing was given to it before', () =>
    expect(isForOfficials(day('2020-03-02'), [], day('2027-03-02'))).toBe(false));
});
