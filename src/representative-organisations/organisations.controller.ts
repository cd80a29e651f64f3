import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import type { Page } from '../platform/cursor.ts';
import { Paged } from '../platform/page-link.ts';
import { OrganisationJson, OrganisationsJson } from './organisation.json.ts';
import {
  FindOrganisations,
  OrganisationPath,
  RegisterOrganisation,
  SuspendOrganisation,
} from './organisation.request.ts';
import { OrganisationsService } from './organisations.service.ts';

/** Representative organisations. */
@ApiTags('representative organisations')
@Controller('v1/representative-organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Post()
  @Requires('organisation.register')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'registerOrganisation',
    summary: 'Register the office of your KvK number; you become its first administrator.',
  })
  @ApiCreatedResponse({ type: OrganisationJson })
  register(
    @Acting() actor: Actor,
    @Body() wish: RegisterOrganisation,
    @IdempotencyKey() once: OnceKey,
  ): Promise<OrganisationJson> {
    return this.organisations.register(actor, wish, once);
  }

  @Get()
  @Paged()
  @Requires('organisation.search')
  @ApiOperation({ operationId: 'findOrganisations', summary: 'Find organisations by name and standing.' })
  @ApiOkResponse({ type: OrganisationsJson })
  search(@Acting() actor: Actor, @Query() wish: FindOrganisations): Promise<Page<OrganisationJson>> {
    return this.organisations.search(actor, wish);
  }

  @Get(':organisation')
  @Requires('organisation.see')
  @ApiOperation({ operationId: 'seeOrganisation', summary: 'See one organisation.' })
  @ApiOkResponse({ type: OrganisationJson })
  see(@Acting() actor: Actor, @Param() { organisation }: OrganisationPath): Promise<OrganisationJson> {
    return this.organisations.see(actor, organisation);
  }

  @Post(':organisation/recognition')
  @HttpCode(200)
  @Requires('organisation.recognise')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'recogniseOrganisation',
    summary: 'Recognise an organisation, so that it may act for clients.',
  })
  @ApiOkResponse({ type: OrganisationJson })
  recognise(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<OrganisationJson> {
    return this.organisations.recognise(actor, organisation, once);
  }

  @Post(':organisation/suspension')
  @HttpCode(200)
  @Requires('organisation.suspend')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'suspendOrganisation',
    summary:
      'Suspend an organisation: at once it reads nothing of clients any more, and can only end its mandates.',
  })
  @ApiOkResponse({ type: OrganisationJson })
  suspend(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() { reason }: SuspendOrganisation,
    @IdempotencyKey() once: OnceKey,
  ): Promise<OrganisationJson> {
    return this.organisations.suspend(actor, organisation, reason, once);
  }
}
