import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { SigningKeyJson, SigningKeysJson } from './signing-key.json.ts';
import { SigningKeyPath, WithdrawSigningKey } from './signing-key.request.ts';
import { SigningKeysService } from './signing-keys.service.ts';

/** The keys by which this service signs, as officials keep them. */
@ApiTags('signing keys')
@Controller('v1/signing-keys')
export class SigningKeysController {
  constructor(private readonly keys: SigningKeysService) {}

  @Get()
  @Requires('signing-key.list')
  @ApiOperation({ operationId: 'listSigningKeys', summary: 'By which keys does this service sign?' })
  @ApiOkResponse({ type: SigningKeysJson, description: 'All that there ever were.' })
  list(@Acting() actor: Actor): Promise<SigningKeysJson> {
    return this.keys.list(actor);
  }

  @Post()
  @Requires('signing-key.renew')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'renewSigningKey',
    summary: 'Make the next key',
    description:
      'It is published now and signs an hour later. The one before stays published until all that it signed is over.',
  })
  @ApiCreatedResponse({ type: SigningKeyJson })
  renew(@Acting() actor: Actor, @IdempotencyKey() once: OnceKey): Promise<SigningKeyJson> {
    return this.keys.renew(actor, once);
  }

  @Post(':kid/withdrawal')
  @HttpCode(204)
  @Requires('signing-key.withdraw')
  @ApiOperation({
    operationId: 'withdrawSigningKey',
    summary: 'Trust a key no longer',
    description:
      'For when somebody else may have it. It is published no longer, all that it signed is worth nothing, and another signs from now on.',
  })
  @ApiNoContentResponse({ description: 'Withdrawn.' })
  withdraw(
    @Acting() actor: Actor,
    @Param() { kid }: SigningKeyPath,
    @Body() { reason }: WithdrawSigningKey,
  ): Promise<void> {
    return this.keys.withdraw(actor, kid, reason);
  }
}
