import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { OrganisationPath } from '../organisation.request.ts';
import { WorkloadJson } from './workload.json.ts';
import { WorkloadService } from './workload.service.ts';

/** Who has how many clients. */
@ApiTags('offices')
@Controller('v1/representative-organisations/:organisation/workload')
export class WorkloadController {
  constructor(private readonly workload: WorkloadService) {}

  @Get()
  @Requires('office.workload')
  @ApiOperation({
    operationId: 'seeWorkload',
    summary: 'How many clients each employee and each team has, and how many have nobody.',
  })
  @ApiOkResponse({ type: WorkloadJson })
  of(@Acting() actor: Actor, @Param() { organisation }: OrganisationPath): Promise<WorkloadJson> {
    return this.workload.of(actor, organisation);
  }
}
