import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { evidenceBodyLimit } from '../platform/evidence.ts';
import { CourtOrderJson } from './court-order.json.ts';
import { AnswerOrder, ApproveOrder, OrderPath, SupplementOrder } from './court-order.request.ts';
import { CourtOrderService } from './court-order.service.ts';
import { OrderCheckService } from './order-check.service.ts';
import { VerificationService } from './verification.service.ts';

/** What becomes of a court order that was handed in. */
@ApiTags('court-orders')
@Controller('v1/court-orders/:order')
export class CourtOrderMovesController {
  constructor(
    private readonly orders: CourtOrderService,
    private readonly verification: VerificationService,
    private readonly checks: OrderCheckService,
  ) {}

  @Post('supplement')
  @HttpCode(200)
  @Requires('order.supplement')
  @RouteConfig({ bodyLimit: evidenceBodyLimit })
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'supplementCourtOrder',
    summary: 'Tell the order anew, after an official asked for a supplement',
    description:
      'Everything is told again, with more evidence or without. Officials look at it from the start.',
  })
  @ApiOkResponse({ type: CourtOrderJson })
  supplement(
    @Acting() actor: Actor,
    @Param() { order }: OrderPath,
    @Body() wish: SupplementOrder,
    @IdempotencyKey() once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.orders.supplement(actor, order, wish, once);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Requires('order.withdraw')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'withdrawCourtOrder', summary: 'Take back an order before it is verified' })
  @ApiOkResponse({ type: CourtOrderJson })
  withdraw(
    @Acting() actor: Actor,
    @Param() { order }: OrderPath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.orders.withdraw(actor, order, once);
  }

  @Post('approval')
  @HttpCode(200)
  @Requires('order.approve')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'approveCourtOrder',
    summary: 'Approve an order; with the second official it works',
    description: 'Two different officials, neither of whom handed it in (R21). See its consequences first.',
  })
  @ApiOkResponse({ type: CourtOrderJson })
  approve(
    @Acting() actor: Actor,
    @Param() { order }: OrderPath,
    @Body() wish: ApproveOrder,
    @IdempotencyKey() once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.verification.approve(actor, order, wish, once);
  }

  @Post('rejection')
  @HttpCode(200)
  @Requires('order.reject')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'rejectCourtOrder', summary: 'Reject an order; the office reads why' })
  @ApiOkResponse({ type: CourtOrderJson })
  reject(
    @Acting() actor: Actor,
    @Param() { order }: OrderPath,
    @Body() { reason }: AnswerOrder,
    @IdempotencyKey() once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.verification.reject(actor, order, reason, once);
  }

  @Post('supplement-request')
  @HttpCode(200)
  @Requires('order.ask-supplement')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'askSupplement', summary: 'Ask the office for what is missing' })
  @ApiOkResponse({ type: CourtOrderJson })
  askSupplement(
    @Acting() actor: Actor,
    @Param() { order }: OrderPath,
    @Body() { reason }: AnswerOrder,
    @IdempotencyKey() once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.verification.askSupplement(actor, order, reason, once);
  }

  @Post('register-check')
  @HttpCode(200)
  @Requires('order.ask-register')
  @ApiOperation({
    operationId: 'askCourtRegister',
    summary: 'Ask the judiciary’s register now',
    description:
      'A register that is slow or fails confirms nothing: `source-unavailable`. May be repeated: it asks anew.',
  })
  @ApiOkResponse({ type: CourtOrderJson })
  askRegister(@Acting() actor: Actor, @Param() { order }: OrderPath): Promise<CourtOrderJson> {
    return this.checks.askNow(actor, order);
  }
}
