import { Injectable } from '@nestjs/common';
import {
  type AuthorityJson,
  authorityOf,
  instant,
  type ShieldJson,
  shieldOf,
} from '../../access/authority-facts.ts';
import type { Work } from '../../audit/work.ts';
import type { Held, PastClient, PastOffice, PastPeople } from '../../domain/access-history.ts';
import type { CoverWish } from '../../domain/cover.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, EmployeeId, MandateId, OrganisationId, TeamId } from '../../domain/ids.ts';
import type { Role, Standing } from '../../domain/organisation.ts';
import type { WideScope } from '../../domain/scope.ts';

/** What was so in a stretch of time, with what people and offices are called. */
export interface Past {
  /** The mandates that are asked about: those that could give something, in the order of their ids. */
  readonly mandates: readonly MandateId[];
  readonly client: PastClient;
  readonly offices: readonly PastOffice[];
  readonly names: ReadonlyMap<OrganisationId | EmployeeId, string>;
  readonly kvks: ReadonlyMap<OrganisationId, string | null>;
}

interface HeldJson<Value> {
  readonly since: string;
  readonly until: string | null;
  readonly value: Value;
}
interface PeopleJson {
  readonly employees: readonly {
    readonly id: EmployeeId;
    readonly name: string;
    readonly employments: readonly HeldJson<{
      readonly role: Role;
      readonly from: Day;
      readonly until: Day | null;
      readonly endedAt: string | null;
      readonly accepted: boolean;
    }>[];
  }[];
  readonly members: readonly HeldJson<{ readonly team: TeamId; readonly employee: EmployeeId }>[];
  readonly assignments: readonly HeldJson<{
    readonly team: TeamId | null;
    readonly employee: EmployeeId | null;
  }>[];
  readonly covers: readonly HeldJson<CoverWish>[];
}
interface PastJson {
  readonly mandates: readonly MandateId[];
  readonly deaths: readonly HeldJson<Day>[];
  readonly shields: readonly HeldJson<ShieldJson>[];
  readonly offices: readonly {
    readonly id: OrganisationId;
    readonly name: string;
    readonly kvk: string | null;
    readonly standings: readonly HeldJson<Standing>[];
    readonly mandates: readonly HeldJson<AuthorityJson>[];
    readonly people: PeopleJson | null;
  }[];
}

/** What held, each as `read` says. */
const held = <Json, Value>(list: readonly HeldJson<Json>[], read: (json: Json) => Value): Held<Value>[] =>
  list.map(({ since, until, value }) => ({
    since: new Date(since),
    until: instant(until),
    value: read(value),
  }));
const asIs = <Value>(value: Value): Value => value;

const peopleOf = ({ employees, members, assignments, covers }: PeopleJson): PastPeople => ({
  employees: employees.map(({ id, employments }) => ({
    id,
    employments: held(employments, ({ until, endedAt, ...employment }) => ({
      ...employment,
      until: until ?? undefined,
      endedAt: instant(endedAt),
    })),
  })),
  members: held(members, asIs),
  assignments: held(assignments, ({ team, employee }) => ({
    team: team ?? undefined,
    employee: employee ?? undefined,
  })),
  covers: held(covers, asIs),
});

const nothing: PastJson = { mandates: [], deaths: [], shields: [], offices: [] };

/** Reads how things were: for a client about himself, for an official with the people of the offices. */
@Injectable()
export class AccessHistoryStore {
  /** All that matters for who could read this client's messages, by so many mandates after one. */
  async was(
    work: Work,
    _permit: Permit<'access-history.see' | 'access-history.search'>,
    client: ClientId,
    { from, until }: { readonly from: Date; readonly until: Date },
    page: { readonly after?: MandateId | undefined; readonly most: number },
  ): Promise<Past> {
    const [row] = await work.query<{ was: PastJson | null }>('SELECT access_was($1, $2, $3, $4, $5) AS was', [
      client,
      from,
      until,
      page.after,
      page.most,
    ]);
    const { mandates, deaths, shields, offices } = row?.was ?? nothing;
    const named = offices.flatMap(({ id, name, people }) => [
      [id, name] as const,
      ...(people?.employees ?? []).map((employee) => [employee.id, employee.name] as const),
    ]);
    return {
      mandates,
      client: { deaths: held(deaths, asIs), shields: held(shields, shieldOf) },
      offices: offices.map((office) => ({
        id: office.id,
        standings: held(office.standings, asIs),
        mandates: held(office.mandates, authorityOf),
        people: office.people ? peopleOf(office.people) : undefined,
      })),
      names: new Map<OrganisationId | EmployeeId, string>(named),
      kvks: new Map(offices.map(({ id, kvk }) => [id, kvk])),
    };
  }

  /** What senders are called. */
  async senders(
    work: Work,
    wanted: readonly WideScope['sender'][],
  ): Promise<ReadonlyMap<string, { readonly nameNl: string; readonly nameEn: string }>> {
    const rows = await work.query<{ oin: string; nameNl: string; nameEn: string }>(
      'SELECT oin, name_nl AS "nameNl", name_en AS "nameEn" FROM sender_name WHERE oin = ANY ($1)',
      [[...new Set(wanted)]],
    );
    return new Map(rows.map(({ oin, ...names }) => [oin, names]));
  }
}
