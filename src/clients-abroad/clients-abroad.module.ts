import { Module } from '@nestjs/common';
import { AccountController } from './accounts/account.controller.ts';
import { AccountService } from './accounts/account.service.ts';
import { RebindingController } from './accounts/rebinding.controller.ts';
import { RebindingService } from './accounts/rebinding.service.ts';
import { RedemptionService } from './accounts/redemption.service.ts';
import { WrongTries } from './accounts/wrong-tries.ts';
import { CaseDecisionService } from './cases/case-decision.service.ts';
import { CaseEffects } from './cases/case-effects.ts';
import { EvidenceStore } from './cases/evidence.store.ts';
import { IdentityCaseStore } from './cases/identity-case.store.ts';
import { IdentityCasesController } from './cases/identity-cases.controller.ts';
import { IdentityCasesService } from './cases/identity-cases.service.ts';
import { LetterCodeStore } from './cases/letter-code.store.ts';
import { MatchingService } from './cases/matching.service.ts';
import { FoundPeople } from './cases/found-people.ts';
import { Openable } from './cases/openable.ts';
import { ShownPerson } from './cases/shown-person.ts';
import { OwnRequestStore } from './cases/own-request.store.ts';
import { IdentityLetterService } from './onboarding/identity-letter.service.ts';
import { IdentityLetterStore } from './onboarding/identity-letter.store.ts';
import { IdentityNewsService } from './cases/identity-news.service.ts';
import { IdentityNews } from './cases/identity-news.ts';
import { MeansController } from './means/means.controller.ts';
import { MeansService } from './means/means.service.ts';
import { OnboardingController } from './onboarding/onboarding.controller.ts';
import { OnboardingLetters } from './onboarding/onboarding-letters.ts';
import { OnboardingService } from './onboarding/onboarding.service.ts';
import { PaperCheckService } from './paper-mandates/paper-check.service.ts';
import { PaperDecisionService } from './paper-mandates/paper-decision.service.ts';
import { PaperEntryService } from './paper-mandates/paper-entry.service.ts';
import { PaperLetterService } from './paper-mandates/paper-letter.service.ts';
import { PaperMandateStore } from './paper-mandates/paper-mandate.store.ts';
import { PaperMandatesController } from './paper-mandates/paper-mandates.controller.ts';
import { PaperMandatesService } from './paper-mandates/paper-mandates.service.ts';
import { PaperNamesStore } from './paper-mandates/paper-names.store.ts';
import { PreferencesController } from './preferences/preferences.controller.ts';
import { PreferencesService } from './preferences/preferences.service.ts';
import { IdentityUpkeepService } from './upkeep/identity-upkeep.service.ts';
import { IdentityUpkeepStore } from './upkeep/identity-upkeep.store.ts';
import { PaperUpkeepStore } from './upkeep/paper-upkeep.store.ts';

/**
 * Clients abroad: how they get in without a BSN, are found to have one, change their means, authorise somebody on paper,
 * and are written to.
 */
@Module({
  controllers: [
    ...[AccountController, RebindingController, OnboardingController, MeansController],
    ...[IdentityCasesController, PreferencesController, PaperMandatesController],
  ],
  providers: [
    ...[IdentityCaseStore, EvidenceStore, LetterCodeStore, OwnRequestStore, IdentityLetterStore],
    ...[
      AccountService,
      RebindingService,
      RedemptionService,
      MatchingService,
      CaseEffects,
      ShownPerson,
      Openable,
      FoundPeople,
    ],
    ...[IdentityCasesService, CaseDecisionService, PreferencesService],
    ...[OnboardingService, OnboardingLetters, IdentityLetterService],
    ...[IdentityNews, IdentityNewsService, MeansService, WrongTries],
    ...[PaperMandateStore, PaperNamesStore, PaperMandatesService, PaperEntryService, PaperDecisionService],
    ...[PaperCheckService, PaperLetterService],
    ...[IdentityUpkeepStore, PaperUpkeepStore, IdentityUpkeepService],
  ],
})
export class ClientsAbroadModule {}
