import type { Day } from '../../domain/day.ts';
import type { Bsn } from '../../domain/identifiers.ts';
import type { ClientId, MandateId } from '../../domain/ids.ts';
import { BsnField, DayField, IdField } from '../../platform/fields.ts';
import { PageQuery } from '../../platform/fields.nested.ts';

/** Of which day a citizen asks. */
export class OwnAccessQuery extends PageQuery {
  @DayField({ description: 'The day in the Netherlands: today at the latest.', example: '2026-11-20' })
  readonly day!: Day;

  @IdField({
    optional: true,
    description: 'What mandates after this one gave: `couldNext` of the page before.',
  })
  readonly after?: MandateId;
}

/** Of whom and of which day an official asks. */
export class AccessSearch extends OwnAccessQuery {
  @BsnField({
    optional: true,
    description: 'Burgerservicenummer: nine digits. Either this, or the pseudonym.',
  })
  readonly bsn?: Bsn;

  @IdField({
    optional: true,
    description: 'The pseudonym of a client, who may have no citizen service number.',
  })
  readonly client?: ClientId;
}
