import { isTimeZone } from '../../domain/time-zone.ts';
import { field, OneOfField, type Said } from '../../platform/fields.ts';
import type { Language } from '../../platform/language.ts';

/** A time zone by its IANA name. */
export const TimeZoneField = (said: Said) =>
  field(
    'time-zone',
    isTimeZone,
    {
      en: 'Write the IANA name of a time zone, such as America/Paramaribo.',
      nl: 'Schrijf de IANA-naam van een tijdzone, zoals America/Paramaribo.',
    },
    { example: 'America/Paramaribo', ...said },
    { type: 'string', maxLength: 64 },
  );

/** What a client prefers. Both, so that nothing is left to guess. */
export class PutPreferences {
  @OneOfField(['nl', 'en'], { description: 'In which language you are written to.', example: 'en' })
  readonly language!: Language;

  @TimeZoneField({ description: 'The time zone beside the Dutch one in which deadlines are told.' })
  readonly timeZone!: string;
}
