import type { Day } from '../domain/day.ts';
import type { Guardianship, Measure } from '../domain/guardianship.ts';
import type { EndReason } from '../domain/mandate.ts';
import { type AuthorityJson, authorityOf } from './authority-facts.ts';

interface MeasureJson extends AuthorityJson {
  endReason: EndReason | null;
  partial: boolean;
  divided: boolean;
  liftedOn: Day | null;
}

/** What stands between a client and what he would give away, as the database tells it (`guardianship_of`). */
export interface GuardianshipJson {
  measures: MeasureJson[];
  curateleReported: boolean;
}

const measureOf = ({ endReason, partial, divided, liftedOn, ...json }: MeasureJson): Measure => ({
  ...authorityOf(json),
  ...{ partial, divided, endReason: endReason ?? undefined, liftedOn: liftedOn ?? undefined },
});

/** The same as the rules look at it. */
export const guardianshipOf = ({ measures, curateleReported }: GuardianshipJson): Guardianship => ({
  measures: measures.map(measureOf),
  curateleReported,
});
