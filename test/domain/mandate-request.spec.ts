import { addYears } from '../../src/domain/day.ts';
import {
  type Claim,
  duplicateOf,
  faultsOf,
  heardOf,
  renewalOf,
  type Wish,
} from '../../src/domain/mandate-request.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { day, ids, line, mandate, now } from './facts.ts';

const today = day('2027-01-15');
const scope = (more: Partial<Scope> = {}): Scope => ({
  ...{ sender: ids.tax, category: 'financial', actions: ['read'] },
  ...more,
});
const wish = (more: { lines?: Scope[]; from?: string; until?: string } = {}): Wish => ({
  lines: more.lines ?? [scope()],
  period: { from: day(more.from ?? '2027-02-01'), until: day(more.until ?? '2028-02-01') },
});

describe('What can be asked for (R7, R8)', () => {
  const rows: [string, Wish, [location: string, code: string][]][] = [
    ['a sender, an action, a year', wish(), []],
    ['from today', wish({ from: '2027-01-15' }), []],
    ['from yesterday', wish({ from: '2027-01-14' }), [['#/from', 'in-the-past']]],
    ['one day', wish({ until: '2027-02-02' }), []],
    ['no day', wish({ until: '2027-02-01' }), [['#/until', 'before-start']]],
    ['an end before its start', wish({ until: '2027-01-20' }), [['#/until', 'before-start']]],
    ['five years', wish({ until: '2032-02-01' }), []],
    ['five years and a day', wish({ until: '2032-02-02' }), [['#/until', 'too-long']]],
    ['five years from 29 February', wish({ from: '2028-02-29', until: '2033-02-28' }), []],
    ['a day more', wish({ from: '2028-02-29', until: '2033-03-01' }), [['#/until', 'too-long']]],
    ['no sender: everything is never implied', wish({ lines: [] }), [['#/lines', 'empty']]],
    ['no action', wish({ lines: [scope({ actions: [] })] }), [['#/lines/0/actions', 'empty']]],
    ['two categories', wish({ lines: [scope(), scope({ category: 'care' })] }), []],
    ['a category twice', wish({ lines: [scope(), scope()] }), [['#/lines/1', 'repeated']]],
    ['one and all', wish({ lines: [scope(), scope({ category: 'all' })] }), [['#/lines/1', 'repeated']]],
  ];
  it.each(rows)('%s', (_, asked, faults) =>
    expect(faultsOf(asked, today).map(({ location, code }) => [location, code])).toEqual(faults),
  );

  it('names every fault at once', () => {
    const asked = wish({ from: '2026-01-01', until: '2025-01-01', lines: [] });
    expect(faultsOf(asked, today).map(({ code }) => code)).toEqual(['in-the-past', 'before-start', 'empty']);
    for (const { detail, in: place } of faultsOf(asked, today)) {
      expect(place).toBe('body');
      expect(detail).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe('What was asked or given already (R14)', () => {
  const rows: [string, Partial<Claim>, Wish, boolean][] = [
    ['the same, active', {}, wish(), true],
    ['the same, requested', { state: 'requested' }, wish(), true],
    ['the same, offered', { state: 'offered' }, wish(), true],
    ['the same, suspended', { state: 'suspended' }, wish(), true],
    ['the same, revoked', { state: 'revoked' }, wish(), false],
    ['the same, declined', { state: 'declined' }, wish(), false],
    ['an offer that lapsed by the clock', { state: 'offered', answerBy: today }, wish(), false],
    ['one that expired by the clock', { period: { from: day('2026-01-01'), until: today } }, wish(), false],
    ['the same for after it ends', {}, wish({ from: '2028-01-01', until: '2029-01-01' }), false],
    ['the same with its last day in common', {}, wish({ from: '2027-12-31', until: '2029-01-01' }), true],
    ['another category', {}, wish({ lines: [scope({ category: 'care' })] }), false],
    ['another sender', {}, wish({ lines: [scope({ sender: ids.town })] }), false],
    ['all of the sender', {}, wish({ lines: [scope({ category: 'all' })] }), true],
    ['one of two lines', {}, wish({ lines: [scope({ category: 'care' }), scope()] }), true],
    ['a line that was ended', { lines: [line({ endedAt: now })] }, wish(), false],
  ];
  it('a request that the client never heard of stands in the way of nothing that he gives or is offered (R3)', () => {
    const unheard = mandate({ state: 'requested', offeredAt: undefined });
    const offered = mandate({ state: 'offered', offeredAt: now });
    expect(heardOf(wish(), [unheard], now)).toBeUndefined();
    expect(heardOf(wish(), [unheard, offered], now)).toBe(offered);
    expect(heardOf(wish({ lines: [scope({ category: 'care' })] }), [offered], now)).toBeUndefined();
  });

  it.each<[string, asked: string | undefined, claim: Partial<Claim>, boolean]>([
    ['the same date of birth, not offered', 'right', { birthKey: 'right', offeredAt: undefined }, true],
    ['the same date of birth, given', 'right', { birthKey: 'right', offeredAt: now }, true],
    ['another date of birth, not offered', 'right', { birthKey: 'wrong', offeredAt: undefined }, false],
    ['another date of birth, given', 'wrong', { birthKey: 'right', offeredAt: now }, false],
    ['one that does not say whom, not offered', 'right', { offeredAt: undefined }, false],
    ['one that does not say whom, given', 'right', { offeredAt: now }, false],
    ['one that says whom to who does not, given', undefined, { birthKey: 'right', offeredAt: now }, true],
    ['one that says whom to who does not, not offered', undefined, { birthKey: 'right' }, false],
    ['neither says whom', undefined, { offeredAt: undefined }, true],
  ])('is judged by what the office named, BSN and date of birth (R3): %s', (_, birthKey, known, expected) => {
    const claim: Claim = { ...mandate({ offeredAt: undefined }), ...known };
    expect(duplicateOf({ ...wish(), birthKey }, [claim], now)).toBe(expected ? claim : undefined);
  });

  it.each(rows)('%s', (_, known, asked, expected) => {
    const existing = mandate(known);
    expect(duplicateOf(asked, [existing], now)).toBe(expected ? existing : undefined);
  });
});

describe('A renewal', () => {
  it('asks the open lines again, from the day on which the predecessor ends', () => {
    const ended = line({ category: 'care', endedAt: now });
    const asked = renewalOf(mandate({ lines: [line(), ended] }), day('2029-01-01'), now);
    expect(asked).toEqual({ lines: [scope()], period: { from: '2028-01-01', until: '2029-01-01' } });
    expect(duplicateOf(asked, [mandate()], now)).toBeUndefined();
    expect(faultsOf(asked, today)).toEqual([]);
    const tooLong = renewalOf(mandate(), addYears(day('2028-01-02'), 5), now);
    expect(faultsOf(tooLong, today)).toMatchObject([{ code: 'too-long' }]);
  });
});
