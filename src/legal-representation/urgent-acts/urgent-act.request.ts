import type { Day } from '../../domain/day.ts';
import type { MandateId, UrgentActId } from '../../domain/ids.ts';
import { type UrgentActState, urgentActStates } from '../../domain/urgent-act-request.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import { DayField, IdField, OneOfField, TextField } from '../../platform/fields.ts';

/** Of which mandate that ended. */
export class EndedMandatePath {
  @IdField({ description: 'The mandate that ended.' })
  readonly mandate!: MandateId;
}

/** Who had a mandate asks to finish what cannot wait. */
export class AskUrgentActs {
  @TextField({
    ...{ min: 10, max: 1000, lines: true },
    description: 'What cannot wait, and for whom waiting would be harmful.',
    example: 'The last tax return has to be handed in before 1 May.',
  })
  readonly reason!: string;

  @DayField({
    description: 'The first day on which it is no longer needed; a year after the end at most (R31).',
  })
  readonly until!: Day;
}

/** Which requests to list. */
export class ListUrgentActs extends PageQuery {
  @OneOfField(urgentActStates, { optional: true, description: 'Their state.', example: 'requested' })
  readonly state?: UrgentActState;
}

/** Which request. */
export class UrgentActPath {
  @IdField({ description: 'The request.' })
  readonly act!: UrgentActId;
}

/** Why an official allows or refuses. */
export class DecideUrgentActs {
  @TextField({
    min: 3,
    max: 500,
    description: 'Why, in words for the office.',
    example: 'The term is a real one.',
  })
  readonly reason!: string;
}
