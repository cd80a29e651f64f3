import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ActorStore } from './actor.store.ts';
import { Issuers } from './issuers.ts';
import { JwtStrategy } from './jwt.strategy.ts';
import { MeController } from './me.controller.ts';
import { MeService } from './me.service.ts';
import { OwnOfficeStore } from './own-office.store.ts';
import { SubjectTokens } from './subject-tokens.ts';

/** Sign-in: turns a token into an actor, and knows no feature. */
@Module({
  imports: [PassportModule],
  controllers: [MeController],
  providers: [Issuers, ActorStore, JwtStrategy, OwnOfficeStore, MeService, SubjectTokens],
  exports: [SubjectTokens],
})
export class SignInModule {}
