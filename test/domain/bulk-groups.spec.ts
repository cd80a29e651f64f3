import fc from 'fast-check';
import { group, mostLines, type RowOfClient } from '../../src/domain/bulk.ts';
import type { Oin } from '../../src/domain/identifiers.ts';
import { categories, type Scope } from '../../src/domain/scope.ts';
import { day, ids } from './facts.ts';

const periods = [
  undefined,
  { from: day('2027-01-01'), until: day('2028-01-01') },
  { from: day('2027-02-01'), until: day('2028-01-01') },
];
const anyLine: Scope = { sender: ids.tax, category: 'financial', actions: ['read'] };
const line = fc.record<Scope>({
  sender: fc.constantFrom(ids.tax, '00000099000000002000' as Oin),
  category: fc.constantFrom('all' as const, ...categories),
  actions: fc.constant(['read']),
});
const lines = fc.oneof(
  { weight: 9, arbitrary: fc.array(line, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: mostLines + 1 }, () => anyLine)) },
);
const rows = fc
  .array(
    fc.record({
      person: fc.constantFrom('one', 'another', undefined),
      period: fc.constantFrom(...periods),
      reference: fc.constantFrom('dossier 7', 'dossier 8', undefined),
      lines,
      ready: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((row, place): RowOfClient => ({ ...row, number: place + 1, line: place + 2 })));

const verdict = (all: readonly RowOfClient[]) => {
  const { leader, faults } = group(all);
  return {
    leader,
    ready: all.filter((row) => row.ready && !faults.has(row.number)).map(({ number }) => number),
  };
};

describe('Whatever the rows of one client are (R13, R15)', () => {
  it('The leader is the first of those that are ready, and is there exactly when one is', () =>
    fc.assert(
      fc.property(rows, (all) => {
        const { leader, ready } = verdict(all);
        expect(leader).toBe(ready[0]);
      }),
      { numRuns: 2_000 },
    ));

  it('A faulty row changes nothing for a good one', () =>
    fc.assert(
      fc.property(rows, (all) => {
        expect(verdict(all)).toEqual(verdict(all.filter(({ ready }) => ready)));
      }),
      { numRuns: 2_000 },
    ));

  it('A good row whose only duplicates are faulty stays ready', () =>
    fc.assert(
      fc.property(rows, fc.nat(), (all, pick) => {
        const one = all[pick % Math.max(all.length, 1)];
        if (!one || one.lines.length > mostLines) return;
        const copies = all.map((row) =>
          row === one ? { ...one, ready: true } : { ...one, ...row, ready: false },
        );
        expect(verdict(copies).ready).toEqual([one.number]);
      }),
      { numRuns: 2_000 },
    ));
});
