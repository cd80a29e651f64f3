import { ApiProperty } from '@nestjs/swagger';
import { type Assurance, assuranceLevels } from '../domain/assurance.ts';
import { categories, type Category } from '../domain/scope.ts';

/** A kind of message on the wire. */
export class MessageTypeJson {
  @ApiProperty({ example: 'assessment', description: 'As the sender calls it.' })
  readonly code!: string;

  @ApiProperty({ enum: categories, example: 'financial', description: 'What these messages are about.' })
  readonly category!: Category;

  @ApiProperty({ example: 'Aanslag inkomstenbelasting', description: 'In Dutch.' })
  readonly nameNl!: string;

  @ApiProperty({ example: 'Income tax assessment', description: 'In English.' })
  readonly nameEn!: string;

  @ApiProperty({ enum: assuranceLevels, example: 'low', description: 'The least assurance to see them.' })
  readonly assurance!: Assurance;
}

/** A sender on the wire. */
export class SenderJson {
  @ApiProperty({ example: '00000099000000001000', description: 'Its OIN.' })
  readonly oin!: string;

  @ApiProperty({ example: 'Belastingdienst', description: 'In Dutch.' })
  readonly nameNl!: string;

  @ApiProperty({ example: 'Tax office', description: 'In English.' })
  readonly nameEn!: string;

  @ApiProperty({
    enum: assuranceLevels,
    example: 'low',
    description: 'The least assurance to see its messages.',
  })
  readonly assurance!: Assurance;

  @ApiProperty({ type: [MessageTypeJson], description: 'The kinds of message that it knows.' })
  readonly messageTypes!: readonly MessageTypeJson[];
}

/** A page of senders. */
export class SendersJson {
  @ApiProperty({ type: [SenderJson], description: 'By OIN.' })
  readonly items!: readonly SenderJson[];

  @ApiProperty({
    required: false,
    type: String,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
