import type { EmployeeId } from '../../domain/ids.ts';
import { IdField, TextField, YesNoField } from '../../platform/fields.ts';

/** Takes a message in hand, or puts it down. */
export class MoveMessage {
  @IdField({
    description:
      'The colleague who has it in hand now: what a colleague has is changed only by who names him.',
    optional: true,
  })
  readonly heldBy?: EmployeeId;
}

/** Gives a message to a colleague. */
export class GiveMessage extends MoveMessage {
  @IdField({ description: 'Who is to have it: he works here now, and may work on this message himself.' })
  readonly employee!: EmployeeId;
}

/** Says that a message was dealt with. */
export class HandleMessage extends MoveMessage {
  @TextField({
    max: 2000,
    lines: true,
    optional: true,
    description: 'For your own office: the client and other offices never see it.',
    example: 'Objection sent on 3 August; the confirmation is in the file.',
  })
  readonly note?: string;
}

/** Says that a message was not dealt with after all. */
export class ReopenMessage {
  @YesNoField({
    description: 'Whether you take it in hand yourself; else nobody has it.',
    optional: true,
    example: true,
  })
  readonly take?: boolean;
}
