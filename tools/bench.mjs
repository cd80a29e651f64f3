/**
 * `npm run bench`: measures on one database, in one run, each figure beside its yardstick. It prints; it asserts
 * nothing. Ratios are what counts: absolute figures move with the machine.
 *
 * `npm run bench -- http decision-point engines statements inbox bulk` runs only these parts. BENCH_SECONDS (default 5) and BENCH_ROUNDS (default 5)
 * make it longer or shorter; BENCH_SIZE (tiny, small, full; default small) is the world of the inbox, which is made
 * the first time: seconds, a minute, or about ten. `--docs` writes what the inbox showed to docs/.
 * `npm run bench -- growth` measures an evaluation while the relations grow (GROWTH=10000,100000,1000000).
 * `npm run bench -- explain` writes the plans of what lists ask to docs/explain, and measures nothing; with `--missing`
 * only those that have no page yet.
 */
import { cpus } from 'node:os';
import { decisionsPerSecond } from './bench/decisions.mjs';
import { median, requestsPerSecond } from './bench/load.mjs';
import { setScene } from './bench/scene.mjs';
import { serve, stop } from './bench/serve.mjs';
import { setUp, SetUpError } from './set-up.mjs';

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const size = process.env.BENCH_SIZE ?? 'small';
const ports = { bare: 3910, api: 3911, simulator: 3912, inHouse: 3913 };
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (part) => asked.length === 0 || asked.includes(part);
const docs = process.argv.includes('--docs');

function tell(name, figures, yardstick) {
  const [low, middle, high] = [Math.min(...figures), median(figures), Math.max(...figures)].map(Math.round);
  const share = yardstick ? `  ${(100 * (middle / median(yardstick))).toFixed(1)} % of the yardstick` : '';
  console.log(`  ${name.padEnd(58)} ${String(middle).padStart(8)}/s  (${low}–${high})${share}`);
}

try {
  await setUp();
} catch (error) {
  console.error(error instanceof SetUpError ? error.message : error);
  process.exit(1);
}
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${rounds} rounds of ${seconds} s each, in turn.`,
);

async function benchHttp() {
  const scene = await setScene(ports);
  try {
    const bare = await serve(
      'tools/bench/bare-server.mjs',
      { DATABASE_URL: scene.databaseUrl, PORT: String(ports.bare) },
      `http://127.0.0.1:${ports.bare}/${scene.message}`,
    );
    const api = await serve(
      'dist/src/main.js',
      {
        DATABASE_URL: scene.databaseUrl,
        PORT: String(ports.api),
        ISSUERS: `simulator=${scene.issuer}`,
        REQUESTS_IN_FLIGHT: '1000',
      },
      `http://127.0.0.1:${ports.api}/readyz`,
    );
    const headers = { authorization: `Bearer ${scene.token}` };
    const figures = { bare: [], read: [], me: [] };
    for (let round = 0; round <= rounds; round++) {
      const measured = {
        bare: await requestsPerSecond(`http://127.0.0.1:${ports.bare}/${scene.message}`, {}, seconds),
        read: await requestsPerSecond(
          `http://127.0.0.1:${ports.api}/v1/messages/${scene.message}`,
          headers,
          seconds,
        ),
        me: await requestsPerSecond(`http://127.0.0.1:${ports.api}/v1/me`, headers, seconds),
      };
      if (round === 0) continue; // warm-up
      for (const [name, value] of Object.entries(measured)) figures[name].push(value);
    }
    console.log('\nOver HTTP, 32 connections, one process, the same PostgreSQL with durable commits:');
    tell('yardstick: bare Fastify route, one prepared SELECT', figures.bare);
    tell('one audited read of a client’s message through the API', figures.read, figures.bare);
    tell('the same without a message: who am I (audited too)', figures.me, figures.bare);
    await stop(api);
    await stop(bare);

    const decided = await decisionsPerSecond(rounds);
    console.log('\nIn process, one core:');
    tell('yardstick: an empty function call', decided.empty);
    tell('decide(): may this employee read this message? (permit)', decided.permit);
    tell('decide(): the same, refused for a revoked mandate', decided.refusal);
  } finally {
    await scene.close();
  }
}

if (wanted('http')) await benchHttp();
if (wanted('decision-point')) {
  const { benchDecisionPoint } = await import('./bench/decision-point.mjs');
  await benchDecisionPoint({ ports, rounds, seconds, tell });
}
if (wanted('engines')) {
  const { benchEngines } = await import('./bench/engines.mjs');
  await benchEngines({ rounds, seconds, tell });
}
if (wanted('statements')) {
  const { benchStatements } = await import('./bench/statements.mjs');
  await benchStatements({ ports, rounds, seconds, tell });
}
if (asked.includes('growth')) {
  const { benchGrowth } = await import('./bench/growth.mjs');
  await benchGrowth({ ports, docs });
}
if (wanted('inbox')) {
  const { benchInbox } = await import('./bench/inbox.mjs');
  await benchInbox({ size, rounds, docs });
}
if (asked.includes('explain')) {
  const { explainLists } = await import('./bench/inbox.mjs');
  await explainLists({ size, missing: process.argv.includes('--missing') });
}
if (wanted('bulk')) {
  const { benchBulk } = await import('./bench/bulk.mjs');
  await benchBulk({ rounds });
}
