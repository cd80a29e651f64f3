import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../access/requires.ts';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Actor } from '../domain/actor.ts';
import { assuranceLevels } from '../domain/assurance.ts';
import { OwnOfficeStore } from './own-office.store.ts';

/** An office where the one who is signed in works. */
export class OwnOfficeJson {
  @ApiProperty({ format: 'uuid', description: 'The office.' })
  readonly organisation!: string;

  @ApiProperty({ example: 'Administratiekantoor Vermeer', description: 'Trade name.' })
  readonly name!: string;

  @ApiProperty({ example: '90001234', description: 'KvK number. To work there, sign in for this number.' })
  readonly kvk!: string;

  @ApiProperty({ format: 'date', example: '2026-12-01', description: 'First working day.' })
  readonly since!: string;

  @ApiProperty({ example: true, description: 'Whether this sign-in is for this office.' })
  readonly current!: boolean;
}

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

  @ApiProperty({
    required: false,
    type: OwnOfficeJson,
    isArray: true,
    description:
      'The offices where this person works now, as far as the sign-in service gives him the same subject in each. ' +
      'A sign-in is for one office and shows nothing of another: to switch, sign in anew for its KvK number.',
  })
  readonly offices?: readonly OwnOfficeJson[];
}

const shown = ['kind', 'assurance', 'client', 'employee', 'organisation', 'oin', 'kvk'] as const;

/** Tells who is signed in. */
@ApiTags('sign-in')
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly offices: OwnOfficeStore,
  ) {}

  @Get()
  @Requires('self.see')
  @ApiOperation({ operationId: 'whoAmI', summary: 'Who am I to this service?' })
  @ApiOkResponse({ type: MeJson })
  me(@Acting() actor: Actor): Promise<MeJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'self.see' });
      const known: Partial<Record<string, unknown>> = { ...actor };
      const me = Object.fromEntries(shown.map((name) => [name, known[name]])) as unknown as MeJson;
      if (actor.kind !== 'employee' && actor.kind !== 'newcomer') return me;
      const here = actor.kind === 'employee' ? actor.organisation : undefined;
      const offices = await this.offices.all(work, permit);
      return {
        ...me,
        offices: offices.map((office) => ({ ...office, current: office.organisation === here })),
      };
    });
  }
}
