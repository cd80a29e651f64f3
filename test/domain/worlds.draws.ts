import fc from 'fast-check';
import { addDays, type Day } from '../../src/domain/day.ts';
import { day, ids } from './facts.ts';

const start = day('2027-01-15');
/** Some hours before or after noon on 15 January 2027. */
export const instant = fc
  .integer({ min: -20, max: 20 })
  .map((hours) => new Date(Date.parse('2027-01-15T12:00:00Z') + hours * 6 * 3_600_000));
/** A day about then. */
export const aDay = fc.integer({ min: -6, max: 6 }).map((days): Day => addDays(start, days));
/** This, or now and then another. */
export const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
/** This, or nothing. */
export const maybe = <Value>(other: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(other, { nil: undefined, freq: 2 });
// Most of it happens between the same few, so that enough of it is allowed.
/** The tax office, or now and then the town. */
export const sender = mostly(ids.tax, fc.constant(ids.town));
/** Yasmina, or now and then Pieter. */
export const client = mostly(ids.yasmina, fc.constant(ids.pieter));
/** Vermeer, or now and then Haven. */
export const office = mostly(ids.vermeer, fc.constant(ids.haven));
