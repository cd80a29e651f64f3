import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { median, millisecondsEach, requestsPerSecond } from './load.mjs';
import { setScene } from './scene.mjs';
import { serve, stop } from './serve.mjs';

/** Half of the places of a list: then the next one begins. */
const stated = 131_072;
const made = 300;

/**
 * Statements: making one on the record, as JSON and on paper; and the status list of a full list, made from the mandates at
 * each request, when nothing and when one in fifty is over. Beside the audited read of a message, one after the other.
 */
export async function benchStatements({ ports, rounds, seconds, tell }) {
  const scene = await setScene(ports);
  const admin = new pg.Client({ connectionString: scene.databaseUrl });
  await admin.connect();
  try {
    const url = `http://127.0.0.1:${ports.api}`;
    const env = { DATABASE_URL: scene.databaseUrl, PORT: String(ports.api), CHANGES_PER_MINUTE: '1000000' };
    const api = await serve(
      'dist/src/main.js',
      { ...env, ISSUERS: `simulator=${scene.issuer}` },
      `${url}/readyz`,
    );
    const headers = { authorization: `Bearer ${scene.token}` };
    const { rows } = await admin.query('SELECT id FROM mandate LIMIT $1', [made]);
    const each = async (accept) => {
      const took = [];
      for (const { id } of rows) {
        const began = performance.now();
        const answer = await fetch(`${url}/v1/mandates/${id}/statements`, {
          method: 'POST',
          headers: {
            ...{ ...headers, accept, 'content-type': 'application/json' },
            'idempotency-key': randomUUID(),
          },
          // The clients of this scene have no names.
          body: JSON.stringify({ disclose: ['organisation_name', 'organisation_kvk', 'scope', 'last_day'] }),
        });
        if (!answer.ok) throw new Error(`a statement failed: ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
        took.push(performance.now() - began);
      }
      return median(took.slice(made / 10)).toFixed(1); // the first ones warm up
    };
    const read = await millisecondsEach(`${url}/v1/messages/${scene.message}`, headers, seconds);
    console.log('\nStatements, one after the other, durable commits:');
    console.log(`  yardstick: one audited read of a message    ${read} ms`);
    console.log(`  a statement (SD-JWT VC), on the record       ${await each('application/json')} ms`);
    console.log(`  the same on paper, with its QR code          ${await each('application/pdf')} ms`);

    await admin.query('DELETE FROM mandate_statement');
    await admin.query(`
      INSERT INTO mandate_statement (list, place, mandate_id, lines, until_day, holds_until, expires_at)
      SELECT 1, 2 * (row_number() OVER (ORDER BY random()) - 1), m.id, jsonb_build_object(l.id, to_jsonb(l.actions)), m.until_day, 'infinity',
             now() + interval '30 days'
        FROM generate_series(1, ${Math.ceil(stated / 2_000)}) n, mandate m JOIN scope_line l ON l.mandate_id = m.id
       LIMIT ${stated};
      ANALYZE mandate_statement`);
    const list = `${url}/v1/status-lists/1`;
    for (const share of [0, 50]) {
      if (share > 0)
        await admin.query(`
          UPDATE mandate SET state = 'revoked', ended_at = now()
           WHERE id IN (SELECT id FROM mandate ORDER BY id LIMIT ${2_000 / share})`);
      const size = Math.round((await (await fetch(list)).text()).length / 1024);
      const alone = await millisecondsEach(list, {}, seconds);
      const figures = [];
      for (let round = 0; round < rounds; round++) figures.push(await requestsPerSecond(list, {}, seconds));
      console.log(
        `\nThe status list of ${stated.toLocaleString('en')} statements, ${share ? `one in ${share}` : 'nothing'} over: ${size} KiB, ${alone} ms`,
      );
      tell('32 who ask at the same time', figures);
    }
    await stop(api);
  } finally {
    await admin.end();
    await scene.close();
  }
}
