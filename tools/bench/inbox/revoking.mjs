import pg from 'pg';
import { ms, summary } from './measure.mjs';

const many = 20;

/** Clients of the largest office revoke, one by one: how long it takes, what it writes, and what is read next. */
export async function benchRevoking({ world, cast, list, session, say }) {
  const person = cast.everyone.at(-1);
  const admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  const { rows: clients } = await admin.query(
    `SELECT m.client_id AS client, m.id AS mandate, count(*)::int AS messages
       FROM mandate m JOIN feed f ON f.organisation_id = m.organisation_id AND f.client_id = m.client_id
       JOIN client c ON c.id = m.client_id AND c.died_on IS NULL
      WHERE m.organisation_id = $1 AND m.state = 'active' AND f.assurance <> 'high'
      GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT ${many * 3}`,
    [person.organisation],
  );
  const client = new pg.Client({ connectionString: world.databaseUrl, options: '-c role=volmacht_app' });
  await client.connect();
  const times = [];
  let [before, after, written] = [0, 0, []];
  const revoked = [];
  await world.dirty();
  try {
    for (const { client: whose, mandate } of clients) {
      if (revoked.length === many) break;
      const seen = async () => (await list.page(person, { filter: { client: whose } })).result.length;
      const readable = await seen();
      if (readable === 0) continue; // a line that does not let read
      before += readable;
      revoked.push(mandate);
      const untouched = await touched(client);
      const began = performance.now();
      await client.query(
        `BEGIN; SELECT set_config('app.actor', 'citizen:${whose}', true), set_config('app.now', '${session.now.toISOString()}', true), set_config('app.assurance', 'substantial', true)`,
      );
      await client.query(`UPDATE mandate SET state = 'revoked', ended_at = acting_now() WHERE id = $1`, [
        mandate,
      ]);
      await client.query(`UPDATE scope_line SET claims = false WHERE mandate_id = $1`, [mandate]);
      const counting = performance.now();
      written = (await touched(client)).map(({ table, rows }) => {
        const earlier = untouched.find((one) => one.table === table)?.rows ?? 0;
        return `${table} ${rows - earlier}`;
      });
      const counted = performance.now();
      await client.query('COMMIT');
      times.push(performance.now() - began - (counted - counting));
      after += await seen();
    }
  } finally {
    await client.end();
    await admin.query('SET session_replication_role = replica');
    await admin.query(`UPDATE mandate SET state = 'active', ended_at = NULL WHERE id = ANY ($1)`, [revoked]);
    await admin.query(`UPDATE scope_line SET claims = true WHERE mandate_id = ANY ($1)`, [revoked]);
    await admin.end();
    await world.clean();
  }
  const { median, low, high } = summary(times);
  say(
    `  revoking, a client with ${clients[0].messages} messages in the office of ${person.clients.toLocaleString('en')}: ${ms(median)} ms (${ms(low)}–${ms(high)}), on disk; rows written: ${written.join(', ')}`,
  );
  say(`  of ${revoked.length} who revoked, the next list shows ${after} messages (${before} before)`);
  return { milliseconds: median, written, before, after };
}

/** Rows written on this connection that are not yet in the statistics, by table. */
async function touched(client) {
  const { rows } = await client.query(
    `SELECT relname AS table, (n_tup_ins + n_tup_upd + n_tup_del)::int AS rows FROM pg_stat_xact_user_tables
      WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 ORDER BY relname`,
  );
  return rows;
}
