import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { HeedsIfMatch, IfMatch, Tagged } from '../../platform/entity-tag.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import { Paged } from '../../platform/page-link.ts';
import { SavedViewJson, SavedViewsJson } from './saved-view.json.ts';
import { SavedViewPath, SaveView } from './saved-view.request.ts';
import { SavedViewService } from './saved-view.service.ts';

/** Saved views: named questions to the list of messages. */
@ApiTags('inbox')
@Controller('v1/inbox-views')
export class SavedViewController {
  constructor(private readonly views: SavedViewService) {}

  @Get()
  @Requires('inbox-view.see')
  @Paged()
  @ApiOperation({
    operationId: 'listInboxViews',
    summary: 'Your saved views, and those that your office shares',
    description: 'Oldest first. A shared view that names a client is shown to those who see that client.',
  })
  @ApiOkResponse({ type: SavedViewsJson, description: 'A page of views.' })
  list(@Acting() actor: Actor, @Query() query: PageQuery): Promise<Page<SavedViewJson>> {
    return this.views.list(actor, query);
  }

  @Post()
  @Requires('inbox-view.keep')
  @WantsIdempotencyKey()
  @Tagged()
  @ApiOperation({
    operationId: 'saveInboxView',
    summary: 'Keep a question to the list of messages',
    description:
      'At most fifty for each employee. A view gives nothing: the list decides each time what it shows.',
  })
  @ApiCreatedResponse({ type: SavedViewJson, description: 'Kept.' })
  add(
    @Acting() actor: Actor,
    @Body() body: SaveView,
    @IdempotencyKey() once: OnceKey,
  ): Promise<SavedViewJson> {
    return this.views.add(actor, body, once);
  }

  @Get(':view')
  @Requires('inbox-view.see')
  @Tagged()
  @ApiOperation({
    operationId: 'seeInboxView',
    summary: 'One saved view',
    description: 'Comes with an `ETag`; send it back in `If-Match` to change only what you saw.',
  })
  @ApiOkResponse({ type: SavedViewJson, description: 'The view.' })
  see(@Acting() actor: Actor, @Param() { view }: SavedViewPath): Promise<SavedViewJson> {
    return this.views.see(actor, view);
  }

  @Put(':view')
  @Requires('inbox-view.keep')
  @HeedsIfMatch()
  @Tagged()
  @ApiOperation({
    operationId: 'changeInboxView',
    summary: 'Change a saved view',
    description: 'For who made it; an administrator may change what is shared, but not take it back.',
  })
  @ApiOkResponse({ type: SavedViewJson, description: 'As it is now.' })
  change(
    @Acting() actor: Actor,
    @Param() { view }: SavedViewPath,
    @Body() body: SaveView,
    @IfMatch() expected: string | undefined,
  ): Promise<SavedViewJson> {
    return this.views.change(actor, view, body, expected);
  }

  @Delete(':view')
  @HttpCode(204)
  @Requires('inbox-view.keep')
  @HeedsIfMatch()
  @ApiOperation({
    operationId: 'removeInboxView',
    summary: 'Remove a saved view',
    description: 'For who made it, and for an administrator when it is shared.',
  })
  @ApiNoContentResponse({ description: 'Removed.' })
  remove(
    @Acting() actor: Actor,
    @Param() { view }: SavedViewPath,
    @IfMatch() expected: string | undefined,
  ): Promise<void> {
    return this.views.remove(actor, view, expected);
  }
}
