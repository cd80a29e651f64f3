import { RolesAndTheActingParty } from './20261123-01-roles-and-the-acting-party.ts';
import { TrailAnswersJobsAndAllowances } from './20261123-02-trail-answers-jobs-and-allowances.ts';
import { Clients } from './20261123-03-clients.ts';
import { Offices } from './20261123-04-offices.ts';
import { Mandates } from './20261123-05-mandates.ts';
import { Inbox } from './20261123-06-inbox.ts';
import { Facts } from './20261123-07-facts.ts';
import { OfficeClients } from './20261123-08-office-clients.ts';
import { MandateScope } from './20261123-09-mandate-scope.ts';
import { Names } from './20261123-10-names.ts';
import { SecondLine } from './20261123-11-second-line.ts';
import { Cover } from './20261124-12-cover.ts';
import { BulkRuns } from './20261124-14-bulk-runs.ts';
import { Feed } from './20261124-13-feed.ts';
import { BulkExecution } from './20261124-19-bulk-execution.ts';
import { InboxFeed } from './20261124-18-inbox-feed.ts';
import { OfficeAtWork } from './20261124-15-office-at-work.ts';
import { Upkeep } from './20261124-16-upkeep.ts';
import { ViewsAndWork } from './20261124-17-views-and-work.ts';
import { WhoHandles } from './20261124-22-who-handles.ts';
import { QuickerInbox } from './20261128-30-quicker-inbox.ts';
import { Grounds } from './20261128-31-grounds.ts';
import { Shields } from './20261128-32-shields.ts';
import { CourtOrders } from './20261128-33-court-orders.ts';
import { APersonAsRepresentative } from './20261128-35-a-person-as-representative.ts';
import { LifeEvents } from './20261128-36-life-events.ts';
import { QuickNumbers } from './20261128-37-quick-numbers.ts';
import { ClientsAbroad } from './20261128-38-clients-abroad.ts';
import { JoinedClients } from './20261128-39-joined-clients.ts';
import { WhoseTurnItIs } from './20261128-40-whose-turn-it-is.ts';
import { Guardianship } from './20261128-45-guardianship.ts';
import { WordsBehindTheDelivery } from './20261128-47-words-behind-the-delivery.ts';
import { LinesToRead } from './20261128-48-lines-to-read.ts';
import { WhoseHand } from './20261128-49-whose-hand.ts';
import { WhatAnOfficeSeesAndHears } from './20261128-50-what-an-office-sees-and-hears.ts';
import { WhatARowBecame } from './20261128-51-what-a-row-became.ts';
import { SuspendedOfficials } from './20261128-53-suspended-officials.ts';
import { MandatesOnPaper } from './20261128-54-mandates-on-paper.ts';
import { WhatEndedStaysEnded } from './20261128-55-what-ended-stays-ended.ts';
import { AReferenceIsOfItsRequest } from './20261128-56-a-reference-is-of-its-request.ts';
import { WhomAnOfficeNamed } from './20261128-57-whom-an-office-named.ts';
import { AsItWas } from './20261128-60-as-it-was.ts';
import { WhatNeedNotBeLookedUp } from './20261128-62-what-need-not-be-looked-up.ts';
import { WhenARowWasSettled } from './20261128-63-when-a-row-was-settled.ts';
import { CoversThatLapse } from './20261128-65-covers-that-lapse.ts';
import { WhoWasAskedIsNoClient } from './20261128-66-who-was-asked-is-no-client.ts';
import { WhomPapersAreAbout } from './20261128-68-whom-papers-are-about.ts';
import { OneAfterTheOther } from './20261128-69-one-after-the-other.ts';
import { AShieldRestsOnAnOrder } from './20261128-70-a-shield-rests-on-an-order.ts';
import { WhoHasItInHand } from './20261129-72-who-has-it-in-hand.ts';
import { WhoAsksForDecisions } from './20261129-73-who-asks-for-decisions.ts';
import { WhatIsApproved } from './20261129-74-what-is-approved.ts';
import { AnOrderAgain } from './20261129-75-an-order-again.ts';
import { MeasuresOutliveGuardians } from './20261129-76-measures-outlive-guardians.ts';
import { FinishedWithTheCorrection } from './20261129-77-finished-with-the-correction.ts';
import { TwoOfficialsForAnInbox } from './20261129-78-two-officials-for-an-inbox.ts';
import { TwoOfficialsLiftAShield } from './20261129-79-two-officials-lift-a-shield.ts';
import { MandatesInSight } from './20261129-81-mandates-in-sight.ts';
import { WordsInOneForm } from './20261129-82-words-in-one-form.ts';
import { ADuplicateIsOfARightRow } from './20261129-85-a-duplicate-is-of-a-right-row.ts';
import { PseudonymsByAnIndex } from './20261129-86-pseudonyms-by-an-index.ts';
import { SigningKeys } from './20261129-87-signing-keys.ts';
import { Statements } from './20261129-88-statements.ts';
import { FactsOfManyQuestions } from './20261129-92-facts-of-many-questions.ts';
import { SendersAreTold } from './20261129-94-senders-are-told.ts';
import { SuspensionsSideBySide } from './20261129-95-suspensions-side-by-side.ts';
import { WhatStandsAtAnOrder } from './20261129-96-what-stands-at-an-order.ts';
import { WhatAJoinCannotGive } from './20261129-97-what-a-join-cannot-give.ts';
import { WhoIsBackLooksAnew } from './20261129-98-who-is-back-looks-anew.ts';
import { WhomAReportIsAbout } from './20261129-99-whom-a-report-is-about.ts';

/** The migrations up to 99, in order; see `index.ts`. */
export const firstMigrations = [
  RolesAndTheActingParty,
  TrailAnswersJobsAndAllowances,
  Clients,
  Offices,
  Mandates,
  Inbox,
  Facts,
  OfficeClients,
  MandateScope,
  Names,
  SecondLine,
  Cover,
  BulkRuns,
  Feed,
  OfficeAtWork,
  Upkeep,
  ViewsAndWork,
  InboxFeed,
  BulkExecution,
  WhoHandles,
  QuickerInbox,
  Grounds,
  Shields,
  CourtOrders,
  APersonAsRepresentative,
  LifeEvents,
  QuickNumbers,
  ClientsAbroad,
  JoinedClients,
  WhoseTurnItIs,
  Guardianship,
  WordsBehindTheDelivery,
  LinesToRead,
  WhoseHand,
  WhatAnOfficeSeesAndHears,
  WhatARowBecame,
  SuspendedOfficials,
  MandatesOnPaper,
  WhatEndedStaysEnded,
  AReferenceIsOfItsRequest,
  WhomAnOfficeNamed,
  AsItWas,
  WhatNeedNotBeLookedUp,
  WhenARowWasSettled,
  CoversThatLapse,
  WhoWasAskedIsNoClient,
  WhomPapersAreAbout,
  OneAfterTheOther,
  AShieldRestsOnAnOrder,
  WhoHasItInHand,
  WhoAsksForDecisions,
  WhatIsApproved,
  AnOrderAgain,
  MeasuresOutliveGuardians,
  FinishedWithTheCorrection,
  TwoOfficialsForAnInbox,
  TwoOfficialsLiftAShield,
  MandatesInSight,
  WordsInOneForm,
  ADuplicateIsOfARightRow,
  PseudonymsByAnIndex,
  SigningKeys,
  Statements,
  FactsOfManyQuestions,
  SendersAreTold,
  SuspensionsSideBySide,
  WhatStandsAtAnOrder,
  WhatAJoinCannotGive,
  WhoIsBackLooksAnew,
  WhomAReportIsAbout,
];
