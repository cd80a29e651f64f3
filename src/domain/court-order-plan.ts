import type { Position } from './court-order.ts';
import type { Day } from './day.ts';
import type { CourtMeasure, MandateGround } from './ground.ts';
import type { Past } from './guardian-before.ts';
import type { LineId, MandateId, OrganisationId } from './ids.ts';
import type { EndReason } from './mandate.ts';
import type { ScopeLine, WideScope } from './scope.ts';

/** A mandate of the same client that is there already, given or asked for. */
export interface Existing {
  readonly mandate: MandateId;
  readonly organisation: OrganisationId;
  readonly ground: MandateGround;
  readonly from: Day;
  /** The day on which its order was given, when it rests on one. */
  readonly givenOn?: Day | undefined;
  /** The first day without it, by its term or by an end that is known. */
  readonly until: Day;
  /** The lines that were not ended. */
  readonly lines: readonly ScopeLine[];
  /** It ended before, and is here because an official named it as the one that is succeeded. */
  readonly over?: boolean | undefined;
  /** R24: its order is about named goods. */
  readonly partial?: boolean | undefined;
}

/** What verifying an order does to a mandate that is there already. */
export type Consequence =
  | { readonly kind: 'ends'; readonly mandate: MandateId; readonly on: Day; readonly reason: EndReason }
  | {
      readonly kind: 'narrows';
      readonly mandate: MandateId;
      readonly on: Day;
      /** The lines that end. */
      readonly lines: readonly LineId[];
      /** What remains of a sender-wide line from that day on: a part of it, so nothing widens (R20). */
      readonly instead: readonly WideScope[];
    }
  /** Stays as it is, and the office is asked to look whether it is still right. */
  | { readonly kind: 'stays'; readonly mandate: MandateId }
  /** R25: a guardian who keeps all that his own order gives, beside the one who begins. */
  | { readonly kind: 'beside'; readonly mandate: MandateId };

/** Those that change something of the mandate itself. */
export type Change = Extract<Consequence, { readonly on: Day }>;

/** What stands in the way of an order until an official clears it up. */
export type Obstacle =
  /** R30: nobody is represented after his death. */
  | { readonly kind: 'ward-died' }
  /** Nobody is his own guardian. */
  | { readonly kind: 'guards-himself' }
  /** The office is not recognised or was suspended, or the guardian died (R30). */
  | { readonly kind: 'guardian-out' }
  /** R29: the measure was lifted or the order overturned, on a day that has come: nothing is left to begin. */
  | { readonly kind: 'measure-lifted' }
  /** Under curatele nobody is put under another measure; it stands until it is lifted, also without a curator. */
  | { readonly kind: 'under-curatele'; readonly mandate: MandateId }
  /** There is a guardian on this ground, and the order does not say that this one comes beside or after him. */
  | { readonly kind: 'has-a-guardian'; readonly mandate: MandateId }
  /** The office has this measure already: another order takes the place of its own, and never stands beside it. */
  | { readonly kind: 'own-measure-runs'; readonly mandate: MandateId }
  /** R32: the one who was named never was a guardian on this ground, or there is more than one: say who. */
  | { readonly kind: 'nobody-to-succeed' }
  /** R32: who was appointed later is not succeeded by who was appointed before him. */
  | { readonly kind: 'appointed-later'; readonly mandate: MandateId }
  | { readonly kind: 'more-to-succeed' };

/** What the consequences of an order follow from. */
export interface Beginning {
  readonly ground: CourtMeasure;
  readonly position: Position;
  /** The office or person who begins. */
  readonly guardian: OrganisationId;
  readonly ward: {
    readonly died: boolean;
    /** The guardian is a person, and the ward is that person. */
    readonly isTheGuardian: boolean;
  };
  /** The guardian may represent nobody now. */
  readonly guardianOut: boolean;
  /** The day from which the measure works on others (R22). */
  readonly worksFrom: Day;
  /** The first day of the guardian's authority. */
  readonly from: Day;
  readonly givenOn: Day;
  /** The first day without it, when the order has a term; and the day on which this is asked. */
  readonly until?: Day | undefined;
  readonly today: Day;
  /** What the guardian is given: a partial bewind leaves the other senders alone (R24). */
  readonly lines: readonly WideScope[];
  readonly partial?: boolean | undefined;
  /** What courts decided before over this ward, and what the register told of this case. */
  readonly past: Past;
  /** R26: the curatele that stands on that day, also while there is no curator; who may not know is not told. */
  readonly curatele?: MandateId | undefined;
  /** A register of persons reported a curatele, and no official has settled that. */
  readonly curateleReported?: boolean | undefined;
  /** The mandate whose guardian is succeeded, when an official said so. */
  readonly replaces?: MandateId | undefined;
}

/** What verifying an order would do. */
export interface Plan {
  readonly consequences: readonly Consequence[];
  readonly obstacles: readonly Obstacle[];
  /** R32: the mandate that is handed over. */
  readonly predecessor?: MandateId | undefined;
  /** R29: the day to come from which the measure is lifted: the order begins, and ends on that day. */
  readonly liftedFrom?: Day | undefined;
  /**
   * No register decides this alone (R21): a guardian would lose his authority by an order that is older than his own, a
   * curatele is reported that nobody has looked at, or what courts decided before leaves a doubt (`isForOfficials`).
   */
  readonly forOfficials?: boolean | undefined;
}
