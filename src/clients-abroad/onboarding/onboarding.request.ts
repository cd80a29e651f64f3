import type { Day } from '../../domain/day.ts';
import type { Bsn } from '../../domain/identifiers.ts';
import { EvidenceRequest, mostEvidence } from '../../platform/evidence.ts';
import { BsnField, DayField, field, OneOfField, TextField } from '../../platform/fields.ts';
import { ListField, ObjectField } from '../../platform/fields.nested.ts';
import type { Language } from '../../platform/language.ts';
import { TimeZoneField } from '../preferences/preferences.request.ts';
import { isForeignCountry } from './foreign-address.ts';

/** An address outside the Netherlands. */
export class ForeignAddressRequest {
  @field(
    'country',
    isForeignCountry,
    {
      en: 'Write the two letters of a country outside the Netherlands, such as SR.',
      nl: 'Schrijf de twee letters van een land buiten Nederland, zoals SR.',
    },
    { description: 'ISO 3166-1, two letters; not NL.', example: 'SR' },
    { type: 'string', pattern: '^[A-Z]{2}$' },
  )
  readonly country!: string;

  @TextField({ max: 100, description: 'Street and number, or a post box.', example: 'Voorbeeldlaan 14' })
  readonly street!: string;

  @TextField({ max: 100, optional: true, description: 'c/o, building, district.', example: 'c/o J. Pinas' })
  readonly extra?: string;

  @TextField({ max: 12, optional: true, description: 'Where there is one, as it is written there.' })
  readonly postcode?: string;

  @TextField({ max: 80, description: 'Town or city.', example: 'Paramaribo' })
  readonly place!: string;

  @TextField({ max: 60, optional: true, description: 'State or province, where it belongs to the address.' })
  readonly region?: string;
}

/** Somebody without any means asks for one. */
export class RequestOnboarding {
  @TextField({ max: 200, description: 'As in the passport.', example: 'Rosa' })
  readonly givenNames!: string;

  @TextField({ max: 200, description: 'As in the passport.', example: 'Pinas' })
  readonly familyName!: string;

  @DayField({ description: 'Date of birth.', example: '1953-07-01' })
  readonly birthDate!: Day;

  @BsnField({ optional: true, description: 'The citizen service number, for who has one.' })
  readonly bsn?: Bsn;

  @ObjectField(() => ForeignAddressRequest, { description: 'Where the letter with the code goes.' })
  readonly address!: ForeignAddressRequest;

  @OneOfField(['nl', 'en'], { description: 'The language of the letter.', example: 'nl' })
  readonly language!: Language;

  @TimeZoneField({ description: 'Where he lives, as the IANA name of its time zone.' })
  readonly timeZone!: string;

  @ListField(() => EvidenceRequest, {
    max: mostEvidence,
    description:
      'Copies of evidence: PDF, JPEG or PNG; 2 MiB each, 5 MiB together. The content is looked into.',
  })
  readonly evidence!: EvidenceRequest[];
}

/** The same, as an official enters it from paper. */
export class EnterOnboarding extends RequestOnboarding {
  @TextField({
    max: 500,
    optional: true,
    description: 'What came in, and when.',
    example: 'Letter of 20 November, with a copy of a passport.',
  })
  readonly note?: string;
}
