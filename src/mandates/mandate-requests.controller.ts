import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { MandateJson } from './mandate.json.ts';
import { RequestMandate } from './mandate.request.ts';
import { MandateRequestService } from './mandate-request.service.ts';

/** An office asks for a mandate. */
@ApiTags('mandates')
@Controller('v1/mandate-requests')
export class MandateRequestsController {
  constructor(private readonly requests: MandateRequestService) {}

  @Post()
  @Requires('mandate.request')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'requestMandate',
    summary: 'Ask a client for a mandate',
    description:
      'The answer never tells whether the person exists. The client is offered it online and by letter; nothing is open until he consents or hands over the code. A second request for the same messages, with the same BSN and date of birth, points at the first (R14).',
  })
  @ApiCreatedResponse({ type: MandateJson })
  request(
    @Acting() actor: Actor,
    @Body() wish: RequestMandate,
    @IdempotencyKey() once: OnceKey,
  ): Promise<MandateJson> {
    return this.requests.request(actor, wish, once);
  }
}
