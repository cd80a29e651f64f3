import pg from 'pg';

const columns = `organisation_id, delivered_at, message_id, client_id, sender, category, assurance, attachments, reply_by,
  reply_kind, office_read_at, handled, words, marked, taken_by`;

/**
 * Shows on a sample that the triggers write the rows that the bulk fill wrote: delivers these letters once more, with
 * their marks and work, and compares. Everything is undone afterwards. What was revoked is left out: its rows are
 * there from before, and no delivery writes them again.
 */
export async function verifyFeed(url, say) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      BEGIN;
      SET LOCAL session_replication_role = replica;
      CREATE TABLE bench_letters AS SELECT * FROM message
        WHERE client_id IN (SELECT client_id FROM mandate WHERE ended_at IS NULL ORDER BY id LIMIT 200)
           OR client_id IN (SELECT id FROM client ORDER BY id LIMIT 50);
      DELETE FROM bench_letters WHERE client_id IN (SELECT client_id FROM mandate WHERE ended_at IS NOT NULL);
      CREATE TABLE bench_marks AS SELECT k.* FROM message_mark k JOIN bench_letters b
        ON b.client_id = k.client_id AND b.id = k.message_id;
      CREATE TABLE bench_work AS SELECT w.* FROM message_work w JOIN bench_letters b
        ON b.client_id = w.client_id AND b.id = w.message_id;
      CREATE TABLE bench_feed AS SELECT ${columns} FROM feed WHERE (client_id, message_id) IN (SELECT client_id, id FROM bench_letters);
      DELETE FROM feed WHERE (client_id, message_id) IN (SELECT client_id, id FROM bench_letters);
      DELETE FROM message_mark WHERE (client_id, message_id) IN (SELECT client_id, id FROM bench_letters);
      DELETE FROM message_work WHERE (client_id, message_id) IN (SELECT client_id, id FROM bench_letters);
      DELETE FROM message WHERE (client_id, id) IN (SELECT client_id, id FROM bench_letters);
      SET LOCAL session_replication_role = origin;
      INSERT INTO message SELECT * FROM bench_letters;
      INSERT INTO message_mark SELECT * FROM bench_marks;
      INSERT INTO message_work SELECT * FROM bench_work;
      SELECT fill_words(1000000);
    `);
    const { rows } = await client.query(`
      SELECT (SELECT count(*)::int FROM bench_letters) AS letters, (SELECT count(*)::int FROM bench_feed) AS rows,
             (SELECT count(*)::int FROM (
                (SELECT * FROM bench_feed EXCEPT ALL SELECT ${columns} FROM feed)
                UNION ALL
                (SELECT ${columns} FROM feed WHERE (client_id, message_id) IN (SELECT client_id, id FROM bench_letters)
                 EXCEPT ALL SELECT * FROM bench_feed)) AS differing) AS differing`);
    const [{ letters, rows: compared, differing }] = rows;
    if (differing > 0 || compared === 0)
      throw new Error(`of ${compared} rows of the feed, ${differing} are not what the triggers write`);
    say(`  the triggers write the same ${compared} rows of the feed for ${letters} letters of a sample`);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}
