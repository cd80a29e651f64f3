import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { Paged } from '../../platform/page-link.ts';
import { OfficialJson, OfficialsJson } from './official.json.ts';
import { EnterOfficial, ListOfficials, OfficialPath, StandingReason } from './official.request.ts';
import { OfficialService } from './official.service.ts';

/** The register of officials and their standing. */
@ApiTags('officials')
@Controller('v1/officials')
export class OfficialController {
  constructor(private readonly officials: OfficialService) {}

  @Get()
  @Requires('official.list')
  @Paged()
  @ApiOperation({ operationId: 'listOfficials', summary: 'The officials, with their standing' })
  @ApiOkResponse({ type: OfficialsJson })
  list(@Acting() actor: Actor, @Query() wish: ListOfficials): Promise<Page<OfficialJson>> {
    return this.officials.list(actor, wish);
  }

  @Post()
  @Requires('official.enter')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'enterOfficial',
    summary: 'Enter an official in the register',
    description: 'Who verified something stands there already.',
  })
  @ApiCreatedResponse({ type: OfficialJson })
  enter(
    @Acting() actor: Actor,
    @Body() { official }: EnterOfficial,
    @IdempotencyKey() once: OnceKey,
  ): Promise<OfficialJson> {
    return this.officials.enter(actor, official, once);
  }

  @Post(':official/suspension')
  @HttpCode(200)
  @Requires('official.suspend')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'suspendOfficial',
    summary: 'Suspend a colleague: he is refused everywhere from his next request on',
  })
  @ApiOkResponse({ type: OfficialJson })
  suspend(
    @Acting() actor: Actor,
    @Param() { official }: OfficialPath,
    @Body() { reason }: StandingReason,
    @IdempotencyKey() once: OnceKey,
  ): Promise<OfficialJson> {
    return this.officials.decide(actor, official, 'suspend', reason, once);
  }

  @Post(':official/reinstatement')
  @HttpCode(200)
  @Requires('official.reinstate')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'reinstateOfficial', summary: 'End the suspension of a colleague' })
  @ApiOkResponse({ type: OfficialJson })
  reinstate(
    @Acting() actor: Actor,
    @Param() { official }: OfficialPath,
    @Body() { reason }: StandingReason,
    @IdempotencyKey() once: OnceKey,
  ): Promise<OfficialJson> {
    return this.officials.decide(actor, official, 'reinstate', reason, once);
  }
}
