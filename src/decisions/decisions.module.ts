import { Module } from '@nestjs/common';
import { CallerAllowanceStore } from './caller-allowance.store.ts';
import { CallerLimits } from './caller-limits.ts';
import { DecisionCallerController } from './callers/decision-caller.controller.ts';
import { DecisionCallerService } from './callers/decision-caller.service.ts';
import { DecisionCallerStore } from './callers/decision-caller.store.ts';
import { DiscoveryController } from './discovery.controller.ts';
import { EvaluationController } from './evaluation.controller.ts';
import { EvaluationService } from './evaluation.service.ts';
import { EvaluationStore } from './evaluation.store.ts';
import { ExchangeController } from './exchange/exchange.controller.ts';
import { ExchangeService } from './exchange/exchange.service.ts';
import { SealedTokens } from './search/page-tokens.ts';
import { SearchController } from './search/search.controller.ts';
import { SearchService } from './search/search.service.ts';
import { SignInModule } from '../sign-in/sign-in.module.ts';

/** The decision point: other systems ask whether somebody may. */
@Module({
  controllers: [
    EvaluationController,
    SearchController,
    DiscoveryController,
    DecisionCallerController,
    ExchangeController,
  ],
  imports: [SignInModule],
  providers: [
    ...[EvaluationService, EvaluationStore, SearchService, CallerLimits, CallerAllowanceStore],
    ...[DecisionCallerService, DecisionCallerStore, ExchangeService, SealedTokens],
  ],
})
export class DecisionsModule {}
