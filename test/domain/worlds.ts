import fc from 'fast-check';
import type { Actor } from '../../src/domain/actor.ts';
import { type Assurance, assuranceLevels } from '../../src/domain/assurance.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { Facts, MessageFacts } from '../../src/domain/decision.ts';
import type { ClientId, EmployeeId, LineId, MandateId, OrganisationId } from '../../src/domain/ids.ts';
import { type Authority, mandateStates } from '../../src/domain/mandate.ts';
import { type Employment, roles, standings, type Standing } from '../../src/domain/organisation.ts';
import { categories, type ScopeAction, scopeActions } from '../../src/domain/scope.ts';
import { day, ids } from './facts.ts';

/** An employee with his employment; `teams` are the numbers of the teams he is in. */
export interface Worker extends Employment {
  readonly id: EmployeeId;
  readonly office: OrganisationId;
  readonly teams: readonly number[];
}

/** Someone who stands in for a colleague of the same office. */
export interface Cover {
  readonly absent: EmployeeId;
  readonly substitute: EmployeeId;
  readonly from: Day;
  readonly until: Day;
  readonly ended: boolean;
}

/** A small country: offices, people who work there, clients, who handles whom, mandates, messages, an instant. */
export interface SmallWorld {
  readonly now: Date;
  readonly offices: Readonly<Record<string, Standing>>;
  readonly workers: readonly Worker[];
  /** Which clients died. */
  readonly died: readonly ClientId[];
  /** A client is handled by an employee, or by a team (a number) of an office. */
  readonly handling: readonly { office: OrganisationId; client: ClientId; by: EmployeeId | number }[];
  readonly covers: readonly Cover[];
  readonly mandates: readonly Authority[];
  readonly messages: readonly MessageFacts[];
}

/** The people of every small world. */
export const clients = [ids.yasmina, ids.pieter];
const officeIds = [ids.vermeer, ids.haven];
const workerIds = ['w0', 'w1', 'w2', 'w3'] as EmployeeId[];
/** Where a worker of every small world works. */
export const officeOf = (id: EmployeeId): OrganisationId => officeIds[Number(id[1]) % 2] ?? ids.vermeer;

const start = day('2027-01-15');
const instant = fc
  .integer({ min: -20, max: 20 })
  .map((hours) => new Date(Date.parse('2027-01-15T12:00:00Z') + hours * 6 * 3_600_000));
const aDay = fc.integer({ min: -6, max: 6 }).map((days): Day => addDays(start, days));
const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const maybe = <Value>(other: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(other, { nil: undefined, freq: 2 });
// Most of it happens between the same few, so that enough of it is allowed.
const sender = mostly(ids.tax, fc.constant(ids.town));
const client = mostly(ids.yasmina, fc.constant(ids.pieter));
const office = mostly(ids.vermeer, fc.constant(ids.haven));

const worker = (id: EmployeeId): fc.Arbitrary<Worker> =>
  fc.record({
    ...{ id: fc.constant(id), office: fc.constant(officeOf(id)), role: fc.constantFrom(...roles) },
    ...{ from: mostly(day('2020-01-01'), aDay), until: mostly<Day | undefined>(undefined, aDay) },
    endedAt: mostly<Date | undefined>(undefined, instant),
    teams: fc.subarray([1, 2]),
  });

const cover: fc.Arbitrary<Cover> = fc
  .record({
    who: fc.integer({ min: 0, max: 3 }),
    from: mostly(day('2027-01-01'), aDay),
    until: mostly(day('2027-02-01'), aDay),
    ended: mostly(false, fc.constant(true)),
  })
  .map(({ who, ...rest }) => ({
    ...{ absent: workerIds[who]!, substitute: workerIds[(who + 2) % 4]! }, // the other one of the office
    ...rest,
  }));

const line = fc.record({
  id: fc.uuid().map((id) => id as LineId),
  sender,
  category: fc.constantFrom(...categories, 'all' as const),
  actions: fc.subarray([...scopeActions] as ScopeAction[], { minLength: 2 }),
  endedAt: mostly<Date | undefined>(undefined, instant),
});

const mandate: fc.Arbitrary<Authority> = fc
  .record({
    id: fc.uuid().map((id) => id as MandateId),
    client,
    organisation: office,
    state: mostly('active' as const, fc.constantFrom(...mandateStates)),
    from: mostly(day('2026-06-01'), aDay),
    until: mostly(day('2028-01-01'), aDay),
    answerBy: mostly(day('2027-03-01'), aDay),
    requestedBy: maybe(fc.constantFrom(...workerIds)),
    offeredAt: mostly<Date | undefined>(new Date('2026-05-01'), fc.constant(undefined)),
    endedAt: maybe(instant),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map(({ from, until, ...rest }) => ({ ...rest, period: { from, until } }));

const message: fc.Arbitrary<MessageFacts> = fc.record({
  ...{ client, sender, deliveredAt: instant },
  category: maybe(fc.constantFrom(...categories)),
  assurance: mostly<Assurance>('low', fc.constantFrom(...assuranceLevels)),
});

/** Any small world. */
export const worlds: fc.Arbitrary<SmallWorld> = fc.record({
  now: instant,
  offices: fc
    .tuple(...officeIds.map(() => mostly<Standing>('recognised', fc.constantFrom(...standings))))
    .map((given) => Object.fromEntries(officeIds.map((id, place) => [id, given[place] ?? 'registered']))),
  workers: fc.tuple(...workerIds.map(worker)),
  died: mostly<ClientId[]>([], fc.subarray(clients)),
  handling: fc.array(
    fc.record({
      ...{ office, client },
      by: fc.oneof(fc.constantFrom(...workerIds), fc.constantFrom(1, 2)),
    }),
    { maxLength: 6 },
  ),
  covers: fc.array(cover, { maxLength: 2 }),
  mandates: fc.array(mandate, { minLength: 1, maxLength: 5 }),
  messages: fc.array(message, { minLength: 1, maxLength: 4 }),
});

/** Everyone who could ask in a world. */
export const actors: fc.Arbitrary<Actor> = fc
  .tuple(
    fc.constantFrom(...clients, ...workerIds, ...workerIds, 'olga', 'sender', 'system'),
    mostly<Assurance>('substantial', fc.constantFrom(...assuranceLevels)),
  )
  .map(([who, assurance]): Actor => {
    if (clients.includes(who as ClientId))
      return { kind: 'citizen', client: who as ClientId, means: 'digid', assurance };
    if (workerIds.includes(who as EmployeeId))
      return {
        kind: 'employee',
        employee: who as EmployeeId,
        organisation: officeOf(who as EmployeeId),
        subject: 'x',
        assurance,
      };
    if (who === 'olga') return { kind: 'official', subject: 'test:olga', assurance };
    return { kind: who as 'sender' | 'system', oin: ids.tax, assurance };
  });

/** Gathers the facts as the facts store does; `about` is the client that the question leads to. */
export function factsIn(world: SmallWorld, actor: Actor, about: ClientId): Facts {
  if (actor.kind !== 'employee') return { mandates: [] };
  const works = (one: Worker) =>
    one.from <= dayIn(world.now) && (!one.until || dayIn(world.now) < one.until) && !one.endedAt;
  const handlers = world.workers.filter(
    (one) =>
      one.office === actor.organisation &&
      works(one) &&
      world.handling.some(
        ({ office, client: whom, by }) =>
          office === one.office &&
          whom === about &&
          (typeof by === 'number' ? one.teams.includes(by) : by === one.id),
      ),
  );
  return {
    employment: world.workers.find(({ id }) => id === actor.employee),
    standing: world.offices[actor.organisation],
    handling: {
      assigned: handlers.some(({ id }) => id === actor.employee),
      handled: handlers.length > 0,
      covering: world.covers.some(
        ({ absent, substitute, from, until, ended }) =>
          [substitute === actor.employee, !ended, from <= dayIn(world.now), dayIn(world.now) < until].every(
            Boolean,
          ) && handlers.some(({ id }) => id === absent),
      ),
    },
    mandates: world.mandates.filter((one) => one.organisation === actor.organisation && one.client === about),
    diedOn: world.died.includes(about) ? day('2027-01-10') : undefined,
  };
}

/** The Dutch day of an instant in winter, worked out without the code under test. */
export const dayIn = (instant: Date): Day =>
  day(new Date(instant.getTime() + 3_600_000).toISOString().slice(0, 10));
