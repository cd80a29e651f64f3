import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { Paged } from '../platform/page-link.ts';
import { OwnTrailJson, ownTrailEntryJson } from './trail-entries.json.ts';
import { OwnTrailQuery, TrailSearch } from './trail-entries.request.ts';
import { TrailEntriesService } from './trail-entries.service.ts';
import { trailEntryJson, TrailPageJson } from './trail-search.json.ts';

/** The record: for the client what was done with his affairs, for an official all of it. */
@ApiTags('trail')
@Controller('v1/trail-entries')
export class TrailEntriesController {
  constructor(private readonly trail: TrailEntriesService) {}

  @Get()
  @Requires('trail.see-own')
  @Paged()
  @ApiOperation({
    operationId: 'listOwnTrailEntries',
    summary: 'Who did what with my messages and authorisations?',
    description:
      'Newest first. What you looked at yourself is left out unless `own=true`; opening a message always shows.',
  })
  @ApiOkResponse({ type: OwnTrailJson })
  async own(@Acting() actor: Actor, @Query() query: OwnTrailQuery): Promise<OwnTrailJson> {
    const { items, next } = await this.trail.own(actor, query);
    return { items: items.map(ownTrailEntryJson), next };
  }

  @Post('_search')
  @HttpCode(200)
  @Requires('trail.search')
  @ApiOperation({
    operationId: 'searchTrailEntries',
    summary: 'Search the record.',
    description:
      'Newest first. Changes nothing, so it takes no Idempotency-Key. A search about a client is recorded with that client, who sees that an official looked.',
  })
  @ApiOkResponse({ type: TrailPageJson })
  async search(@Acting() actor: Actor, @Body() body: TrailSearch): Promise<TrailPageJson> {
    const { items, next } = await this.trail.search(actor, body);
    return { items: items.map(trailEntryJson), next };
  }
}
