import type { Day } from '../domain/day.ts';
import type { Bsn, Oin } from '../domain/identifiers.ts';
import type { ClientId, LineId, MandateId, OrganisationId } from '../domain/ids.ts';
import { type MandateState, mandateStates } from '../domain/mandate.ts';
import { categories, type Category, type ScopeAction, scopeActions } from '../domain/scope.ts';
import {
  BsnField,
  DayField,
  IdField,
  OinField,
  OneOfField,
  SomeOfField,
  TextField,
} from '../platform/fields.ts';
import { ListField, PageQuery } from '../platform/fields.nested.ts';

const mostLines = 50;

/** One wished scope line. */
export class WishedLine {
  @OinField()
  readonly sender!: Oin;

  @OneOfField([...categories, 'all'], {
    description: 'The kind of message. `all` is everything of this sender, also what has no category.',
    example: 'financial',
  })
  readonly category!: Category | 'all';

  @SomeOfField(scopeActions, { description: 'What the office may do.', example: ['read', 'download'] })
  readonly actions!: ScopeAction[];
}

/** Lines and period: what every mandate has. */
class WishedMandate {
  @ListField(() => WishedLine, {
    max: mostLines,
    description: 'At least one sender, with what the office may do (R7).',
  })
  readonly lines!: WishedLine[];

  @DayField({ description: 'The first day. Today or later (R8).', example: '2026-11-24' })
  readonly from!: Day;

  @DayField({
    description: 'The first day on which it no longer holds; five years after the start at most (R8).',
  })
  readonly until!: Day;
}

/** An office asks a client for a mandate. */
export class RequestMandate extends WishedMandate {
  @BsnField({ description: 'The citizen service number of the client.' })
  readonly bsn!: Bsn;

  @DayField({ description: 'The date of birth of the client.', example: '1984-05-17' })
  readonly birthDate!: Day;

  @TextField({
    max: 80,
    optional: true,
    description: 'The office’s own name for the dossier.',
    example: 'dossier 118',
  })
  readonly reference?: string;
}

/** A client gives an office a mandate himself. */
export class GrantMandate extends WishedMandate {
  @IdField({ description: 'The recognised organisation that the client chooses.' })
  readonly organisation!: OrganisationId;
}

/** Which mandates to list. */
export class ListMandates extends PageQuery {
  @OneOfField(mandateStates, { optional: true, description: 'The state as it is now.' })
  readonly state?: MandateState;

  @IdField({ optional: true, description: 'The client; to an office, of what he gave.' })
  readonly client?: ClientId;

  @IdField({ optional: true, description: 'The organisation.' })
  readonly organisation?: OrganisationId;

  @OinField({ optional: true, description: 'A sender that an open line names.' })
  readonly sender?: Oin;

  @OneOfField([...categories, 'all'], { optional: true, description: 'A category that an open line names.' })
  readonly category?: Category | 'all';
}

/** Which mandate. */
export class MandatePath {
  @IdField({ description: 'The mandate.' })
  readonly mandate!: MandateId;
}

/** Which scope line of which mandate. */
export class LinePath extends MandatePath {
  @IdField({ description: 'The scope line.' })
  readonly line!: LineId;
}

/** The code that a client handed over. */
export class ActivateMandate {
  @TextField({
    max: 40,
    description: 'The code from the client’s letter; spaces, hyphens and case do not matter.',
    example: 'ABCDE-FGHJK-MNPQR-STWXY',
  })
  readonly code!: string;
}

/** Asking to go on after the end. */
export class RenewMandate {
  @DayField({
    description: 'The first day on which the new mandate no longer holds. It starts when this one ends.',
    example: '2028-01-01',
  })
  readonly until!: Day;
}

/** What remains of one line. */
export class NarrowedLine {
  @IdField({ description: 'The scope line.' })
  readonly id!: LineId;

  @SomeOfField(scopeActions, { description: 'The actions that remain.', example: ['read'] })
  readonly actions!: ScopeAction[];
}

/** Making a mandate smaller (R20). */
export class NarrowMandate {
  @DayField({ optional: true, description: 'An earlier end.' })
  readonly until?: Day;

  @ListField(() => NarrowedLine, {
    max: mostLines,
    optional: true,
    description: 'What remains of these lines.',
  })
  readonly lines?: NarrowedLine[];
}

/** Revoking. A client sends nothing; an official says how the client told it (R16). */
export class RevokeMandate {
  @OneOfField(['desk', 'letter'], {
    optional: true,
    description: 'For an official: how the client revoked.',
    example: 'desk',
  })
  readonly receivedBy?: 'desk' | 'letter';

  @TextField({
    max: 500,
    optional: true,
    description: 'For an official: what was received, and when.',
    example: 'Letter of 20 November.',
  })
  readonly note?: string;
}

/** Why an official does something. */
export class ReasonGiven {
  @TextField({
    min: 3,
    max: 500,
    description: 'Why. It is kept in the trail.',
    example: 'Under investigation.',
  })
  readonly reason!: string;
}
