import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { ActionName } from '../domain/actions.ts';
import type { ActorKind } from '../domain/actor.ts';
import type { Assurance } from '../domain/assurance.ts';
import { type Day, startOf } from '../domain/day.ts';
import type { Ground, Permit } from '../domain/decision.ts';
import type { ProblemCode } from '../domain/errors.ts';
import type { ClientId, EmployeeId, MandateId, OrganisationId } from '../domain/ids.ts';
import type { ReasonCode } from '../domain/reasons.ts';
import type { Position } from '../platform/cursor.ts';

/** One line as it was written. */
export interface TrailLine {
  readonly id: string;
  readonly at: Date;
  readonly action: ActionName;
  readonly outcome: 'permitted' | 'refused';
  /** Of a refusal: a rule about access, or that the act itself was not possible. */
  readonly reason: ReasonCode | ProblemCode | null;
  readonly actorKind: ActorKind;
  readonly actorId: string;
  readonly assurance: Assurance;
  readonly organisation: OrganisationId | null;
  readonly organisationName: string | null;
  readonly organisationKvk: string | null;
  readonly client: ClientId | null;
  readonly mandate: MandateId | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly ground: Ground['kind'] | null;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly trace: string | null;
}

/** Which lines are wanted. Days are Dutch days, half-open: `from` is the first, `until` the first not. */
export interface Wanted {
  readonly client?: ClientId | undefined;
  readonly organisation?: OrganisationId | undefined;
  readonly employee?: EmployeeId | undefined;
  readonly action?: ActionName | undefined;
  readonly outcome?: string | undefined;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  /** Leave out what this client did himself to look at something and was permitted. */
  readonly withoutLookingOf?: ClientId | undefined;
}

const columns = `id, at, action, outcome, reason, actor_kind AS "actorKind", actor_id AS "actorId", assurance,
  organisation_id AS organisation, organisation_name AS "organisationName", organisation_kvk AS "organisationKvk",
  client_id AS client, mandate_id AS mandate, object_kind AS "objectKind", object_id AS "objectId", ground, details,
  trace`;

/** What a citizen does to look at his affairs; opening a message is more than looking, and is always shown. */
const looking = [
  ...(['self.see', 'answer.repeat', 'organisation.search', 'organisation.see', 'sender.search'] as const),
  ...([
    'mandate.list',
    'mandate.export',
    'mandate.see',
    'mandate.history',
    'mandate.preview',
    'mandate.handlers',
  ] as const),
  ...(['inbox.preview', 'inbox.list', 'trail.see-own', 'access-history.see', 'notice.list'] as const),
  ...(['shield.list', 'shield.preview'] as const),
] as const satisfies readonly ActionName[];

/** Reads the trail. Writing it is the work of the unit of work alone. */
@Injectable()
export class TrailEntriesStore {
  /** The lines that are wanted, newest first, one more than the limit when there is more. */
  list(
    work: Work,
    _permit: Permit<'trail.see-own' | 'trail.search' | 'access-history.see' | 'access-history.search'>,
    wanted: Wanted,
    limit: number,
    after: Position | undefined,
  ): Promise<TrailLine[]> {
    const conditions: string[] = [];
    const values: unknown[] = [];
    const where = (condition: (place: string) => string, value: unknown) => {
      if (value === undefined) return;
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    // A line names the pseudonym that its client had then; which these are is asked once. A request names no client (R3); it is found by its mandate, by whoever may see that.
    where(
      (place) =>
        `(client_id = ANY ((SELECT pseudonyms_of(${place}::uuid))::uuid[])
          OR mandate_id IN (SELECT mandate_id FROM mandate_scope WHERE client_id = ${place}::uuid))`,
      wanted.client,
    );
    where((place) => `organisation_id = ${place}::uuid`, wanted.organisation);
    where((place) => `(actor_id = ${place} AND actor_kind = 'employee')`, wanted.employee);
    where((place) => `action = ${place}`, wanted.action);
    where((place) => `outcome = ${place}`, wanted.outcome);
    where((place) => `at >= ${place}`, wanted.from && startOf(wanted.from));
    where((place) => `at < ${place}`, wanted.until && startOf(wanted.until));
    where(
      (place) =>
        `NOT (actor_kind = 'citizen' AND actor_id = ANY ((SELECT pseudonyms_of(${place}::uuid))::text[]) AND outcome = 'permitted' AND action IN (${lookingList}))`,
      wanted.withoutLookingOf,
    );
    where((place) => `(at, id) < (${place}::timestamptz, $${values.length + 1}::uuid)`, after?.at);
    if (after) values.push(after.id);
    return work.query<TrailLine>(
      `SELECT ${columns} FROM trail WHERE ${['true', ...conditions].join(' AND ')}
        ORDER BY at DESC, id DESC LIMIT ${limit + 1}`,
      values,
    );
  }
}

const lookingList = looking.map((action) => `'${action}'`).join(', ');
