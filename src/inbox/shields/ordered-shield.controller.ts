import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { Paged } from '../../platform/page-link.ts';
import { OrderedShieldService } from './ordered-shield.service.ts';
import { ShieldJson, ShieldsJson } from './shield.json.ts';
import {
  LiftShield,
  ListShields,
  OrderedShieldPath,
  OrderShield,
  ShieldedMandatePath,
} from './shield.request.ts';

/** What a judge keeps from a guardian, for officials. */
@ApiTags('inbox')
@Controller('v1/mandates/:mandate/shields')
export class OrderedShieldController {
  constructor(private readonly shields: OrderedShieldService) {}

  @Get()
  @Paged()
  @Requires('shield.see-orders')
  @ApiOperation({
    operationId: 'listOrderedShields',
    summary: 'What judges keep from representatives of the client of this mandate.',
  })
  @ApiOkResponse({ type: ShieldsJson })
  list(
    @Acting() actor: Actor,
    @Param() { mandate }: ShieldedMandatePath,
    @Query() wish: ListShields,
  ): Promise<Page<ShieldJson>> {
    return this.shields.list(actor, mandate, wish);
  }

  @Post()
  @Requires('shield.order')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'orderShield',
    summary: 'Enter that a judge keeps something from this guardian.',
    description:
      'The guardian is not told, and cannot see that something is kept from him. The client sees it.',
  })
  @ApiCreatedResponse({ type: ShieldJson })
  make(
    @Acting() actor: Actor,
    @Param() { mandate }: ShieldedMandatePath,
    @Body() wish: OrderShield,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ShieldJson> {
    return this.shields.make(actor, mandate, wish, once);
  }

  @Post(':shield/end')
  @HttpCode(200)
  @Requires('shield.lift')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'endOrderedShield',
    summary: 'Enter that a judge ended it.',
    description: 'It ends when another official enters the same case number and day. Until then it holds.',
  })
  @ApiOkResponse({ type: ShieldJson })
  end(
    @Acting() actor: Actor,
    @Param() path: OrderedShieldPath,
    @Body() wish: LiftShield,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ShieldJson> {
    return this.shields.end(actor, path, wish, once);
  }
}
