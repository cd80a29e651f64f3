import fc from 'fast-check';
import { addYears, type Day, endless } from '../../src/domain/day.ts';
import { mandateGrounds } from '../../src/domain/ground.ts';
import type { ClientId, EmployeeId, LineId, MandateId, MessageId } from '../../src/domain/ids.ts';
import { type Authority, mandateStates } from '../../src/domain/mandate.ts';
import { categories, type ScopeAction, scopeActions, type ScopeLine } from '../../src/domain/scope.ts';
import { type Shield, shieldMakers } from '../../src/domain/shield.ts';
import { day, ids } from './facts.ts';
import { aDay, client, instant, maybe, mostly, office, sender } from './worlds.draws.ts';

const line = fc.record({
  id: fc.uuid().map((id) => id as LineId),
  sender,
  category: fc.constantFrom(...categories, 'all' as const),
  actions: fc.subarray([...scopeActions] as ScopeAction[], { minLength: 2 }),
  endedAt: mostly<Date | undefined>(undefined, instant),
  endsOn: mostly<Day | undefined>(undefined, aDay),
  ofEveryone: fc.boolean(),
});

/** What a line of a mandate may be on each ground; without a ground of the law it is as it was drawn. */
const byLaw: Partial<Record<Authority['ground'], Partial<ScopeLine>>> = {
  bewind: { category: 'financial' },
  mentorschap: { category: 'care' },
  'urgent-acts': { actions: ['read'], category: 'all' },
};
const running = ['active', 'suspended'];

/** A mandate that rests on the law was never asked for, and may have no end. */
function lawful(drawn: Authority): Authority {
  const { ground, state, period } = drawn;
  if (ground === 'voluntary') return drawn;
  const until = ground === 'urgent-acts' ? addYears(period.from, 1) : endless;
  return {
    ...drawn,
    ...{ state: running.includes(state) ? state : 'ended', offeredAt: new Date('2026-05-01') },
    period: period.until < until && ground !== 'urgent-acts' ? period : { from: period.from, until },
  };
}

/**
 * Urgent acts follow another mandate between the same two, which most likely ended; where there is none, they are
 * nothing of the kind.
 */
function following(mandates: readonly Authority[]): Authority[] {
  const others = mandates.filter(({ ground }) => ground !== 'urgent-acts');
  const followed = new Set<MandateId>();
  const linked = mandates.map((mandate, place): Authority => {
    if (mandate.ground !== 'urgent-acts') return mandate;
    const one = others[place % others.length];
    if (!one) return { ...mandate, ground: 'provisional' };
    followed.add(one.id);
    return { ...mandate, predecessor: one.id, client: one.client, organisation: one.organisation };
  });
  return linked.map((mandate) =>
    followed.has(mandate.id) && mandate.endedAt
      ? { ...mandate, state: mandate.ground === 'voluntary' ? 'revoked' : 'ended' }
      : mandate,
  );
}

/** One mandate by itself. */
const mandate = (workers: readonly EmployeeId[]): fc.Arbitrary<Authority> =>
  fc
    .record({
      id: fc.uuid().map((id) => id as MandateId),
      client,
      organisation: office,
      ground: fc.oneof(fc.constant('voluntary' as const), fc.constantFrom(...mandateGrounds)),
      endsOn: mostly<Day | undefined>(undefined, aDay),
      suspended: mostly<Day[][]>(
        [],
        fc.array(fc.tuple(aDay, fc.oneof(aDay, fc.constant(endless))), { minLength: 1, maxLength: 2 }),
      ),
      state: mostly('active' as const, fc.constantFrom(...mandateStates)),
      from: mostly(day('2026-06-01'), aDay),
      until: mostly(day('2028-01-01'), aDay),
      answerBy: mostly(day('2027-03-01'), aDay),
      requestedBy: maybe(fc.constantFrom(...workers)),
      offeredAt: mostly<Date | undefined>(new Date('2026-05-01'), fc.constant(undefined)),
      endedAt: maybe(instant),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    })
    .map(({ from, until, suspended: days, lines, ...rest }) => {
      const suspended = days
        .map((each) => each.toSorted())
        .flatMap(([first, last]) => (first && last && first < last ? [{ from: first, until: last }] : []));
      const ofLaw = lines.map(({ ofEveryone, ...each }) => ({
        ...each,
        ...{ sender: ofEveryone && rest.ground !== 'voluntary' ? ('*' as const) : each.sender },
        ...byLaw[rest.ground],
      }));
      return lawful({ ...rest, period: { from, until }, suspended, lines: ofLaw });
    });

/** The mandates of a small world. */
export const mandatesAskedBy = (workers: readonly EmployeeId[]): fc.Arbitrary<Authority[]> =>
  fc.array(mandate(workers), { minLength: 1, maxLength: 5 }).map(following);

/** A shield that somebody made; it may have been ended. */
export interface MadeShield extends Shield {
  readonly client: ClientId;
  readonly ended: boolean;
}

/** What the message at this place is called. */
export const messageId = (place: number) => `m${place}` as MessageId;
const shield: fc.Arbitrary<MadeShield> = fc
  .record({
    ...{ client, organisation: maybe(office), by: fc.constantFrom(...shieldMakers) },
    ...{ message: maybe(fc.nat(3).map(messageId)), sender: maybe(sender) },
    ...{ category: maybe(fc.constantFrom(...categories)), ended: mostly(false, fc.constant(true)) },
  })
  .map(({ sender: by, category, message: one, ...rest }) => {
    if (one !== undefined) return { ...rest, message: one };
    return { ...rest, sender: category === undefined ? (by ?? ids.town) : by, category };
  });

/** The shields of a small world: mostly none. */
export const shields = mostly<MadeShield[]>([], fc.array(shield, { maxLength: 3 }));
