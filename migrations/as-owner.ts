import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration in plain SQL, forth and back, carried out as `volmacht_owner`: the role that owns all tables and
 * that nobody signs in as. `timestamp` orders the migrations; a released one is never edited.
 */
export function sqlMigration(name: string, timestamp: number, up: string, down: string) {
  const asOwner = async (runner: QueryRunner, sql: string): Promise<void> => {
    await runner.query('SET LOCAL ROLE volmacht_owner');
    await runner.query(sql);
    await runner.query('RESET ROLE');
  };
  return class implements MigrationInterface {
    // TypeORM reads name and order from here.
    name = `${name}${timestamp}`;
    up = (runner: QueryRunner) => asOwner(runner, up);
    down = (runner: QueryRunner) => asOwner(runner, down);
  };
}
