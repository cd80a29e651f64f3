import { ApiProperty } from '@nestjs/swagger';
import { actions } from '../domain/actions.ts';
import { reasons } from '../domain/reasons.ts';
import { askedOf, askedSentence } from './trail-entries.asked.ts';
import { capacities, capacityOf, type Sentence, sentenceOf } from './trail-entries.sentence.ts';
import type { TrailLine } from './trail-entries.store.ts';

const example = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
const actionNames = Object.keys(actions);

/** An office, as it was called when it happened. */
export class OfficeInTrailJson {
  @ApiProperty({ format: 'uuid', example })
  readonly id!: string;

  @ApiProperty({ example: 'Kantoor Vermeer' })
  readonly name!: string;

  @ApiProperty({
    type: String,
    required: false,
    example: '90001234',
    description: 'KvK number; an individual has none.',
  })
  readonly kvk?: string | undefined;
}

/** Who acted, as far as a client may know. */
export class WhoJson {
  @ApiProperty({ enum: capacities, example: 'employee', description: 'In which capacity.' })
  readonly capacity!: string;

  @ApiProperty({ type: OfficeInTrailJson, required: false, description: 'The office of an employee.' })
  readonly organisation?: OfficeInTrailJson;

  @ApiProperty({
    ...{ required: false, example: '00000099000000001000' },
    description: 'The OIN of a sender, or of another system.',
  })
  readonly oin?: string;

  @ApiProperty({
    ...{ required: false, example: 'Message box of the town' },
    description:
      'The name of a system that asked whether somebody may do something, as it was registered then.',
  })
  readonly name?: string;
}

class SentenceJson implements Sentence {
  @ApiProperty({ example: 'Een medewerker van Kantoor Vermeer opende een bericht.' })
  readonly nl!: string;

  @ApiProperty({ example: 'Kantoor Vermeer opened a message.' })
  readonly en!: string;
}

/** What all lines of the trail say. */
export class LineJson {
  @ApiProperty({ format: 'uuid', example })
  readonly id!: string;

  @ApiProperty({ format: 'date-time', example: '2027-01-31T09:15:00.000Z' })
  readonly at!: string;

  @ApiProperty({ enum: actionNames, example: 'inbox.read' })
  readonly action!: string;

  @ApiProperty({ enum: ['permitted', 'refused'], example: 'permitted' })
  readonly outcome!: string;

  @ApiProperty({
    required: false,
    enum: ['own-affairs', 'mandate', 'office', 'supervision', 'task'],
    example: 'mandate',
    description: 'On which ground it was permitted.',
  })
  readonly ground?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'The mandate that it was about, or rested on.',
  })
  readonly mandate?: string;
}

/** One line of a client's own record: who did what, when, and on which ground. Never a person's name or id. */
export class OwnTrailEntryJson extends LineJson {
  @ApiProperty({ type: WhoJson })
  readonly who!: WhoJson;

  @ApiProperty({ required: false, example: 'message', description: 'The kind of thing it was about.' })
  readonly objectKind?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The message, when it was about one.' })
  readonly message?: string;

  @ApiProperty({
    required: false,
    example: true,
    description: 'There when a colleague did it who stood in for who usually handles the client.',
  })
  readonly cover?: boolean;

  @ApiProperty({
    ...{ type: OfficeInTrailJson, required: false },
    description: 'About which office another system asked whether it may do something.',
  })
  readonly askedAbout?: OfficeInTrailJson;

  @ApiProperty({ required: false, description: 'What that system heard: whether it may.' })
  readonly answer?: boolean;

  @ApiProperty({ type: SentenceJson, description: 'The line in words.' })
  readonly sentence!: SentenceJson;
}

/** A line as a client sees it. */
export function ownTrailEntryJson(line: TrailLine): OwnTrailEntryJson {
  const capacity = capacityOf(line.actorKind, line.actorId === line.client);
  const cover = line.details.cover === true;
  const asked = askedOf(line);
  return {
    ...lineJson(line),
    who: {
      capacity,
      organisation: capacity === 'employee' ? officeJson(line) : undefined,
      oin: capacity === 'sender' || capacity === 'system' ? line.actorId : undefined,
      name: asked?.system,
    },
    objectKind: line.objectKind ?? undefined,
    message: line.objectKind === 'message' ? (line.objectId ?? undefined) : undefined,
    ...(cover ? { cover } : {}),
    askedAbout: asked?.office === undefined ? undefined : officeJson(line),
    answer: asked?.answer,
    sentence: asked
      ? askedSentence(line, capacity, asked)
      : sentenceOf(capacity, line.organisationName, line.action, outcomeOf(line), {
          cover,
          alone: line.organisationKvk === null,
          how: line.details.file === true ? 'file' : line.details.search === true ? 'search' : undefined,
        }),
  };
}

/** Forbidden by a rule about access, or allowed and not possible: the reason of the latter is a problem. */
const outcomeOf = ({ outcome, reason }: TrailLine): 'permitted' | 'refused' | 'impossible' =>
  outcome === 'refused' && reason !== null && !(reason in reasons) ? 'impossible' : outcome;

/** The part of a line that everyone gets who gets the line. */
export const lineJson = (line: TrailLine): LineJson => ({
  id: line.id,
  at: line.at.toISOString(),
  action: line.action,
  outcome: line.outcome,
  ground: line.ground ?? undefined,
  mandate: line.mandate ?? undefined,
});

/** The office of a line, if it names one. */
export const officeJson = (line: TrailLine): OfficeInTrailJson | undefined =>
  line.organisation === null
    ? undefined
    : {
        id: line.organisation,
        name: line.organisationName ?? '',
        kvk: line.organisationKvk ?? undefined,
      };

/** A page of a client's own record. */
export class OwnTrailJson {
  @ApiProperty({ type: OwnTrailEntryJson, isArray: true })
  readonly items!: readonly OwnTrailEntryJson[];

  @ApiProperty({ type: String, required: false, description: 'The cursor of the next page.' })
  readonly next?: string | undefined;
}
