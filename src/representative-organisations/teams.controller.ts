import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
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
import { PageQuery } from '../platform/fields.nested.ts';
import { Paged } from '../platform/page-link.ts';
import { OrganisationPath } from './organisation.request.ts';
import { DissolutionJson, TeamJson, TeamsJson } from './team.json.ts';
import { NameTeam, TeamMemberPath, TeamPath } from './team.request.ts';
import { TeamsService } from './teams.service.ts';

/** Teams of an office. */
@ApiTags('offices')
@Controller('v1/representative-organisations/:organisation/teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Paged()
  @Requires('office.see')
  @ApiOperation({ operationId: 'listTeams', summary: 'The teams of your office, with who is in them.' })
  @ApiOkResponse({ type: TeamsJson })
  list(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Query() page: PageQuery,
  ): Promise<Page<TeamJson>> {
    return this.teams.list(actor, organisation, page);
  }

  @Post()
  @Requires('office.manage')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'makeTeam', summary: 'Make a team.' })
  @ApiCreatedResponse({ type: TeamJson })
  make(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() { name }: NameTeam,
    @IdempotencyKey() once: OnceKey,
  ): Promise<TeamJson> {
    return this.teams.make(actor, organisation, name, once);
  }

  @Put(':team/name')
  @HttpCode(204)
  @Requires('office.manage')
  @ApiOperation({ operationId: 'renameTeam', summary: 'Give a team another name.' })
  @ApiNoContentResponse()
  rename(@Acting() actor: Actor, @Param() path: TeamPath, @Body() { name }: NameTeam): Promise<void> {
    return this.teams.rename(actor, path, name);
  }

  @Put(':team/members/:employee')
  @HttpCode(204)
  @Requires('office.manage')
  @ApiOperation({ operationId: 'putTeamMember', summary: 'Put an employee in a team.' })
  @ApiNoContentResponse()
  putMember(@Acting() actor: Actor, @Param() path: TeamMemberPath): Promise<void> {
    return this.teams.putMember(actor, path);
  }

  @Delete(':team/members/:employee')
  @HttpCode(204)
  @Requires('office.manage')
  @ApiOperation({ operationId: 'removeTeamMember', summary: 'Take an employee out of a team.' })
  @ApiNoContentResponse()
  removeMember(@Acting() actor: Actor, @Param() path: TeamMemberPath): Promise<void> {
    return this.teams.removeMember(actor, path);
  }

  @Delete(':team')
  @Requires('office.manage')
  @ApiOperation({
    operationId: 'dissolveTeam',
    summary: 'End a team; its assignments end with it. The answer names who is handled by nobody now.',
  })
  @ApiOkResponse({ type: DissolutionJson })
  dissolve(@Acting() actor: Actor, @Param() path: TeamPath): Promise<DissolutionJson> {
    return this.teams.dissolve(actor, path);
  }
}
