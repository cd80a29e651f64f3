import { millisecondsEach, requestsPerSecond } from './load.mjs';
import { setScene } from './scene.mjs';
import { serve, stop } from './serve.mjs';

/**
 * The decision point over HTTP, beside a bare route that does one prepared SELECT, by itself and in the service's own
 * server: one question, and a hundred different ones in a batch. In turn, 32 connections, one process each, on the same
 * PostgreSQL with durable commits. Then one at a time: what somebody waits who asks one after the other.
 */
export async function benchDecisionPoint({ ports, rounds, seconds, tell }) {
  const scene = await setScene(ports);
  try {
    const bareUrl = `http://127.0.0.1:${ports.bare}/${scene.message}`;
    const bare = await serve(
      'tools/bench/bare-server.mjs',
      { DATABASE_URL: scene.databaseUrl, PORT: String(ports.bare) },
      bareUrl,
    );
    const env = {
      DATABASE_URL: scene.databaseUrl,
      REQUESTS_IN_FLIGHT: '1000',
      ISSUERS: `simulator=${scene.issuer}`,
    };
    const inHouseUrl = `http://127.0.0.1:${ports.inHouse}/bare/${scene.message}`;
    const inHouse = await serve(
      'tools/bench/bare-in-house.mjs',
      { ...env, PORT: String(ports.inHouse) },
      inHouseUrl,
    );
    const home = `http://127.0.0.1:${ports.api}`;
    const api = await serve('dist/src/main.js', { ...env, PORT: String(ports.api) }, `${home}/readyz`);
    const headers = { authorization: `Bearer ${scene.systemToken}` };
    const common = {
      subject: { type: 'employee', id: scene.joris },
      action: { name: 'read' },
      context: { assurance: 'substantial' },
    };
    // Of 2,000 clients: none of these is asked twice in a batch, or by two at the same time.
    const about = scene.messages.map((id) => ({ resource: { type: 'message', id } }));
    const questions = about.map((each) => ({ ...common, ...each }));
    const batches = Array.from({ length: about.length / 100 }, (_, place) => ({
      ...common,
      evaluations: about.slice(place * 100, (place + 1) * 100),
    }));
    const figures = { bare: [], inHouse: [], one: [], hundred: [] };
    for (let round = 0; round <= rounds; round++) {
      const measured = {
        bare: await requestsPerSecond(bareUrl, {}, seconds),
        inHouse: await requestsPerSecond(inHouseUrl, {}, seconds),
        one: await requestsPerSecond(`${home}/access/v1/evaluation`, headers, seconds, ...questions),
        hundred: await requestsPerSecond(`${home}/access/v1/evaluations`, headers, seconds, ...batches),
      };
      if (round === 0) continue; // warm-up
      for (const [name, value] of Object.entries(measured)) figures[name].push(value);
    }
    console.log('\nThe decision point over HTTP, 32 connections, one process, durable commits:');
    tell('yardstick: bare Fastify route, one prepared SELECT', figures.bare);
    tell('yardstick: the same route in the service’s own server', figures.inHouse);
    tell('one question, on the record', figures.one, figures.bare);
    tell('the same, beside the route in its own server', figures.one, figures.inHouse);
    tell('a batch of a hundred questions, each on the record', figures.hundred, figures.one);
    const wait = await millisecondsEach(`${home}/access/v1/evaluation`, headers, seconds, ...questions);
    const waits = await millisecondsEach(`${home}/access/v1/evaluations`, headers, seconds, ...batches);
    console.log(
      `\nOne at a time: a question ${wait} ms, a batch of a hundred ${waits} ms: ${(waits / wait).toFixed(1)} single ones.`,
    );
    await stop(api);
    await stop(inHouse);
    await stop(bare);
  } finally {
    await scene.close();
  }
}
