import type { Day } from '../../src/domain/day.ts';
import {
  canSpare,
  type Colleague,
  colleagueStateAt,
  isWorkable,
  standingsFoundBy,
} from '../../src/domain/office.ts';

const now = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-11-24T12:00:00Z');
const earlier = new Date('2026-11-22T12:00:00Z');
const day = (text: string) => text as Day;
const colleague = (more: Partial<Colleague> = {}): Colleague => ({
  ...{ role: 'administrator', from: day('2020-01-01'), accepted: true },
  ...more,
});

describe('What an employment is at an instant', () => {
  it.each<[string, Partial<Colleague>, string]>([
    ['working', {}, 'working'],
    ['up to the day before the last', { until: day('2026-11-24') }, 'working'],
    ['left on the day that was set', { until: day('2026-11-23') }, 'left'],
    ['left at once', { endedAt: now }, 'left'],
    ['accepted, starts later', { from: day('2026-11-24') }, 'expected'],
    ['invited', { accepted: false, invitedUntil: later }, 'invited'],
    [
      'invited up to, not including, the instant',
      { accepted: false, invitedUntil: now },
      'invitation-expired',
    ],
    ['invited, and taken back', { accepted: false, invitedUntil: later, endedAt: earlier }, 'left'],
  ])('%s', (_, more, state) => expect(colleagueStateAt(colleague(more), now)).toBe(state));
});

describe('Whether an office can spare someone (R33)', () => {
  const handler = colleague({ role: 'handler' });
  it.each<[string, Colleague, Colleague[], boolean]>([
    ['a handler, always', handler, [], true],
    ['the only administrator', colleague(), [handler], false],
    ['one of two', colleague(), [colleague()], true],
    ['when the other left', colleague(), [colleague({ endedAt: earlier })], false],
    [
      'when the other was only invited',
      colleague(),
      [colleague({ accepted: false, invitedUntil: later })],
      false,
    ],
    ['when the other starts later', colleague(), [colleague({ from: day('2026-12-01') })], false],
    ['when the other has an end', colleague(), [colleague({ until: day('2030-01-01') })], false],
    ['one whose own end is set anyway', colleague({ until: day('2030-01-01') }), [], true],
  ])('%s', (_, leaving, others, spared) => expect(canSpare(leaving, others, now)).toBe(spared));
});

describe('Which organisations are found', () => {
  it('by officials all, by others those that may act; a wish only narrows', () => {
    expect(standingsFoundBy('official')).toEqual(['registered', 'recognised', 'suspended']);
    expect(standingsFoundBy('official', 'suspended')).toEqual(['suspended']);
    for (const kind of ['citizen', 'employee', 'newcomer', 'sender', 'system', 'job'] as const) {
      expect(standingsFoundBy(kind)).toEqual(['recognised']);
      expect(standingsFoundBy(kind, 'suspended')).toEqual([]);
    }
  });
});

describe('Whether an employment can be worked in', () => {
  it.each([
    ['2026-11-23', undefined, true],
    ['2026-11-01', '2026-11-24', true],
    ['2026-11-01', '2026-11-23', false],
    ['2026-12-02', '2026-12-02', false],
  ])('from %s until %s', (from, until, holds) =>
    expect(isWorkable(day(from), until === undefined ? undefined : day(until), now)).toBe(holds),
  );
});
