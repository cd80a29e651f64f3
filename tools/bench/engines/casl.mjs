import { createMongoAbility, subject } from '@casl/ability';
import { today } from './world.mjs';

const levels = ['low', 'substantial', 'high'];

/** Of who may nothing: employment, office and assignment are no conditions on what is asked about. */
const isShut = ({ actor, facts }) =>
  levels.indexOf(actor.assurance) < 1 ||
  facts.standing !== 'recognised' ||
  facts.employment.from > today ||
  !facts.handling.assigned;

/** @casl/ability: the rules of each question are made of its facts beforehand; its ability is made when it is asked. */
export async function casl(questions) {
  const calls = questions.map((question) => {
    const { actor, action, message, facts } = question;
    const [{ lines, state, period, client }] = facts.mandates;
    const rules =
      isShut(question) || state !== 'active'
        ? []
        : [
            ...lines.map(({ sender, category, actions }) => ({
              ...{ action: actions, subject: 'Message' },
              conditions: {
                ...{ client, sender, level: { $lte: levels.indexOf(actor.assurance) } },
                ...(category === 'all' ? {} : { category }),
                ...{ from: { $gte: period.from }, until: { $lt: period.until } },
              },
            })),
            ...facts.shields.map((shield) => ({
              ...{ action: 'manage', subject: 'Message', inverted: true },
              conditions: Object.fromEntries(
                Object.entries(shield).filter(([name]) => name === 'sender' || name === 'category'),
              ),
            })),
          ];
    const { sender, category, assurance } = message;
    const what = { client, sender, category, level: levels.indexOf(assurance), from: today, until: today };
    return { action, rules, what: subject('Message', what) };
  });
  return (place) => {
    const { action, rules, what } = calls[place];
    return createMongoAbility(rules).can(action, what);
  };
}
