const count = 200_000;

/** Decisions in a second with the facts at hand, beside a call that does nothing. */
export async function decisionsPerSecond(rounds) {
  const { decide } = await import('../../dist/src/domain/access.js');
  const now = new Date('2026-11-23T12:00:00Z');
  const actor = {
    kind: 'employee',
    employee: 'e',
    organisation: 'o',
    subject: 's',
    assurance: 'substantial',
  };
  const question = { action: 'inbox.read', message: 'm' };
  const line = { id: 'l', sender: '00000099000000001000', category: 'financial', actions: ['read'] };
  const mandate = {
    ...{ id: 'd', client: 'c', organisation: 'o', state: 'active', answerBy: '2026-12-01', lines: [line] },
    ...{ period: { from: '2026-01-01', until: '2027-01-01' }, offeredAt: now },
  };
  const message = {
    ...{ client: 'c', sender: line.sender, category: 'financial', assurance: 'low' },
    deliveredAt: new Date('2026-11-01T12:00:00Z'),
  };
  const facts = {
    employment: { role: 'handler', from: '2020-01-01' },
    standing: 'recognised',
    handling: { assigned: true, handled: true },
    message,
    mandates: [mandate],
  };
  const revoked = { ...facts, mandates: [{ ...mandate, state: 'revoked', endedAt: now }] };
  const later = new Date('2026-11-23T12:00:01Z');
  const nothing = () => undefined;
  const runs = {
    empty: () => nothing(actor, question, facts, now),
    permit: () => decide(actor, question, facts, now),
    refusal: () => decide(actor, question, revoked, later),
  };
  const figures = {};
  for (const [name, run] of Object.entries(runs)) {
    figures[name] = [];
    for (let round = 0; round <= rounds; round++) {
      const began = performance.now();
      for (let turn = 0; turn < count; turn++) run();
      if (round > 0) figures[name].push((1000 * count) / (performance.now() - began));
    }
  }
  return figures;
}
