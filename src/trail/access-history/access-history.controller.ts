import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { Paged } from '../../platform/page-link.ts';
import { ownTrailEntryJson } from '../trail-entries.json.ts';
import { trailEntryJson } from '../trail-search.json.ts';
import { AccessHistoryJson, OwnAccessHistoryJson } from './access-history.json.ts';
import { AccessSearch, OwnAccessQuery } from './access-history.request.ts';
import { AccessHistoryService } from './access-history.service.ts';

/** Who could read what on a day that is past, and who did. */
@ApiTags('trail')
@Controller('v1/access-history')
export class AccessHistoryController {
  constructor(private readonly history: AccessHistoryService) {}

  @Get()
  @Requires('access-history.see')
  @Paged()
  @ApiOperation({
    operationId: 'seeOwnAccessHistory',
    summary: 'Who could read which of my messages on this day, and who did what?',
    description:
      'As it was on that day, whatever changed since. What you looked at yourself is left out; opening a message always ' +
      'shows.',
  })
  @ApiOkResponse({ type: OwnAccessHistoryJson })
  async own(@Acting() actor: Actor, @Query() asked: OwnAccessQuery): Promise<OwnAccessHistoryJson> {
    const { items, ...rest } = await this.history.own(actor, asked);
    return { ...rest, items: items.map(ownTrailEntryJson) };
  }

  @Post('_search')
  @HttpCode(200)
  @Requires('access-history.search')
  @ApiOperation({
    operationId: 'searchAccessHistory',
    summary: 'Who could read which messages of this client on this day, and who did what?',
    description:
      'With the employees of the offices who could. Changes nothing, so it takes no Idempotency-Key. The client sees ' +
      'that an official looked.',
  })
  @ApiOkResponse({ type: AccessHistoryJson })
  async search(@Acting() actor: Actor, @Body() asked: AccessSearch): Promise<AccessHistoryJson> {
    const { items, ...rest } = await this.history.search(actor, asked);
    return { ...rest, items: items.map(trailEntryJson) };
  }
}
