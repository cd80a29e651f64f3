import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { project } from '../set-up.mjs';

const built = (file) => import(`../../dist/src/${file}`);
const clients = 2_000;
const messagesEach = 10;
const subject = 'simulator:eh-90001234-joris';

/**
 * A database of its own with one office, 2,000 clients with a mandate each, 20,000 messages, and Joris, who may
 * read them; and a sign-in simulator that gives his token. BENCH_DATABASE_URL names another server's
 * empty database.
 */
export async function setScene(ports) {
  const { startEmbeddedPostgres } = await built('platform/embedded-postgres.js');
  const { migrate } = await built('migrate.js');
  const { startSimulator } = await built('sign-in/simulator/simulator.js');
  const { obtainToken } = await built('sign-in/simulator/obtain-token.js');
  const server = process.env.BENCH_DATABASE_URL
    ? { adminUrl: process.env.BENCH_DATABASE_URL, stop: async () => undefined }
    : await startEmbeddedPostgres({ folder: join(project, '.volmacht', 'bench-postgres') });
  const name = `volmacht_bench_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).href;
  await migrate(databaseUrl);
  const { message, messages, client, office, joris } = await fill(databaseUrl);
  const simulator = await startSimulator({ port: ports.simulator, audience: 'urn:volmacht:api' });
  return {
    databaseUrl,
    ...{ message, messages, client, office, joris },
    issuer: simulator.issuer,
    token: await obtainToken(simulator.issuer, 'joris'),
    systemToken: await obtainToken(simulator.issuer, 'systeem'),
    async close() {
      await simulator.stop();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      await server.stop();
    },
  };
}

async function fill(url) {
  const scene = new pg.Client({ connectionString: url });
  await scene.connect();
  const [office, joris] = [randomUUID(), randomUUID()];
  await scene.query(`
    INSERT INTO sender VALUES ('00000099000000001000', 'Belastingdienst', 'Tax office', 'low', now());
    INSERT INTO decision_caller (oin, name, purpose, tells, searches, per_minute, changed_at, changed_by)
      VALUES ('00000099000000009000', 'x', 'x', 'as-subject', false, 1000000, now(), 'x');
    INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
      VALUES ('${office}', '90001234', 'Kantoor Vermeer', 'accountancy', 'recognised', 'simulator:x', now());
    INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
      VALUES ('${joris}', '${office}', '${subject}', 'Joris', 'handler', '2020-01-01', now());
    INSERT INTO client (id, bsn_index, bsn_sealed, since)
      SELECT gen_random_uuid(), n::text, 'x', now() FROM generate_series(1, ${clients}) n;
    INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                         offered_at, activated_at)
      SELECT gen_random_uuid(), id, '${office}', 'active', current_date - 1, current_date + 300, current_date, now(),
             now(), now() FROM client;
    INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
      SELECT gen_random_uuid(), id, client_id, '${office}', '00000099000000001000', 'financial', '{read}',
             daterange(from_day, until_day), true FROM mandate;
    INSERT INTO assignment (id, organisation_id, client_id, employee_id, since)
      SELECT gen_random_uuid(), '${office}', id, '${joris}', now() FROM client;
    INSERT INTO message (client_id, id, sender, category, assurance, subject, body, delivered_at)
      SELECT id, gen_random_uuid(), '00000099000000001000', 'financial', 'low', 'Your assessment',
             repeat('You have to pay 12 euros. ', 40), now() - n * interval '1 day'
        FROM client, generate_series(1, ${messagesEach}) n;
    -- Else the job that makes words ready takes a core while something else is measured.
    SELECT fill_words(${clients * messagesEach});
    ANALYZE;
  `);
  const { rows } = await scene.query('SELECT id AS message, client_id AS client FROM message LIMIT 1');
  const { rows: each } = await scene.query('SELECT DISTINCT ON (client_id) id FROM message');
  await scene.end();
  return { ...rows[0], messages: each.map(({ id }) => id), office, joris };
}
