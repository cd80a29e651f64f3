import { DataSource } from 'typeorm';
import type { Config } from './config.ts';
import { databaseOptions, oldestPostgres } from './database.ts';

/** The database cannot be used; the message says what to do, without the password of the URL. */
export class DatabaseNotUsable extends Error {}

/** A database URL without its password, to show to people. */
function shown(url: string): string {
  const parsed = new URL(url);
  return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`;
}

/**
 * Connects, and says in plain words why that does not work.
 * @throws DatabaseNotUsable when the server is not there, refuses the sign-in, or is too old.
 */
export async function connect(source: DataSource, variable: string, url: string): Promise<void> {
  try {
    if (!source.isInitialized) await source.initialize();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const why =
      code === '28P01' || code === '28000'
        ? 'it refuses the name or password'
        : code === '3D000'
          ? 'it has no database by that name'
          : code === '22023' || code === '42501'
            ? `it was not prepared for Volmacht yet: run "npm run migrate" with MIGRATION_DATABASE_URL (${message})`
            : code === 'ECONNREFUSED' || code === 'ENOTFOUND' || /timeout/i.test(message)
              ? 'nothing answers there'
              : message;
    throw new DatabaseNotUsable(`The database at ${shown(url)} cannot be used: ${why}. Check ${variable}.`);
  }
  const [row] = await source.query<[{ version: string }]>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const major = Math.floor(Number(row.version) / 10_000);
  if (major < oldestPostgres)
    throw new DatabaseNotUsable(
      `The database at ${shown(url)} is PostgreSQL ${major}; Volmacht needs ${oldestPostgres} or newer.`,
    );
}

/**
 * What must hold before the first request: the server is there and new enough, all migrations have run, and in
 * production the sign-in itself could not rewrite the trail.
 * @throws DatabaseNotUsable
 */
export async function checkDatabase(config: Config): Promise<void> {
  const source = new DataSource(databaseOptions(config));
  await connect(source, 'DATABASE_URL', config.databaseUrl);
  try {
    const [found] = await source.query<[{ ready: boolean; rewrites: boolean }]>(`
      SELECT to_regclass('public.trail') IS NOT NULL AND to_regclass('public.inbox_feed') IS NOT NULL AS ready,
             (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
               OR pg_has_role(session_user, 'volmacht_owner', 'MEMBER') AS rewrites`);
    if (!found.ready) throw new DatabaseNotUsable('The database lacks tables. Run "npm run migrate" first.');
    if (config.production && found.rewrites)
      throw new DatabaseNotUsable(
        'DATABASE_URL signs in as a role that could rewrite the trail. In production it must be volmacht_app, or a role that is a member of volmacht_app only.',
      );
  } finally {
    await source.destroy();
  }
}
