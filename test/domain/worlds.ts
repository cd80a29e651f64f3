import fc from 'fast-check';
import { decide } from '../../src/domain/access.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { type Assurance, assuranceLevels } from '../../src/domain/assurance.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Facts, MessageFacts } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import type { ClientId, EmployeeId, OrganisationId } from '../../src/domain/ids.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { type Employment, roles, standings, type Standing } from '../../src/domain/organisation.ts';
import { categories } from '../../src/domain/scope.ts';
import { day, ids } from './facts.ts';
import { aDay, client, instant, maybe, mostly, office, sender } from './worlds.draws.ts';
import { type MadeShield, mandatesAskedBy, messageId, shields } from './worlds.mandates.ts';

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
  readonly shields: readonly MadeShield[];
}

/** On which day whoever died did. */
export const deathDay = day('2027-01-13');
/** The people of every small world. */
export const clients = [ids.yasmina, ids.pieter];
const officeIds = [ids.vermeer, ids.haven];
const workerIds = ['w0', 'w1', 'w2', 'w3'] as EmployeeId[];
/** Where a worker of every small world works. */
export const officeOf = (id: EmployeeId): OrganisationId => officeIds[Number(id[1]) % 2] ?? ids.vermeer;

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

const message: fc.Arbitrary<Omit<MessageFacts, 'id'>> = fc.record({
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
  mandates: mandatesAskedBy(workerIds),
  messages: fc
    .array(message, { minLength: 1, maxLength: 4 })
    .map((drawn) => drawn.map((each, place): MessageFacts => ({ id: messageId(place), ...each }))),
  shields,
});

/** What becomes of reading a message: the reason of a refusal, or what allows it. */
function reading(world: SmallWorld, actor: Actor, message: MessageFacts): string {
  const facts = { ...factsIn(world, actor, message.client), message };
  const decision = decide(actor, { action: 'inbox.read', message: message.id }, facts, world.now);
  if (decision instanceof AccessDenied) return decision.reason;
  const { ground } = decision;
  const mandate = world.mandates.find(({ id }) => ground.kind === 'mandate' && id === ground.mandate);
  const byCover = facts.handling?.covering && !facts.handling.assigned;
  return `${mandate?.ground}${byCover ? ', by cover' : ''}`;
}
const somebody = (what: RegExp) => (world: SmallWorld) =>
  workerIds.some((id) => world.messages.some((one) => what.test(reading(world, asWorker(id), one))));
/** Whether somebody there reads something by urgent acts, or for a colleague; whether something is shielded. */
export const [hasUrgentActs, hasCover, hasShields] = [
  somebody(/^urgent-acts/),
  somebody(/, by cover$/),
  somebody(/^shielded$/),
] as const;

const asWorker = (employee: EmployeeId, assurance: Assurance = 'substantial'): Actor => ({
  ...{ kind: 'employee', employee, organisation: officeOf(employee), subject: 'x', assurance },
});

/** The first so many worlds that are so: chance makes few. */
export function firstOf(drawn: readonly SmallWorld[], isSo: (world: SmallWorld) => boolean, count: number) {
  const found: SmallWorld[] = [];
  for (const world of drawn) {
    if (found.length === count) break;
    if (isSo(world)) found.push(world);
  }
  return found;
}

/** Everyone who could ask in a world. */
export const actors: fc.Arbitrary<Actor> = fc
  .tuple(
    fc.constantFrom(...clients, ...workerIds, ...workerIds, 'olga', 'sender', 'system'),
    mostly<Assurance>('substantial', fc.constantFrom(...assuranceLevels)),
  )
  .map(([who, assurance]): Actor => {
    if (clients.includes(who as ClientId))
      return { kind: 'citizen', client: who as ClientId, means: 'digid', assurance };
    if (workerIds.includes(who as EmployeeId)) return asWorker(who as EmployeeId, assurance);
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
    shields: world.shields.filter((one) => one.client === about && !one.ended),
    diedOn: world.died.includes(about) ? deathDay : undefined,
  };
}

/** The Dutch day of an instant in winter, worked out without the code under test. */
export const dayIn = (instant: Date): Day =>
  day(new Date(instant.getTime() + 3_600_000).toISOString().slice(0, 10));
