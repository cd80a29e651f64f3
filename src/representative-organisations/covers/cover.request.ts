import type { Day } from '../../domain/day.ts';
import type { CoverId, EmployeeId, OrganisationId } from '../../domain/ids.ts';
import { DayField, IdField } from '../../platform/fields.ts';
import { YesNoQuery } from '../../platform/fields.query.ts';
import { PageQuery } from '../../platform/fields.nested.ts';

/** A cover in a path. */
export class CoverPath {
  @IdField({ description: 'The representative organisation.' })
  readonly organisation!: OrganisationId;

  @IdField({ description: 'The cover.' })
  readonly cover!: CoverId;
}

/** Who is to stand in for whom, and when. */
export class ArrangeCover {
  @IdField({ description: 'The employee who is away. He keeps his own access.' })
  readonly absent!: EmployeeId;

  @IdField({ description: 'The colleague who handles his clients meanwhile.' })
  readonly substitute!: EmployeeId;

  @DayField({ description: 'The first day, today at the earliest and within a year.', example: '2027-08-01' })
  readonly from!: Day;

  @DayField({
    description: 'The first day on which it no longer holds; a year after the first at most.',
    example: '2027-08-15',
  })
  readonly until!: Day;
}

/** Which covers to list. */
export class FindCovers extends PageQuery {
  @YesNoQuery({ description: 'Also those that are over, were ended, or give nothing any more.' })
  readonly past?: boolean;
}
