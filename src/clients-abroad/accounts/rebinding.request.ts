import type { Day } from '../../domain/day.ts';
import { isEidasId } from '../../domain/identifiers.ts';
import { EvidenceRequest, mostEvidence } from '../../platform/evidence.ts';
import { DayField, field, TextField } from '../../platform/fields.ts';
import { ListField, ObjectField } from '../../platform/fields.nested.ts';
import { ConfirmedField } from './account.request.ts';

/** That one has another means, and wants a code to show it. */
export class AnnounceMeans {
  @ConfirmedField()
  readonly confirmed!: true;
}

/** Who asks, when the means with which he signed in does not say it. */
export class AskingPerson {
  @TextField({ max: 200, description: 'As in the passport.', example: 'Rosa' })
  readonly givenNames!: string;

  @TextField({ max: 200, description: 'As in the passport.', example: 'Pinas' })
  readonly familyName!: string;

  @DayField({ description: 'Date of birth.', example: '1953-07-01' })
  readonly birthDate!: Day;
}

/** Adding the means with which one signed in to the account that one has: with a code, or with evidence. */
export class RequestRebinding {
  @ConfirmedField()
  readonly confirmed!: true;

  @TextField({
    max: 40,
    optional: true,
    description: 'The code that was given to the sign-in which has the account. Without it: evidence.',
    example: 'ABCDE-FGHJK-MNPQR-STWXY',
  })
  readonly code?: string;

  @field(
    'eidas',
    isEidasId,
    {
      en: 'Write the identifier as your former means gave it: two countries and a text, with slashes between.',
      nl: 'Schrijf het kenmerk zoals uw vorige middel het gaf: twee landen en een tekst, met schuine strepen ertussen.',
    },
    {
      optional: true,
      description: 'For who has no code: the identifier of the former European means, if it is known.',
      example: 'AT/NL/hanna-novak-1',
    },
    { type: 'string', maxLength: 263 },
  )
  readonly formerIdentifier?: string;

  @ObjectField(() => AskingPerson, {
    optional: true,
    description: 'For who has no code and signed in with a means that says no name.',
  })
  readonly person?: AskingPerson;

  @TextField({ max: 500, optional: true, lines: true, description: 'What an official should know.' })
  readonly note?: string;

  @ListField(() => EvidenceRequest, {
    min: 0,
    max: mostEvidence,
    optional: true,
    description: 'For who has no code: copies of evidence; 2 MiB each, 5 MiB together.',
  })
  readonly evidence?: EvidenceRequest[];
}
