import { inTurn, spread } from './measure.mjs';

const counted = (number) => number.toLocaleString('en');

/** Newest and unread at four sizes of office and for those who see little, beside join and sort. */
export async function benchLists({ cast, list, yard, say, score, rounds }) {
  const people = [...cast.everyone, ...cast.few];
  const found = [];
  for (const person of people)
    for (const unread of [false, true]) {
      const filter = unread ? { unread: true } : {};
      await sameAnswer(person, unread, list, yard);
      const figures = await inTurn(
        {
          list: () => list.page(person, { filter }),
          yardstick: () => yard.list(person, unread),
        },
        { rounds },
      );
      const ratio = figures.yardstick.median / figures.list.median;
      found.push({ person, unread, ...figures, ratio });
      const who = `${person.role === 'administrator' ? 'administrator, ' : ''}${counted(person.sees)} of ${counted(person.clients)} clients`;
      say(
        `  ${unread ? 'unread' : 'newest'}  ${who.padEnd(40)} ${spread(figures.list).padEnd(26)} join and sort ${spread(figures.yardstick).padEnd(28)} ${ratio.toFixed(0)}×`,
      );
    }
  for (const unread of [false, true]) {
    const of = (person) => found.find((one) => one.person === person && one.unread === unread);
    const [smallest, , medium, largest] = cast.everyone.map(of);
    const name = unread ? 'unread' : 'newest';
    score.target(`${name} at ${counted(medium.person.clients)} clients`, 2, medium.list.median);
    score.target(
      `${name}: ${counted(largest.person.clients)} against ${counted(smallest.person.clients)} clients`,
      2,
      largest.list.median / smallest.list.median,
      { unit: '×' },
    );
    for (const one of [
      medium,
      largest,
      of(cast.few.find(({ clients }) => clients === largest.person.clients)),
    ])
      score.target(
        `${name}: faster than join and sort, ${counted(one.person.sees)} of ${counted(one.person.clients)}`,
        100,
        one.ratio,
        { unit: '×', atLeast: true },
      );
  }
  return found;
}

/** A figure of another answer is no figure. */
async function sameAnswer(person, unread, list, yard) {
  const filter = unread ? { unread: true } : {};
  const ids = ({ result }) => result.slice(0, 50).map(({ id }) => id);
  const [ours, theirs] = [ids(await list.page(person, { filter })), ids(await yard.list(person, unread))];
  if (ours.length === 0 || ours.join() !== theirs.join())
    throw new Error(
      `the list of ${person.name} differs from join and sort: ${ours.length} and ${theirs.length} rows`,
    );
}

/** Page 200 beside page 1. */
export async function benchPaging({ cast, list, say, score, rounds }) {
  for (const person of cast.everyone.slice(2)) {
    const after = await list.before(person, 200);
    if (!after) {
      say(`  page 200 at ${counted(person.clients)} clients: there are not so many messages`);
      continue;
    }
    const { first, far, back } = await inTurn(
      {
        first: () => list.page(person),
        far: () => list.page(person, { after }),
        back: () => list.page(person, { after: { ...after, back: true } }),
      },
      { rounds, each: 20 },
    );
    say(
      `  page 200 at ${counted(person.clients)} clients ${spread(far)}, back from there ${spread(back)}, page 1 ${spread(first)}`,
    );
    score.target(
      `page 200 against page 1 at ${counted(person.clients)} clients`,
      1.5,
      far.median / first.median,
      {
        unit: '×',
      },
    );
  }
}
