import type { Day } from '../../domain/day.ts';
import { isCaseNumber, type Oin } from '../../domain/identifiers.ts';
import type { MandateId, MessageId, OrganisationId, ShieldId } from '../../domain/ids.ts';
import { categories, type Category } from '../../domain/scope.ts';
import type { Hidden } from '../../domain/shield.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import {
  DayField,
  field,
  IdField,
  OinField,
  OneOfField,
  TextField,
  YesNoField,
} from '../../platform/fields.ts';
import { YesNoQuery } from '../../platform/fields.query.ts';

const CaseNumberField = () =>
  field(
    'case-number',
    isCaseNumber,
    {
      en: 'A case number has 3 to 40 printable characters, and no space at either end.',
      nl: 'Een zaaknummer heeft 3 tot 40 leesbare tekens, en begint en eindigt niet met een spatie.',
    },
    { description: 'The case number of the order.', example: 'C/13/123456 / FA RK 23-1234' },
    { type: 'string', minLength: 3, maxLength: 40 },
  );

/** What is to be hidden: one message; or a sender, a category, or a category of a sender. */
class HiddenThing implements Hidden {
  @IdField({ description: 'One message.', optional: true })
  readonly message?: MessageId;

  @OinField({ description: 'Everything of one sender, or what is of the category besides.', optional: true })
  readonly sender?: Oin;

  @OneOfField(categories, { description: 'Everything of one category.', example: 'care', optional: true })
  readonly category?: Category;
}

/** What a client shields, and from whom. */
export class MakeShield extends HiddenThing {
  @IdField({ description: 'From whom. Absent: from everyone whom you authorised yourself.', optional: true })
  readonly organisation?: OrganisationId;
}

/** What a judge shields, by which order. */
export class OrderShield extends HiddenThing {
  @CaseNumberField()
  readonly caseNumber!: string;

  @DayField({ description: 'The day of the order.', example: '2026-11-02' })
  readonly orderedOn!: Day;

  @YesNoField({
    description: 'From every representative, and not from the one of this mandate alone.',
    optional: true,
  })
  readonly fromEveryone?: boolean;
}

/** By which decision a judge ended what he ordered. */
export class LiftShield {
  @CaseNumberField()
  readonly caseNumber!: string;

  @DayField({ description: 'The day of the decision that it ends.', example: '2026-11-20' })
  readonly decidedOn!: Day;

  @TextField({
    ...{ min: 3, max: 500 },
    description: 'Why. It is kept in the trail.',
    example: 'The court lifted it; the decision is in the file.',
  })
  readonly reason!: string;
}

/** A shield in a path. */
export class ShieldPath {
  @IdField({ description: 'The shield.' })
  readonly shield!: ShieldId;
}

/** A mandate in a path. */
export class ShieldedMandatePath {
  @IdField({ description: 'The mandate by which the guardian acts.' })
  readonly mandate!: MandateId;
}

/** A shield of a judge in a path. */
export class OrderedShieldPath extends ShieldedMandatePath {
  @IdField({ description: 'The shield.' })
  readonly shield!: ShieldId;
}

/** Which shields to list. */
export class ListShields extends PageQuery {
  @YesNoQuery({ description: 'Also those that were ended.' })
  readonly past?: boolean;
}
