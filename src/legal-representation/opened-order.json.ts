import { ApiProperty } from '@nestjs/swagger';
import { orderChangeKinds } from '../domain/court-order-changes.ts';
import { personAnswers, registerAnswers } from '../domain/court-register.ts';
import { CourtOrderJson, WordsJson } from './court-order.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };
const day = { format: 'date', example: '2026-11-13' };

/** A later decision. */
export class OrderChangeJson {
  @ApiProperty({ enum: orderChangeKinds, example: 'lifted' })
  readonly kind!: string;
  @ApiProperty(day)
  readonly on!: string;
  @ApiProperty(instant)
  readonly at!: string;
  @ApiProperty({ enum: ['official', 'register', 'clock'], description: 'By whom this service knows it.' })
  readonly toldBy!: string;
}

/** What was done by the mandate. */
export class DeedJson {
  @ApiProperty({ example: 'inbox.read' })
  readonly action!: string;
  @ApiProperty({ example: 12 })
  readonly times!: number;
  @ApiProperty(instant)
  readonly last!: string;
  @ApiProperty({ type: WordsJson })
  readonly words!: WordsJson;
}

/** A copy of evidence; its content has an address of its own. */
export class EvidenceJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ example: 'application/pdf' })
  readonly mediaType!: string;
  @ApiProperty({ example: 24_120, description: 'Bytes.' })
  readonly size!: number;
  @ApiProperty(instant)
  readonly addedAt!: string;
}

/** That an official approved. */
export class ApprovalJson {
  @ApiProperty({ example: 'issuer:official-olga' })
  readonly official!: string;
  @ApiProperty(instant)
  readonly at!: string;
  @ApiProperty({ example: 'Compared with the order.' })
  readonly reason!: string;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'R32: whose mandate the guardian takes over, as chosen.',
  })
  readonly replaces?: string | undefined;
}

/** For officials: what the data are to be compared with. */
export class ChecksJson {
  @ApiProperty({
    enum: personAnswers,
    description: 'What the register of persons says of BSN and date of birth.',
  })
  readonly person!: string;
  @ApiProperty({ enum: registerAnswers, description: 'What the judiciary’s register says of the order.' })
  readonly register!: string;
  @ApiProperty({ type: String, ...instant, required: false })
  readonly registerAskedAt?: string | undefined;
  @ApiProperty({
    type: [String],
    example: ['givenOn'],
    description: 'In what that register tells otherwise.',
  })
  readonly differs!: readonly string[];
  @ApiProperty({ type: String, example: '******032', required: false, description: 'The end of the BSN.' })
  readonly bsn?: string | undefined;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    example: '1957-11-02',
    description: 'The date of birth that was told.',
  })
  readonly birthDate?: string | undefined;
  @ApiProperty({ type: [ApprovalJson], description: 'Who approved what lies there now (R21).' })
  readonly approvals!: readonly ApprovalJson[];
}

/** One court order with what belongs to it. */
export class OpenedOrderJson extends CourtOrderJson {
  @ApiProperty({ type: [OrderChangeJson], description: 'What the court decided later, oldest first.' })
  readonly changes!: readonly OrderChangeJson[];
  @ApiProperty({ type: [DeedJson], required: false, description: 'For the ward: what his guardian did.' })
  readonly deeds?: readonly DeedJson[] | undefined;
  @ApiProperty({ type: [EvidenceJson], required: false, description: 'For the office and officials.' })
  readonly evidence?: readonly EvidenceJson[] | undefined;
  @ApiProperty({ type: ChecksJson, required: false, description: 'For officials.' })
  readonly checks?: ChecksJson | undefined;
}
