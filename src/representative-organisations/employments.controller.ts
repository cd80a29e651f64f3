import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { EmploymentJson } from './employee.json.ts';
import { AcceptEmployment } from './employee.request.ts';
import { EmploymentsService } from './employments.service.ts';

/** Taking up an employment. */
@ApiTags('offices')
@Controller('v1/employments')
export class EmploymentsController {
  constructor(private readonly employments: EmploymentsService) {}

  @Post()
  @Requires('employment.accept')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'acceptEmployment',
    summary: 'Take up the employment that you were invited to, with the code that you were given.',
  })
  @ApiCreatedResponse({ type: EmploymentJson })
  accept(
    @Acting() actor: Actor,
    @Body() { code }: AcceptEmployment,
    @IdempotencyKey() once: OnceKey,
  ): Promise<EmploymentJson> {
    return this.employments.accept(actor, code, once);
  }
}
