import { Module } from '@nestjs/common';
import { HealthController, Readiness } from './health.controller.ts';
import { OpenApi, OpenApiController } from './openapi.controller.ts';
import { ProblemsController } from './problems.controller.ts';

/** The service about itself: health, problem codes, the description of the API. */
@Module({
  controllers: [HealthController, ProblemsController, OpenApiController],
  providers: [Readiness, OpenApi],
  exports: [Readiness, OpenApi],
})
export class ServiceModule {}
