import { type OrderState, orderStates } from '../domain/court-order.ts';
import type { Day } from '../domain/day.ts';
import { type CourtMeasure, courtMeasures } from '../domain/ground.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { ClientId, CourtOrderId, EvidenceId, MandateId } from '../domain/ids.ts';
import { EvidenceRequest, mostEvidence } from '../platform/evidence.ts';
import { ListField, PageQuery } from '../platform/fields.nested.ts';
import { BsnField, DayField, IdField, OneOfField, TextField } from '../platform/fields.ts';
import { SaidByTheCourt } from './said.request.ts';

/** A guardian hands in a court order. */
export class RegisterOrder extends SaidByTheCourt {
  @OneOfField(courtMeasures, { description: 'The measure that the court ordered.', example: 'bewind' })
  readonly ground!: CourtMeasure;

  @BsnField({ description: 'The citizen service number of the ward.' })
  readonly bsn!: Bsn;

  @DayField({ description: 'The date of birth of the ward.', example: '1957-11-02' })
  readonly birthDate!: Day;

  @ListField(() => EvidenceRequest, {
    max: mostEvidence,
    description: 'The order itself as PDF. Together 5 MiB at most, each 2 MiB.',
  })
  readonly evidence!: EvidenceRequest[];
}

/** What an official asked for: the order as it should have been told, with more evidence or without. */
export class SupplementOrder extends SaidByTheCourt {
  @DayField({ description: 'The date of birth of the ward.', example: '1957-11-02' })
  readonly birthDate!: Day;

  @ListField(() => EvidenceRequest, {
    ...{ min: 0, max: mostEvidence, optional: true, description: 'More evidence, as PDF.' },
  })
  readonly evidence: EvidenceRequest[] = [];
}

const sorts = ['newest', 'waiting'] as const;

/** Which court orders to list. */
export class ListOrders extends PageQuery {
  @OneOfField(orderStates, {
    optional: true,
    description: 'The state as it is now.',
    example: 'in-verification',
  })
  readonly state?: OrderState;

  @IdField({ optional: true, description: 'The ward.' })
  readonly client?: ClientId;

  @OneOfField(courtMeasures, { optional: true, description: 'The measure.', example: 'bewind' })
  readonly ground?: CourtMeasure;

  @OneOfField(sorts, {
    optional: true,
    description: '`waiting` is the officials’ queue: what waits for verification, longest first.',
    example: 'waiting',
  })
  readonly sort: (typeof sorts)[number] = 'newest';
}

/** Which court order. */
export class OrderPath {
  @IdField({ description: 'The court order.' })
  readonly order!: CourtOrderId;
}

/** Which copy of which court order. */
export class EvidencePath extends OrderPath {
  @IdField({ description: 'The copy of evidence.' })
  readonly evidence!: EvidenceId;
}

/** Why an official approves. */
export class ApproveOrder {
  @TextField({
    min: 3,
    max: 500,
    description: 'What was looked at. It is kept.',
    example: 'Compared with the order.',
  })
  readonly reason!: string;

  @IdField({
    optional: true,
    description:
      'R32: the mandate of the guardian who is succeeded, when there is more than one. Both officials name the same; another one than a colleague named begins anew.',
  })
  readonly replaces?: MandateId;
}

/** Why an official rejects, or what is missing: the office reads it. */
export class AnswerOrder {
  @TextField({
    min: 3,
    max: 500,
    description: 'Why, in words for the office.',
    example: 'The second page is missing.',
  })
  readonly reason!: string;
}
