import type { Day, Period } from '../domain/day.ts';
import type { MandateGround } from '../domain/ground.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, EmployeeId, LineId, MandateId, MessageId, OrganisationId } from '../domain/ids.ts';
import type { Authority, MandateState } from '../domain/mandate.ts';
import type { Category, ScopeAction, WideScope } from '../domain/scope.ts';
import type { Shield, ShieldMaker } from '../domain/shield.ts';

/** A mandate as the database tells it to who decides, now or about a day that is past (`authority_facts`). */
export interface AuthorityJson {
  id: MandateId;
  client: ClientId;
  organisation: OrganisationId;
  ground: MandateGround;
  state: MandateState;
  from: Day;
  until: Day;
  endsOn: Day | null;
  suspended: Period[] | null;
  answerBy: Day;
  requestedBy: EmployeeId | null;
  offeredAt: string | null;
  endedAt: string | null;
  predecessor: MandateId | null;
  lines: {
    id: LineId;
    sender: WideScope['sender'];
    category: Category | 'all';
    actions: ScopeAction[];
    endedAt: string | null;
    endsOn: Day | null;
  }[];
}

/** An instant, when there is one. */
export const instant = (text: string | null): Date | undefined =>
  text === null ? undefined : new Date(text);

/** The same as the rules look at it. */
export const authorityOf = (json: AuthorityJson): Authority => ({
  ...json,
  period: { from: json.from, until: json.until },
  endsOn: json.endsOn ?? undefined,
  suspended: json.suspended ?? undefined,
  requestedBy: json.requestedBy ?? undefined,
  offeredAt: instant(json.offeredAt),
  endedAt: instant(json.endedAt),
  predecessor: json.predecessor ?? undefined,
  lines: json.lines.map((line) => ({
    ...line,
    endedAt: instant(line.endedAt),
    endsOn: line.endsOn ?? undefined,
  })),
});

/** A shield as the database tells it. */
export interface ShieldJson {
  by: ShieldMaker;
  organisation: OrganisationId | null;
  message: MessageId | null;
  sender: Oin | null;
  category: Category | null;
}

/** The same as the rules look at it. */
export const shieldOf = ({ by, organisation, message, sender, category }: ShieldJson): Shield => ({
  ...{ by, organisation: organisation ?? undefined, message: message ?? undefined },
  ...{ sender: sender ?? undefined, category: category ?? undefined },
});
