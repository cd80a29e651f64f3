import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import type { Page } from '../platform/cursor.ts';
import { Tagged } from '../platform/entity-tag.ts';
import { Paged } from '../platform/page-link.ts';
import { ActivationService } from './activation.service.ts';
import { MandateJson, MandatesJson } from './mandate.json.ts';
import { ActivateMandate, GrantMandate, ListMandates, MandatePath, RenewMandate } from './mandate.request.ts';
import { MandateService } from './mandate.service.ts';
import { MandateRequestService } from './mandate-request.service.ts';

/** Mandates: given, listed, seen, activated, renewed. */
@ApiTags('mandates')
@Controller('v1/mandates')
export class MandatesController {
  constructor(
    private readonly mandates: MandateService,
    private readonly requests: MandateRequestService,
    private readonly activations: ActivationService,
  ) {}

  @Post()
  @Requires('mandate.grant')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'grantMandate',
    summary: 'Give a recognised organisation a mandate yourself',
    description: 'The client’s own choice is his consent, so the mandate is active at once.',
  })
  @ApiCreatedResponse({ type: MandateJson })
  grant(
    @Acting() actor: Actor,
    @Body() wish: GrantMandate,
    @IdempotencyKey() once: OnceKey,
  ): Promise<MandateJson> {
    return this.requests.grant(actor, wish, once);
  }

  @Get()
  @Requires('mandate.list')
  @Paged()
  @ApiOperation({ operationId: 'listMandates', summary: 'The mandates that you may see, newest first' })
  @ApiOkResponse({ type: MandatesJson })
  list(@Acting() actor: Actor, @Query() wish: ListMandates): Promise<Page<MandateJson>> {
    return this.mandates.list(actor, wish);
  }

  @Get(':mandate')
  @Requires('mandate.see')
  @Tagged()
  @ApiOperation({
    operationId: 'seeMandate',
    summary: 'One mandate',
    description: 'Comes with an `ETag`; send it back in `If-Match` to narrow only what you saw.',
  })
  @ApiOkResponse({ type: MandateJson })
  see(@Acting() actor: Actor, @Param() { mandate }: MandatePath): Promise<MandateJson> {
    return this.mandates.see(actor, mandate);
  }

  @Post(':mandate/activation')
  @HttpCode(200)
  @Requires('mandate.activate')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'activateMandate',
    summary: 'Enter the code that the client handed over',
    description: 'A wrong code is counted; the fifth locks the request.',
  })
  @ApiOkResponse({ type: MandateJson })
  activate(
    @Acting() actor: Actor,
    @Param() { mandate }: MandatePath,
    @Body() { code }: ActivateMandate,
    @IdempotencyKey() once: OnceKey,
  ): Promise<MandateJson> {
    return this.activations.activate(actor, mandate, code, once);
  }

  @Post(':mandate/renewal')
  @Requires('mandate.renew')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'renewMandate',
    summary: 'Ask the client to go on after the end',
    description:
      'Makes a new mandate that names this one, starts when it ends, and needs the client’s consent.',
  })
  @ApiCreatedResponse({ type: MandateJson })
  renew(
    @Acting() actor: Actor,
    @Param() { mandate }: MandatePath,
    @Body() { until }: RenewMandate,
    @IdempotencyKey() once: OnceKey,
  ): Promise<MandateJson> {
    return this.requests.renew(actor, mandate, until, once);
  }
}
