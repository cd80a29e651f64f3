import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import type { Page } from '../platform/cursor.ts';
import { Paged } from '../platform/page-link.ts';
import { LifeEventIntakeService } from './life-event-intake.service.ts';
import { LifeEventJson, LifeEventsJson } from './life-event.json.ts';
import { LifeEventQueueService } from './life-event-queue.service.ts';
import { LifeEventPath, ListLifeEvents, ReportLifeEvent, ResolveLifeEvent } from './life-event.request.ts';

/** What the registers of persons tell of people's lives. */
@ApiTags('life events')
@Controller('v1/life-events')
export class LifeEventsController {
  constructor(
    private readonly intake: LifeEventIntakeService,
    private readonly queue: LifeEventQueueService,
  ) {}

  @Post()
  @HttpCode(204)
  @Requires('life-event.report')
  @ApiOperation({
    operationId: 'reportLifeEvent',
    summary: 'Tell what happened in the life of a person',
    description:
      'For registers of persons that are named in the configuration. The same event told again, by its `eventId`, has ' +
      'no effect, so there is no Idempotency-Key. When this has answered, a death has ended all mandates (R30). The ' +
      'answer is the same for who is no client of this service; nothing is kept of him.',
  })
  @ApiNoContentResponse({ description: 'Taken in.' })
  report(@Acting() actor: Actor, @Body() told: ReportLifeEvent): Promise<void> {
    return this.intake.report(actor, told);
  }

  @Get()
  @Requires('life-event.list')
  @Paged()
  @ApiOperation({
    operationId: 'listLifeEvents',
    summary: 'Which life events is an official to look at?',
    description: 'In the order in which they came, each with what is known of the person beside it.',
  })
  @ApiOkResponse({ type: LifeEventsJson })
  list(@Acting() actor: Actor, @Query() wish: ListLifeEvents): Promise<Page<LifeEventJson>> {
    return this.queue.list(actor, wish);
  }

  @Post(':event/resolution')
  @HttpCode(200)
  @Requires('life-event.settle')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'resolveLifeEvent',
    summary: 'Settle a life event that is not clear',
    description:
      'Carried out, it has its effect from now on. A correction of a death makes the person living again for this ' +
      'service and revives no mandate (R18). A measure of curatele is not carried out here: its order is registered.',
  })
  @ApiOkResponse({ type: LifeEventJson })
  resolve(
    @Acting() actor: Actor,
    @Param() { event }: LifeEventPath,
    @Body() wish: ResolveLifeEvent,
    @IdempotencyKey() once: OnceKey,
  ): Promise<LifeEventJson> {
    return this.queue.resolve(actor, event, wish, once);
  }
}
