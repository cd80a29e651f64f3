import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { project } from '../set-up.mjs';
import { benchServer } from './server.mjs';
import { fill } from './world/fill.mjs';
import { plan } from './world/plan.mjs';
import { sizes } from './world/sizes.mjs';
import { verifyFeed } from './world/verify.mjs';

/** A world is used again as long as neither the migrations nor the generator changed. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['dist/migrations', 'tools/bench/world'])
    for (const file of readdirSync(join(project, folder)).sort())
      if (/\.m?js$/.test(file)) hash.update(`${file}\0`).update(readFileSync(join(project, folder, file)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * A database with the world of a size (`tiny`, `small`, `full`) and seed: made the first time, used again afterwards.
 * BENCH_WORLD=keep takes the one that is there, with what migrations are new, instead of making another.
 * While `dirty()` has been said and `clean()` has not, a run that breaks off leaves a world that is made anew.
 */
export async function openWorld({ name, seed = 1, say = console.log }) {
  const size = sizes[name];
  if (!size) throw new Error(`there is no world of size "${name}": ${Object.keys(sizes).join(', ')}`);
  const server = await benchServer(say);
  const database = `volmacht_bench_world_${name}_${seed}`;
  const state = fingerprint();
  const known = await asAdmin(server, async (admin) => {
    const { rows } = await admin.query(
      `SELECT shobj_description(oid, 'pg_database') AS state FROM pg_database WHERE datname = $1`,
      [database],
    );
    return rows[0]?.state;
  });
  const mark = (text) =>
    asAdmin(server, (admin) => admin.query(`COMMENT ON DATABASE ${database} IS '${text}'`));
  const address = () => Object.assign(new URL(server.adminUrl), { pathname: `/${database}` }).href;
  const { migrate } = await import('../../dist/src/migrate.js');
  if (known && process.env.BENCH_WORLD === 'keep') await migrate(address());
  else if (known !== state) {
    say(`Making the world "${name}" with seed ${seed}:`);
    const began = performance.now();
    if (name === 'full') await server.tune('load');
    await asAdmin(server, async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await admin.query(`CREATE DATABASE ${database}`);
    });
    await migrate(address());
    await fill(address(), plan(size, seed), say);
    await verifyFeed(address(), say);
    await mark(state);
    say(`  made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  if (name !== 'tiny') await server.tune('measure');
  return {
    ...{ size, name, seed, server, databaseUrl: address() },
    dirty: () => mark('in use'),
    clean: () => mark(state),
    close: () => server.stop(),
  };
}

async function asAdmin(server, act) {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}

/** `node tools/bench/world.mjs small 1` makes a world and nothing else. */
if (process.argv[1]?.endsWith('world.mjs')) {
  const world = await openWorld({ name: process.argv[2] ?? 'small', seed: Number(process.argv[3] ?? 1) });
  console.log(world.databaseUrl.replace(/:[^:@]*@/, ':…@'));
  await world.close();
}
