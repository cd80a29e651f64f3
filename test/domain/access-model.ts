import type { Actor } from '../../src/domain/actor.ts';
import type { MessageFacts } from '../../src/domain/decision.ts';
import type { ClientId } from '../../src/domain/ids.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { dayIn, deathDay, type SmallWorld, type Worker } from './worlds.ts';

/**
 * Who may do what with a message, written a second time and otherwise: as a list of grants that are all the
 * pieces of a chain laid end to end, instead of checks that refuse. Knows nothing of the code under test.
 */

const rank = { low: 1, substantial: 2, high: 3 } as const;
const weight = { reader: 1, handler: 2, administrator: 3 } as const;

/** What someone wants to do with a message, what it takes in the mandate, and in the office. */
const wants = {
  'inbox.read': { grant: 'read', role: 'reader' },
  'inbox.mark': { grant: 'read', role: 'reader' },
  'inbox.archive': { grant: 'archive', role: 'handler' },
  'inbox.download': { grant: 'download', role: 'reader' },
} as const;
/** An action on a message. */
export type Want = keyof typeof wants;
/** Every action on a message. */
export const everyWant = Object.keys(wants) as Want[];

/** All (employee, client, mandate, line) chains of a world that hold from end to end at its instant. */
function chains(world: SmallWorld) {
  const today = dayIn(world.now);
  const past = (when: Date | undefined) => when !== undefined; // an end is never in the future
  const atWork = world.workers.filter(
    ({ from, until, endedAt }) => from <= today && (until ?? '9999') > today && !past(endedAt),
  );
  const handled = (worker: Worker, client: ClientId) =>
    world.handling.some(
      (one) =>
        one.client === client &&
        one.office === worker.office &&
        (one.by === worker.id || worker.teams.includes(one.by as number)),
    );
  const pairs = atWork.flatMap((worker) =>
    world.mandates
      .filter((mandate) => mandate.organisation === worker.office)
      .filter(({ client }) => {
        const own = handled(worker, client);
        const inPlaceOf = world.covers
          .filter(
            (one) => one.substitute === worker.id && !one.ended && one.from <= today && today < one.until,
          )
          .flatMap((one) => atWork.filter(({ id }) => id === one.absent));
        const anyone = atWork.some((other) => other.office === worker.office && handled(other, client));
        return (
          own ||
          inPlaceOf.some((other) => handled(other, client)) ||
          (worker.role === 'administrator' && !anyone)
        );
      })
      .map((mandate) => ({ worker, mandate })),
  );
  const running = ({ state, period, endsOn, suspended: pauses = [] }: Authority) =>
    state === 'active' &&
    [period.from <= today, today < period.until, today < (endsOn ?? 'never')].every(Boolean) &&
    !pauses.some((pause) => pause.from <= today && today < pause.until);
  return pairs
    .filter(({ worker }) => world.offices[worker.office] === 'recognised')
    .filter(({ mandate }) => running(mandate))
    .map((chain) => ({ ...chain, sees: windowOf(chain.mandate, world) }))
    .filter(({ sees }) => sees !== undefined)
    .flatMap(({ worker, mandate, sees }) =>
      mandate.lines
        .filter(({ endedAt, endsOn }) => !past(endedAt) && today < (endsOn ?? 'never'))
        .map((line) => ({ worker, mandate, line, sees })),
    );
}

/** The first instant of a Dutch winter day. */
const midnight = (of: string) => Date.parse(`${of}T00:00:00Z`) - 3_600_000;

/** Up to which instant of delivery a mandate lets one look; nothing when it lets one look at nothing. */
function windowOf(mandate: Authority, world: SmallWorld): number | undefined {
  const dead = world.died.includes(mandate.client);
  if (mandate.ground !== 'urgent-acts') return dead ? undefined : Number.POSITIVE_INFINITY;
  const before = world.mandates.find(({ id }) => id === mandate.predecessor);
  if (!before) return undefined;
  const ends = [before.endedAt?.getTime(), endByClock(before, world.now)].filter((end) => end !== undefined);
  if (ends.length === 0) return undefined;
  const end = Math.min(...ends);
  return dead ? Math.min(end, midnight(deathDay)) : end;
}

function endByClock({ state, period, endsOn, endedAt }: Authority, now: Date): number | undefined {
  const last = [period.until, endsOn ?? period.until].toSorted()[0] as string;
  const neverRan = !endedAt && !['active', 'suspended'].includes(state);
  if (neverRan || last === 'infinity') return undefined;
  return midnight(last) <= now.getTime() ? midnight(last) : undefined;
}

/** On what a mandate rests, and if that is only the end of another, on what that one did. */
const groundsOf = (world: SmallWorld, { ground, predecessor }: Authority): string[] =>
  ground === 'urgent-acts'
    ? [ground, ...world.mandates.filter(({ id }) => id === predecessor).map((before) => before.ground)]
    : [ground];

/** Whether somebody keeps this message from who acts by this mandate. */
const isHidden = (world: SmallWorld, mandate: Authority, { id, sender, category }: MessageFacts): boolean =>
  world.shields
    .filter(({ client, ended }) => client === mandate.client && !ended)
    .filter(({ organisation: from }) => [undefined, mandate.organisation].includes(from))
    .filter(({ by }) => by === 'court' || groundsOf(world, mandate).at(-1) === 'voluntary')
    .some((shield) =>
      shield.message
        ? shield.message === id
        : [sender, undefined].includes(shield.sender) && [category, undefined].includes(shield.category),
    );

/** Whether this actor may do this with this message, in this world. */
export function mayIn(world: SmallWorld, actor: Actor, want: Want, message: MessageFacts): boolean {
  if (rank[actor.assurance] < rank[message.assurance]) return false;
  if (actor.kind === 'citizen') return actor.client === message.client;
  if (actor.kind !== 'employee' || actor.assurance === 'low') return false;
  const { grant, role } = wants[want];
  return chains(world).some(
    ({ worker, mandate, line, sees }) =>
      worker.id === actor.employee &&
      weight[worker.role] >= weight[role] &&
      mandate.client === message.client &&
      message.deliveredAt.getTime() < (sees ?? 0) &&
      !isHidden(world, mandate, message) &&
      [message.sender, '*'].includes(line.sender) &&
      [message.category, 'all'].includes(line.category) &&
      line.actions.includes(grant),
  );
}

/** Whether this actor may list this client's messages. */
export function mayListIn(world: SmallWorld, actor: Actor, client: ClientId): boolean {
  if (actor.kind === 'citizen') return actor.client === client;
  if (actor.kind !== 'employee' || actor.assurance === 'low') return false;
  return chains(world).some(
    ({ worker, mandate, line }) =>
      worker.id === actor.employee && mandate.client === client && line.actions.includes('read'),
  );
}
