import { ApiProperty } from '@nestjs/swagger';
import { categories, type ScopeAction, scopeActions } from '../domain/scope.ts';

const day = { required: false, type: String, format: 'date', example: '2026-11-23' } as const;

/** A sender, or all of them. */
export class PreviewSenderJson {
  @ApiProperty({
    type: String,
    required: false,
    example: '00000099000000001000',
    description: 'Absent when it is every sender.',
  })
  readonly oin?: string | undefined;

  @ApiProperty({ example: 'Belastingdienst', description: 'In Dutch.' })
  readonly nameNl!: string;

  @ApiProperty({ example: 'Tax office', description: 'In English.' })
  readonly nameEn!: string;
}

/** Messages that are there now, of one kind. */
export class PreviewCountJson {
  @ApiProperty({ type: PreviewSenderJson })
  readonly sender!: PreviewSenderJson;

  @ApiProperty({
    required: false,
    enum: [...categories, 'all'],
    example: 'financial',
    description: 'Absent for messages without a known type.',
  })
  readonly category?: string | undefined;

  @ApiProperty({ example: 14, description: 'How many there are now.' })
  readonly messages!: number;

  @ApiProperty({ ...day, description: 'The Dutch day on which the oldest was delivered, when there is one.' })
  readonly oldest?: string | undefined;

  @ApiProperty({ ...day, description: 'The Dutch day on which the newest was delivered, when there is one.' })
  readonly newest?: string | undefined;
}

/** What one scope line opens now. */
export class PreviewLineJson extends PreviewCountJson {
  @ApiProperty({ enum: scopeActions, isArray: true, description: 'What the office may do with them.' })
  readonly actions!: readonly ScopeAction[];
}

/** What consent would open now, and what it leaves shut. */
export class PreviewJson {
  @ApiProperty({ type: [PreviewLineJson], description: 'For each scope line.' })
  readonly opens!: readonly PreviewLineJson[];

  @ApiProperty({ type: [PreviewCountJson], description: 'Messages that no line lets the office read.' })
  readonly staysShut!: readonly PreviewCountJson[];

  @ApiProperty({
    enum: categories,
    isArray: true,
    example: ['care', 'other'],
    description: 'What no line is about, of no sender.',
  })
  readonly notAbout!: readonly string[];

  @ApiProperty({
    example: 0,
    description: 'Messages that the lines would open, and that the client or a judge shields.',
  })
  readonly shielded!: number;

  @ApiProperty({
    example:
      'Dit opent nu 14 berichten van Belastingdienst, en nieuwe van dezelfde soort. Niet: zorg, overig.',
    description: 'The same as one Dutch sentence.',
  })
  readonly sentenceNl!: string;

  @ApiProperty({
    example: 'This opens 14 messages of Tax office now, and new ones of the same kind. Not: care, other.',
    description: 'The same as one English sentence.',
  })
  readonly sentenceEn!: string;
}
