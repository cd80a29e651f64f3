import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Facts } from '../domain/decision.ts';

/** The facts, and the office that the trail is to name: the employee's own, else the one that is concerned. */
export interface Gathered {
  readonly facts: Facts;
  readonly office?: OfficeInTrail | undefined;
}
