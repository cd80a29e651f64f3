import { ApiProperty } from '@nestjs/swagger';
import { paperEvidenceKinds, paperStates, signerAnswers } from '../../domain/paper-mandate.ts';
import { categories, scopeActions } from '../../domain/scope.ts';
import { SaidJson } from '../accounts/account.json.ts';
import { CaseDecisionJson, EvidenceJson } from '../cases/identity-cases.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-28T10:00:00.000Z' };
const day = { format: 'date', example: '2027-12-01' };

/** Who signed. */
export class PaperClientJson {
  @ApiProperty({ ...id, description: 'His pseudonym.' })
  readonly id!: string;
  @ApiProperty({
    type: String,
    required: false,
    example: 'Klaus Weber',
    description: 'Once a register was asked.',
  })
  readonly name?: string | undefined;
}

/** Who is to represent him. */
export class PaperRepresentativeJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ example: 'Kantoor Vermeer' })
  readonly name!: string;
  @ApiProperty({
    type: String,
    required: false,
    example: '90001234',
    description: 'Absent for a person by himself.',
  })
  readonly kvk?: string | undefined;
}

/** The sender of a line. */
export class PaperSenderJson {
  @ApiProperty({ example: '00000099000000001000' })
  readonly oin!: string;
  @ApiProperty({ example: 'Belastingdienst' })
  readonly nameNl!: string;
  @ApiProperty({ example: 'Tax office' })
  readonly nameEn!: string;
}

/** What is allowed. */
export class PaperLineJson {
  @ApiProperty({ type: PaperSenderJson })
  readonly sender!: PaperSenderJson;
  @ApiProperty({ enum: [...categories, 'all'] })
  readonly category!: string;
  @ApiProperty({ enum: scopeActions, isArray: true })
  readonly actions!: readonly string[];
}

/** What a client abroad gave on paper. */
export class PaperMandateJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ enum: paperStates })
  readonly state!: string;
  @ApiProperty({ type: PaperClientJson })
  readonly client!: PaperClientJson;
  @ApiProperty({ type: PaperRepresentativeJson })
  readonly organisation!: PaperRepresentativeJson;
  @ApiProperty({ type: [PaperLineJson] })
  readonly lines!: readonly PaperLineJson[];
  @ApiProperty({ ...day, example: '2026-12-01' })
  readonly from!: string;
  @ApiProperty({ ...day, description: 'The first day on which it no longer holds.' })
  readonly until!: string;
  @ApiProperty({ example: 'Letter of 20 November.', description: 'What came in, and when.' })
  readonly note!: string;
  @ApiProperty({
    example: 'ABCDE-FGHJK',
    description: 'The client finds it in his letter, and names it when he writes.',
  })
  readonly reference!: string;
  @ApiProperty({ enum: signerAnswers, description: 'What the register of persons says of who signed.' })
  readonly person!: string;
  @ApiProperty({ example: 'test:official-otto', description: 'The official who entered it.' })
  readonly enteredBy!: string;
  @ApiProperty({ ...instant, description: 'Since when it waits, while it waits.' })
  readonly enteredAt!: string;
  @ApiProperty({ required: false, type: CaseDecisionJson })
  readonly decision?: CaseDecisionJson | undefined;
  @ApiProperty({ type: String, ...id, required: false, description: 'The mandate that began with it.' })
  readonly mandate?: string | undefined;
  @ApiProperty({
    type: String,
    ...instant,
    required: false,
    description: 'When the letter about it was handed to the printer.',
  })
  readonly letterPrintedAt?: string | undefined;
}

/** A page: what waits, longest first; else newest first. */
export class PaperMandatesJson {
  @ApiProperty({ type: [PaperMandateJson] })
  readonly items!: readonly PaperMandateJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

/** A copy, and what it shows. */
export class PaperEvidenceJson extends EvidenceJson {
  @ApiProperty({ enum: paperEvidenceKinds })
  readonly what!: string;
}

/** One, with what an official compares. */
export class OpenedPaperMandateJson extends PaperMandateJson {
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    example: '1955-03-14',
    description: 'As on the paper; gone once it is decided.',
  })
  readonly birthDate?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: '******056',
    description: 'The end of the BSN, for who has one.',
  })
  readonly bsn?: string | undefined;
  @ApiProperty({ type: [PaperEvidenceJson] })
  readonly evidence!: readonly PaperEvidenceJson[];
}

/** What stands in the way of confirming it now. */
export class PaperObstacleJson {
  @ApiProperty({
    example: 'client-under-guardianship',
    description: 'A reason of a refusal, or the code of a problem.',
  })
  readonly code!: string;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'The mandate that is there already (R14).',
  })
  readonly mandate?: string | undefined;
  @ApiProperty({ type: SaidJson })
  readonly words!: SaidJson;
}

/** What confirming it would open, before it happens. */
export class PaperPreviewJson {
  @ApiProperty({
    type: [PaperLineJson],
    description: 'Also messages that are there already. Officials see none of them.',
  })
  readonly opens!: readonly PaperLineJson[];
  @ApiProperty({
    enum: categories,
    isArray: true,
    example: ['care', 'other'],
    description: 'What no line is about.',
  })
  readonly notAbout!: readonly string[];
  @ApiProperty({ type: [PaperObstacleJson] })
  readonly obstacles!: readonly PaperObstacleJson[];
  @ApiProperty({ type: SaidJson, description: 'The same in words.' })
  readonly words!: SaidJson;
}
