import { ApiProperty } from '@nestjs/swagger';
import {
  candidateGrounds,
  caseKinds,
  caseStates,
  codeStates,
  matchOutcomes,
} from '../../domain/identity-case.ts';
import { differences } from '../../domain/identity-compared.ts';
import { evidenceTypes } from '../../platform/evidence.ts';
import { KnownMeansJson } from '../accounts/account.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-28T10:00:00.000Z' };
const day = { format: 'date', example: '1962-12-09' };

/** Who somebody says to be. */
export class SaidPersonJson {
  @ApiProperty({ example: 'Élise' })
  readonly givenNames!: string;
  @ApiProperty({ example: 'Dubois' })
  readonly familyName!: string;
  @ApiProperty(day)
  readonly birthDate!: string;
}

/** Somebody who may be the one, with what is known of him. */
export class CandidateJson {
  @ApiProperty({ ...id, description: 'His pseudonym: name it in the decision.' })
  readonly client!: string;
  @ApiProperty({ enum: candidateGrounds, description: 'Why he may be the one.' })
  readonly ground!: string;
  @ApiProperty({ type: String, required: false, example: 'Carmen García Ruiz' })
  readonly name?: string | undefined;
  @ApiProperty({ type: String, ...day, required: false })
  readonly birthDate?: string | undefined;
  @ApiProperty({ type: [String], example: ['Calle Ejemplo 4', '28001 Madrid', 'SPAIN'] })
  readonly address!: readonly string[];
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'He died: then nothing can be granted (R30).',
  })
  readonly diedOn?: string | undefined;
  @ApiProperty({ description: 'Whether he has a citizen service number.' })
  readonly hasCitizenServiceNumber!: boolean;
  @ApiProperty({
    enum: differences,
    isArray: true,
    description: 'What of him is not as of who asks, as far as both are known. Look at it before you decide.',
  })
  readonly differs!: readonly string[];
  @ApiProperty({ type: [KnownMeansJson] })
  readonly means!: readonly KnownMeansJson[];
}

/** A copy of evidence. */
export class EvidenceJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ enum: evidenceTypes })
  readonly mediaType!: string;
  @ApiProperty({ example: 48213, description: 'In bytes.' })
  readonly size!: number;
  @ApiProperty({ description: 'SHA-256 of the content, in hex.' })
  readonly sha256!: string;
}

/** The code of the last letter, without the code. */
export class LetterCodeJson {
  @ApiProperty({ enum: codeStates })
  readonly state!: string;
  @ApiProperty({ ...day, description: 'The first day on which it no longer works (R11).' })
  readonly until!: string;
  @ApiProperty({ example: 'ABCDE-FGHJK', description: 'The reference in the letter.' })
  readonly reference!: string;
  @ApiProperty({ example: 1, description: 'Letters so far; two at most.' })
  readonly letters!: number;
}

/** Who decided, and why. */
export class CaseDecisionJson {
  @ApiProperty(instant)
  readonly at!: string;
  @ApiProperty({
    example: 'official:digid:otto',
    description: 'The official, or the job that heard the source.',
  })
  readonly by!: string;
  @ApiProperty({ type: String, required: false })
  readonly reason?: string | undefined;
}

/** Whose inbox an official proposes to open. */
export class ProposalJson {
  @ApiProperty({ ...id, description: 'Name it in the confirmation: another proposal has another id.' })
  readonly id!: string;
  @ApiProperty({ ...id, description: 'The client.' })
  readonly client!: string;
  @ApiProperty(instant)
  readonly at!: string;
  @ApiProperty({ example: 'official:digid:otto', description: 'Who proposes it; another one confirms.' })
  readonly by!: string;
  @ApiProperty()
  readonly reason!: string;
}

/** A case in a list. */
export class IdentityCaseJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ enum: caseKinds })
  readonly kind!: string;
  @ApiProperty({ enum: caseStates })
  readonly state!: string;
  @ApiProperty({ enum: ['sign-in', 'paper', 'form', 'service'], description: 'How it came in.' })
  readonly origin!: string;
  @ApiProperty({ ...instant, description: 'When it came in.' })
  readonly since!: string;
  @ApiProperty({
    type: String,
    ...instant,
    required: false,
    description: 'Since when an official has to decide.',
  })
  readonly waitingSince?: string | undefined;
  @ApiProperty({ required: false, enum: matchOutcomes, description: 'What the source answered.' })
  readonly outcome?: string | undefined;
  @ApiProperty({ type: Boolean, required: false, description: 'Asked with a means that was ended here.' })
  readonly again?: boolean | undefined;
  @ApiProperty({ required: false, type: SaidPersonJson, description: 'Gone six weeks after the end.' })
  readonly person?: SaidPersonJson | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: 'ES',
    description: 'The country of the European means.',
  })
  readonly country?: string | undefined;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'Whose it is; once granted, who it turned out to be.',
  })
  readonly client?: string | undefined;
  @ApiProperty({ required: false, type: ProposalJson, description: 'Waits for another official.' })
  readonly proposal?: ProposalJson | undefined;
  @ApiProperty({ required: false, type: CaseDecisionJson, description: 'What it opened was undone.' })
  readonly undone?: CaseDecisionJson | undefined;
  @ApiProperty({ required: false, type: CaseDecisionJson })
  readonly decision?: CaseDecisionJson | undefined;
  @ApiProperty({ required: false, type: LetterCodeJson })
  readonly code?: LetterCodeJson | undefined;
}

/** A page of cases, oldest first. */
export class IdentityCasesJson {
  @ApiProperty({ type: [IdentityCaseJson] })
  readonly items!: readonly IdentityCaseJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

/** A mandate that the client gave while the means of this case was there. */
export class GivenMeanwhileJson {
  @ApiProperty(id)
  readonly mandate!: string;
  @ApiProperty({ example: 'Administratiekantoor Anna Jansen', description: 'Who may act by it.' })
  readonly office!: string;
  @ApiProperty({ example: 'active' })
  readonly state!: string;
  @ApiProperty({ ...instant, description: 'When it began.' })
  readonly at!: string;
}

/** A case with the evidence beside the data. */
export class OpenedCaseJson extends IdentityCaseJson {
  @ApiProperty({ type: [String], description: 'The address as it was written, line by line.' })
  readonly address!: readonly string[];
  @ApiProperty({ type: String, required: false, description: 'What was added in words.' })
  readonly note?: string | undefined;
  @ApiProperty({ type: [CandidateJson], description: 'Those who may be the one.' })
  readonly candidates!: readonly CandidateJson[];
  @ApiProperty({ type: [EvidenceJson], description: 'Copies; gone six weeks after the end.' })
  readonly evidence!: readonly EvidenceJson[];
  @ApiProperty({
    type: [GivenMeanwhileJson],
    description:
      'Mandates that the client gave, also on paper, while the means was there that this case bound. Undoing ends none: ask the client, and enter the end.',
  })
  readonly givenMeanwhile!: readonly GivenMeanwhileJson[];
  @ApiProperty({ type: [KnownMeansJson], description: 'Means that were added meanwhile.' })
  readonly meansMeanwhile!: readonly KnownMeansJson[];
}
