import { type CaseKind, caseKinds, type CaseState, caseStates } from '../../domain/identity-case.ts';
import type { ClientId, EvidenceId, IdentityCaseId, ProposalId } from '../../domain/ids.ts';
import { IdField, OneOfField, TextField } from '../../platform/fields.ts';
import { PageQuery } from '../../platform/fields.nested.ts';

/** Which cases to list. */
export class ListCases extends PageQuery {
  @OneOfField(caseKinds, { optional: true, description: 'What is to be found out.' })
  readonly kind?: CaseKind;

  @OneOfField(caseStates, {
    optional: true,
    description: 'How far it is. `waiting` is the work of officials.',
  })
  readonly state?: CaseState;
}

/** Which case. */
export class CasePath {
  @IdField({ description: 'The case.' })
  readonly identityCase!: IdentityCaseId;
}

/** Which copy of which case. */
export class EvidencePath extends CasePath {
  @IdField({ description: 'The copy.' })
  readonly evidence!: EvidenceId;
}

/** What an official decides, and why. */
export class DecideCase {
  @OneOfField(['grant', 'refuse'], { description: 'The decision.', example: 'grant' })
  readonly decision!: 'grant' | 'refuse';

  @IdField({
    optional: true,
    description:
      'To grant: who it is, one of the candidates; another official then confirms it. Left out only for somebody new, who asked on paper and stated no citizen service number.',
  })
  readonly client?: ClientId;

  @TextField({
    min: 3,
    max: 500,
    description: 'Why. It is kept in the trail.',
    example: 'Name, date of birth and passport agree.',
  })
  readonly reason!: string;
}

/** Why an official undoes it. */
export class WhyCase {
  @TextField({
    ...{ min: 3, max: 500 },
    description: 'Why. It is kept in the trail.',
    example: 'Her sister asked for it.',
  })
  readonly reason!: string;
}

/** What an official confirms, as he saw it, and why. */
export class ConfirmCase {
  @IdField({ description: 'The proposal that you looked at.' })
  readonly proposal!: ProposalId;

  @IdField({ description: 'Whose inbox it opens.' })
  readonly client!: ClientId;

  @TextField({
    ...{ min: 3, max: 500 },
    description: 'Why. It is kept in the trail.',
    example: 'Looked at the passport beside the register too.',
  })
  readonly reason!: string;
}
