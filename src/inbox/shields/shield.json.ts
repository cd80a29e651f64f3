import { ApiProperty } from '@nestjs/swagger';
import { categories } from '../../domain/scope.ts';
import { shieldMakers } from '../../domain/shield.ts';
import { MessageSenderJson } from '../message.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };

/** A representative by name. */
export class ShieldedFromJson {
  @ApiProperty(id)
  readonly id!: string;

  @ApiProperty({ example: 'Kantoor Vermeer' })
  readonly name!: string;
}

/** The order of a judge. */
export class ShieldOrderJson {
  @ApiProperty({ example: 'C/13/123456 / FA RK 23-1234' })
  readonly caseNumber!: string;

  @ApiProperty({ format: 'date', example: '2026-11-02' })
  readonly orderedOn!: string;
}

/** The decision by which a judge ended it. */
export class ShieldLiftingJson {
  @ApiProperty({ example: 'C/13/123456 / FA RK 24-99' })
  readonly caseNumber!: string;

  @ApiProperty({ format: 'date', example: '2026-11-20' })
  readonly decidedOn!: string;
}

/** A sentence in two languages. */
export class ShieldSaidJson {
  @ApiProperty({ example: 'Dat kan alleen de rechter bepalen.' })
  readonly nl!: string;

  @ApiProperty({ example: 'Only a judge can order that.' })
  readonly en!: string;
}

/** Something that is kept from representatives. */
export class ShieldJson {
  @ApiProperty(id)
  readonly id!: string;

  @ApiProperty({ type: String, ...id, required: false, description: 'The message, when it is one.' })
  readonly message?: string | undefined;

  @ApiProperty({ type: MessageSenderJson, required: false, description: 'Everything of this sender.' })
  readonly sender?: MessageSenderJson | undefined;

  @ApiProperty({ enum: categories, required: false, description: 'Everything of this category.' })
  readonly category?: string | undefined;

  @ApiProperty({
    type: ShieldedFromJson,
    required: false,
    description: 'From whom; absent when it is from everyone.',
  })
  readonly organisation?: ShieldedFromJson | undefined;

  @ApiProperty({
    enum: shieldMakers,
    description: 'The client, from who he authorised himself; or a judge, from a guardian too.',
  })
  readonly by!: string;

  @ApiProperty({ type: ShieldOrderJson, required: false, description: 'When a judge ordered it.' })
  readonly order?: ShieldOrderJson | undefined;

  @ApiProperty({
    type: ShieldLiftingJson,
    required: false,
    description: 'What an official entered of its end. It holds until another official enters the same.',
  })
  readonly lifting?: ShieldLiftingJson | undefined;

  @ApiProperty({
    type: ShieldSaidJson,
    required: false,
    description: 'When it was just made, and a judge appointed the representative: that it hides nothing.',
  })
  readonly hidesNothing?: ShieldSaidJson | undefined;

  @ApiProperty(instant)
  readonly madeAt!: string;

  @ApiProperty({ type: String, ...instant, required: false, description: 'From then on it hides nothing.' })
  readonly endedAt?: string | undefined;
}

/** A page of shields, the latest first. */
export class ShieldsJson {
  @ApiProperty({ type: [ShieldJson] })
  readonly items!: readonly ShieldJson[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

/** From whom a shield would keep how much of what he can read now. */
export class ShieldingJson extends ShieldedFromJson {
  @ApiProperty({ example: 3, description: 'Messages that he can read now, and then no longer.' })
  readonly messages!: number;
}

/** What a shield would hide now. */
export class ShieldPreviewJson {
  @ApiProperty({ example: 5, description: 'The messages that are there now and of which it speaks.' })
  readonly messages!: number;

  @ApiProperty({ type: [ShieldingJson], description: 'For each office that can read one of them now.' })
  readonly from!: readonly ShieldingJson[];
}
