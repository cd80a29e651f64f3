import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/requires.ts';
import { HealthService } from './health.service.ts';

/** The state of the service, for the balancer. */
export class HealthJson {
  @ApiProperty({ enum: ['ok'] })
  readonly status!: 'ok';
}

/** Liveness: the process answers. Readiness: it can do its work, and is not about to stop. */
@ApiTags('service')
@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('livez')
  @Open('a balancer has no sign-in')
  @ApiOperation({ operationId: 'live', summary: 'Is the process alive?' })
  @ApiOkResponse({ type: HealthJson })
  live(): HealthJson {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Open('a balancer has no sign-in')
  @ApiOperation({ operationId: 'ready', summary: 'Can the service do its work?' })
  @ApiOkResponse({ type: HealthJson })
  async ready(): Promise<HealthJson> {
    await this.health.ready();
    return { status: 'ok' };
  }
}
