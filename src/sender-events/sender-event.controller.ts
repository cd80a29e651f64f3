import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { AcknowledgedJson, SenderEventsJson } from './sender-event.json.ts';
import { AcknowledgeSenderEvents, ListSenderEvents } from './sender-event.request.ts';
import { SenderEventService } from './sender-event.service.ts';

/** What a sender is told of mandates about its messages. */
@ApiTags('senders')
@Controller('v1/sender-events')
export class SenderEventController {
  constructor(private readonly events: SenderEventService) {}

  @Get()
  @Requires('sender-event.list')
  @ApiOperation({
    operationId: 'listSenderEvents',
    summary: 'Who may no longer act for whom?',
    description:
      'What ended or became smaller of the mandates about your messages, oldest first, from the moment that it did. ' +
      'It is told each time until you acknowledge it.',
  })
  @ApiOkResponse({ type: SenderEventsJson, description: 'What waits for you.' })
  list(@Acting() actor: Actor, @Query() { limit }: ListSenderEvents): Promise<SenderEventsJson> {
    return this.events.list(actor, limit);
  }

  @Post('_acknowledge')
  @HttpCode(200)
  @Requires('sender-event.acknowledge')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'acknowledgeSenderEvents',
    summary: 'Say that you heard these events',
    description:
      'They are told no more. One that you acknowledged before is no fault; one that is not yours is named.',
  })
  @ApiOkResponse({ type: AcknowledgedJson })
  acknowledge(
    @Acting() actor: Actor,
    @Body() { events }: AcknowledgeSenderEvents,
    @IdempotencyKey() once: OnceKey,
  ): Promise<AcknowledgedJson> {
    return this.events.acknowledge(actor, events, once);
  }
}
