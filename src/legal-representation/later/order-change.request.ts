import { type OrderChangeKind, orderChangeKinds } from '../../domain/court-order-changes.ts';
import type { Day } from '../../domain/day.ts';
import { DayField, OneOfField, TextField, YesNoField } from '../../platform/fields.ts';

/** What a court decided later. */
export class LaterDecision {
  @OneOfField(orderChangeKinds, {
    description:
      'What was decided. `suspended` lapses after 14 days (R28), unless the parties were heard or it is confirmed.',
    example: 'lifted',
  })
  readonly kind!: OrderChangeKind;

  @DayField({
    description:
      'The first day without the measure; when it is lifted the day on which that is final (R29); the first day of a suspension; the new end of a term.',
    example: '2027-03-01',
  })
  readonly on!: Day;

  @DayField({
    optional: true,
    description: 'R29: the order that lifts says that it ends on this earlier day.',
    example: '2027-02-01',
  })
  readonly earlierOn?: Day;

  @YesNoField({
    optional: true,
    description: 'The parties were heard, so that a suspension does not lapse (R28).',
    example: false,
  })
  readonly heard?: boolean;
}

/** An official enters what a court decided later. */
export class ChangeOrder extends LaterDecision {
  @TextField({
    ...{
      min: 3,
      max: 500,
      description: 'On what it rests. It is kept.',
      example: 'Decision of 12 November.',
    },
  })
  readonly reason!: string;
}
