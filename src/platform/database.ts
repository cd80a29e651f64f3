import type { DataSourceOptions } from 'typeorm';
import type { Config } from './config.ts';

/** Milliseconds. A statement, a lock or a pause that takes longer is broken off, so nothing hangs; for a patience of one. */
const timeouts = {
  statement: 5_000,
  lock: 2_000,
  idleInTransaction: 10_000,
  answer: 8_000,
  connect: 2_000,
};

/** The settings of a connection, for someone who waits so many times as long. */
const limits = (patience: number) => ({
  connectionTimeoutMillis: timeouts.connect * patience,
  query_timeout: timeouts.answer * patience,
  statement_timeout: timeouts.statement * patience,
  lock_timeout: timeouts.lock * patience,
  idle_in_transaction_session_timeout: timeouts.idleInTransaction * patience,
});

/** PostgreSQL majors below this one lack what the migrations use. */
export const oldestPostgres = 15;

/** The role that the application acts as; it owns nothing and cannot rewrite the trail. */
const applicationRole = 'volmacht_app';

/**
 * How the application connects. Every connection takes on `volmacht_app`, whoever it signs in as; in
 * production `checkDatabase` refuses a sign-in that could do more.
 */
export const databaseOptions = (
  config: Config,
  entities: Extract<DataSourceOptions, { type: 'postgres' }>['entities'] = [],
): DataSourceOptions => ({
  type: 'postgres',
  url: config.databaseUrl,
  entities: entities ?? [],
  synchronize: false,
  migrationsRun: false,
  applicationName: 'volmacht',
  poolErrorHandler: () => undefined, // a lost idle connection is replaced; the next request tells if none is left
  extra: {
    ...limits(config.databasePatience),
    max: config.poolSize,
    // To compile a statement costs more than any of ours does.
    options: `-c role=${applicationRole} -c timezone=UTC -c jit=off`,
    keepAlive: true,
    // What does not hang on an answer is sent without waiting for it: each wait costs as much as most statements of ours.
    pipeline: true,
  },
});

/** How migrations connect: as a role that may create tables, and without the application's time limits. */
export const migrationOptions = (
  url: string,
  migrations: Extract<DataSourceOptions, { type: 'postgres' }>['migrations'],
): DataSourceOptions => ({
  type: 'postgres',
  url,
  migrations: migrations ?? [],
  migrationsTableName: 'migration',
  migrationsTransactionMode: 'each',
  synchronize: false,
  extra: { connectionTimeoutMillis: timeouts.connect, max: 1 },
});
