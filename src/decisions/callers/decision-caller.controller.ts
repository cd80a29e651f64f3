import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { DecisionCallersJson } from './decision-caller.json.ts';
import { DecisionCallerPath, RegisterDecisionCaller } from './decision-caller.request.ts';
import { DecisionCallerService } from './decision-caller.service.ts';

/** The systems that may ask for decisions. */
@ApiTags('decision point')
@Controller('v1/decision-callers')
export class DecisionCallerController {
  constructor(private readonly callers: DecisionCallerService) {}

  @Get()
  @Requires('decision-caller.list')
  @ApiOperation({ operationId: 'listDecisionCallers', summary: 'Which systems may ask for decisions?' })
  @ApiOkResponse({ type: DecisionCallersJson, description: 'All of them.' })
  list(@Acting() actor: Actor): Promise<DecisionCallersJson> {
    return this.callers.list(actor);
  }

  @Put(':oin')
  @HttpCode(204)
  @Requires('decision-caller.register')
  @ApiOperation({
    operationId: 'registerDecisionCaller',
    summary: 'Let a system ask for decisions, or correct what it may ask',
    description: 'Holds from its next question on.',
  })
  @ApiNoContentResponse({ description: 'Registered.' })
  register(
    @Acting() actor: Actor,
    @Param() { oin }: DecisionCallerPath,
    @Body() body: RegisterDecisionCaller,
  ): Promise<void> {
    return this.callers.register(actor, oin, body);
  }

  @Delete(':oin')
  @HttpCode(204)
  @Requires('decision-caller.end')
  @ApiOperation({ operationId: 'endDecisionCaller', summary: 'End that a system may ask for decisions' })
  @ApiNoContentResponse({ description: 'Ended. What it asked stays on the record.' })
  end(@Acting() actor: Actor, @Param() { oin }: DecisionCallerPath): Promise<void> {
    return this.callers.end(actor, oin);
  }
}
