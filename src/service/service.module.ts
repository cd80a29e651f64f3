import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { HealthService } from './health.service.ts';
import { HealthStore } from './health.store.ts';
import { OpenApi, OpenApiController } from './openapi.controller.ts';
import { ProblemsController } from './problems.controller.ts';
import { TidyService } from './tidy.service.ts';
import { TidyStore } from './tidy.store.ts';

/** The service about itself: health, problem codes, the description of the API. */
@Module({
  controllers: [HealthController, ProblemsController, OpenApiController],
  providers: [HealthService, HealthStore, OpenApi, TidyStore, TidyService],
  exports: [HealthService, OpenApi],
})
export class ServiceModule {}
