import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { authzen } from '../authzen.ts';
import { ActionSearchBody, ResourceSearchBody, SubjectSearchBody } from '../wire.schema.ts';
import { SearchJson } from './search.json.ts';
import { SearchService } from './search.service.ts';

/** Search of OpenID AuthZEN 1.0. */
@ApiTags('decision point')
@Controller('access/v1/search')
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  @Post('subject')
  @HttpCode(200)
  @RouteConfig(authzen)
  @Requires('decision.search')
  @ApiOperation({ operationId: 'searchSubjects', summary: 'Who may do this?' })
  @ApiBody({ type: SubjectSearchBody })
  @ApiOkResponse({ type: SearchJson })
  subjects(@Acting() actor: Actor, @Body() body: object): Promise<SearchJson> {
    return this.searches.find(actor, 'subject', body);
  }

  @Post('resource')
  @HttpCode(200)
  @RouteConfig(authzen)
  @Requires('decision.search')
  @ApiOperation({ operationId: 'searchResources', summary: 'For whom, or with what, may he do this?' })
  @ApiBody({ type: ResourceSearchBody })
  @ApiOkResponse({ type: SearchJson })
  resources(@Acting() actor: Actor, @Body() body: object): Promise<SearchJson> {
    return this.searches.find(actor, 'resource', body);
  }

  @Post('action')
  @HttpCode(200)
  @RouteConfig(authzen)
  @Requires('decision.search')
  @ApiOperation({ operationId: 'searchActions', summary: 'What may he do with this?' })
  @ApiBody({ type: ActionSearchBody })
  @ApiOkResponse({ type: SearchJson })
  actions(@Acting() actor: Actor, @Body() body: object): Promise<SearchJson> {
    return this.searches.find(actor, 'action', body);
  }
}
