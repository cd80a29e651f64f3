import { inTurn, spread } from './measure.mjs';

const counted = (number) => number.toLocaleString('en');

const whoOf = ({ role, sees, clients }) =>
  `${role === 'administrator' ? 'administrator, ' : ''}${counted(sees)} of ${counted(clients)} clients`;

/**
 * Newest and unread at four sizes of office and for those who see little, beside join and sort. All on one
 * connection, as in a pool: so no office has statements that were planned for it alone.
 */
export async function benchLists({ cast, list, yard, say, score, rounds }) {
  const cases = [...cast.everyone, ...cast.few].flatMap((person) =>
    [false, true].map((unread) => ({ person, unread, filter: unread ? { unread: true } : {} })),
  );
  const things = {};
  for (const [place, { person, unread, filter }] of cases.entries()) {
    await sameAnswer(person, unread, list, yard);
    things[`list ${place}`] = () => list.page(person, { filter });
    things[`yardstick ${place}`] = () => yard.list(person, unread);
  }
  const figures = await inTurn(things, { rounds });
  const found = cases.map(({ person, unread }, place) => {
    const [ours, theirs] = [figures[`list ${place}`], figures[`yardstick ${place}`]];
    const ratio = theirs.median / ours.median;
    say(
      `  ${unread ? 'unread' : 'newest'}  ${whoOf(person).padEnd(38)} ${spread(ours).padEnd(26)} join and sort ${spread(theirs).padEnd(26)} ${ratio.toFixed(1)}×`,
    );
    return { person, unread, list: ours, yardstick: theirs, ratio };
  });
  for (const unread of [false, true]) judge(unread, cast, found, score);
  return found;
}

function judge(unread, cast, found, score) {
  const of = (person) => found.find((one) => one.person === person && one.unread === unread);
  const [smallest, , medium, largest] = cast.everyone.map(of);
  const few = cast.few.findLast(({ role }) => role === 'handler');
  const name = unread ? 'unread' : 'newest';
  score.target(`${name}, ${whoOf(medium.person)}`, 2, medium.list.median);
  score.target(`${name}, ${whoOf(few)}`, 2, of(few).list.median);
  const growth = largest.list.median / smallest.list.median;
  score.target(
    `${name}, growth from ${smallest.person.clients} to ${counted(largest.person.clients)}`,
    2,
    growth,
    {
      unit: '×',
    },
  );
  for (const one of [medium, largest])
    score.target(`${name}, ${whoOf(one.person)}: faster than join and sort`, 100, one.ratio, {
      ...{ unit: '×', atLeast: true },
    });
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
