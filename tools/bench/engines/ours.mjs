import { now } from './world.mjs';

/** `decide()`, as every page and the decision point ask it. */
export async function ours(questions) {
  const { decide } = await import('../../../dist/src/domain/access.js');
  const asked = questions.map(({ actor, action, message, facts }) => ({
    ...{ actor, question: { action: `inbox.${action}`, message: message.id } },
    facts: { ...facts, message },
  }));
  return (place) => {
    const { actor, question, facts } = asked[place];
    return 'ground' in decide(actor, question, facts, now);
  };
}
