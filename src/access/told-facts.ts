import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Subject } from '../domain/actor.ts';
import type { Assurance } from '../domain/assurance.ts';
import type { Day, Period } from '../domain/day.ts';
import type { Facts } from '../domain/decision.ts';
import type { OfficialStanding, OrderFacts } from '../domain/four-eyes.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, EmployeeId, MessageId, OrganisationId } from '../domain/ids.ts';
import type { Role, Standing } from '../domain/organisation.ts';
import type { Category } from '../domain/scope.ts';
import type { UrgentActFacts } from '../domain/urgent-act-request.ts';
import { type AuthorityJson, authorityOf, instant, type ShieldJson, shieldOf } from './authority-facts.ts';
import { type GuardianshipJson, guardianshipOf } from './guardianship-facts.ts';

/** Facts as the database tells them. */
export interface FactsJson {
  employment?: { role: Role | null; from: Day; until: Day | null; endedAt: string | null };
  standing?: Standing;
  office?: OfficeInTrail;
  handling?: {
    assigned: boolean;
    handled: boolean;
    covering?: boolean;
    coverDays?: Period[] | null;
    handledDays?: Period[] | null;
  };
  organisation?: OfficeInTrail & { standing: Standing; registeredBy: string };
  mandate?: AuthorityJson;
  mandates?: AuthorityJson[];
  message?: {
    id: MessageId;
    client: ClientId;
    sender: Oin;
    category: Category | null;
    assurance: Assurance;
    deliveredAt: string;
  };
  bulkRun?: { organisation: OrganisationId; startedBy: EmployeeId };
  shields?: ShieldJson[];
  guardianship?: GuardianshipJson;
  diedOn?: Day | null;
  order?: OrderFacts;
  urgentAct?: UrgentActFacts;
  colleague?: { subject: Subject } | null;
  official?: { standing: OfficialStanding };
}

/** The same as the rules look at them. */
export const factsOf = (json: FactsJson): Facts => ({
  employment: json.employment?.role
    ? {
        role: json.employment.role,
        from: json.employment.from,
        until: json.employment.until ?? undefined,
        endedAt: instant(json.employment.endedAt),
      }
    : undefined,
  standing: json.standing,
  handling: json.handling && {
    ...{ covering: false, ...json.handling },
    coverDays: json.handling.coverDays ?? undefined,
    handledDays: json.handling.handledDays ?? undefined,
  },
  // A person who represents others by himself is the only office without a KvK number.
  organisation: json.organisation && { ...json.organisation, individual: json.organisation.kvk === null },
  mandate: json.mandate && authorityOf(json.mandate),
  message: json.message && {
    ...json.message,
    category: json.message.category ?? undefined,
    deliveredAt: new Date(json.message.deliveredAt),
  },
  bulkRun: json.bulkRun,
  mandates: (json.mandates ?? []).map(authorityOf),
  guardianship: json.guardianship && guardianshipOf(json.guardianship),
  shields: json.shields?.map(shieldOf),
  diedOn: json.diedOn ?? undefined,
  order: json.order,
  urgentAct: json.urgentAct,
  colleague: json.colleague ?? undefined,
  official: json.official,
});
