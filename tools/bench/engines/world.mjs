import { share, seedOf } from '../world/random.mjs';

/** Mandates between a client and an office, each with somebody to whom the client is assigned. */
const relations = 100_000;
/** Questions that are put to every engine. */
const sample = 2_000;
const offices = 500;
const senders = Array.from(
  { length: 20 },
  (_, place) => `00000099${String(1_000 + place).padStart(12, '0')}`,
);
const categories = ['financial', 'care', 'other'];
const actions = ['read', 'download', 'reply', 'archive'];

/** The instant of all questions. */
export const now = new Date('2026-11-23T12:00:00Z');
/** Its day in the Netherlands. */
export const today = '2026-11-23';

const of = (seed, n, lane, list) => list[Math.floor(share(seed, n, lane) * list.length)];

/** The facts of one relation, as the rules look at them. */
function relation(seed, n) {
  const chance = (lane) => share(seed, n, lane);
  const [client, organisation] = [`client-${n}`, `office-${n % offices}`];
  const line = (place) => ({
    id: `line-${n}-${place}`,
    sender: of(seed, n, 10 + place, senders),
    category: chance(20 + place) < 0.1 ? 'all' : of(seed, n, 30 + place, categories),
    actions: actions.filter((_, which) => which === 0 || chance(40 + place * 4 + which) < 0.5),
  });
  const until = chance(1) < 0.05 ? '2026-11-01' : '2028-01-01';
  const state = chance(2) < 0.05 ? 'revoked' : 'active';
  const mandate = {
    ...{ id: `mandate-${n}`, client, organisation, state, ground: 'voluntary', answerBy: '2026-02-01' },
    ...{ period: { from: '2026-01-01', until }, offeredAt: new Date('2026-01-01T12:00:00Z') },
    lines: [0, 1, 2].slice(0, 1 + Math.floor(chance(3) * 3)).map(line),
    ...(state === 'revoked' ? { endedAt: new Date('2026-10-01T12:00:00Z') } : {}),
  };
  const shields = chance(4) < 0.05 ? [{ by: 'client', sender: of(seed, n, 5, senders) }] : [];
  return {
    employment: { role: 'handler', from: '2020-01-01' },
    standing: n % offices === 7 ? 'suspended' : 'recognised',
    handling: { assigned: chance(6) > 0.05, covering: false, handled: true },
    mandates: [mandate],
    shields,
  };
}

/** One question about a relation: mostly about what a line speaks of, or most answers would be no. */
function questionAbout(seed, n, facts) {
  const [mandate] = facts.mandates;
  const line = of(seed, n, 60, mandate.lines);
  const usual = share(seed, n, 61) < 0.7;
  const category =
    usual && line.category !== 'all' ? line.category : of(seed, n, 62, [...categories, undefined]);
  return {
    actor: {
      ...{ kind: 'employee', employee: `employee-${n}`, organisation: mandate.organisation, subject: 's' },
      assurance: share(seed, n, 63) < 0.05 ? 'low' : 'substantial',
    },
    action: usual ? of(seed, n, 64, line.actions) : of(seed, n, 65, actions),
    message: {
      ...{ id: `message-${n}`, client: mandate.client, assurance: 'substantial' },
      ...{ sender: usual ? line.sender : of(seed, n, 66, senders), category },
      deliveredAt: new Date('2026-10-01T12:00:00Z'),
    },
    facts,
  };
}

/** A world of 100,000 relations, and questions with the facts that each of them needs. */
export function makeWorld() {
  const seed = seedOf(1, 'engines');
  const world = Array.from({ length: relations }, (_, n) => relation(seed, n));
  const questions = Array.from({ length: sample }, (_, turn) => {
    const n = Math.floor(share(seed, turn, 99) * relations);
    return questionAbout(seed, n, world[n]);
  });
  // As facts come from the database: together, and not from all corners of the memory of a world.
  return structuredClone(questions);
}
