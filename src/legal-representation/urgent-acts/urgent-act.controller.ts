import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { Paged } from '../../platform/page-link.ts';
import { UrgentActJson, UrgentActsJson } from './urgent-act.json.ts';
import {
  AskUrgentActs,
  DecideUrgentActs,
  EndedMandatePath,
  ListUrgentActs,
  UrgentActPath,
} from './urgent-act.request.ts';
import { UrgentActService } from './urgent-act.service.ts';

/** Urgent acts after the end of a mandate (R31). */
@ApiTags('urgent-acts')
@Controller('v1')
export class UrgentActController {
  constructor(private readonly acts: UrgentActService) {}

  @Post('mandates/:mandate/urgent-acts')
  @Requires('urgent-acts.ask')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'askUrgentActs',
    summary: 'Ask to finish what cannot wait, after the mandate ended',
    description:
      'It gives nothing until an official allows it: to read, until a year after the end at most (R31).',
  })
  @ApiCreatedResponse({ type: UrgentActJson })
  ask(
    @Acting() actor: Actor,
    @Param() { mandate }: EndedMandatePath,
    @Body() wish: AskUrgentActs,
    @IdempotencyKey() once: OnceKey,
  ): Promise<UrgentActJson> {
    return this.acts.ask(actor, mandate, wish, once);
  }

  @Get('urgent-acts')
  @Requires('urgent-acts.list')
  @Paged()
  @ApiOperation({ operationId: 'listUrgentActs', summary: 'The requests for urgent acts that you may see' })
  @ApiOkResponse({ type: UrgentActsJson })
  list(@Acting() actor: Actor, @Query() wish: ListUrgentActs): Promise<Page<UrgentActJson>> {
    return this.acts.list(actor, wish);
  }

  @Post('urgent-acts/:act/permission')
  @HttpCode(200)
  @Requires('urgent-acts.decide')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'allowUrgentActs', summary: 'Allow urgent acts: reading, and nothing else' })
  @ApiOkResponse({ type: UrgentActJson })
  allow(
    @Acting() actor: Actor,
    @Param() { act }: UrgentActPath,
    @Body() { reason }: DecideUrgentActs,
    @IdempotencyKey() once: OnceKey,
  ): Promise<UrgentActJson> {
    return this.acts.decide(actor, act, 'allowed', reason, once);
  }

  @Post('urgent-acts/:act/refusal')
  @HttpCode(200)
  @Requires('urgent-acts.decide')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'refuseUrgentActs', summary: 'Refuse urgent acts; the office reads why' })
  @ApiOkResponse({ type: UrgentActJson })
  refuse(
    @Acting() actor: Actor,
    @Param() { act }: UrgentActPath,
    @Body() { reason }: DecideUrgentActs,
    @IdempotencyKey() once: OnceKey,
  ): Promise<UrgentActJson> {
    return this.acts.decide(actor, act, 'refused', reason, once);
  }
}
