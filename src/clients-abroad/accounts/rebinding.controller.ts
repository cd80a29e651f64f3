import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { evidenceBodyLimit } from '../../platform/evidence.ts';
import { BeingCheckedJson, RebindingCodeJson, RedeemedJson } from './account.json.ts';
import { RedeemCode } from './account.request.ts';
import { AnnounceMeans, RequestRebinding } from './rebinding.request.ts';
import { RebindingService } from './rebinding.service.ts';
import { RedemptionService } from './redemption.service.ts';

/** How a means of sign-in comes to an account: with the code of a letter, or by re-binding. */
@ApiTags('clients abroad')
@Controller('v1/clients-abroad')
export class RebindingController {
  constructor(
    private readonly rebindings: RebindingService,
    private readonly redemptions: RedemptionService,
  ) {}

  @Post('account/code')
  @HttpCode(200)
  @Requires('account.redeem')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'redeemCode',
    summary: 'Use the code from a letter',
    description:
      'The means with which you signed in becomes the one of your account, and takes the place of an earlier one of its kind. Five wrong tries lock the code; every wrong one is answered alike (R10).',
  })
  @ApiOkResponse({ type: RedeemedJson, description: 'Your account is open.' })
  redeem(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() body: RedeemCode,
  ): Promise<RedeemedJson> {
    return this.redemptions.redeem(actor, body, once);
  }

  @Post('rebinding-codes')
  @Requires('means.announce')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'announceMeans',
    summary: 'A code to show that another sign-in is yours too',
    description: 'It works for an hour, once. Sign in with the other means and hand it over there.',
  })
  @ApiCreatedResponse({ type: RebindingCodeJson, description: 'The code, shown once.' })
  announce(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() _body: AnnounceMeans,
  ): Promise<RebindingCodeJson> {
    return this.rebindings.announce(actor, once);
  }

  @Post('rebindings')
  @HttpCode(202)
  @Requires('means.rebind')
  @RouteConfig({ bodyLimit: evidenceBodyLimit })
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'requestRebinding',
    summary: 'Add this means of sign-in to the account that I have',
    description:
      'With a code that the other sign-in was given, or with evidence. The source or an official decides; mandates, messages, assignments and history stay, and a means that was replaced stops working at once. The answer is the same whatever is found.',
  })
  @ApiAcceptedResponse({ type: BeingCheckedJson, description: 'Your request is being checked.' })
  request(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() body: RequestRebinding,
  ): Promise<BeingCheckedJson> {
    return this.rebindings.request(actor, body, once);
  }
}
