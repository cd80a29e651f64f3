import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { CourtOrderJson } from '../court-order.json.ts';
import { OrderPath } from '../court-order.request.ts';
import { LaterService } from './later.service.ts';
import { ChangeOrder } from './order-change.request.ts';

/** What a court decided later, entered by hand. */
@ApiTags('court-orders')
@Controller('v1/court-orders/:order/changes')
export class LaterController {
  constructor(private readonly later: LaterService) {}

  @Post()
  @HttpCode(200)
  @Requires('order.change')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'changeCourtOrder',
    summary: 'Enter a suspension, an end or a shorter term that a court decided',
    description: 'An earlier end is taken over; a later one, or a longer term, takes a new order (R18, R21).',
  })
  @ApiOkResponse({ type: CourtOrderJson })
  change(
    @Acting() actor: Actor,
    @Param() { order }: OrderPath,
    @Body() wish: ChangeOrder,
    @IdempotencyKey() once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.later.change(actor, order, wish, once);
  }
}
