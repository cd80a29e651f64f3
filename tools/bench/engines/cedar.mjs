import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { setFlagsFromString } from 'node:v8';
import { today } from './world.mjs';

// Node 20 aborts when V8 leaves optimised JavaScript into which it put a call of WebAssembly.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** Days as whole numbers: this language compares numbers, not texts. */
const dayNumber = (day) => Number(day.replaceAll('-', ''));

const granted = (sender, category) =>
  `context.lines.contains({ "sender": ${sender}, "category": ${category}, "action": context.action })`;
const shielded = (sender, category) =>
  `context.shields.contains({ "sender": ${sender}, "category": ${category} })`;

/** The same rules. A set has no "any": so a line is looked for as a whole, once for each way in which it may be wide. */
const policies = `
permit (principal, action == Action::"use", resource) when {
  context.assurance >= 1 && context.assurance >= resource.assurance &&
  principal.standing == "recognised" && principal.from <= context.today && principal.assigned &&
  context.state == "active" && context.from <= context.today && context.today < context.until &&
  (${granted('resource.sender', 'resource.category')} || ${granted('resource.sender', '"all"')})
};
forbid (principal, action == Action::"use", resource) when {
  ${shielded('resource.sender', '""')} || ${shielded('""', 'resource.category')} ||
  ${shielded('resource.sender', 'resource.category')}
};`;

const levels = ['low', 'substantial', 'high'];

/** @cedar-policy/cedar-wasm, its policies parsed beforehand, each request with the entities and context of its facts. */
export async function cedar(questions) {
  const parsed = preparsePolicySet('volmacht', { staticPolicies: policies });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  const calls = questions.map(({ actor, action, message, facts }) => {
    const [mandate] = facts.mandates;
    const principal = { type: 'Employee', id: actor.employee };
    const resource = { type: 'Message', id: message.id };
    const lines = mandate.lines.flatMap(({ sender, category, actions }) =>
      actions.map((each) => ({ sender, category, action: each })),
    );
    return {
      ...{ principal, action: { type: 'Action', id: 'use' }, resource },
      preparsedPolicySetId: 'volmacht',
      context: {
        ...{ today: dayNumber(today), assurance: levels.indexOf(actor.assurance), action, lines },
        ...{
          state: mandate.state,
          from: dayNumber(mandate.period.from),
          until: dayNumber(mandate.period.until),
        },
        shields: facts.shields.map(({ sender = '', category = '' }) => ({ sender, category })),
      },
      entities: [
        {
          ...{ uid: principal, parents: [] },
          attrs: {
            ...{ standing: facts.standing, from: dayNumber(facts.employment.from) },
            assigned: facts.handling.assigned,
          },
        },
        {
          ...{ uid: resource, parents: [] },
          attrs: {
            ...{ sender: message.sender, category: message.category ?? 'none' },
            assurance: levels.indexOf(message.assurance),
          },
        },
      ],
    };
  });
  return (place) => {
    const answer = statefulIsAuthorized(calls[place]);
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer));
    return answer.response.decision === 'allow';
  };
}
