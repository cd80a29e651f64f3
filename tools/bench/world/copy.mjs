import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { from } from 'pg-copy-streams';

const chunkBytes = 512 * 1024;
const largestRow = 8 * 1024;

/** One row in COPY's text format. Our texts hold no tab, line break or backslash; nothing stands for NULL. */
export const row = (...fields) => `${fields.map((field) => field ?? '\\N').join('\t')}\n`;

/** Puts texts together to chunks: one write to the server for some hundred rows. */
function* chunksOf(rows, seen) {
  let chunk = Buffer.allocUnsafe(chunkBytes);
  let length = 0;
  for (const text of rows) {
    length += chunk.write(text, length);
    if (length < chunkBytes - largestRow) continue;
    const full = chunk.subarray(0, length);
    seen(full);
    yield full;
    chunk = Buffer.allocUnsafe(chunkBytes);
    length = 0;
  }
  seen(chunk.subarray(0, length));
  yield chunk.subarray(0, length);
}

/**
 * Fills an empty table by COPY. Table and rows in one transaction, so that the rows are written frozen: without a
 * VACUUM afterwards, and without WAL when the server is set so. Gives the checksum of what was sent.
 */
export async function copyInto(client, table, columns, rows) {
  let checksum = 0;
  await client.query(`BEGIN; TRUNCATE ${table}`);
  const sink = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN WITH (FREEZE)`));
  await pipeline(Readable.from(chunksOf(rows, (chunk) => (checksum = crc32(chunk, checksum)))), sink);
  await client.query('COMMIT');
  return { rows: sink.rowCount, checksum: checksum.toString(16).padStart(8, '0') };
}

/**
 * Takes the indexes and constraints of tables away, lets `load` do its work, and puts them back: building an index
 * once is several times faster than keeping it row by row.
 */
export async function withoutIndexes(client, tables, load) {
  const { rows: constraints } = await client.query(
    `SELECT conname, conrelid::regclass::text AS relation, pg_get_constraintdef(oid) AS definition, contype
       FROM pg_constraint
      WHERE (conrelid = ANY ($1::regclass[]) AND contype IN ('p', 'u', 'x', 'f'))
         OR (contype = 'f' AND confrelid = ANY ($1::regclass[]))
      ORDER BY contype <> 'p', contype = 'f', conname`,
    [tables],
  );
  const { rows: indexes } = await client.query(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
       FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
      WHERE i.indrelid = ANY ($1::regclass[]) AND c.oid IS NULL ORDER BY 1`,
    [tables],
  );
  for (const { conname, relation } of constraints.toReversed())
    await client.query(`ALTER TABLE ${relation} DROP CONSTRAINT ${conname}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await load();
  await client.query(`SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2`);
  for (const { conname, relation, definition } of constraints)
    await client.query(`ALTER TABLE ${relation} ADD CONSTRAINT ${conname} ${definition}`);
  for (const { definition } of indexes) await client.query(definition);
}
