import { ApiProperty } from '@nestjs/swagger';
import type { ActorKind } from '../domain/actor.ts';
import { dayOf } from '../domain/day.ts';
import { type MandateState, mandateStates, type Party } from '../domain/mandate.ts';
import { mandateChanges, stateShownTo } from '../domain/mandate-history.ts';
import type { Change } from './mandate-history.store.ts';

const moveNames = mandateChanges.map((action) => action.slice('mandate.'.length));
const parties = ['client', 'organisation', 'official', 'service'] as const;

const partyOf: Readonly<Record<ActorKind, (typeof parties)[number]>> = {
  citizen: 'client',
  employee: 'organisation',
  unlinked: 'client',
  newcomer: 'organisation',
  official: 'official',
  sender: 'service',
  system: 'service',
  job: 'service',
};

class ByJson {
  @ApiProperty({ enum: parties, example: 'client', description: 'On which side of the mandate.' })
  readonly party!: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Which employee: only for his own office, and for officials.',
  })
  readonly employee?: string;
}

/** One change of a mandate. */
export class MandateChangeJson {
  @ApiProperty({ format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time', example: '2027-01-31T23:15:00.000Z' })
  readonly at!: string;

  @ApiProperty({ format: 'date', example: '2027-02-01', description: 'The day in the Netherlands.' })
  readonly day!: string;

  @ApiProperty({ type: ByJson })
  readonly by!: ByJson;

  @ApiProperty({ enum: moveNames, example: 'consent' })
  readonly move!: string;

  @ApiProperty({ required: false, enum: mandateStates, example: 'offered' })
  readonly from?: string;

  @ApiProperty({ required: false, enum: mandateStates, example: 'active' })
  readonly to?: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { receivedBy: 'desk' },
    description: 'What else is known of the change.',
  })
  readonly details!: Readonly<Record<string, unknown>>;
}

/** A page of the time line of one mandate, oldest first. */
export class MandateHistoryJson {
  @ApiProperty({ type: MandateChangeJson, isArray: true })
  readonly items!: readonly MandateChangeJson[];

  @ApiProperty({ type: String, required: false, description: 'The cursor of the next page.' })
  readonly next?: string | undefined;
}

/** Facts of a change that all parties may know. An allow-list: what a use case adds does not leak by itself. */
const shownDetails = ['line', 'lines', 'until', 'predecessor', 'receivedBy', 'reason'];
/** What an official wrote about a desk or a letter is for officials. */
const officialDetails = [...shownDetails, 'note'];

/** A change as this party may see it (R3). */
export function mandateChangeJson(change: Change, reader: Party, answered: boolean): MandateChangeJson {
  const shown = (state: MandateState | null) =>
    state === null ? undefined : stateShownTo(reader, answered, state);
  const allowed = reader === 'official' ? officialDetails : shownDetails;
  const withEmployee = change.actorKind === 'employee' && reader !== 'client';
  return {
    id: change.id,
    at: change.at.toISOString(),
    day: dayOf(change.at),
    by: {
      party: partyOf[change.actorKind],
      employee: withEmployee ? change.actorId : undefined,
    },
    move: change.action.slice('mandate.'.length),
    from: shown(change.from),
    to: shown(change.to),
    details: Object.fromEntries(Object.entries(change.details).filter(([name]) => allowed.includes(name))),
  };
}
