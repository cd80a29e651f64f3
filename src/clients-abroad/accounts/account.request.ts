import type { Language } from '../../platform/language.ts';
import { field, OneOfField, TextField } from '../../platform/fields.ts';
import { TimeZoneField } from '../preferences/preferences.request.ts';

/** That one wants what one asks: an account never opens by itself (R37). */
export const ConfirmedField = () =>
  field(
    'confirmed',
    (value) => value === true,
    { en: 'Write true when you want this.', nl: 'Schrijf true als u dit wilt.' },
    { description: 'Always true: nothing opens without this word (R37).', example: true },
    { type: 'boolean', enum: [true] },
  );

/** Opening an account with a European means. */
export class OpenAccount {
  @ConfirmedField()
  readonly confirmed!: true;

  @OneOfField(['nl', 'en'], { description: 'In which language you are written to.', example: 'en' })
  readonly language!: Language;

  @TimeZoneField({ description: 'Where you live, as the IANA name of its time zone.' })
  readonly timeZone!: string;
}

/** Asking that an account is linked to a citizen service number. */
export class LinkAccount {
  @ConfirmedField()
  readonly confirmed!: true;
}

/** The code from a letter. */
export class RedeemCode {
  @ConfirmedField()
  readonly confirmed!: true;

  @TextField({
    max: 20,
    description: 'The reference in the letter; spaces, hyphens and case do not matter.',
    example: 'ABCDE-FGHJK',
  })
  readonly reference!: string;

  @TextField({
    max: 40,
    description: 'The code in the letter; spaces, hyphens and case do not matter.',
    example: 'ABCDE-FGHJK-MNPQR-STWXY',
  })
  readonly code!: string;
}
