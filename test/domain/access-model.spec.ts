import fc from 'fast-check';
import { decide } from '../../src/domain/access.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { Facts, Permit, Question } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import { everyWant, mayIn, mayListIn, type Want } from './access-model.ts';
import { ids } from './facts.ts';
import { actors, clients, dayIn, factsIn, type SmallWorld, worlds } from './worlds.ts';

const decided = (actor: Actor, question: Question, facts: Facts, now: Date): Permit | undefined => {
  const decision = decide(actor, question, facts, now);
  return decision instanceof AccessDenied ? undefined : decision;
};
const onMessage = (world: SmallWorld, actor: Actor, want: Want, place: number): Permit | undefined => {
  const message = world.messages[place % world.messages.length];
  if (!message) throw new Error('a small world has messages');
  const facts = { ...factsIn(world, actor, message.client), message };
  return decided(actor, { action: want, message: ids.message }, facts, world.now);
};
const asked = fc.record({
  world: worlds,
  actor: actors,
  want: fc.constantFrom(...everyWant),
  place: fc.nat(3),
});
const runs = { numRuns: 3000 };

/** Every world that has one thing less: a mandate, a line, an action, an assignment, a level, a standing. */
function withLess(world: SmallWorld): SmallWorld[] {
  const but = <Item>(items: readonly Item[]) =>
    items.map((_, gone) => items.filter((__, place) => place !== gone));
  return [
    ...but(world.mandates).map((mandates) => ({ ...world, mandates })),
    ...world.mandates.flatMap((mandate, at) =>
      [
        ...but(mandate.lines).map((lines) => ({ ...mandate, lines })),
        ...mandate.lines.flatMap((line, number) =>
          but(line.actions).map((actions) => ({
            ...mandate,
            lines: mandate.lines.with(number, { ...line, actions }),
          })),
        ),
        { ...mandate, state: 'suspended' as const },
        // The end of one mandate can be the beginning of urgent acts (R31).
        ...(world.mandates.some(({ predecessor }) => predecessor === mandate.id)
          ? []
          : [
              { ...mandate, state: 'revoked' as const, endedAt: world.now },
              { ...mandate, endsOn: dayIn(world.now) },
            ]),
      ].map((less) => ({ ...world, mandates: world.mandates.with(at, less) })),
    ),
    ...world.workers.map((worker, at) => ({
      ...world,
      workers: world.workers.with(at, { ...worker, endedAt: world.now }),
    })),
    ...but(world.covers).map((covers) => ({ ...world, covers })),
    ...Object.keys(world.offices).map((id) => ({
      ...world,
      offices: { ...world.offices, [id]: 'suspended' as const },
    })),
    { ...world, died: clients },
    ...clients.map((client) => ({
      ...world,
      shields: [...world.shields, { client, by: 'court', sender: ids.tax, ended: false } as const],
    })),
  ];
}

describe('decide() against a second, otherwise written model', () => {
  it('says the same of every message, for everyone, in any small world', () => {
    const counts = { yes: 0, no: 0 };
    fc.assert(
      fc.property(asked, ({ world, actor, want, place }) => {
        const message = world.messages[place % world.messages.length]!;
        const expected = mayIn(world, actor, want, message);
        if (actor.kind === 'employee') counts[expected ? 'yes' : 'no']++;
        expect(onMessage(world, actor, want, place) !== undefined).toBe(expected);
      }),
      runs,
    );
    expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(40); // or the worlds would show nothing
  });

  it('says the same of every list', () => {
    fc.assert(
      fc.property(worlds, actors, fc.constantFrom(...clients), (world, actor, client) => {
        const permit = decided(
          actor,
          { action: 'inbox.list', client },
          factsIn(world, actor, client),
          world.now,
        );
        expect(permit !== undefined).toBe(mayListIn(world, actor, client));
      }),
      runs,
    );
  });

  it('refuses by default: without facts, only what is everyone’s own', () => {
    fc.assert(
      fc.property(actors, fc.constantFrom(...everyWant), (actor, want) => {
        const none = { mandates: [] };
        expect(decided(actor, { action: want, message: ids.message }, none, new Date(0))).toBeUndefined();
      }),
    );
  });

  it('never gives more when something is taken away', () => {
    fc.assert(
      fc.property(asked, ({ world, actor, want, place }) => {
        if (onMessage(world, actor, want, place)) return;
        // Who handles a client may not go: a client of nobody is for the administrators (R33).
        const handlersStay = withLess(world).filter(
          ({ workers }) => actor.kind !== 'employee' || workers === world.workers,
        );
        for (const less of handlersStay) expect(onMessage(less, actor, want, place)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('takes everything from who leaves, whatever else is so (R33)', () => {
    fc.assert(
      fc.property(asked, ({ world, actor, want, place }) => {
        const workers = world.workers.map((worker) => ({ ...worker, endedAt: world.now }));
        if (actor.kind === 'employee')
          expect(onMessage({ ...world, workers }, actor, want, place)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('names the ground of every yes: one’s own affairs, or a mandate in force of this office and client', () => {
    fc.assert(
      fc.property(asked, ({ world, actor, want, place }) => {
        const permit = onMessage(world, actor, want, place);
        if (!permit) return;
        const { client } = world.messages[place % world.messages.length]!;
        expect(permit).toMatchObject({ action: want, client });
        if (permit.ground.kind === 'own-affairs') return expect(actor).toMatchObject({ client });
        if (permit.ground.kind !== 'mandate') throw new Error('there is no third ground');
        const { mandate: id } = permit.ground;
        const organisation = actor.kind === 'employee' ? actor.organisation : undefined;
        expect(world.mandates.find((one) => one.id === id)).toMatchObject({
          state: 'active',
          client,
          organisation,
        });
      }),
      runs,
    );
  });
});
