import { ApiProperty } from '@nestjs/swagger';
import { assuranceLevels } from '../domain/assurance.ts';
import { reasons } from '../domain/reasons.ts';
import { lineJson, LineJson, officeJson, OfficeInTrailJson } from './trail-entries.json.ts';
import type { TrailLine } from './trail-entries.store.ts';

/** The one who acted, as the trail names him: ids and subjects, never names. */
export class ActorInTrailJson {
  @ApiProperty({
    enum: ['citizen', 'unlinked', 'employee', 'newcomer', 'official', 'sender', 'system', 'job'],
    example: 'employee',
  })
  readonly kind!: string;

  @ApiProperty({
    description: 'Pseudonym, keyed index of a means, employee id, subject, OIN or the name of a job.',
  })
  readonly id!: string;
}

class ObjectInTrailJson {
  @ApiProperty({ example: 'message' })
  readonly kind!: string;

  @ApiProperty({ example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' })
  readonly id!: string;
}

/** One line of the trail, whole. */
export class TrailEntryJson extends LineJson {
  @ApiProperty({ type: ActorInTrailJson })
  readonly actor!: ActorInTrailJson;

  @ApiProperty({ enum: assuranceLevels, example: 'substantial', description: 'Of the sign-in.' })
  readonly assurance!: string;

  @ApiProperty({ required: false, enum: Object.keys(reasons), description: 'The true reason of a refusal.' })
  readonly reason?: string;

  @ApiProperty({
    type: OfficeInTrailJson,
    required: false,
    description: 'The office of the employee who acted, else the one that it was about.',
  })
  readonly organisation?: OfficeInTrailJson;

  @ApiProperty({ required: false, format: 'uuid', description: 'The pseudonym of the client.' })
  readonly client?: string;

  @ApiProperty({ type: ObjectInTrailJson, required: false })
  readonly object?: ObjectInTrailJson;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { from: 'offered', to: 'active' } })
  readonly details!: Readonly<Record<string, string | number | boolean>>;

  @ApiProperty({ required: false, description: 'W3C trace id: 32 hex digits.' })
  readonly trace?: string;
}

/** A line as an official sees it. */
export const trailEntryJson = (line: TrailLine): TrailEntryJson => ({
  ...lineJson(line),
  actor: { kind: line.actorKind, id: line.actorId },
  assurance: line.assurance,
  reason: line.reason ?? undefined,
  organisation: officeJson(line),
  client: line.client ?? undefined,
  object: line.objectKind === null ? undefined : { kind: line.objectKind, id: line.objectId ?? '' },
  details: line.details,
  trace: line.trace ?? undefined,
});

/** A page of the trail. */
export class TrailPageJson {
  @ApiProperty({ type: TrailEntryJson, isArray: true })
  readonly items!: readonly TrailEntryJson[];

  @ApiProperty({ type: String, required: false, description: 'The cursor of the next page.' })
  readonly next?: string | undefined;
}
