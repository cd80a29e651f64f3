import { type Assurance, assuranceLevels } from '../domain/assurance.ts';
import type { Oin } from '../domain/identifiers.ts';
import { categories, type Category } from '../domain/scope.ts';
import { field, OinField, OneOfField, TextField } from '../platform/fields.ts';

/** Which sender. */
export class SenderPath {
  @OinField()
  readonly oin!: Oin;
}

/** Which kind of message of which sender. */
export class MessageTypePath extends SenderPath {
  @field(
    'message-type',
    (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value),
    {
      en: 'A code has 1 to 64 lower case letters, digits and hyphens.',
      nl: 'Een code heeft 1 tot 64 kleine letters, cijfers en streepjes.',
    },
    { description: 'The code of the message type, as its sender calls it.', example: 'assessment' },
    { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
  )
  readonly code!: string;
}

class Named {
  @TextField({ max: 200, description: 'The name in Dutch.', example: 'Belastingdienst' })
  readonly nameNl!: string;

  @TextField({ max: 200, description: 'The name in English.', example: 'Tax office' })
  readonly nameEn!: string;

  @OneOfField(assuranceLevels, {
    description: 'The least assurance with which someone may see the messages (R6).',
    example: 'low',
  })
  readonly assurance!: Assurance;
}

/** A sender as an official registers it. */
export class RegisterSender extends Named {}

/** A kind of message as its sender defines it. */
export class DefineMessageType extends Named {
  @OneOfField(categories, { description: 'What these messages are about.', example: 'financial' })
  readonly category!: Category;
}
