/**
 * The yardstick inside the service: its own server with all that it does for every request (limits, headers, names for what
 * goes wrong), and a bare route with one prepared SELECT: no sign-in, no rules, no record.
 */
import { FastifyAdapter } from '@nestjs/platform-fastify';
import pg from 'pg';
import { buildApp } from '../../dist/src/app.setup.js';
import { loadConfig } from '../../dist/src/platform/config.js';
import { makeLog } from '../../dist/src/platform/logging.js';

const config = loadConfig(process.env);
const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 10 });

// The service puts its server together by itself and takes no route from elsewhere; this one is hung in on the way.
const { init } = FastifyAdapter.prototype;
FastifyAdapter.prototype.init = async function () {
  FastifyAdapter.prototype.init = init; // once: it is called again when the door opens
  await init.call(this);
  this.getInstance().get('/bare/:id', async (request) => {
    const { rows } = await pool.query({
      name: 'bare-read',
      text: 'SELECT id, client_id, sender, category, subject, body, delivered_at FROM message WHERE id = $1',
      values: [request.params.id],
    });
    return rows[0];
  });
};
const app = await buildApp(config, makeLog('silent'));
process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
await app.listen(config.port, config.host);
