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

/** Every migration in order: listed, never globbed. */
export const migrations = [
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
];
