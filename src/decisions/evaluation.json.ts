import { ApiProperty } from '@nestjs/swagger';
import type { DecisionCaller } from '../domain/decision-caller.ts';
import { toldTo } from '../domain/decision-caller-access.ts';
import type { Denial, Permit } from '../domain/decision.ts';
import { AccessDenied, type Fault } from '../domain/errors.ts';
import type { KnownOfAsked } from '../domain/evaluation.ts';
import { type Day, dayOf, endless } from '../domain/day.ts';
import { type Authority, lastsUntil } from '../domain/mandate.ts';
import { type ReasonCode, reasons } from '../domain/reasons.ts';
import { toldOfLater } from '../domain/reasons.later.ts';
import { type Remedy, remedies, remedyOf } from '../domain/remedy.ts';

const acrOf = (level: string): string => `http://eidas.europa.eu/LoA/${level}`;

/** A sentence for people, in both languages. */
export class SentencesJson {
  @ApiProperty({ example: 'The authorisation has expired. Ask the client to renew it.' })
  readonly en!: string;

  @ApiProperty({ example: 'De machtiging is verlopen. Vraag de cliënt om een nieuwe machtiging.' })
  readonly nl!: string;
}

/** A link of the chain by which somebody acts for a client. */
export class LinkJson {
  @ApiProperty({ enum: ['organisation', 'employee', 'mandate'] })
  readonly type!: string;

  @ApiProperty({ example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' })
  readonly id!: string;
}

/** The mandate on which a yes rests. */
export class MandateOfDecisionJson {
  @ApiProperty({ example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' })
  readonly id!: string;

  @ApiProperty({
    ...{ type: String, format: 'date', required: false, example: '2027-01-01' },
    description:
      'The first day on which it gives nothing any more. Absent: it has no term. It can end before.',
  })
  readonly until?: string | undefined;
}

/** Something that was wrong with one question of a batch. */
export class ErrorOfQuestionJson {
  @ApiProperty({ example: 400 })
  readonly status!: number;

  @ApiProperty({ example: '#/evaluations/3/subject/id: This must be a text of 1 to 1,000 characters.' })
  readonly message!: string;
}

/** Why, and what would make it a yes. */
export class DecisionContextJson {
  @ApiProperty({
    required: false,
    enum: Object.keys(reasons),
    description: 'Why not, as far as the asking system may hear it.',
  })
  readonly reason?: ReasonCode;

  @ApiProperty({ required: false, type: SentencesJson, description: 'The same for people.' })
  readonly reason_user?: SentencesJson;

  @ApiProperty({ required: false, enum: remedies, description: 'What would make it a yes.' })
  readonly remedy?: Remedy;

  @ApiProperty({
    ...{ required: false, type: [String], example: ['http://eidas.europa.eu/LoA/substantial'] },
    description: 'With which level to sign in, when that is what is missing.',
  })
  readonly acr_values?: readonly string[];

  @ApiProperty({ required: false, type: [LinkJson], description: 'From the client down to who acts.' })
  readonly via?: readonly LinkJson[];

  @ApiProperty({ required: false, type: MandateOfDecisionJson })
  readonly mandate?: MandateOfDecisionJson;

  @ApiProperty({ required: false, type: ErrorOfQuestionJson })
  readonly error?: ErrorOfQuestionJson;
}

/** An answer. */
export class DecisionJson {
  @ApiProperty({ description: 'Whether the subject may.' })
  readonly decision!: boolean;

  @ApiProperty({ required: false, type: DecisionContextJson })
  readonly context?: DecisionContextJson;
}

/** Answers, in the order of the questions. A batch that stops early has fewer. */
export class DecisionsJson {
  @ApiProperty({ type: [DecisionJson] })
  readonly evaluations!: readonly DecisionJson[];
}

/** What was decided, as this system may hear it. */
export function decisionJson(
  caller: DecisionCaller,
  decision: Permit | Denial,
  known: KnownOfAsked,
): DecisionJson {
  if (decision instanceof AccessDenied) {
    const context = refusalJson(caller, decision.heard ?? decision);
    return context ? { decision: false, context } : { decision: false };
  }
  const { ground } = decision;
  if (ground.kind !== 'mandate') return { decision: true };
  const authority = [known.facts.mandate, ...known.facts.mandates].find(
    (each) => each?.id === ground.mandate,
  );
  const until = authority && untilOf(authority, ground.until);
  return {
    decision: true,
    context: {
      via: [
        { type: 'mandate', id: ground.mandate },
        ...(known.organisation ? [{ type: 'organisation', id: known.organisation }] : []),
        ...(known.employee ? [{ type: 'employee', id: known.employee }] : []),
      ],
      mandate: { id: ground.mandate, until: until === endless ? undefined : until },
    },
  };
}

/** The first day without it: its own, or of the part that makes it a yes, or that on which it ended before. */
function untilOf(authority: Authority, ofPart: Day | undefined): Day | undefined {
  const ends = [lastsUntil(authority), ofPart, authority.endedAt && dayOf(authority.endedAt)];
  return ends.filter((day) => day !== undefined).toSorted()[0];
}

/** Why not, and what helps; nothing for who hears no reasons. What is hidden gets no advice that would show it. */
function refusalJson(caller: DecisionCaller, denial: Denial): DecisionContextJson | undefined {
  const told = toldTo(caller, denial);
  if (!told) return undefined;
  const { reason, words } = denial.later ? toldOfLater(told) : { reason: told, words: reasons[told] };
  const { en, nl } = words;
  const remedy = remedyOf(reason);
  return {
    reason,
    reason_user: { en, nl },
    ...(remedy ? { remedy } : {}),
    ...(reason === denial.reason && denial.neededAssurance
      ? { acr_values: [acrOf(denial.neededAssurance)] }
      : {}),
  };
}

/** The answer to a question of a batch that was not right: no. */
export const faultyJson = (faults: readonly Fault[]): DecisionJson => ({
  decision: false,
  context: {
    error: { status: 400, message: faults.map(({ location, detail }) => `${location}: ${detail}`).join(' ') },
  },
});
