import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { HeedsIfMatch, IfMatch, Tagged } from '../platform/entity-tag.ts';
import { MandateJson } from './mandate.json.ts';
import { LinePath, MandatePath, NarrowMandate, ReasonGiven, RevokeMandate } from './mandate.request.ts';
import { MandateService } from './mandate.service.ts';

/** Answering, narrowing and ending mandates: one sub-resource for each move of the table. */
@ApiTags('mandates')
@Tagged()
@Controller('v1/mandates/:mandate')
export class MandateMovesController {
  constructor(private readonly mandates: MandateService) {}

  @Post('consent')
  @HttpCode(200)
  @Requires('mandate.consent')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'consentToMandate', summary: 'Consent to what an office asked for' })
  @ApiOkResponse({ type: MandateJson })
  consent(@Acting() actor: Actor, @Param() { mandate }: MandatePath, @IdempotencyKey() once: OnceKey) {
    return this.mandates.move(actor, mandate, 'consent', once);
  }

  @Post('refusal')
  @HttpCode(200)
  @Requires('mandate.decline')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'declineMandate', summary: 'Decline what an office asked for' })
  @ApiOkResponse({ type: MandateJson })
  decline(@Acting() actor: Actor, @Param() { mandate }: MandatePath, @IdempotencyKey() once: OnceKey) {
    return this.mandates.move(actor, mandate, 'decline', once);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Requires('mandate.withdraw')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'withdrawRequest', summary: 'Take your office’s request back' })
  @ApiOkResponse({ type: MandateJson })
  withdraw(@Acting() actor: Actor, @Param() { mandate }: MandatePath, @IdempotencyKey() once: OnceKey) {
    return this.mandates.move(actor, mandate, 'withdraw', once);
  }

  @Post('renunciation')
  @HttpCode(200)
  @Requires('mandate.renounce')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'renounceMandate', summary: 'End a mandate as the office' })
  @ApiOkResponse({ type: MandateJson })
  renounce(@Acting() actor: Actor, @Param() { mandate }: MandatePath, @IdempotencyKey() once: OnceKey) {
    return this.mandates.move(actor, mandate, 'renounce', once);
  }

  @Post('revocation')
  @HttpCode(200)
  @Requires('mandate.revoke')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'revokeMandate',
    summary: 'Revoke a mandate: the very next request of the office is refused',
    description:
      'By the client, at any time, without a reason. Or by an official, for a client at the desk or by letter.',
  })
  @ApiOkResponse({ type: MandateJson })
  revoke(
    @Acting() actor: Actor,
    @Param() { mandate }: MandatePath,
    @Body() how: RevokeMandate,
    @IdempotencyKey() once: OnceKey,
  ) {
    return this.mandates.revoke(actor, mandate, how, once);
  }

  @Post('narrowing')
  @HttpCode(200)
  @Requires('mandate.narrow')
  @WantsIdempotencyKey()
  @HeedsIfMatch()
  @ApiOperation({ operationId: 'narrowMandate', summary: 'Make a mandate smaller, at once' })
  @ApiOkResponse({ type: MandateJson })
  narrow(
    @Acting() actor: Actor,
    @Param() { mandate }: MandatePath,
    @Body() wish: NarrowMandate,
    @IdempotencyKey() once: OnceKey,
    @IfMatch() expected: string | undefined,
  ) {
    return this.mandates.narrow(actor, mandate, wish, once, expected);
  }

  @Post('scope-lines/:line/end')
  @HttpCode(200)
  @Requires('mandate.narrow')
  @WantsIdempotencyKey()
  @HeedsIfMatch()
  @ApiOperation({
    operationId: 'endScopeLine',
    summary: 'End one scope line',
    description: 'With the last open line the mandate is revoked.',
  })
  @ApiOkResponse({ type: MandateJson })
  endLine(
    @Acting() actor: Actor,
    @Param() { mandate, line }: LinePath,
    @IdempotencyKey() once: OnceKey,
    @IfMatch() expected: string | undefined,
  ) {
    return this.mandates.endLine(actor, mandate, line, once, expected);
  }

  @Post('suspension')
  @HttpCode(200)
  @Requires('mandate.suspend')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'suspendMandate', summary: 'Suspend a mandate' })
  @ApiOkResponse({ type: MandateJson })
  suspend(
    @Acting() actor: Actor,
    @Param() { mandate }: MandatePath,
    @Body() { reason }: ReasonGiven,
    @IdempotencyKey() once: OnceKey,
  ) {
    return this.mandates.move(actor, mandate, 'suspend', once, reason);
  }

  @Post('resumption')
  @HttpCode(200)
  @Requires('mandate.resume')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'resumeMandate', summary: 'Let a suspended mandate go on' })
  @ApiOkResponse({ type: MandateJson })
  resume(
    @Acting() actor: Actor,
    @Param() { mandate }: MandatePath,
    @Body() { reason }: ReasonGiven,
    @IdempotencyKey() once: OnceKey,
  ) {
    return this.mandates.move(actor, mandate, 'resume', once, reason);
  }
}
