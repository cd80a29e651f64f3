import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { authzen } from './authzen.ts';
import { DecisionJson, DecisionsJson } from './evaluation.json.ts';
import { EvaluationService } from './evaluation.service.ts';
import { EvaluationBody, EvaluationsBody } from './wire.schema.ts';

/** The decision point: OpenID AuthZEN Authorization API 1.0. */
@ApiTags('decision point')
@Controller('access/v1')
export class EvaluationController {
  constructor(private readonly evaluations: EvaluationService) {}

  @Post('evaluation')
  @HttpCode(200)
  @RouteConfig(authzen)
  @Requires('decision.ask')
  @ApiOperation({ operationId: 'evaluate', summary: 'May she?' })
  @ApiBody({ type: EvaluationBody })
  @ApiOkResponse({ type: DecisionJson, description: 'Yes or no, and why.' })
  one(@Acting() actor: Actor, @Body() body: object): Promise<DecisionJson> {
    return this.evaluations.one(actor, body);
  }

  @Post('evaluations')
  @HttpCode(200)
  @RouteConfig(authzen)
  @Requires('decision.ask')
  @ApiOperation({
    operationId: 'evaluateMany',
    summary: 'The same for many questions at once',
    description: 'A question that is not right is answered no, with what is wrong; the others go on.',
  })
  @ApiBody({ type: EvaluationsBody })
  @ApiExtraModels(DecisionJson, DecisionsJson)
  @ApiOkResponse({
    description: 'An answer to each; or one, when there was no list of questions.',
    schema: { oneOf: [{ $ref: getSchemaPath(DecisionsJson) }, { $ref: getSchemaPath(DecisionJson) }] },
  })
  many(@Acting() actor: Actor, @Body() body: object): Promise<DecisionJson | DecisionsJson> {
    return this.evaluations.many(actor, body);
  }
}
