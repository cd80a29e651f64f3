import { ApiProperty } from '@nestjs/swagger';

const exampleId = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';

/** Who handles a client: one employee or one team. */
export class HandlerJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The assignment.' })
  readonly id!: string;

  @ApiProperty({ required: false, format: 'uuid', example: exampleId, description: 'The employee.' })
  readonly employee?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'Or the team.' })
  readonly team?: string;

  @ApiProperty({ example: 'Joris van Dam', description: 'Name of the employee or the team.' })
  readonly name!: string;
}

/** A client of an office: who gave it a mandate that runs. Who was only asked is none (R3). */
export class OfficeClientJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The pseudonym of the client.' })
  readonly client!: string;

  @ApiProperty({
    required: false,
    example: 'Yasmina el Amrani',
    description: 'Name, once the register told it.',
  })
  readonly name?: string;

  @ApiProperty({
    required: false,
    example: 'D-2031',
    description: "The office's own reference, of what he gave.",
  })
  readonly reference?: string;

  @ApiProperty({
    example: true,
    description:
      'Whether someone who works here now handles this client. If not, only administrators see him.',
  })
  readonly handled!: boolean;

  @ApiProperty({ type: HandlerJson, isArray: true, description: 'To whom the client is assigned.' })
  readonly assignments!: readonly HandlerJson[];
}

/** A page of clients. */
export class OfficeClientsJson {
  @ApiProperty({ type: OfficeClientJson, isArray: true, description: 'The clients.' })
  readonly items!: readonly OfficeClientJson[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

/** An assignment that was made. */
export class AssignmentJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The assignment.' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The client.' })
  readonly client!: string;

  @ApiProperty({
    type: String,
    required: false,
    format: 'uuid',
    example: exampleId,
    description: 'The employee.',
  })
  readonly employee?: string | undefined;

  @ApiProperty({ type: String, required: false, format: 'uuid', description: 'Or the team.' })
  readonly team?: string | undefined;

  @ApiProperty({ format: 'date-time', example: '2026-11-23T09:30:00.000Z', description: 'Since when.' })
  readonly since!: string;
}
