import { ApiProperty } from '@nestjs/swagger';
import { meansKinds } from '../../domain/identity.ts';
import { type DeadlineJson, DeadlinesField } from '../../platform/deadline.ts';

/** What one hears after asking: the same, whatever is found (an ambiguous match leaks nothing). */
export class BeingCheckedJson {
  @ApiProperty({ enum: ['being-checked'], example: 'being-checked' })
  readonly state!: 'being-checked';
}

/** A means of sign-in that an account is known by. */
export class OwnMeansJson {
  @ApiProperty({ enum: meansKinds, example: 'eidas' })
  readonly kind!: string;

  @ApiProperty({
    type: String,
    required: false,
    example: 'DE',
    description: 'Of a European means: which country gave it.',
  })
  readonly country?: string | undefined;

  @ApiProperty({ format: 'date-time', example: '2026-11-28T10:00:00.000Z' })
  readonly since!: string;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'From when on it no longer works: another took its place.',
  })
  readonly replacedAt?: string | undefined;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'From when on it no longer works: it was ended, or what added it was undone.',
  })
  readonly endedAt?: string | undefined;
}

/** A means of sign-in, with what it is ended by. */
export class KnownMeansJson extends OwnMeansJson {
  @ApiProperty({ format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' })
  readonly id!: string;
}

/** A sentence in two languages. */
export class SaidJson {
  @ApiProperty({ example: 'Uw account is open.' })
  readonly nl!: string;

  @ApiProperty({ example: 'Your account is open.' })
  readonly en!: string;
}

/** How it stands with the account of whoever signed in. */
export class AccountJson {
  @ApiProperty({
    enum: ['none', 'being-checked', 'open'],
    example: 'open',
    description: 'Without an account, signing in changes nothing: it opens when you ask for it (R37).',
  })
  readonly state!: string;

  @ApiProperty({
    required: false,
    enum: ['linked', 'being-checked'],
    example: 'being-checked',
    description: 'Of an open account: whether it is linked to a citizen service number.',
  })
  readonly citizenServiceNumber?: string | undefined;

  @ApiProperty({
    required: false,
    enum: ['being-checked', 'refused'],
    description: 'What became of your last request to add this means to an account.',
  })
  readonly rebinding?: string | undefined;

  @ApiProperty({ type: [OwnMeansJson], description: 'The means that the account is known by, newest first.' })
  readonly means!: readonly OwnMeansJson[];

  @ApiProperty({ type: SaidJson, description: 'The same in words.' })
  readonly explanation!: SaidJson;
}

/** The code with which another sign-in is added. */
export class RebindingCodeJson {
  @ApiProperty({
    example: 'ABCDE-FGHJK-MNPQR-STWXY',
    description: 'Shown once. Sign in with the other means, and hand it over there.',
  })
  readonly code!: string;

  @ApiProperty({ format: 'date-time', description: 'Until when it works. One use.' })
  readonly until!: string;

  @DeadlinesField()
  readonly deadlines?: readonly DeadlineJson[] | undefined;
}

/** A code was right. */
export class RedeemedJson {
  @ApiProperty({ type: SaidJson, description: 'What that means.' })
  readonly explanation!: SaidJson;
}
