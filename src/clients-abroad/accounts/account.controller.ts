import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { AccountJson, BeingCheckedJson } from './account.json.ts';
import { LinkAccount, OpenAccount } from './account.request.ts';
import { AccountService } from './account.service.ts';

/** The account of somebody who signs in with a European means. */
@ApiTags('clients abroad')
@Controller('v1/clients-abroad/account')
export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  @Get()
  @Requires('account.see')
  @ApiOperation({ operationId: 'seeAccount', summary: 'How does it stand with my account?' })
  @ApiOkResponse({ type: AccountJson, description: 'Looking changes nothing (R37).' })
  see(@Acting() actor: Actor): Promise<AccountJson> {
    return this.accounts.see(actor);
  }

  @Post()
  @HttpCode(202)
  @Requires('account.open')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'openAccount',
    summary: 'Open an account',
    description:
      'Who you are is found out behind this answer, which is the same for everybody. If the Dutch registers know you, your account is linked to your citizen service number; if not, it opens under a pseudonym.',
  })
  @ApiAcceptedResponse({ type: BeingCheckedJson, description: 'Your request is being checked.' })
  open(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() body: OpenAccount,
  ): Promise<BeingCheckedJson> {
    return this.accounts.open(actor, body, once);
  }

  @Post('link')
  @HttpCode(202)
  @Requires('account.link')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'linkAccount',
    summary: 'Link my account to my citizen service number',
    description:
      'For an account that opened without one. Whether there is one is found out behind this answer, which is the same for everybody. Mandates and messages stay.',
  })
  @ApiAcceptedResponse({ type: BeingCheckedJson, description: 'Your request is being checked.' })
  link(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() _body: LinkAccount,
  ): Promise<BeingCheckedJson> {
    return this.accounts.link(actor, once);
  }
}
