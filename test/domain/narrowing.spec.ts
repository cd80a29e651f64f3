import fc from 'fast-check';
import { addDays, dayOf } from '../../src/domain/day.ts';
import type { Problem } from '../../src/domain/errors.ts';
import type { LineId } from '../../src/domain/ids.ts';
import { isInForce, type Mandate, openLines } from '../../src/domain/mandate.ts';
import { endLine, narrow, type Narrowing } from '../../src/domain/narrowing.ts';
import { type ScopeAction, scopeActions } from '../../src/domain/scope.ts';
import { day, ids, line, mandate, now } from './facts.ts';

const second = 'second' as LineId;
const both = () =>
  mandate({ lines: [line({ actions: ['read', 'download'] }), line({ id: second, category: 'care' })] });

/** Everything that a mandate gives, as (day, line, action) that can be compared. */
const givesAt = (given: Mandate, when: Date): string[] =>
  isInForce(given, when)
    ? openLines(given, when).flatMap((one) => one.actions.map((action) => `${one.id} ${action}`))
    : [];

describe('A client makes a mandate smaller (R20)', () => {
  it('by an earlier end', () => {
    expect(narrow(both(), { until: day('2027-03-01') }, now).period).toEqual({
      from: '2027-01-01',
      until: '2027-03-01',
    });
  });

  it('by fewer actions on one line; what is not named stays', () => {
    const narrowed = narrow(both(), { lines: [{ id: ids.line, actions: ['read'] }] }, now);
    expect(narrowed.lines.map(({ actions }) => actions)).toEqual([['read'], ['read']]);
    expect(narrowed.period).toEqual(both().period);
  });

  it.each<[string, Narrowing, string]>([
    ['a later end', { until: day('2028-01-02') }, 'widening-needs-consent'],
    ['an action more', { lines: [{ id: ids.line, actions: ['read', 'archive'] }] }, 'widening-needs-consent'],
    ['another action', { lines: [{ id: second, actions: ['reply'] }] }, 'widening-needs-consent'],
    ['an end today: that is revoking', { until: day('2027-01-15') }, 'invalid-input'],
    ['nothing left of a line: that is ending it', { lines: [{ id: second, actions: [] }] }, 'invalid-input'],
    ['nothing at all', {}, 'invalid-input'],
    ['an empty list', { lines: [] }, 'invalid-input'],
    [
      'a line named twice',
      {
        lines: [
          { id: ids.line, actions: ['read', 'download'] },
          { id: ids.line, actions: ['read'] },
        ],
      },
      'invalid-input',
    ],
    ['a line that is not there', { lines: [{ id: 'x' as LineId, actions: ['read'] }] }, 'invalid-input'],
  ])('but not by %s', (_, wish, code) => expect(() => narrow(both(), wish, now)).toThrow(code));

  it('and every fault is named at once', () => {
    const lines = [
      { id: 'x' as LineId, actions: [] },
      { id: ids.line, actions: [] },
    ];
    try {
      narrow(both(), { until: day('2027-01-15'), lines }, now);
      throw new Error('it was narrowed');
    } catch (error) {
      expect((error as Problem).details.faults?.map(({ location, code }) => `${location} ${code}`)).toEqual([
        ...[
          '#/until too-early',
          '#/lines/0/id unknown',
          '#/lines/0/actions empty',
          '#/lines/1/actions empty',
        ],
      ]);
    }
  });

  it('not to an end before it starts', () => {
    const later = mandate({ period: { from: day('2027-06-01'), until: day('2028-01-01') } });
    expect(() => narrow(later, { until: day('2027-06-01') }, now)).toThrow('invalid-input');
    expect(narrow(later, { until: day('2027-06-02') }, now).period.until).toBe('2027-06-02');
  });

  it('not on a line that was ended', () => {
    const ended = endLine(both(), second, now);
    const wish = { lines: [{ id: second, actions: ['read' as const] }] };
    expect(() => narrow(ended, wish, now)).toThrow('invalid-input');
  });

  it.each(['requested', 'offered', 'revoked', 'ended'] as const)('not when it is %s', (state) =>
    expect(() => narrow(mandate({ state }), {}, now)).toThrow('move-not-possible'),
  );

  it('never gets anything that the mandate did not give, at any time (property)', () => {
    const actions = fc.subarray([...scopeActions] as ScopeAction[]);
    const wish = fc.record(
      {
        until: fc.integer({ min: -10, max: 800 }).map((days) => addDays(dayOf(now), days)),
        lines: fc.array(fc.record({ id: fc.constantFrom(ids.line, second, 'x' as LineId), actions }), {
          maxLength: 3,
        }),
      },
      { requiredKeys: [] },
    );
    const given = fc
      .tuple(actions, actions)
      .map(([one, other]) =>
        mandate({ lines: [line({ actions: one }), line({ id: second, category: 'all', actions: other })] }),
      );
    let made = 0;
    fc.assert(
      fc.property(given, wish, fc.integer({ min: 0, max: 1000 }), (before, asked, later) => {
        let after: Mandate;
        try {
          after = narrow(before, asked, now);
        } catch {
          return;
        }
        made++;
        const when = new Date(now.getTime() + later * 86_400_000);
        const had = givesAt(before, when);
        for (const one of givesAt(after, when)) expect(had).toContain(one);
      }),
      { numRuns: 500 },
    );
    expect(made).toBeGreaterThan(50);
  });
});

describe('A client ends one line', () => {
  it('and keeps the others', () => {
    const left = endLine(both(), ids.line, now);
    expect([left.state, openLines(left, now).map(({ id }) => id)]).toEqual(['active', [second]]);
    expect(left.lines[0]?.endedAt).toEqual(now);
  });

  it('and with the last one the mandate is revoked', () => {
    const gone = endLine(endLine(both(), ids.line, now), second, now);
    expect([gone.state, gone.endedAt]).toEqual(['revoked', now]);
  });

  it('only once', () => {
    const left = endLine(both(), ids.line, now);
    expect(() => endLine(left, ids.line, now)).toThrow('not-found');
    expect(() => endLine(left, 'x' as LineId, now)).toThrow('not-found');
  });

  it('while the mandate is suspended too, but not when it is over', () => {
    expect(endLine(mandate({ state: 'suspended' }), ids.line, now).state).toBe('revoked');
    expect(() => endLine(mandate({ state: 'revoked' }), ids.line, now)).toThrow('move-not-possible');
  });
});
