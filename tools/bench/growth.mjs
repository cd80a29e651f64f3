import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { project } from '../set-up.mjs';
import { median } from './load.mjs';
import { serve, stop } from './serve.mjs';
import { benchServer } from './server.mjs';

const built = (file) => import(`../../dist/src/${file}`);
const [office, joris] = [randomUUID(), randomUUID()];
const [tax, system] = ['00000099000000001000', '00000099000000009000'];

/** The first things; then so many clients, each with a mandate, a line and somebody who handles him. */
const first = `
  INSERT INTO sender VALUES ('${tax}', 'Belastingdienst', 'Tax office', 'low', now());
  INSERT INTO decision_caller (oin, name, purpose, tells, searches, per_minute, changed_at, changed_by)
    VALUES ('${system}', 'x', 'x', 'as-subject', false, 1000000, now(), 'x');
  INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
    VALUES ('${office}', '90001234', 'Kantoor Vermeer', 'accountancy', 'recognised', 'simulator:x', now());
  INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
    VALUES ('${joris}', '${office}', 'simulator:joris', 'Joris', 'handler', '2020-01-01', now());`;

const more = (from, to) => `
  CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS client, gen_random_uuid() AS mandate, n
    FROM generate_series(${from + 1}, ${to}) n;
  INSERT INTO client (id, bsn_index, bsn_sealed, since) SELECT client, 'x' || n, 'x', now() FROM fresh;
  INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, offered_at,
                       activated_at)
    SELECT mandate, client, '${office}', 'active', current_date - 1, current_date + 300, current_date, now(), now(), now()
      FROM fresh;
  INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
    SELECT gen_random_uuid(), mandate, client, '${office}', '${tax}', 'financial', '{read}',
           daterange(current_date - 1, current_date + 300), true FROM fresh;
  INSERT INTO assignment (id, organisation_id, client_id, employee_id, since)
    SELECT gen_random_uuid(), '${office}', client, '${joris}', now() FROM fresh;
  DROP TABLE fresh;`;

/** Milliseconds that something takes. */
async function timed(act, about) {
  const began = performance.now();
  await act(about);
  return performance.now() - began;
}

/** The plan of the statement inside the function, about one question, goes to docs/explain. */
async function writePlan(world, relations) {
  const { rows } = await world.query(`SELECT pg_get_functiondef('decision_facts_of'::regproc) AS text`);
  const [, inner] = /RETURN (\(\s+SELECT[\s\S]*\));\s+END/.exec(rows[0].text);
  const sql = `SELECT ${inner.replace('jsonb_to_recordset(questions)', 'jsonb_to_recordset($1)')}`;
  const [{ client }] = await someOf(world, relations);
  const asked = pg.escapeLiteral(JSON.stringify([names(client)]));
  await world.query(
    `SELECT set_config('app.actor', 'system:${system}', false), set_config('app.now', now()::text, false)`,
  );
  await world.query('SET plan_cache_mode = force_generic_plan; SET jit = off');
  await world.query(`PREPARE decision_facts (jsonb) AS ${sql}`);
  await world.query(`EXECUTE decision_facts (${asked})`);
  const plan = await world.query(`EXPLAIN (ANALYZE, BUFFERS) EXECUTE decision_facts (${asked})`);
  const head = `decision-facts: one question about one of ${relations.toLocaleString('en')} relations, as decision_facts_of asks it`;
  writeFileSync(
    join(project, 'docs', 'explain', 'decision-facts.txt'),
    `${head}\n\n${sql}\n\n${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}\n`,
  );
}

/** Five hundred of the clients, from everywhere among them. */
async function someOf(client, size) {
  const numbers = Array.from(
    { length: 500 },
    (_, place) => `x${Math.floor(((place + 0.5) * size) / 500) + 1}`,
  );
  const { rows } = await client.query(
    `SELECT c.id AS client, m.id AS mandate FROM client c JOIN mandate m ON m.client_id = c.id
      WHERE c.bsn_index = ANY ($1) ORDER BY c.id`,
    [numbers],
  );
  return rows;
}

const names = (client) => ({ employee: joris, client: { id: client }, sender: tax });
const question = (client) => ({
  ...{ subject: { type: 'employee', id: joris }, action: { name: 'read' } },
  resource: { type: 'inbox', id: client, properties: { sender: tax, category: 'financial' } },
  context: { assurance: 'substantial' },
});

/** Asks over HTTP and reads a mandate by its key, in turn. */
async function measure(world, home, token, some) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async ({ client }) => {
    const body = JSON.stringify(question(client));
    const answer = await fetch(`${home}/access/v1/evaluation`, { method: 'POST', headers, body });
    if ((await answer.json()).decision !== true) throw new Error('somebody who may was refused');
  };
  const byKey = ({ mandate }) =>
    world.query({ name: 'by-key', text: 'SELECT * FROM mandate WHERE id = $1', values: [mandate] });
  const times = { evaluation: [], yardstick: [] };
  for (const each of [...some.slice(0, 50), ...some]) {
    times.evaluation.push(await timed(ask, each));
    times.yardstick.push(await timed(byKey, each));
  }
  return { evaluation: times.evaluation.slice(50), yardstick: times.yardstick.slice(50) };
}

const told = (times) => {
  const late = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];
  return `${median(times).toFixed(2)} (95 %: ${late.toFixed(2)})`;
};

const grown = ['client', 'mandate', 'scope_line', 'assignment'];

/**
 * Rows first, indexes then: kept up row by row, ten million by chance take hours. The one that keeps claims from crossing
 * stays shut: only who writes asks it.
 */
async function grow(world, from, to) {
  await world.query('SET session_replication_role = replica; SET synchronous_commit = off');
  await world.query(`SET maintenance_work_mem = '1GB'; SET temp_buffers = '256MB'`);
  await world.query('UPDATE pg_index SET indisready = false WHERE indrelid = ANY ($1::text[]::regclass[])', [
    grown,
  ]);
  for (let at = from; at < to; at += 500_000) await world.query(more(at, Math.min(to, at + 500_000)));
  const { rows } = await world.query(
    `SELECT indexrelid::regclass AS name FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_am m ON m.oid = c.relam
      WHERE indrelid = ANY ($1::text[]::regclass[]) AND m.amname <> 'gist'`,
    [grown],
  );
  for (const { name } of rows) await world.query(`REINDEX INDEX ${name}`);
  await world.query('RESET session_replication_role; RESET synchronous_commit');
  for (const table of [...grown, 'employee', 'organisation']) await world.query(`VACUUM ANALYZE ${table}`);
}

/**
 * An evaluation over HTTP, one at a time, while the relations of one office grow; in turn with it a SELECT of a mandate by
 * its key. GROWTH names the sizes. With `docs` the plan at the last of them goes to docs/explain.
 */
export async function benchGrowth({ ports, docs }) {
  const sizes = (process.env.GROWTH ?? '10000,100000,1000000').split(',').map(Number);
  const { migrate } = await built('migrate.js');
  const { startSimulator } = await built('sign-in/simulator/simulator.js');
  const { obtainToken } = await built('sign-in/simulator/obtain-token.js');
  const server = await benchServer(console.log);
  const name = `volmacht_growth_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).href;
  const simulator = await startSimulator({ port: ports.simulator, audience: 'urn:volmacht:api' });
  const home = `http://127.0.0.1:${ports.api}`;
  const env = {
    DATABASE_URL: databaseUrl,
    PORT: String(ports.api),
    ISSUERS: `simulator=${simulator.issuer}`,
  };
  const world = new pg.Client({ connectionString: databaseUrl });
  try {
    await migrate(databaseUrl);
    await world.connect();
    await world.query(first);
    console.log(
      '\nOne evaluation at a time over HTTP, and the yardstick: one mandate by its key; milliseconds:',
    );
    let relations = 0;
    for (const size of sizes) {
      await grow(world, relations, size);
      relations = size;
      const api = await serve('dist/src/main.js', env, `${home}/readyz`);
      const token = await obtainToken(simulator.issuer, 'systeem');
      const { evaluation, yardstick } = await measure(world, home, token, await someOf(world, size));
      console.log(
        `  ${size.toLocaleString('en').padStart(11)} relations  ${told(evaluation)}  yardstick ${told(yardstick)}`,
      );
      await stop(api);
    }
    if (docs) await writePlan(world, relations);
  } finally {
    await simulator.stop();
    await world.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
    await server.stop();
  }
}
