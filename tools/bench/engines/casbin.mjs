import { newEnforcer, newModelFromString } from 'casbin';
import { today } from './world.mjs';

/** The same rules: each line and each shield of the one asked about is a policy of that question. */
const model = `
[request_definition]
r = who, what, act, today
[policy_definition]
p = sender, category, act, state, from, until, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = r.who.level >= 1 && r.who.level >= r.what.level && r.who.standing == "recognised" && r.who.from <= r.today && r.who.assigned && (p.sender == "*" || p.sender == r.what.sender) && (p.category == "all" || p.category == r.what.category) && (p.act == "*" || p.act == r.act) && p.state == "active" && p.from <= r.today && r.today < p.until
`;

const levels = ['low', 'substantial', 'high'];

/** node-casbin, its model read beforehand; the facts of each question are put in the place of the policies. */
export async function casbin(questions) {
  const enforcer = await newEnforcer(newModelFromString(model));
  const store = enforcer.getModel().model.get('p').get('p');
  const calls = questions.map(({ actor, action, message, facts }) => {
    const [{ lines, state, period }] = facts.mandates;
    const policy = [
      ...lines.flatMap(({ sender, category, actions }) =>
        actions.map((each) => [sender, category, each, state, period.from, period.until, 'allow']),
      ),
      ...facts.shields.map(({ sender = '*', category = 'all' }) => [
        ...[sender, category, '*', 'active', '0000-01-01', '9999-12-31', 'deny'],
      ]),
    ];
    const who = {
      ...{ level: levels.indexOf(actor.assurance), standing: facts.standing, from: facts.employment.from },
      assigned: facts.handling.assigned,
    };
    const what = {
      ...{ sender: message.sender, category: message.category ?? 'none' },
      level: levels.indexOf(message.assurance),
    };
    return { policy, asked: [who, what, action, today] };
  });
  return (place) => {
    const { policy, asked } = calls[place];
    store.policy = policy;
    return enforcer.enforceSync(...asked);
  };
}
