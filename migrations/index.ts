import { SureOfWhoSignsIn } from './20261129-100-sure-of-who-signs-in.ts';
import { ALetterIsForWhomItNames } from './20261129-101-a-letter-is-for-whom-it-names.ts';
import { AConfirmationIsOfAProposal } from './20261129-102-a-confirmation-is-of-a-proposal.ts';
import { WhatCameByTheWrongMeans } from './20261129-103-what-came-by-the-wrong-means.ts';
import { WhoCameBackAndWhoWasSuspended } from './20261129-104-who-came-back-and-who-was-suspended.ts';
import { HowMuchASystemMayAsk } from './20261129-105-how-much-a-system-may-ask.ts';
import { NothingInDoubt } from './20261129-106-nothing-in-doubt.ts';
import { WhatBecameOfAReport } from './20261129-109-what-became-of-a-report.ts';
import { NeverByOneHand } from './20261129-110-never-by-one-hand.ts';
import { AGuardianWhoDied } from './20261129-111-a-guardian-who-died.ts';
import { GivenByTheLiving } from './20261129-113-given-by-the-living.ts';
import { UrgentActsOfTheLastDay } from './20261129-114-urgent-acts-of-the-last-day.ts';
import { FromTheCommit } from './20261129-115-from-the-commit.ts';
import { WhatACaseMoved } from './20261129-116-what-a-case-moved.ts';
import { AskedWithWhatWasEnded } from './20261129-117-asked-with-what-was-ended.ts';
import { BeforeOrAfterASuspension } from './20261129-120-before-or-after-a-suspension.ts';
import { NoLetterForWhoDiedOrCameBack } from './20261129-121-no-letter-for-who-died-or-came-back.ts';
import { WhoseAddressAFormNames } from './20261129-122-whose-address-a-form-names.ts';
import { NobodysClientByAForm } from './20261129-123-nobodys-client-by-a-form.ts';
import { OfWhomItSpeaks } from './20261129-124-of-whom-it-speaks.ts';
import { ToldByMistake } from './20261129-125-told-by-mistake.ts';
import { OfWhomAPaperIs } from './20261129-128-of-whom-a-paper-is.ts';
import { WhatCameWhileTwoWereOne } from './20261129-129-what-came-while-two-were-one.ts';
import { ByAMeansThatStands } from './20261129-130-by-a-means-that-stands.ts';
import { OfTheLivingOnThatDay } from './20261129-135-of-the-living-on-that-day.ts';
import { EndedByLawWhereTwoBecameOne } from './20261129-136-ended-by-law-where-two-became-one.ts';
import { NoMoreThanASystemMayAsk } from './20261129-140-no-more-than-a-system-may-ask.ts';
import { StatementsOfWhoWasAnother } from './20261129-145-statements-of-who-was-another.ts';
import { NoFurtherThanItMayReach } from './20261129-151-no-further-than-it-may-reach.ts';
import { NothingStatedOfUrgentActs } from './20261130-155-nothing-stated-of-urgent-acts.ts';
import { OfTheRowAtHand } from './20261130-159-of-the-row-at-hand.ts';
import { firstMigrations } from './index.first.ts';

/** Every migration in order: listed, never globbed. */
export const migrations = [
  ...firstMigrations,
  SureOfWhoSignsIn,
  ALetterIsForWhomItNames,
  AConfirmationIsOfAProposal,
  WhatCameByTheWrongMeans,
  WhoCameBackAndWhoWasSuspended,
  HowMuchASystemMayAsk,
  NothingInDoubt,
  WhatBecameOfAReport,
  NeverByOneHand,
  AGuardianWhoDied,
  GivenByTheLiving,
  UrgentActsOfTheLastDay,
  FromTheCommit,
  WhatACaseMoved,
  AskedWithWhatWasEnded,
  BeforeOrAfterASuspension,
  NoLetterForWhoDiedOrCameBack,
  WhoseAddressAFormNames,
  NobodysClientByAForm,
  OfWhomItSpeaks,
  ToldByMistake,
  OfWhomAPaperIs,
  WhatCameWhileTwoWereOne,
  ByAMeansThatStands,
  OfTheLivingOnThatDay,
  EndedByLawWhereTwoBecameOne,
  NoMoreThanASystemMayAsk,
  StatementsOfWhoWasAnother,
  NoFurtherThanItMayReach,
  NothingStatedOfUrgentActs,
  OfTheRowAtHand,
];
