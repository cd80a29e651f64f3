import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { Paged } from '../../platform/page-link.ts';
import { OrganisationPath } from '../organisation.request.ts';
import { ArrangedCoverJson, CoverJson, CoverPreviewJson, CoversJson } from './cover.json.ts';
import { ArrangeCover, CoverPath, FindCovers } from './cover.request.ts';
import { CoversService } from './covers.service.ts';

/** Who stands in for whom in an office. The door lets in whoever may arrange his own; the desk asks the rest. */
@ApiTags('offices')
@Controller('v1/representative-organisations/:organisation/covers')
export class CoversController {
  constructor(private readonly covers: CoversService) {}

  @Get()
  @Paged()
  @Requires('office.see')
  @ApiOperation({ operationId: 'listCovers', summary: 'Who stands in for whom in your office.' })
  @ApiOkResponse({ type: CoversJson })
  list(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Query() wish: FindCovers,
  ): Promise<Page<CoverJson>> {
    return this.covers.list(actor, organisation, wish);
  }

  @Post()
  @Requires('cover.arrange-own')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'arrangeCover',
    summary: 'Have a colleague stand in for someone who is away.',
    description:
      'While it runs the substitute handles every client of the absent colleague, his own and his teams’. It ' +
      'starts and returns by itself. An administrator arranges it for anyone; others for their own absence.',
  })
  @ApiCreatedResponse({ type: ArrangedCoverJson })
  arrange(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() wish: ArrangeCover,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ArrangedCoverJson> {
    return this.covers.arrange(actor, organisation, wish, once);
  }

  @Post('_preview')
  @HttpCode(200)
  @Requires('cover.arrange-own')
  @ApiOperation({
    operationId: 'previewCover',
    summary: 'How many clients a cover would give to whom, and what the substitute cannot do for them.',
  })
  @ApiOkResponse({ type: CoverPreviewJson })
  preview(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() wish: ArrangeCover,
  ): Promise<CoverPreviewJson> {
    return this.covers.preview(actor, organisation, wish);
  }

  @Post(':cover/end')
  @HttpCode(200)
  @Requires('cover.arrange-own')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'endCover',
    summary: 'End a cover before its time; it gives nothing from the next request on.',
  })
  @ApiOkResponse({ type: CoverJson })
  end(@Acting() actor: Actor, @Param() path: CoverPath, @IdempotencyKey() once: OnceKey): Promise<CoverJson> {
    return this.covers.end(actor, path, once);
  }
}
