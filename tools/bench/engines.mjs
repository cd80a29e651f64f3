import { casbin } from './engines/casbin.mjs';
import { casl } from './engines/casl.mjs';
import { cedar } from './engines/cedar.mjs';
import { ours } from './engines/ours.mjs';
import { makeWorld } from './engines/world.mjs';

/**
 * `decide()` beside three general engines, in one process, each with the facts of one question at hand in the form that
 * it takes. Before anything is timed all four give the same answer to every question of the sample.
 */
export async function benchEngines({ rounds, seconds, tell }) {
  const questions = makeWorld();
  const engines = {
    cedar: await cedar(questions),
    casbin: await casbin(questions),
    casl: await casl(questions),
    decide: await ours(questions),
  };
  const expected = [];
  for (let place = 0; place < questions.length; place++) expected.push(engines.decide(place));
  for (const [name, ask] of Object.entries(engines)) agree(name, ask, questions, expected);
  const yes = expected.filter(Boolean).length;
  const figures = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, ask] of Object.entries(engines)) {
      const perSecond = timed(ask, questions.length, seconds);
      if (round > 0) figures[name].push(perSecond); // the first is warm-up
    }
  console.log(
    `\nIn process, one core, 100,000 relations, ${questions.length} questions (${yes} yes), all four of one mind:`,
  );
  tell('yardstick: decide()', figures.decide);
  tell('@cedar-policy/cedar-wasm, policies parsed beforehand', figures.cedar, figures.decide);
  tell('casbin, the lines of the question as its policies', figures.casbin, figures.decide);
  tell('@casl/ability, an ability for each question', figures.casl, figures.decide);
}

function agree(name, ask, questions, expected) {
  for (let place = 0; place < questions.length; place++)
    if (ask(place) !== expected[place])
      throw new Error(
        `${name} differs: ${JSON.stringify({ expected: expected[place], question: questions[place] })}`,
      );
}

/** Answers in a second of the processor's time, so that what else the machine does counts little; whole turns of the sample. */
function timed(ask, many, seconds) {
  let count = 0;
  const began = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
  while (used() < seconds) {
    for (let place = 0; place < many; place++) ask(place);
    count += many;
  }
  return count / used();
}
