import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { BulkRunJson } from './bulk.json.ts';
import { RunPath } from './bulk.request.ts';
import { BulkConfirmService } from './bulk-execution.confirm.service.ts';

/** Carrying out what was checked. */
@ApiTags('bulk-runs')
@Controller('v1/bulk-runs/:run')
export class BulkExecutionController {
  constructor(private readonly runs: BulkConfirmService) {}

  @Post('confirmation')
  @HttpCode(200)
  @Requires('bulk.confirm')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'confirmBulkRun',
    summary: 'Carry out the rows that are ready',
    description:
      'They are carried out in your name, and each part asks anew whether you may. A run that stopped goes on where it was; one with no row that is ready cannot be confirmed.',
  })
  @ApiOkResponse({ type: BulkRunJson })
  confirm(
    @Acting() actor: Actor,
    @Param() { run }: RunPath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<BulkRunJson> {
    return this.runs.confirm(actor, run, once);
  }
}
