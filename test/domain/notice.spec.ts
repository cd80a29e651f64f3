import { startOf } from '../../src/domain/day.ts';
import {
  type DueNotice,
  noticeKinds,
  noticesDue,
  recipientsOf,
  type Watched,
} from '../../src/domain/notice.ts';
import { mandateStates } from '../../src/domain/mandate.ts';
import { day, mandate } from './facts.ts';

const activatedAt = new Date('2026-12-20T09:00:00Z');
/** A mandate of 2027, used yesterday and confirmed today, unless a test says otherwise. */
const on = (today: string, more: Partial<Watched> = {}): readonly DueNotice[] => {
  const now = startOf(day(today));
  const watched = {
    mandate: mandate({ activatedAt }),
    confirmedAt: now,
    lastUsedAt: now,
    renewed: false,
    made: [],
  };
  return noticesDue({ ...watched, ...more }, now);
};
const kinds = (today: string, more: Partial<Watched> = {}) => on(today, more).map(({ kind }) => kind);
const long = mandate({ activatedAt, period: { from: day('2027-03-14'), until: day('2031-03-14') } });
const unused = { mandate: long, lastUsedAt: undefined };
const warned = { kind: 'unused-warning', dueOn: day('2029-02-14'), madeOn: day('2029-02-14') } as const;

describe('What is due of a mandate', () => {
  it('is nothing while it is used, confirmed, and far from its end', () => {
    expect(on('2027-09-01')).toEqual([]);
  });

  it('is a reminder, of the day after the last one; none when the client renewed it (R18)', () => {
    expect(on('2027-12-02')).toEqual([{ kind: 'ending-30', dueOn: '2027-12-02', about: '2028-01-01' }]);
    expect(on('2027-12-02', { renewed: true })).toEqual([]);
  });

  it('is made once', () => {
    const made = [{ kind: 'ending-30', dueOn: day('2027-12-02'), madeOn: day('2027-12-02') }] as const;
    expect(on('2027-12-10', { made })).toEqual([]);
    expect(kinds('2027-12-25', { made })).toEqual(['ending-7']);
  });

  it('is a warning after 23 months without use and the end after 24, and then nothing else (R19)', () => {
    expect(kinds('2029-02-13', unused)).toEqual([]);
    expect(on('2029-02-14', unused)).toEqual([
      { kind: 'unused-warning', dueOn: '2029-02-14', about: '2029-03-14' },
    ]);
    expect(kinds('2029-03-13', { ...unused, made: [warned] })).toEqual([]);
    expect(on('2029-03-14', { ...unused, made: [warned], confirmedAt: undefined })).toEqual([
      { kind: 'unused-ended', dueOn: '2029-03-14', about: '2029-03-14' },
    ]);
  });

  it('is another warning when it was used after the first: that one spoke of other days', () => {
    const used = { mandate: long, lastUsedAt: startOf(day('2029-03-20')), made: [warned] };
    expect(kinds('2029-04-14', used)).toEqual([]);
    expect(kinds('2031-02-21', used)).toEqual(['ending-30']); // a warning would speak of a day after the end
    expect(kinds('2029-03-14', { ...unused, made: [{ ...warned, dueOn: day('2029-01-01') }] })).toEqual([
      'unused-warning',
    ]);
  });

  it('is a review a year after it became active, or was last confirmed', () => {
    expect(kinds('2028-12-19', { mandate: long, confirmedAt: startOf(day('2027-12-20')) })).toEqual([]);
    expect(on('2028-12-20', { mandate: long, confirmedAt: startOf(day('2027-12-20')) })).toEqual([
      { kind: 'review-due', dueOn: '2028-12-20', about: '2028-12-20' },
    ]);
    expect(kinds('2027-12-20', { confirmedAt: undefined, renewed: true })).toEqual(['review-due']);
  });

  it.each(mandateStates.filter((state) => state !== 'active'))('is nothing when it is %s', (state) =>
    expect(on('2029-03-14', { mandate: { ...long, state }, lastUsedAt: undefined, made: [warned] })).toEqual(
      [],
    ),
  );

  it('is nothing before its first day and after its last', () => {
    expect(on('2026-12-31', { confirmedAt: undefined })).toEqual([]);
    expect(on('2028-01-01', { confirmedAt: undefined })).toEqual([]);
  });

  it.each(noticeKinds)(
    '%s goes to both sides, but a review or a cover is the affair of the office',
    (kind) => {
      const own = kind === 'review-due' || kind === 'cover-lapsed';
      expect(recipientsOf(kind)).toEqual(own ? ['organisation'] : ['client', 'organisation']);
    },
  );
});
