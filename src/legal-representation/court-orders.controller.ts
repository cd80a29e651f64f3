import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import type { Page } from '../platform/cursor.ts';
import { evidenceBodyLimit } from '../platform/evidence.ts';
import { Paged } from '../platform/page-link.ts';
import { ConsequencesJson } from './consequences.json.ts';
import { ConsequencesService } from './consequences.service.ts';
import { CourtOrderJson, CourtOrdersJson } from './court-order.json.ts';
import { EvidencePath, ListOrders, OrderPath, RegisterOrder } from './court-order.request.ts';
import { CourtOrderService } from './court-order.service.ts';
import { OpenedOrderJson } from './opened-order.json.ts';

/** Court orders: handed in, listed, seen, and what each would do. */
@ApiTags('court-orders')
@Controller('v1/court-orders')
export class CourtOrdersController {
  constructor(
    private readonly orders: CourtOrderService,
    private readonly foresight: ConsequencesService,
  ) {}

  @Post()
  @Requires('order.register')
  @RouteConfig({ bodyLimit: evidenceBodyLimit })
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'registerCourtOrder',
    summary: 'Hand in the court order by which you are a guardian',
    description:
      'It gives no access until two different officials, or the judiciary’s register, verified it (R21). A body may be 7 MiB.',
  })
  @ApiCreatedResponse({ type: CourtOrderJson })
  register(
    @Acting() actor: Actor,
    @Body() wish: RegisterOrder,
    @IdempotencyKey() once: OnceKey,
  ): Promise<CourtOrderJson> {
    return this.orders.register(actor, wish, once);
  }

  @Get()
  @Requires('order.list')
  @Paged()
  @ApiOperation({
    operationId: 'listCourtOrders',
    summary: 'The court orders that you may see',
    description:
      'To a ward those that work or worked for him, to an office its own, to an official all. `sort=waiting` is the officials’ queue.',
  })
  @ApiOkResponse({ type: CourtOrdersJson })
  list(@Acting() actor: Actor, @Query() wish: ListOrders): Promise<Page<CourtOrderJson>> {
    return this.orders.list(actor, wish);
  }

  @Get(':order')
  @Requires('order.see')
  @ApiOperation({
    operationId: 'seeCourtOrder',
    summary: 'One court order: to the ward with what his guardian did, to an official with what to compare',
  })
  @ApiOkResponse({ type: OpenedOrderJson })
  see(@Acting() actor: Actor, @Param() { order }: OrderPath): Promise<OpenedOrderJson> {
    return this.orders.see(actor, order);
  }

  @Get(':order/consequences')
  @Requires('order.foresee')
  @ApiOperation({
    operationId: 'foreseeCourtOrder',
    summary: 'What verifying this order would end, narrow or leave, and what stands in its way',
    description: 'An office sees what concerns its own mandates, and nothing of others.',
  })
  @ApiOkResponse({ type: ConsequencesJson })
  foresee(@Acting() actor: Actor, @Param() { order }: OrderPath): Promise<ConsequencesJson> {
    return this.foresight.show(actor, order);
  }

  @Get(':order/evidence/:evidence')
  @Requires('order.see-evidence')
  @ApiProduces('application/pdf')
  @ApiOperation({ operationId: 'openEvidence', summary: 'The order itself, as it was handed in' })
  @ApiOkResponse({
    description: 'The PDF, always as an attachment.',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  })
  async evidence(
    @Acting() actor: Actor,
    @Param() { order, evidence }: EvidencePath,
  ): Promise<StreamableFile> {
    const { content, mediaType } = await this.orders.openEvidence(actor, order, evidence);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: 'attachment; filename="court-order.pdf"',
      length: content.length,
    });
  }
}
