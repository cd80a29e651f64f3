import { Module } from '@nestjs/common';
import { SenderEventController } from './sender-event.controller.ts';
import { SenderEventService } from './sender-event.service.ts';
import { SenderEventStore } from './sender-event.store.ts';

/** Senders hear who may no longer act for a client. */
@Module({ controllers: [SenderEventController], providers: [SenderEventService, SenderEventStore] })
export class SenderEventsModule {}
