import { Module } from '@nestjs/common';
import { OrderedShieldController } from './ordered-shield.controller.ts';
import { OrderedShieldService } from './ordered-shield.service.ts';
import { ShieldGroundsStore } from './shield-grounds.store.ts';
import { ShieldLiftingStore } from './shield-lifting.store.ts';
import { ShieldController } from './shield.controller.ts';
import { ShieldService } from './shield.service.ts';
import { ShieldStore } from './shield.store.ts';

/** What clients and judges keep from representatives. */
@Module({
  controllers: [ShieldController, OrderedShieldController],
  providers: [ShieldStore, ShieldLiftingStore, ShieldGroundsStore, ShieldService, OrderedShieldService],
})
export class ShieldModule {}
