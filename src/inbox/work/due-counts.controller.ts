import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { DueCountsJson } from './due-counts.json.ts';
import { DueCountsService } from './due-counts.service.ts';

/** The work list by number: who has how much to reply to. */
@ApiTags('inbox')
@Controller('v1/messages/_counts/due')
export class DueCountsController {
  constructor(private readonly counts: DueCountsService) {}

  @Get()
  @Requires('inbox.count')
  @ApiOperation({
    operationId: 'countDueMessages',
    summary: 'Who has how many messages in hand that ask for a reply?',
    description:
      'Of what you may read now and is not handled: overdue, today, within seven days, later. The list itself: `GET /v1/messages?sort=reply-by`.',
  })
  @ApiOkResponse({ type: DueCountsJson, description: 'The most urgent 250 of each column, by who has them.' })
  due(@Acting() actor: Actor): Promise<DueCountsJson> {
    return this.counts.byHolder(actor);
  }
}
