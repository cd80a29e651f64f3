import { addDays, contains, type Day, dayOf, startOf } from './day.ts';
import type { CoverWish } from './cover.ts';
import type { EmployeeId, MandateId, OrganisationId, TeamId } from './ids.ts';
import { type Authority, isInForce, openLines } from './mandate.ts';
import { type Employment, handles, isEmployed, type Standing } from './organisation.ts';
import type { ScopeLine } from './scope.ts';
import { keepsFrom, type Shield } from './shield.ts';
import { outlives, readsBefore } from './urgent-acts.ts';

/*
 * Who could read what on a day that is past. Everything that a decision looks at is kept with the time in which it was
 * so; what was so at an instant is judged by the rules that decide now. A test holds this equal to what `decide()` said
 * when that day was today.
 */

/** What held from one instant up to another; without an end it still does. */
export interface Held<Value> {
  readonly since: Date;
  readonly until?: Date | undefined;
  readonly value: Value;
}

/** The people of an office as they were, and who of them handled the client. */
export interface PastPeople {
  readonly employees: readonly {
    readonly id: EmployeeId;
    /** Each with whether somebody had taken it up: until then nobody signs in. */
    readonly employments: readonly Held<Employment & { readonly accepted: boolean }>[];
  }[];
  readonly members: readonly Held<{ readonly team: TeamId; readonly employee: EmployeeId }>[];
  readonly assignments: readonly Held<{
    readonly team?: TeamId | undefined;
    readonly employee?: EmployeeId | undefined;
  }>[];
  readonly covers: readonly Held<CoverWish>[];
}

/** An office as it was, with what it had of the client. */
export interface PastOffice {
  readonly id: OrganisationId;
  readonly standings: readonly Held<Standing>[];
  /** All mandates between the two, as each was. */
  readonly mandates: readonly Held<Authority>[];
  /** For who may know of people. */
  readonly people?: PastPeople | undefined;
}

/** A client as he was. */
export interface PastClient {
  /** From when on it was known that he died, as long as it was not corrected (R30). */
  readonly deaths: readonly Held<Day>[];
  /** What he, or a judge, kept from who represented him. */
  readonly shields: readonly Held<Shield>[];
}

/** What one mandate gave, from one instant up to another. */
export interface Stretch {
  readonly from: Date;
  readonly until: Date;
  /** The lines by which the office could read. */
  readonly lines: readonly ScopeLine[];
  /** What of it was kept from the office. */
  readonly shields: readonly Shield[];
  /** Only what was delivered before this instant: by urgent acts (R31). */
  readonly deliveredBefore?: Date | undefined;
  /** Who of the office could, when that was asked. */
  readonly employees?: readonly EmployeeId[];
}

const isAt = <Value>({ since, until }: Held<Value>, at: Date): boolean =>
  since <= at && (until === undefined || at < until);

/** What held at an instant. */
const valuesAt = <Value>(held: readonly Held<Value>[], at: Date): readonly Value[] =>
  held.filter((each) => isAt(each, at)).map(({ value }) => value);

/** R33: who could handle the client at an instant, by himself, by a team, for whom he stood in, or as an administrator. */
function handlersAt(people: PastPeople, at: Date): readonly EmployeeId[] {
  const working = new Map(
    people.employees.flatMap(({ id, employments }) =>
      valuesAt(employments, at)
        .filter((employment) => isEmployed(employment, at))
        .map((employment) => [id, employment] as const),
    ),
  );
  const members = valuesAt(people.members, at);
  const assigned = new Set(
    valuesAt(people.assignments, at)
      .flatMap(({ team, employee }) =>
        employee === undefined ? members.filter((each) => each.team === team) : [{ employee }],
      )
      .map(({ employee }) => employee)
      .filter((employee) => working.has(employee)),
  );
  const today = dayOf(at);
  const covering = new Set(
    valuesAt(people.covers, at)
      .filter((cover) => contains(cover, today) && assigned.has(cover.absent))
      .map(({ substitute }) => substitute),
  );
  return [...working]
    .filter(
      ([id, { role, accepted }]) =>
        accepted &&
        handles(role, {
          ...{ assigned: assigned.has(id), covering: covering.has(id), handled: assigned.size > 0 },
        }),
    )
    .map(([id]) => id);
}

type Given = Pick<Stretch, 'lines' | 'shields' | 'deliveredBefore'>;

/** What a mandate gave at an instant, whoever of the office would have come; nothing when it gave nothing. */
function givenAt(id: MandateId, office: PastOffice, client: PastClient, at: Date): Given | undefined {
  const [standing] = valuesAt(office.standings, at);
  const mandates = valuesAt(office.mandates, at);
  const [diedOn] = valuesAt(client.deaths, at);
  const mandate = mandates.find((each) => each.id === id);
  if (!mandate || standing !== 'recognised' || !isInForce(mandate, at)) return undefined;
  if (!outlives(mandate, { mandates, diedOn }, at)) return undefined; // R30, R31
  const lines = openLines(mandate, at).filter((line) => line.actions.includes('read'));
  const shields = valuesAt(client.shields, at).filter((shield) => keepsFrom(shield, mandate, mandates));
  const deliveredBefore = readsBefore(mandate, { mandates, diedOn }, at);
  return lines.length === 0 ? undefined : { lines, shields, ...(deliveredBefore && { deliveredBefore }) };
}

/** The instants at which something changed, from the start of a day up to an end. What days say changes at midnight. */
function turns(day: Day, end: Date, held: readonly Held<unknown>[]): readonly Date[] {
  const start = startOf(day);
  const instants = held
    .flatMap(({ since, until }) => (until === undefined ? [since] : [since, until]))
    .filter((instant) => start < instant && instant < end)
    .map((instant) => instant.getTime());
  return [start.getTime(), ...new Set(instants)]
    .toSorted((one, other) => one - other)
    .map((at) => new Date(at));
}

/** What tells two stretches apart, apart from their time. */
const likeness = ({ lines, shields, deliveredBefore, employees }: Omit<Stretch, 'from' | 'until'>): string =>
  JSON.stringify([lines.map(({ id }) => id), shields, deliveredBefore, employees]);

/** What a mandate gave on a Dutch day, in order; of today up to now. Nothing when it gave nothing. */
export function accessOn(
  day: Day,
  id: MandateId,
  { office, client }: { readonly office: PastOffice; readonly client: PastClient },
  now: Date,
): readonly Stretch[] {
  const { people } = office;
  const dayEnds = startOf(addDays(day, 1));
  const end = now < dayEnds ? now : dayEnds;
  const instants = turns(day, end, [
    ...[...office.standings, ...office.mandates, ...client.deaths, ...client.shields],
    ...(people ? [...people.members, ...people.assignments, ...people.covers] : []),
    ...(people?.employees.flatMap(({ employments }) => employments) ?? []),
  ]);
  const stretches: Stretch[] = [];
  for (const [place, from] of instants.entries()) {
    const given = givenAt(id, office, client, from);
    if (!given) continue;
    const until = instants[place + 1] ?? end;
    const next = {
      ...{ from, until, ...given },
      ...(people && { employees: handlersAt(people, from).toSorted() }),
    };
    const last = stretches.at(-1);
    if (last?.until.getTime() === from.getTime() && likeness(last) === likeness(next))
      stretches[stretches.length - 1] = { ...last, until };
    else stretches.push(next);
  }
  return stretches;
}
