import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.ts';
import { BadConfiguration } from './platform/config.ts';
import { connect, DatabaseNotUsable } from './platform/database.check.ts';
import { migrationOptions } from './platform/database.ts';

/**
 * Brings the database up to date, and says which migrations ran. Two at once wait for each other.
 * `variable` is where the address came from, for who must correct it.
 * @throws DatabaseNotUsable
 */
export async function migrate(url: string, variable = 'MIGRATION_DATABASE_URL'): Promise<readonly string[]> {
  const source = new DataSource(migrationOptions(url, migrations));
  await connect(source, variable, url);
  try {
    await source.query(`SELECT pg_advisory_lock(hashtext('volmacht migrations'))`);
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Only the database is needed here, so nothing else of the configuration is asked for. */
export async function migrateFromEnvironment(): Promise<void> {
  try {
    const variable = process.env.MIGRATION_DATABASE_URL ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL';
    const url = process.env[variable];
    if (!url) throw new BadConfiguration(['MIGRATION_DATABASE_URL is required']);
    const ran = await migrate(url, variable);
    console.log(ran.length > 0 ? `Migrated:\n  ${ran.join('\n  ')}` : 'The database is up to date.');
  } catch (error) {
    if (!(error instanceof BadConfiguration || error instanceof DatabaseNotUsable)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1]?.endsWith('migrate.js')) await migrateFromEnvironment();
