import { Module } from '@nestjs/common';
import { LifeEventCursorStore } from './life-event-cursor.store.ts';
import { LifeEventEffectsService } from './life-event-effects.service.ts';
import { LifeEventIntakeService } from './life-event-intake.service.ts';
import { LifeEventNoticesStore } from './life-event-notices.store.ts';
import { LifeEventQueueService } from './life-event-queue.service.ts';
import { LifeEventStore } from './life-event.store.ts';
import { LifeEventsController } from './life-events.controller.ts';
import { LifeEventFeed } from './life-events.port.ts';
import { LifeEventsSimulator } from './life-events.simulator.ts';

/** Life events: told by the registers of persons, and what follows from them. */
@Module({
  controllers: [LifeEventsController],
  providers: [
    ...[LifeEventIntakeService, LifeEventQueueService, LifeEventEffectsService],
    ...[LifeEventStore, LifeEventCursorStore, LifeEventNoticesStore],
    { provide: LifeEventFeed, useClass: LifeEventsSimulator },
  ],
})
export class LifeEventsModule {}
