import { buildApp } from './app.setup.ts';
import { BadConfiguration, loadConfig } from './platform/config.ts';
import { checkDatabase, DatabaseNotUsable } from './platform/database.check.ts';
import { makeLog } from './platform/logging.ts';
import { openHouse } from './open-house.ts';

/** The service by itself, as it runs in production: the database is there and migrated, sign-in is elsewhere. */
try {
  const config = loadConfig(process.env);
  await checkDatabase(config);
  const log = makeLog(config.logLevel);
  if (config.production)
    log.warn(
      'SIMULATORS: the registers of persons and identities and the printer have no real adapter; nobody real is ever offered a mandate',
    );
  const app = await buildApp(config, log);
  await openHouse(app, config);
} catch (error) {
  if (!(error instanceof BadConfiguration || error instanceof DatabaseNotUsable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
