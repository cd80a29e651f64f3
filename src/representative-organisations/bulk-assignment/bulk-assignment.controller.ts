import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { OrganisationPath } from '../organisation.request.ts';
import { ReassignmentJson } from './bulk-assignment.json.ts';
import { ReassignClients } from './bulk-assignment.request.ts';
import { BulkAssignmentService } from './bulk-assignment.service.ts';

/** Who handles many clients, changed at once. */
@ApiTags('offices')
@Controller('v1/representative-organisations/:organisation/assignments/_bulk')
export class BulkAssignmentController {
  constructor(private readonly assignments: BulkAssignmentService) {}

  @Post()
  @HttpCode(200)
  @Requires('clients.assign')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'reassignClients',
    summary: 'Assign, move or unassign up to 5,000 clients at once.',
    description:
      'With `to` they are assigned, with `from` or `fromEverybody` they are taken away, with both they move. ' +
      '`dryRun` only tells what would change. The answer names each client with whom nothing could be done; a bad ' +
      'one does not spoil the others.',
  })
  @ApiOkResponse({ type: ReassignmentJson })
  reassign(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() wish: ReassignClients,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ReassignmentJson> {
    return this.assignments.reassign(actor, organisation, wish, once);
  }
}
