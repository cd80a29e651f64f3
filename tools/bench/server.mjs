import { totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { project } from '../set-up.mjs';

const gigabytes = Math.max(1, Math.min(4, Math.floor(totalmem() / 4 / 2 ** 30)));

/** As a server of this memory would be set up. Only what PostgreSQL's own defaults leave for a small machine. */
const measuring = {
  shared_buffers: `${gigabytes}GB`,
  effective_cache_size: `${gigabytes * 3}GB`,
  work_mem: '16MB',
  random_page_cost: '1.1',
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  wal_level: 'replica',
  max_wal_senders: '10',
};
/** While a world is loaded: what is copied into a table of the same transaction needs no WAL. */
const loading = { ...measuring, wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '16GB' };

/**
 * The server of the benchmarks, with a folder of its own, or the one that BENCH_DATABASE_URL names (which is taken
 * as it is set up). `tune` restarts it with other settings, unless somebody else uses it too.
 */
export async function benchServer(say) {
  if (process.env.BENCH_DATABASE_URL)
    return {
      adminUrl: process.env.BENCH_DATABASE_URL,
      tune: async () => undefined,
      stop: async () => undefined,
    };
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/embedded-postgres.js');
  const start = () =>
    startEmbeddedPostgres({ folder: join(project, '.volmacht', 'bench-postgres'), say: () => undefined });
  let server = await start();
  const set = async (settings) => {
    const admin = new pg.Client({ connectionString: server.adminUrl });
    await admin.connect();
    let changed = false;
    for (const [name, value] of Object.entries(settings)) {
      const { rows } = await admin.query(`SELECT current_setting($1) = $2 AS same`, [name, value]);
      changed ||= !rows[0].same;
      await admin.query(`ALTER SYSTEM SET ${name} = '${value}'`);
    }
    await admin.end();
    if (!changed) return;
    const { port } = server;
    await server.stop();
    server = await start();
    if (server.port === port) say('  (another process uses the server: its settings stay as they are)');
  };
  return {
    get adminUrl() {
      return server.adminUrl;
    },
    tune: (what) => set(what === 'load' ? loading : measuring),
    stop: () => server.stop(),
  };
}
