import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../access/requires.ts';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Actor } from '../domain/actor.ts';
import { assuranceLevels } from '../domain/assurance.ts';

/** Who the service takes the asker for. */
export class MeJson {
  @ApiProperty({
    enum: ['citizen', 'employee', 'newcomer', 'official', 'sender', 'system'],
    example: 'employee',
  })
  readonly kind!: string;

  @ApiProperty({
    enum: assuranceLevels,
    example: 'substantial',
    description: 'The assurance of this sign-in.',
  })
  readonly assurance!: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The pseudonym of a citizen.' })
  readonly client?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The employment of an employee.' })
  readonly employee?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The office of an employee.' })
  readonly organisation?: string;

  @ApiProperty({
    required: false,
    example: '00000099000000001000',
    description: 'The OIN of a sender or system.',
  })
  readonly oin?: string;

  @ApiProperty({ required: false, example: '90009999', description: 'The KvK number of a newcomer.' })
  readonly kvk?: string;
}

const shown = ['kind', 'assurance', 'client', 'employee', 'organisation', 'oin', 'kvk'] as const;

/** Tells who is signed in. */
@ApiTags('sign-in')
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
  ) {}

  @Get()
  @Requires('self.see')
  @ApiOperation({ operationId: 'whoAmI', summary: 'Who am I to this service?' })
  @ApiOkResponse({ type: MeJson })
  me(@Acting() actor: Actor): Promise<MeJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'self.see' });
      const known: Partial<Record<string, unknown>> = { ...actor };
      return Object.fromEntries(shown.map((name) => [name, known[name]])) as unknown as MeJson;
    });
  }
}
