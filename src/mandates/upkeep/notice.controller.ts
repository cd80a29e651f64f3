import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { Paged } from '../../platform/page-link.ts';
import { type NoticeJson, NoticesJson } from './notice.json.ts';
import { ListNotices } from './notice.request.ts';
import { NoticeService } from './notice.service.ts';

/** What was noticed of mandates: an end that comes near, disuse, a review that is due. */
@ApiTags('mandates')
@Controller('v1/notices')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Get()
  @Requires('notice.list')
  @Paged()
  @ApiOperation({
    operationId: 'listNotices',
    summary: 'What you are to hear of mandates, newest first',
    description:
      'Reminders 90, 30 and 7 days before the end (R18), a warning before an unused mandate ends (R19), a review that is due, and what the registers of persons told (R30). To a client about his own mandates, to an employee about those of his clients, and about a cover that lapsed because one of the two left.',
  })
  @ApiOkResponse({ type: NoticesJson })
  list(@Acting() actor: Actor, @Query() wish: ListNotices): Promise<Page<NoticeJson>> {
    return this.notices.list(actor, wish);
  }
}
