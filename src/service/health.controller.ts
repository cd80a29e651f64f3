import { Controller, Get, Injectable } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Open } from '../access/requires.ts';
import { Problem } from '../domain/errors.ts';

/** Whether this process wants traffic. Set to closing at the first sign of a stop. */
@Injectable()
export class Readiness {
  closing = false;
}

/** The state of the service, for the balancer. */
export class HealthJson {
  @ApiProperty({ enum: ['ok'] })
  readonly status!: 'ok';
}

/** Liveness: the process answers. Readiness: it can do its work, and is not about to stop. */
@ApiTags('service')
@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly readiness: Readiness,
  ) {}

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
    if (this.readiness.closing) throw new Problem('unavailable', { retryAfterSeconds: 5 });
    await this.database.query('SELECT 1');
    return { status: 'ok' };
  }
}
