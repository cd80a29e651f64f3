import { ApiProperty, ApiPropertyOptional, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { semantics } from './evaluation.request.ts';

const id = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
const properties = { type: 'object', additionalProperties: true } as const;

/** What a search looks for, by its type alone. */
export class EntityTypeSchema {
  @ApiProperty({ example: 'employee' })
  readonly type!: string;

  @ApiPropertyOptional(properties)
  readonly properties?: object;
}

/** Of whom it is asked whether he may. */
export class SubjectSchema {
  @ApiProperty({
    ...{ enum: ['employee', 'organisation', 'citizen', 'system'], example: 'employee' },
    description: 'What is not known here is answered no.',
  })
  readonly type!: string;

  @ApiProperty({
    example: id,
    description:
      'Of this service. Or: of an employee the subject at his sign-in service, beside `properties` `{issuer, kvk}`; `kvk:` and a KvK number of an office; `bsn:` and a BSN of a citizen; an OIN of a system.',
  })
  readonly id!: string;

  @ApiPropertyOptional(properties)
  readonly properties?: object;
}

/** What he would do. */
export class ActionSchema {
  @ApiProperty({
    example: 'read',
    description:
      'With a message or inbox: `read`, `acknowledge`, `reply`, `archive`, `download`, `forward`. With a mandate: `see`, `consent`, `decline`, `narrow`, `revoke`, `withdraw`, `renounce`, `confirm`.',
  })
  readonly name!: string;

  @ApiPropertyOptional(properties)
  readonly properties?: object;
}

/** What it is about. */
export class ResourceSchema {
  @ApiProperty({ enum: ['message', 'inbox', 'mandate'], example: 'inbox' })
  readonly type!: string;

  @ApiProperty({
    example: id,
    description:
      'Of an inbox: the client, by pseudonym or `bsn:` and a BSN. Of a message: its id here; of one elsewhere, its id there.',
  })
  readonly id!: string;

  @ApiPropertyOptional({
    ...properties,
    description:
      'Of an inbox: `sender` (OIN) and `category`, when it is about some of it. Of a message elsewhere: `client`, `sender`, `category`, `deliveredAt`, `assurance`; of one here they decide nothing, and another client, sender or category is a no. Without `sender` the others are a 400. A search for messages is narrowed by `client`, `sender`, `category`.',
    example: { sender: '00000099000000001000', category: 'financial' },
  })
  readonly properties?: object;
}

/** Under which circumstances. */
export class ContextSchema {
  @ApiPropertyOptional({
    enum: ['low', 'substantial', 'high'],
    description: 'The level with which the subject signed in. Absent: low.',
  })
  readonly assurance?: string;

  @ApiPropertyOptional({
    example: 'http://eidas.europa.eu/LoA/substantial',
    description: 'The same, as tokens have it.',
  })
  readonly acr?: string;

  @ApiPropertyOptional({
    ...{ format: 'date-time', example: '2027-01-31T12:00:00Z' },
    description:
      'When it is to happen. Of a later moment a yes is one now and, by what is known today, one then. Absent, or past: now.',
  })
  readonly time?: string;

  @ApiPropertyOptional({
    ...{ maxLength: 200, example: 'Case 2026-17 at the counter' },
    description: 'For what you ask. It is kept on the record.',
  })
  readonly purpose?: string;

  @ApiPropertyOptional({
    example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    description:
      'Of which trace this question is a part (W3C Trace Context). Absent, or malformed: of that of the request.',
  })
  readonly traceparent?: string;
}

/** A question. Fields that are not known are ignored, as AuthZEN asks. */
export class EvaluationBody {
  @ApiProperty({ type: SubjectSchema })
  readonly subject!: SubjectSchema;

  @ApiProperty({ type: ActionSchema })
  readonly action!: ActionSchema;

  @ApiProperty({ type: ResourceSchema })
  readonly resource!: ResourceSchema;

  @ApiPropertyOptional({ type: ContextSchema })
  readonly context?: ContextSchema;
}

/** How a batch is carried out. */
export class OptionsSchema {
  @ApiPropertyOptional({ enum: semantics, description: 'When it stops.', default: 'execute_all' })
  readonly evaluations_semantic?: string;
}

/** Questions, with what they have in common at the top. */
export class EvaluationsBody extends PartialType(EvaluationBody) {
  @ApiPropertyOptional({ type: [PartialType(EvaluationBody)] })
  readonly evaluations?: readonly object[];

  @ApiPropertyOptional({ type: OptionsSchema })
  readonly options?: OptionsSchema;
}

/** Which page of what was found. */
export class PageSchema {
  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'How many at most.', default: 50 })
  readonly limit?: number;

  @ApiPropertyOptional({ description: '`next_token` of the page before, of the same search.' })
  readonly token?: string;
}

/** Who may do this? */
export class SubjectSearchBody extends OmitType(EvaluationBody, ['subject']) {
  @ApiProperty({ type: EntityTypeSchema })
  readonly subject!: EntityTypeSchema;

  @ApiPropertyOptional({ type: PageSchema })
  readonly page?: PageSchema;
}

/** With what may he do this? */
export class ResourceSearchBody extends OmitType(EvaluationBody, ['resource']) {
  @ApiProperty({ type: EntityTypeSchema })
  readonly resource!: EntityTypeSchema;

  @ApiPropertyOptional({ type: PageSchema })
  readonly page?: PageSchema;
}

/** What may he do with this? */
export class ActionSearchBody extends PickType(EvaluationBody, ['subject', 'resource', 'context']) {
  @ApiPropertyOptional({ type: PageSchema })
  readonly page?: PageSchema;
}
