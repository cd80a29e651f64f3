import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { EndedMeansJson, MeansListJson } from './means.json.ts';
import { EndMeans, MeansPath } from './means.request.ts';
import { MeansService } from './means.service.ts';

/** By what a client can sign in here. */
@ApiTags('clients abroad')
@Controller('v1')
export class MeansController {
  constructor(private readonly means: MeansService) {}

  @Get('me/means')
  @Requires('means.see')
  @ApiOperation({ operationId: 'listMeans', summary: 'With what can one sign in to my account?' })
  @ApiOkResponse({ type: MeansListJson })
  list(@Acting() actor: Actor): Promise<MeansListJson> {
    return this.means.list(actor);
  }

  @Post('me/means/:means/end')
  @HttpCode(200)
  @Requires('means.end')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'endMeans',
    summary: 'End a means of sign-in of my account',
    description: 'It opens nothing from the next request on. There is no way back but a new request.',
  })
  @ApiOkResponse({ type: EndedMeansJson })
  end(
    @Acting() actor: Actor,
    @Param() { means }: MeansPath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<EndedMeansJson> {
    return this.means.end(actor, means, once);
  }

  @Post('means/:means/end')
  @HttpCode(200)
  @Requires('means.end-of-client')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'endMeansOfClient',
    summary: 'End a means of sign-in of a client, with a reason',
  })
  @ApiOkResponse({ type: EndedMeansJson })
  endOfClient(
    @Acting() actor: Actor,
    @Param() { means }: MeansPath,
    @IdempotencyKey() once: OnceKey,
    @Body() { reason }: EndMeans,
  ): Promise<EndedMeansJson> {
    return this.means.endOfClient(actor, means, reason, once);
  }
}
