import pg from 'pg';
import { copyInto, withoutIndexes } from './copy.mjs';
import { letterTables } from './rows.letters.mjs';
import { officeTables, personOf } from './rows.offices.mjs';
import { fillUpkeep } from './rows.upkeep.mjs';

/** What the triggers do at delivery, consent, reading and handling, for all at once; in two halves side by side. */
const fillFeed = `
  INSERT INTO feed (organisation_id, delivered_at, message_id, client_id, sender, category, assurance, attachments,
                    reply_by, reply_kind, office_read_at, handled, words, marked, taken_by)
  SELECT m.organisation_id, g.delivered_at, g.id, g.client_id, g.sender, g.category, g.assurance, g.attachments,
         g.reply_by, g.reply_kind, k.read_at, coalesce(w.state = 'handled', false), words_of(g.subject, g.body),
         k.client_id IS NOT NULL, w.holder
    FROM message g
    JOIN scope_line l ON l.client_id = g.client_id AND l.sender = g.sender
                     AND (l.category = 'all' OR l.category = g.category) AND l.ended_at IS NULL
    JOIN mandate m ON m.id = l.mandate_id AND (m.ended_at IS NULL OR g.delivered_at < m.ended_at)
    LEFT JOIN (SELECT client_id, message_id, split_part(reader, ':', 3)::uuid AS office, min(read_at) AS read_at
                 FROM message_mark WHERE reader LIKE 'employee:%' GROUP BY 1, 2, 3) k
      ON k.client_id = g.client_id AND k.message_id = g.id AND k.office = m.organisation_id
    LEFT JOIN message_work w ON w.organisation_id = m.organisation_id AND w.message_id = g.id
   WHERE m.activated_at IS NOT NULL AND uuid_hash(m.client_id) & 1 = $1`;

async function connected(url, act) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Neither triggers nor foreign keys while it loads; they are checked when the keys are put back.
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '512MB'; SET jit = off`,
    );
    return await act(client);
  } finally {
    await client.end();
  }
}

/** Writes a planned world into a migrated, empty database. Tells how long each part took and its checksum. */
export async function fill(url, world, say) {
  const person = personOf(world.seed);
  const tables = { ...officeTables(world, person), ...letterTables(world, person) };
  const timed = async (what, act) => {
    const began = performance.now();
    const outcome = await act();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`  ${what.padEnd(22)} ${seconds.padStart(7)} s  ${outcome ?? ''}`);
  };
  await connected(url, async (client) => {
    let began;
    await withoutIndexes(client, [...Object.keys(tables), 'feed'], async () => {
      for (const [table, [columns, rows]] of Object.entries(tables))
        await timed(table, async () => {
          const copied = await copyInto(client, table, columns, rows);
          return `${copied.rows.toLocaleString('en')} rows, checksum ${copied.checksum}`;
        });
      await timed('statistics', () => client.query('ANALYZE').then(() => undefined));
      await timed('feed', async () => {
        const halves = await Promise.all(
          [0, 1].map((half) => connected(url, (own) => own.query(fillFeed.replace('$1', half)))),
        );
        return `${halves.reduce((sum, { rowCount }) => sum + rowCount, 0).toLocaleString('en')} rows`;
      });
      began = performance.now();
    });
    say(
      `  ${'keys and indexes'.padEnd(22)} ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`,
    );
    for (const [what, statement] of Object.entries(fillUpkeep))
      await timed(what, async () => `${(await client.query(statement)).rowCount.toLocaleString('en')} rows`);
    await timed('vacuum', () => client.query('VACUUM (FREEZE, ANALYZE)').then(() => undefined));
  });
}
