import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { MandateId } from '../../domain/ids.ts';
import { IdField } from '../../platform/fields.ts';
import { HandlersJson } from './handlers.json.ts';
import { HandlersService } from './handlers.service.ts';

/** A mandate in a path. */
class HandledMandatePath {
  @IdField({ description: 'The mandate.' })
  readonly mandate!: MandateId;
}

/** Who handles a client, as he may know it. */
@ApiTags('mandates')
@Controller('v1/mandates/:mandate/handlers')
export class HandlersController {
  constructor(private readonly handlers: HandlersService) {}

  @Get()
  @Requires('mandate.handlers')
  @ApiOperation({
    operationId: 'seeHandlers',
    summary: 'By how many people of the office your mandate is used, and when a colleague stands in.',
  })
  @ApiOkResponse({ type: HandlersJson })
  of(@Acting() actor: Actor, @Param() { mandate }: HandledMandatePath): Promise<HandlersJson> {
    return this.handlers.of(actor, mandate);
  }
}
