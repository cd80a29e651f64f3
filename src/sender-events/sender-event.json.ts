import { ApiProperty } from '@nestjs/swagger';
import { categories, scopeActions } from '../domain/scope.ts';
import { senderEventKinds, senderEventReasons } from '../domain/sender-event.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-4d3e-9f55-2f6f2f0c9a11' };

/** What the mandate gave about this sender's messages, and gives no more. */
export class LostLineJson {
  @ApiProperty({ enum: [...categories, 'all'], example: 'financial' })
  readonly category!: string;
  @ApiProperty({ enum: scopeActions, isArray: true, example: ['read', 'download'] })
  readonly actions!: readonly string[];
}

/** By what the sender knows the client: as it delivers to him. */
export class ToldClientJson {
  @ApiProperty({
    type: String,
    required: false,
    example: '999990019',
    description: 'Absent for a client who has none.',
  })
  readonly bsn?: string | undefined;
}

/** Who represented him. */
export class ToldOfficeJson {
  @ApiProperty({ example: 'Kantoor Vermeer' })
  readonly name!: string;
  @ApiProperty({
    ...{ type: String, required: false, example: '90001234' },
    description: 'KvK number; an individual has none.',
  })
  readonly kvk?: string | undefined;
}

/** What the event says. */
export class SenderEventDataJson {
  @ApiProperty(id)
  readonly mandate!: string;
  @ApiProperty({
    enum: senderEventReasons,
    description:
      'As far as it is a sender’s affair: what a court or a register did is `ended`, but for a death.',
  })
  readonly why!: string;
  @ApiProperty({ type: ToldClientJson })
  readonly client!: ToldClientJson;
  @ApiProperty({ type: ToldOfficeJson })
  readonly representative!: ToldOfficeJson;
  @ApiProperty({ type: [LostLineJson], description: 'What the representative may do no more.' })
  readonly lost!: readonly LostLineJson[];
}

/** An event in the form of CloudEvents 1.0 (structured mode). Nothing of a person stands in its attributes. */
export class SenderEventJson {
  @ApiProperty({ enum: ['1.0'] })
  readonly specversion!: '1.0';
  @ApiProperty({ ...id, description: 'The same each time it is told: by this it is acknowledged.' })
  readonly id!: string;
  @ApiProperty({ example: 'http://localhost:3000', description: 'This service.' })
  readonly source!: string;
  @ApiProperty({ enum: senderEventKinds.map((kind) => `nl.volmacht.${kind}`) })
  readonly type!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-29T12:00:00.000Z', description: 'When it was so.' })
  readonly time!: string;
  @ApiProperty({ enum: ['application/json'] })
  readonly datacontenttype!: 'application/json';
  @ApiProperty({ type: SenderEventDataJson })
  readonly data!: SenderEventDataJson;
}

/** What waits for a sender, oldest first. */
export class SenderEventsJson {
  @ApiProperty({ type: [SenderEventJson] })
  readonly items!: readonly SenderEventJson[];
  @ApiProperty({ description: 'Whether more waits behind these: acknowledge them and ask again.' })
  readonly more!: boolean;
}

/** What became of an acknowledgement. */
export class AcknowledgedJson {
  @ApiProperty({ type: 'integer', description: 'Events that are told no more from now on.', example: 2 })
  readonly acknowledged!: number;
  @ApiProperty({
    type: [String],
    description: 'What is no event of yours, of those that you named.',
    example: [],
  })
  readonly unknown!: readonly string[];
}
