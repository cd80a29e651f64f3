import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import type { Page } from '../platform/cursor.ts';
import { Paged } from '../platform/page-link.ts';
import { AssignmentJson, type OfficeClientJson, OfficeClientsJson } from './office-client.json.ts';
import {
  AssignClient,
  AssignmentPath,
  FindOfficeClients,
  SearchOfficeClients,
} from './office-client.request.ts';
import { OfficeClientsService } from './office-clients.service.ts';
import { OrganisationPath } from './organisation.request.ts';

/** The clients of an office, and who handles them. */
@ApiTags('offices')
@Controller('v1/representative-organisations/:organisation')
export class OfficeClientsController {
  constructor(private readonly clients: OfficeClientsService) {}

  @Get('clients')
  @Paged()
  @Requires('clients.see')
  @ApiOperation({
    operationId: 'listOfficeClients',
    summary: 'The clients of your office: all for an administrator, else those assigned to you or your team.',
  })
  @ApiOkResponse({ type: OfficeClientsJson })
  list(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Query() wish: FindOfficeClients,
  ): Promise<Page<OfficeClientJson>> {
    return this.clients.list(actor, organisation, wish);
  }

  @Post('clients/_search')
  @HttpCode(200)
  @Requires('clients.see')
  @ApiOperation({
    operationId: 'searchOfficeClients',
    summary: 'Those of these clients whose name or reference has the words that you look for.',
  })
  @ApiOkResponse({ type: OfficeClientsJson })
  search(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() wish: SearchOfficeClients,
  ): Promise<Page<OfficeClientJson>> {
    return this.clients.search(actor, organisation, wish);
  }

  @Post('assignments')
  @Requires('clients.assign')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'assignClient', summary: 'Assign a client to an employee or a team.' })
  @ApiCreatedResponse({ type: AssignmentJson })
  assign(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() wish: AssignClient,
    @IdempotencyKey() once: OnceKey,
  ): Promise<AssignmentJson> {
    return this.clients.assign(actor, organisation, wish, once);
  }

  @Delete('assignments/:assignment')
  @HttpCode(204)
  @Requires('clients.assign')
  @ApiOperation({ operationId: 'endAssignment', summary: 'End an assignment.' })
  @ApiNoContentResponse()
  unassign(@Acting() actor: Actor, @Param() { organisation, assignment }: AssignmentPath): Promise<void> {
    return this.clients.unassign(actor, organisation, assignment);
  }
}
