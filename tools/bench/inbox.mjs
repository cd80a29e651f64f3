import { castOf } from './inbox/cast.mjs';
import { lists } from './inbox/list.mjs';
import { benchLists, benchPaging } from './inbox/lists.mjs';
import { inTurn, scoreboard, spread } from './inbox/measure.mjs';
import { session } from './inbox/session.mjs';
import { yardstick } from './inbox/yardstick.mjs';
import { openWorld } from './world.mjs';

/** The inbox over all clients in a world of BENCH_SIZE: each figure beside its yardstick, in one run. */
export async function benchInbox({ size, seed = 1, rounds, say }) {
  const world = await openWorld({ name: size, seed, say });
  const own = await session(world.databaseUrl);
  const yard = await yardstick(world.databaseUrl, own.now);
  const score = scoreboard(say);
  try {
    const stage = {
      world,
      session: own,
      yard,
      say,
      score,
      rounds,
      cast: await castOf(world),
      list: await lists(own),
    };
    const { trip } = await inTurn(
      {
        trip: () => own.act(stage.cast.everyone[0].actor, (work) => work.named('trip', 'SELECT 1', [])),
      },
      { rounds, each: 50 },
    );
    say(
      `\nOne inbox over all clients (the product's own statements; a round trip alone takes ${spread(trip)}):`,
    );
    await benchLists(stage);
    await benchPaging(stage);
  } finally {
    await own.close();
    await yard.close();
    await world.close();
  }
}

if (process.argv[1]?.endsWith('inbox.mjs'))
  await benchInbox({
    ...{ size: process.env.BENCH_SIZE ?? 'small', rounds: Number(process.env.BENCH_ROUNDS ?? 5) },
    say: console.log,
  });
