import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { PreviewJson } from './preview.json.ts';
import { PreviewPath, PreviewWish } from './preview.request.ts';
import { PreviewService } from './preview.service.ts';

/** What consent would open, for the client who is to decide. */
@ApiTags('inbox')
@Controller('v1/mandates')
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Get(':mandate/preview')
  @Requires('mandate.preview')
  @ApiOperation({
    operationId: 'previewMandate',
    summary: 'What does consent to this mandate open?',
    description: 'Counts the messages that are there now, as far as this sign-in may see them.',
  })
  @ApiOkResponse({ type: PreviewJson, description: 'What it opens, and what not.' })
  ofMandate(@Acting() actor: Actor, @Param() { mandate }: PreviewPath): Promise<PreviewJson> {
    return this.previews.ofMandate(actor, mandate);
  }

  @Post('_preview')
  @HttpCode(200)
  @Requires('inbox.preview')
  @ApiOperation({
    operationId: 'previewWish',
    summary: 'What would these scope lines open?',
    description: 'Changes nothing, so it takes no Idempotency-Key.',
  })
  @ApiOkResponse({ type: PreviewJson, description: 'What they would open, and what not.' })
  ofWish(@Acting() actor: Actor, @Body() { lines }: PreviewWish): Promise<PreviewJson> {
    return this.previews.ofWish(actor, lines);
  }
}
