import { overOn } from './court-order.ts';
import { type Day, dayOf } from './day.ts';
import type { CourtMeasure } from './ground.ts';
import type { MandateId } from './ids.ts';
import { type Authority, type EndReason, isClaiming } from './mandate.ts';
import { type About, everySender, meet } from './scope.ts';

/** A court measure over a client, as the mandate of one guardian shows it. */
export interface Measure extends Authority {
  readonly endReason?: EndReason | undefined;
  /** R24: its order is about named goods, so about what its lines say. */
  readonly partial: boolean;
  /** R25: its lines are the part of one guardian; the measure is about more. */
  readonly divided: boolean;
  /** The day from which the court lifted it, also when that became known after the guardian had gone. */
  readonly liftedOn?: Day | undefined;
}

/** What stands between a client and what he would give away. */
export interface Guardianship {
  /** All that courts ordered for him, whatever became of it. */
  readonly measures: readonly Measure[];
  /** A register reported a curatele whose order nobody has verified yet: what is in doubt is not allowed. */
  readonly curateleReported: boolean;
}

/** Of whom nothing is known. */
export const noGuardianship: Guardianship = { measures: [], curateleReported: false };

/** What ends a measure, and not merely the authority of its guardian (domain §4, R26, R27). */
const ofTheMeasure: readonly EndReason[] = ['term', 'lifted', 'overturned', 'curatele'];

/** Whether this one bears the measure from its first day on: curatele, or the guardian who came after who had gone. */
function takesOver(other: Measure, { id, ground, period, partial }: Measure, goneOn: Day): boolean {
  if (other.id === id || other.endReason === 'overturned') return false;
  if (other.ground === 'curatele' && ground !== 'curatele') return other.period.from >= period.from;
  const after = other.ground === ground && other.period.from >= goneOn;
  return after && (other.predecessor === id || !(other.partial || partial));
}

/**
 * Whether a measure is not over, also one that is to start or is suspended. Dismissal, death, bankruptcy, replacement or
 * exclusion of the guardian is an end of his authority; the measure goes on until its own term, its lifting, or curatele.
 */
function stands(measure: Measure, all: readonly Measure[], now: Date): boolean {
  if (isClaiming(measure, now)) return true;
  const { period, liftedOn, endReason } = measure;
  const goneOn = overOn(measure);
  const ends = [
    period.until,
    ...(liftedOn === undefined ? [] : [liftedOn]),
    ...(endReason !== undefined && ofTheMeasure.includes(endReason) ? [goneOn] : []),
    ...all.filter((other) => takesOver(other, measure, goneOn)).map((other) => other.period.from),
  ];
  return ends.every((end) => dayOf(now) < end);
}

/** R26: the curatele that stands at an instant, also while there is no curator. */
export const standingCuratele = ({ measures }: Guardianship, at: Date): MandateId | undefined =>
  measures.find((each) => each.ground === 'curatele' && stands(each, measures, at))?.id;

const whole: Readonly<Record<CourtMeasure, readonly About[]>> = {
  curatele: [{ sender: everySender, category: 'all' }],
  bewind: [{ sender: everySender, category: 'financial' }],
  provisional: [{ sender: everySender, category: 'all' }],
  mentorschap: [],
};

/** R23, R24: what nobody can give away while it stands over it; mentorschap leaves a person free to. */
function takes({ ground, partial, divided, lines }: Measure): readonly About[] {
  const named = !divided && (partial || ground === 'provisional');
  return named ? lines : whole[ground as CourtMeasure];
}

/** R26, R27: whether what a court ordered, or a register reported, stands in the way of giving these lines away. */
export const isTaken = (
  lines: readonly About[],
  { measures, curateleReported }: Guardianship,
  now: Date,
): boolean =>
  curateleReported ||
  measures.some(
    (measure) =>
      takes(measure).some((taken) => lines.some((line) => meet(taken, line))) &&
      stands(measure, measures, now),
  );
