import { ApiProperty } from '@nestjs/swagger';
import {
  type KnownLife,
  lifeEventKinds,
  lifeEventOutcomes,
  lifeEventQuestions,
} from '../domain/life-event.ts';
import type { KeptEvent } from './life-event.store.ts';
import { questionWords } from './life-event.words.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const day = { format: 'date', example: '2026-11-20' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };
const lines = {
  type: 'array' as const,
  items: { type: 'string' },
  example: ['Voorbeeldstraat 12', '3511 AB Utrecht'],
};

/** What an official is asked. */
export class LifeQuestionJson {
  @ApiProperty({ enum: lifeEventQuestions, example: 'another-day' })
  readonly code!: string;
  @ApiProperty({ example: 'Deze gebeurtenis is eerder gemeld, op een andere dag. Welke dag klopt?' })
  readonly nl!: string;
  @ApiProperty({ example: 'This event was told before, with another day. Which day is right?' })
  readonly en!: string;
}

/** Whom an event is about. */
export class LifeClientJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ type: String, required: false, example: 'Yasmina el Amrani' })
  readonly name?: string | undefined;
}

/** What the register told. */
export class ToldLifeJson {
  @ApiProperty({ type: String, required: false, example: 'Yasmina Bakker' })
  readonly name?: string | undefined;
  @ApiProperty({ type: String, required: false, example: 'BE' })
  readonly country?: string | undefined;
  @ApiProperty({ ...lines, required: false })
  readonly address?: readonly string[] | undefined;
}

/** What is known of the person now, to be compared. */
export class KnownLifeJson {
  @ApiProperty({ type: String, ...day, required: false })
  readonly diedOn?: string | undefined;
  @ApiProperty({ type: String, required: false, example: 'Yasmina el Amrani' })
  readonly name?: string | undefined;
  @ApiProperty({ type: String, ...day, required: false, description: 'Since when, by a life event.' })
  readonly nameSince?: string | undefined;
  @ApiProperty({ example: false })
  readonly abroad!: boolean;
  @ApiProperty({ type: String, required: false, example: 'BE' })
  readonly country?: string | undefined;
  @ApiProperty({ ...lines, required: false })
  readonly address?: readonly string[] | undefined;
  @ApiProperty({ type: String, ...day, required: false, description: 'Since when, by a life event.' })
  readonly residenceSince?: string | undefined;
  @ApiProperty({ type: String, ...day, required: false })
  readonly ofAgeOn?: string | undefined;
}

/** What an official made of it. */
export class SettledLifeJson {
  @ApiProperty(instant)
  readonly at!: string;
  @ApiProperty({ example: 'official:olga', description: 'Which official.' })
  readonly by!: string;
  @ApiProperty({ example: 'The municipality confirmed the first certificate by telephone.' })
  readonly reason!: string;
}

/** An event in somebody's life, for officials. */
export class LifeEventJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ example: '00000099000000008000', description: 'Which register told it.' })
  readonly source!: string;
  @ApiProperty({ enum: lifeEventKinds, example: 'death' })
  readonly kind!: string;
  @ApiProperty({ ...day, description: 'Since when it holds.' })
  readonly effectiveOn!: string;
  @ApiProperty(instant)
  readonly receivedAt!: string;
  @ApiProperty({
    enum: lifeEventOutcomes,
    example: 'waiting',
    description: '`known` told before; `overtaken` by a later one that is known; `waiting` for an official.',
  })
  readonly outcome!: string;
  @ApiProperty({ type: LifeQuestionJson, required: false, description: 'Why an official has to look.' })
  readonly question?: LifeQuestionJson | undefined;
  @ApiProperty({ type: LifeClientJson })
  readonly client!: LifeClientJson;
  @ApiProperty({ type: ToldLifeJson })
  readonly told!: ToldLifeJson;
  @ApiProperty({ type: KnownLifeJson })
  readonly known!: KnownLifeJson;
  @ApiProperty({ type: SettledLifeJson, required: false })
  readonly settled?: SettledLifeJson | undefined;
}

/** A page of events, in the order in which they came. */
export class LifeEventsJson {
  @ApiProperty({ type: [LifeEventJson] })
  readonly items!: readonly LifeEventJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

/** An event beside what is known. */
export const lifeEventJson = (event: KeptEvent, { residence, ...known }: KnownLife): LifeEventJson => ({
  ...{ id: event.id, source: event.source, kind: event.kind, effectiveOn: event.effectiveOn },
  receivedAt: event.receivedAt.toISOString(),
  outcome: event.outcome,
  question: event.question ? { code: event.question, ...questionWords[event.question] } : undefined,
  client: { id: event.client, name: event.clientName ?? undefined },
  told: { name: event.name, country: event.country, address: event.address },
  known: { ...known, ...residence },
  settled:
    event.settledAt && event.settledBy !== null
      ? { at: event.settledAt.toISOString(), by: event.settledBy, reason: event.reason ?? '' }
      : undefined,
});
