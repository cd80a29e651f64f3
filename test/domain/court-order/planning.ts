import { endless } from '../../../src/domain/day.ts';
import { planOf } from '../../../src/domain/court-order-consequences.ts';
import type { Beginning, Consequence, Existing } from '../../../src/domain/court-order-plan.ts';
import { linesOf } from '../../../src/domain/court-order-scope.ts';
import type { CourtMeasure, MandateGround } from '../../../src/domain/ground.ts';
import type { LineId, MandateId } from '../../../src/domain/ids.ts';
import type { ScopeLine } from '../../../src/domain/scope.ts';
import { day, ids, line } from '../facts.ts';

/** Of an order that is about all of its measure. */
export const whole = { partial: false, divided: false };
/** A line by its name. */
export const named = (id: string, more: Partial<ScopeLine> = {}): ScopeLine =>
  line({ id: id as LineId, ...more });

/** A mandate that is there: voluntary, financial, of the tax office, without an end in sight. */
export const there = (mandate: string, more: Partial<Existing> = {}): Existing => ({
  ...{ mandate: mandate as MandateId, organisation: ids.haven, ground: 'voluntary' },
  ...{ from: day('2026-06-01'), until: day('2030-06-01'), lines: [named(`${mandate}-line`)] },
  ...more,
});
/** Another measure that is there, without an end. */
export const measure = (ground: MandateGround, more: Partial<Existing> = {}): Existing =>
  there(ground, { ground, until: endless, lines: [], ...more });
/** A guardianship that is pronounced on 14 January and begins on the 15th. */
export const begins = (ground: CourtMeasure, more: Partial<Beginning> = {}): Beginning => ({
  guardian: ids.vermeer,
  past: { orders: [], told: [] },
  ...{ ground, position: 'sole', from: day('2027-01-15'), lines: linesOf(ground, whole) },
  ...{ ward: { died: false, isTheGuardian: false }, guardianOut: false },
  ...{ givenOn: day('2027-01-14'), today: day('2027-01-20') },
  worksFrom: day(ground === 'curatele' ? '2027-01-14' : '2027-01-15'),
  ...more,
});
const shown = (consequence: Consequence): string => {
  const { kind, mandate } = consequence;
  if (kind === 'stays' || kind === 'beside') return `${mandate} ${kind}`;
  if (kind === 'ends') return `${mandate} ends ${consequence.on} ${consequence.reason}`;
  const instead = consequence.instead.map(({ category, actions }) => `${category} ${actions.join('+')}`);
  return `${mandate} loses ${consequence.lines.join(' ')} on ${consequence.on}, keeps ${instead.join(', ') || 'the rest'}`;
};
/** What an order does, and what is in its way, for a test to read. */
export const plan = (beginning: Beginning, ...existing: Existing[]) => {
  const { consequences, obstacles, predecessor } = planOf(beginning, existing);
  return { does: consequences.map(shown), stuck: obstacles.map(({ kind }) => kind), predecessor };
};
