import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access/access.guard.ts';
import { AccessModule } from './access/access.module.ts';
import { ClientsAbroadModule } from './clients-abroad/clients-abroad.module.ts';
import { ClientsModule } from './clients/clients.module.ts';
import { DecisionsModule } from './decisions/decisions.module.ts';
import { InboxModule } from './inbox/inbox.module.ts';
import { ShieldModule } from './inbox/shields/shield.module.ts';
import { SavedViewModule } from './inbox/views/saved-view.module.ts';
import { LifeEventsModule } from './life-events/life-events.module.ts';
import { MessageWorkModule } from './inbox/work/message-work.module.ts';
import { LegalRepresentationModule } from './legal-representation/legal-representation.module.ts';
import { BulkExecutionModule } from './mandates/bulk/bulk-execution.module.ts';
import { MandateUpkeepModule } from './mandates/upkeep/upkeep.module.ts';
import { MandatesModule } from './mandates/mandates.module.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { databaseOptions } from './platform/database.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { ProblemFilter } from './platform/problem.filter.ts';
import { UnaskedQuery } from './platform/unasked-query.ts';
import { InputPipe } from './platform/validation.ts';
import { RepresentativeOrganisationsModule } from './representative-organisations/representative-organisations.module.ts';
import { SenderEventsModule } from './sender-events/sender-events.module.ts';
import { ServiceModule } from './service/service.module.ts';
import { SignInGuard } from './sign-in/sign-in.guard.ts';
import { SignInModule } from './sign-in/sign-in.module.ts';
import { SigningModule } from './signing/signing.module.ts';
import { TrailModule } from './trail/trail.module.ts';

/** The whole house, floor by floor. */
@Module({})
export class AppModule {
  /** With this configuration and this clock. */
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, clock),
        TypeOrmModule.forRoot({ ...databaseOptions(config), autoLoadEntities: true, retryAttempts: 0 }),
        DiscoveryModule,
        AccessModule,
        ClientsModule,
        SignInModule,
        SigningModule,
        ClientsAbroadModule,
        ServiceModule,
        MandatesModule,
        BulkExecutionModule,
        MandateUpkeepModule,
        InboxModule,
        MessageWorkModule,
        SavedViewModule,
        ShieldModule,
        RepresentativeOrganisationsModule,
        LifeEventsModule,
        LegalRepresentationModule,
        TrailModule,
        DecisionsModule,
        SenderEventsModule,
      ],
      providers: [
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: UnaskedQuery },
        { provide: APP_GUARD, useClass: SignInGuard }, // who is it?
        { provide: APP_GUARD, useClass: AccessGuard }, // may this kind of actor ask this?
      ],
    };
  }
}
