import { castOf } from './inbox/cast.mjs';
import { benchClients, benchCounts, benchSearch } from './inbox/counts.mjs';
import { benchDelivering } from './inbox/delivering.mjs';
import { writePlans } from './inbox/explain.mjs';
import { benchHttp } from './inbox/http.mjs';
import { lists } from './inbox/list.mjs';
import { benchLists, benchPaging } from './inbox/lists.mjs';
import { inTurn, scoreboard, spread } from './inbox/measure.mjs';
import { writePages } from './inbox/page.mjs';
import { benchRevoking } from './inbox/revoking.mjs';
import { session } from './inbox/session.mjs';
import { yardstick } from './inbox/yardstick.mjs';
import { openWorld } from './world.mjs';

/** The plans of what the lists of an office ask, and nothing else; with `missing` only those that are not there yet. */
export async function explainLists({ size, seed = 1, missing, say = console.log }) {
  const world = await openWorld({ name: size, seed, say });
  const own = await session(world.databaseUrl);
  const yard = await yardstick(world.databaseUrl, own.now);
  try {
    const stage = { world, session: own, yard, say, cast: await castOf(world), list: await lists(own) };
    await writePlans(stage, { missing });
  } finally {
    await own.close();
    await yard.close();
    await world.close();
  }
}

/**
 * The inbox over all clients in a world of a size, each figure beside its yardstick, in one run. The targets are of
 * the issue and of offices of 50 to 50,000 clients: in the world `tiny` it only shows that it runs. `docs` writes what
 * was measured to docs/speed.md, docs/inbox-growth.svg and docs/explain.
 */
export async function benchInbox({ size, seed = 1, rounds, docs = false, say = console.log }) {
  const world = await openWorld({ name: size, seed, say });
  const own = await session(world.databaseUrl);
  const yard = await yardstick(world.databaseUrl, own.now);
  const said = [];
  const tell = (line) => {
    said.push(line);
    say(line);
  };
  const score = size === 'tiny' ? { targets: [], target: () => undefined } : scoreboard(say);
  try {
    const cast = await castOf(world);
    const stage = { world, session: own, yard, say: tell, score, rounds, cast, list: await lists(own) };
    say('\nOne inbox over all clients, the product’s own statements:');
    const { trip } = await inTurn(
      { trip: () => own.act(cast.everyone[0].actor, (work) => work.named('trip', 'SELECT 1', [])) },
      { rounds, each: 50 },
    );
    tell(`  a round trip alone ${spread(trip)}`);
    const found = { lists: await benchLists({ ...stage, say }), ...(await yard.facts()) };
    await benchPaging(stage);
    await benchCounts(stage);
    await benchClients(stage);
    await benchSearch(stage);
    await benchHttp(stage);
    await benchDelivering(stage);
    await benchRevoking(stage);
    if (docs) {
      await writePlans({ ...stage, say });
      await writePages({ world, targets: score.targets, found, said });
    }
  } finally {
    await own.close();
    await yard.close();
    await world.close();
  }
}
