import { searches } from '../world/words.mjs';
import { inTurn, spread } from './measure.mjs';

const counted = (number) => number.toLocaleString('en');

/** Counters beside counting what join and sort finds. */
export async function benchCounts({ cast, list, yard, say, score, rounds }) {
  const people = [...cast.everyone, cast.few.findLast(({ role }) => role === 'handler')];
  const things = {};
  for (const [place, person] of people.entries()) {
    for (const what of list.counting) things[`${what} ${place}`] = () => list.count(person, what);
    things[`yardstick ${place}`] = () => yard.count(person);
  }
  const figures = await inTurn(things, { rounds });
  for (const [place, person] of people.entries()) {
    const parts = list.counting.map((what) => `${what} ${spread(figures[`${what} ${place}`])}`).join(', ');
    say(
      `  counters, ${counted(person.sees)} of ${counted(person.clients)} clients: ${parts}; counting unread by joining ${spread(figures[`yardstick ${place}`])}`,
    );
  }
  for (const what of list.counting)
    score.target(`counter at ${counted(people[2].clients)} clients, ${what}`, 2, figures[`${what} 2`].median);
  return people.map((person, place) => ({
    person,
    ...Object.fromEntries([...list.counting, 'yardstick'].map((what) => [what, figures[`${what} ${place}`]])),
  }));
}

/** Pages of clients who have something unread, and of those who have something that few have. */
export async function benchClients({ cast, list, say, rounds }) {
  const people = [...cast.everyone.slice(2), ...cast.few.filter(({ role }) => role === 'handler')];
  const wishes = {
    'something unread': { unread: true },
    'attachments about care': { attached: true, category: 'care' },
  };
  for (const [wish, filter] of Object.entries(wishes)) {
    const things = Object.fromEntries(
      people.map((person, place) => [place, () => list.clients(person, filter)]),
    );
    const figures = await inTurn(things, { rounds });
    for (const [place, person] of people.entries()) {
      const { rows, edge } = (await list.clients(person, filter)).result;
      const found = `${Math.min(rows.length, 50)} clients${edge ? ', and where to go on' : ''}`;
      say(
        `  clients with ${wish}, of ${counted(person.sees)} of ${counted(person.clients)}: ${found} ${spread(figures[place])}`,
      );
    }
  }
}

/** Words that many, some and few letters have; how many of the office's is counted here. */
export async function benchSearch({ cast, list, say, score, rounds, session }) {
  const found = [];
  for (const person of [...cast.everyone.slice(2), cast.few.findLast(({ role }) => role === 'handler')]) {
    const things = Object.fromEntries(
      Object.entries(searches).map(([name, text]) => [name, () => list.page(person, { filter: { text } })]),
    );
    const figures = await inTurn(things, { rounds });
    for (const [name, text] of Object.entries(searches)) {
      const { result } = await session.act(person.actor, (work) =>
        work.query(
          `SELECT count(*) FILTER (WHERE words @@ wanted_words($1))::int AS hits,
                  count(*)::int AS all FROM inbox_feed`,
          [text],
        ),
      );
      const [{ hits, all }] = result;
      say(
        `  search, ${counted(person.sees)} of ${counted(person.clients)} clients, ${`${name} (${counted(hits)} of ${counted(all)} messages)`.padEnd(50)} ${spread(figures[name])}`,
      );
      found.push({ person, name, text, hits, all, figures: figures[name] });
      if (person === cast.everyone[2])
        score.target(`search at ${counted(person.clients)} clients, ${name}`, 50, figures[name].median);
    }
  }
  return found;
}
