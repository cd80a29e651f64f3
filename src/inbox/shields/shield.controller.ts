import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { Paged } from '../../platform/page-link.ts';
import { ShieldJson, ShieldPreviewJson, ShieldsJson } from './shield.json.ts';
import { ListShields, MakeShield, ShieldPath } from './shield.request.ts';
import { ShieldService } from './shield.service.ts';

/** What a client keeps from his representatives. No office ever sees this. */
@ApiTags('inbox')
@Controller('v1/shields')
export class ShieldController {
  constructor(private readonly shields: ShieldService) {}

  @Get()
  @Paged()
  @Requires('shield.list')
  @ApiOperation({ operationId: 'listShields', summary: 'What is kept from your representatives.' })
  @ApiOkResponse({ type: ShieldsJson })
  list(@Acting() actor: Actor, @Query() wish: ListShields): Promise<Page<ShieldJson>> {
    return this.shields.list(actor, wish);
  }

  @Post()
  @Requires('shield.make')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'makeShield',
    summary: 'Keep a message, a sender or a category from who represents you.',
    description:
      'It holds from the next request on and towards who you authorised yourself, not towards a guardian. The ' +
      'representative is not told, and cannot see that something is kept from him.',
  })
  @ApiCreatedResponse({ type: ShieldJson })
  make(
    @Acting() actor: Actor,
    @Body() wish: MakeShield,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ShieldJson> {
    return this.shields.make(actor, wish, once);
  }

  @Post('_preview')
  @HttpCode(200)
  @Requires('shield.preview')
  @ApiOperation({
    operationId: 'previewShield',
    summary: 'What would this hide, and from whom?',
    description: 'Changes nothing, so it takes no Idempotency-Key.',
  })
  @ApiOkResponse({ type: ShieldPreviewJson })
  preview(@Acting() actor: Actor, @Body() wish: MakeShield): Promise<ShieldPreviewJson> {
    return this.shields.preview(actor, wish);
  }

  @Post(':shield/end')
  @HttpCode(200)
  @Requires('shield.end')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'endShield',
    summary: 'Show it to your representatives again.',
    description: 'What a judge ordered is not yours to end.',
  })
  @ApiOkResponse({ type: ShieldJson })
  end(
    @Acting() actor: Actor,
    @Param() { shield }: ShieldPath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ShieldJson> {
    return this.shields.end(actor, shield, once);
  }
}
