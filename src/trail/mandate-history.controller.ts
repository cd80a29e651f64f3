import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import type { MandateId } from '../domain/ids.ts';
import type { Page } from '../platform/cursor.ts';
import { IdField } from '../platform/fields.ts';
import { PageQuery } from '../platform/fields.nested.ts';
import { Paged } from '../platform/page-link.ts';
import { type MandateChangeJson, MandateHistoryJson } from './mandate-history.json.ts';
import { MandateHistoryService } from './mandate-history.service.ts';

class MandateHistoryPath {
  @IdField({ description: 'The mandate.' })
  readonly mandate!: MandateId;
}

/** The time line of a mandate, for its two parties and for officials. */
@ApiTags('trail')
@Controller('v1/mandates')
export class MandateHistoryController {
  constructor(private readonly history: MandateHistoryService) {}

  @Get(':mandate/history')
  @Requires('mandate.history')
  @Paged()
  @ApiOperation({
    operationId: 'getMandateHistory',
    summary: 'What happened to this mandate, and by whom?',
    description: 'Oldest first. An office hears of an offer only after the client has answered it.',
  })
  @ApiOkResponse({ type: MandateHistoryJson })
  of(
    @Acting() actor: Actor,
    @Param() { mandate }: MandateHistoryPath,
    @Query() query: PageQuery,
  ): Promise<Page<MandateChangeJson>> {
    return this.history.of(actor, mandate, query);
  }
}
