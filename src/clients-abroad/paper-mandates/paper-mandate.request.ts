import type { Day } from '../../domain/day.ts';
import type { Bsn, KvkNumber, Oin } from '../../domain/identifiers.ts';
import type { ClientId, EvidenceId, OrganisationId, PaperMandateId } from '../../domain/ids.ts';
import {
  type PaperEvidenceKind,
  paperEvidenceKinds,
  type PaperState,
  paperStates,
} from '../../domain/paper-mandate.ts';
import { categories, type Category, type ScopeAction, scopeActions } from '../../domain/scope.ts';
import { EvidenceRequest, mostEvidence } from '../../platform/evidence.ts';
import {
  BsnField,
  DayField,
  IdField,
  KvkField,
  OinField,
  OneOfField,
  SomeOfField,
  TextField,
} from '../../platform/fields.ts';
import { ListField, PageQuery } from '../../platform/fields.nested.ts';

/** One scope line as it stands on the paper. */
export class PaperLine {
  @OinField()
  readonly sender!: Oin;

  @OneOfField([...categories, 'all'], {
    description: 'The kind of message. `all` is everything of this sender, also what has no category.',
    example: 'financial',
  })
  readonly category!: Category | 'all';

  @SomeOfField(scopeActions, { description: 'What the representative may do.', example: ['read'] })
  readonly actions!: ScopeAction[];
}

/** A copy, and what it shows. */
export class PaperEvidence extends EvidenceRequest {
  @OneOfField(paperEvidenceKinds, {
    description:
      'The paper that was signed, or the identity document of who signed it. One of each at least.',
    example: 'authorisation',
  })
  readonly what!: PaperEvidenceKind;
}

/** What a client abroad signed, as an official enters it. */
export class EnterPaperMandate {
  @BsnField({
    optional: true,
    description: 'The citizen service number of the client. For who has none: `client`.',
  })
  readonly bsn?: Bsn;

  @IdField({ optional: true, description: 'The pseudonym of a client without a citizen service number.' })
  readonly client?: ClientId;

  @DayField({ description: 'The date of birth on the paper. It must be that of the client (R3).' })
  readonly birthDate!: Day;

  @KvkField({ optional: true, description: 'The KvK number of an office that represents him.' })
  readonly kvk?: KvkNumber;

  @IdField({
    optional: true,
    description: 'Who represents him, for a person by himself: he has no KvK number.',
  })
  readonly organisation?: OrganisationId;

  @ListField(() => PaperLine, { max: 50, description: 'At least one sender, with what is allowed (R7).' })
  readonly lines!: PaperLine[];

  @DayField({ description: 'The first day. Today or later (R8).', example: '2026-12-01' })
  readonly from!: Day;

  @DayField({
    description: 'The first day on which it no longer holds; five years after the start at most (R8).',
  })
  readonly until!: Day;

  @TextField({
    ...{ min: 3, max: 500 },
    description: 'What came in, and when. It is kept in the trail.',
    example: 'Letter of 20 November, signed, with a copy of a passport.',
  })
  readonly note!: string;

  @ListField(() => PaperEvidence, {
    max: mostEvidence,
    description: 'Copies: PDF, JPEG or PNG; 2 MiB each, 5 MiB together. The content is looked into.',
  })
  readonly evidence!: PaperEvidence[];
}

/** Which mandates on paper to list. */
export class ListPaperMandates extends PageQuery {
  @OneOfField(paperStates, {
    optional: true,
    description: '`waiting` is the work of officials, longest first.',
  })
  readonly state?: PaperState;

  @IdField({ optional: true, description: 'The client.' })
  readonly client?: ClientId;

  @TextField({
    max: 20,
    optional: true,
    description: 'The reference in the letter that confirmed it; spaces, hyphens and case do not matter.',
    example: 'ABCDE-FGHJK',
  })
  readonly reference?: string;
}

/** Which one. */
export class PaperMandatePath {
  @IdField({ description: 'The mandate on paper.' })
  readonly paperMandate!: PaperMandateId;
}

/** Which copy of which one. */
export class PaperEvidencePath extends PaperMandatePath {
  @IdField({ description: 'The copy.' })
  readonly evidence!: EvidenceId;
}

/** Why it is confirmed or rejected. */
export class DecidePaperMandate {
  @TextField({
    ...{ min: 3, max: 500 },
    description: 'Why. It is kept in the trail.',
    example: 'Signature and passport agree.',
  })
  readonly reason!: string;
}
