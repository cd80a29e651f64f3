import { ApiProperty } from '@nestjs/swagger';
import type { Stretch } from '../../domain/access-history.ts';
import { mandateGrounds } from '../../domain/ground.ts';
import type { EmployeeId, MandateId, OrganisationId } from '../../domain/ids.ts';
import { categories, everySender, scopeActions, type WideScope } from '../../domain/scope.ts';
import { shieldMakers } from '../../domain/shield.ts';
import { OfficeInTrailJson, OwnTrailEntryJson } from '../trail-entries.json.ts';
import { TrailEntryJson } from '../trail-search.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const next = {
  type: String,
  required: false,
  description: 'The cursor of the next page of what was done.',
};

/** Whose messages could be read. */
export class ReadableSenderJson {
  @ApiProperty({
    type: String,
    required: false,
    example: '00000099000000001000',
    description: 'Absent: of every sender.',
  })
  readonly oin?: string | undefined;
  @ApiProperty({ example: 'Belastingdienst' })
  readonly nameNl!: string;
  @ApiProperty({ example: 'Tax office' })
  readonly nameEn!: string;
}

/** What could be read, and what else could be done with it. */
export class ReadableJson {
  @ApiProperty({ type: ReadableSenderJson })
  readonly sender!: ReadableSenderJson;
  @ApiProperty({ enum: [...categories, 'all'], example: 'financial' })
  readonly category!: string;
  @ApiProperty({ enum: scopeActions, isArray: true, example: ['read', 'download'] })
  readonly actions!: readonly string[];
}

/** What was kept from the office: one message; or a sender, a category, or a category of a sender. */
export class ShieldedThenJson {
  @ApiProperty({ enum: shieldMakers, example: 'client', description: 'Who kept it.' })
  readonly by!: string;
  @ApiProperty({ type: String, ...id, required: false })
  readonly message?: string | undefined;
  @ApiProperty({ type: String, required: false, example: '00000099000000001000' })
  readonly sender?: string | undefined;
  @ApiProperty({ required: false, enum: categories, example: 'care' })
  readonly category?: string | undefined;
}

/** Somebody of an office. For officials only: a client sees offices and never who works there (R35). */
export class CouldReadEmployeeJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ example: 'Joris van Dam' })
  readonly name!: string;
}

/** From one instant up to another. */
export class StretchJson {
  @ApiProperty({ format: 'date-time', example: '2027-01-31T23:00:00.000Z' })
  readonly from!: string;
  @ApiProperty({ format: 'date-time', example: '2027-02-01T23:00:00.000Z', description: 'Up to then.' })
  readonly until!: string;
  @ApiProperty({ type: [ReadableJson] })
  readonly lines!: readonly ReadableJson[];
  @ApiProperty({
    type: [ShieldedThenJson],
    description: 'What of it the office could not see. To officials only what a judge kept.',
  })
  readonly shielded!: readonly ShieldedThenJson[];
  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'Only what was delivered before: by urgent acts after the end (R31).',
  })
  readonly deliveredBefore?: string | undefined;
  @ApiProperty({
    type: Boolean,
    required: false,
    example: true,
    description: 'For officials: the client kept some of it from the office. What, is his affair.',
  })
  readonly shieldedByClient?: boolean | undefined;
  @ApiProperty({
    type: [CouldReadEmployeeJson],
    required: false,
    description: 'For officials: who of the office could.',
  })
  readonly employees?: readonly CouldReadEmployeeJson[] | undefined;
}

/** What an office could read by one mandate on that day. */
export class CouldReadJson {
  @ApiProperty(id)
  readonly mandate!: string;
  @ApiProperty({ enum: mandateGrounds, example: 'voluntary' })
  readonly ground!: string;
  @ApiProperty({ type: OfficeInTrailJson })
  readonly organisation!: OfficeInTrailJson;
  @ApiProperty({ type: [StretchJson], description: 'When on that day, in order; of today up to now.' })
  readonly stretches!: readonly StretchJson[];
}

/** Who could read what on one day. */
class CouldJson {
  @ApiProperty({ format: 'date', example: '2027-02-01', description: 'The day in the Netherlands.' })
  readonly day!: string;
  @ApiProperty({ type: [CouldReadJson], description: 'Who could read what, by which mandate.' })
  readonly could!: readonly CouldReadJson[];
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'There are more mandates: give this as `after` to see what they gave.',
  })
  readonly couldNext?: string | undefined;
}

/** Who could read what on one day, and who did what: for the client. */
export class OwnAccessHistoryJson extends CouldJson {
  @ApiProperty({ type: [OwnTrailEntryJson], description: 'What was done on that day, newest first.' })
  readonly items!: readonly OwnTrailEntryJson[];
  @ApiProperty(next)
  readonly next?: string | undefined;
}

/** The same for an official, with who of the offices could. */
export class AccessHistoryJson extends CouldJson {
  @ApiProperty({ type: [TrailEntryJson], description: 'What was done on that day, newest first.' })
  readonly items!: readonly TrailEntryJson[];
  @ApiProperty(next)
  readonly next?: string | undefined;
}

/** What those who are named are called. */
export interface CouldNames {
  readonly names: ReadonlyMap<OrganisationId | EmployeeId, string>;
  readonly kvks: ReadonlyMap<OrganisationId, string | null>;
  readonly senders: ReadonlyMap<string, { readonly nameNl: string; readonly nameEn: string }>;
}

/** What a mandate gave on a day. */
export interface Gave {
  readonly mandate: MandateId;
  readonly ground: string;
  readonly organisation: OrganisationId;
  readonly stretches: readonly Stretch[];
}

const everyone = { nameNl: 'Alle afnemers', nameEn: 'Every sender' };
const senderJson = (sender: WideScope['sender'], { senders }: CouldNames): ReadableSenderJson =>
  sender === everySender
    ? everyone
    : { oin: sender, ...(senders.get(sender) ?? { nameNl: sender, nameEn: sender }) };

/** What goes on the wire of it. */
export const couldReadJson = (
  { mandate, ground, organisation, stretches }: Gave,
  names: CouldNames,
  forOfficial: boolean,
): CouldReadJson => ({
  ...{ mandate, ground },
  organisation: {
    id: organisation,
    name: names.names.get(organisation) ?? '',
    kvk: names.kvks.get(organisation) ?? undefined,
  },
  stretches: stretches.map(({ from, until, lines, shields, deliveredBefore, employees }) => ({
    from: from.toISOString(),
    until: until.toISOString(),
    lines: lines.map(({ sender, category, actions }) => ({
      ...{ sender: senderJson(sender, names), category, actions },
    })),
    shielded: shields
      .filter(({ by }) => !forOfficial || by === 'court')
      .map(({ by, message, sender, category }) => ({ by, message, sender, category })),
    shieldedByClient: forOfficial ? shields.some(({ by }) => by === 'client') || undefined : undefined,
    deliveredBefore: deliveredBefore?.toISOString(),
    employees: employees?.map((employee) => ({ id: employee, name: names.names.get(employee) ?? '' })),
  })),
});
