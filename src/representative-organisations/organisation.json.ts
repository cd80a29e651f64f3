import { ApiProperty } from '@nestjs/swagger';
import { organisationKinds, standings } from '../domain/organisation.ts';

/** A representative organisation on the wire. */
export class OrganisationJson {
  @ApiProperty({ format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11', description: 'Its id.' })
  readonly id!: string;

  @ApiProperty({ required: false, example: '90001234', description: 'KvK number; an individual has none.' })
  readonly kvk?: string;

  @ApiProperty({ example: 'Administratiekantoor Vermeer', description: 'Trade name.' })
  readonly name!: string;

  @ApiProperty({
    enum: organisationKinds,
    example: 'accountancy',
    description: 'What it does for a living; `individual` is a person who represents others by himself.',
  })
  readonly kind!: string;

  @ApiProperty({
    required: false,
    example: 'Ruben Hendriks',
    description: 'For officials: what the register of persons calls an individual. Absent until it answered.',
  })
  readonly nameInRegister?: string;

  @ApiProperty({ required: false, example: '012345', description: 'Becon number, six digits.' })
  readonly becon?: string;

  @ApiProperty({
    enum: standings,
    example: 'recognised',
    description: 'Only a recognised organisation may act for clients.',
  })
  readonly standing!: string;

  @ApiProperty({
    required: false,
    example: 'The registration at the chamber of commerce was ended.',
    description: 'Why it is suspended; only its own employees and officials see a suspended organisation.',
  })
  readonly standingReason?: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-23T09:30:00.000Z', description: 'Since when.' })
  readonly registeredAt!: string;
}

/** A page of organisations, newest first. */
export class OrganisationsJson {
  @ApiProperty({ type: OrganisationJson, isArray: true, description: 'The organisations.' })
  readonly items!: readonly OrganisationJson[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
