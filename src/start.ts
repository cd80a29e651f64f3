import { join } from 'node:path';
import { buildApp } from './app.setup.ts';
import { dayOf } from './domain/day.ts';
import { migrate } from './migrate.ts';
import { openHouse, portTaken } from './open-house.ts';
import { Clock } from './platform/clock.ts';
import { BadConfiguration, loadConfig } from './platform/config.ts';
import { DatabaseNotUsable } from './platform/database.check.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { makeLog } from './platform/logging.ts';
import { seed } from './seed/seed.ts';
import { Stage } from './seed/stage.ts';
import { startSimulator } from './sign-in/simulator/simulator.ts';

const say = (line: string): void => console.log(line);

interface Database {
  readonly url: string;
  readonly variable: string;
  readonly stop: () => Promise<void>;
}

/** A database: the one that was given, or our own in a folder of the project. */
async function database(env: NodeJS.ProcessEnv): Promise<Database> {
  const variable = env.MIGRATION_DATABASE_URL ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL';
  const url = env[variable];
  if (url) return { url, variable, stop: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ folder: join('.volmacht', 'postgres'), say });
  return { url: server.adminUrl, variable, stop: () => server.stop() };
}

/**
 * The whole product on one machine, for development and for trying it: database, tables, a small cast of people,
 * sign-in simulator and service. Not for production: there, `main` runs alone.
 */
async function start(): Promise<void> {
  if (process.env.NODE_ENV === 'production')
    throw new BadConfiguration([
      'NODE_ENV is production: there, run "node dist/src/main.js" instead of "npm start"',
    ]);
  const given = { LOG_LEVEL: 'warn', ...process.env };
  const unseen = 'postgres://localhost/not-started-yet';
  const { port } = loadConfig({ ...given, DATABASE_URL: process.env.DATABASE_URL ?? unseen }); // before anything starts
  if (port === 0) throw new BadConfiguration(['PORT 0 is for tests: choose a port that people can find']);
  const { url, variable, stop } = await database(process.env);
  const stops = [stop];
  const stopAll = async () => {
    for (const each of stops.toReversed()) await each();
  };
  try {
    const config = loadConfig({ ...given, DATABASE_URL: process.env.DATABASE_URL ?? url });
    const ran = await migrate(url, variable);
    say(ran.length > 0 ? `Made or changed the tables (${ran.length} steps).` : 'The tables are up to date.');
    if (!process.env.ISSUERS) {
      const { simulatorPort, audience } = config;
      const simulator = await startSimulator({ port: simulatorPort, audience }).catch((error: unknown) => {
        throw (error as { code?: string }).code === 'EADDRINUSE'
          ? portTaken('SIMULATOR_PORT', simulatorPort)
          : error;
      });
      stops.push(() => simulator.stop());
    }
    const app = await buildApp(config, makeLog(config.logLevel));
    await openHouse(app, config, stopAll);
    if (
      !process.env.ISSUERS &&
      (await seed(
        new Stage(`http://localhost:${config.port}`, config.issuers[0]?.url ?? ''),
        dayOf(new Clock().now()),
      ))
    )
      say('A small cast of people was invited; see "Try" below.');
    say(welcome(config.publicUrl, config.issuers[0]?.url ?? ''));
  } catch (error) {
    await stopAll();
    throw error;
  }
}

const welcome = (api: string, signIn: string): string => `
Volmacht runs. Stop it with Ctrl-C; the data stays.

  API       ${api}            description: ${api}/v1/openapi.json
  Sign-in   ${signIn}         a simulator: it is not DigiD, eHerkenning or eIDAS

Try, in another terminal:
  npm run story                                  the story of one mandate, told against this service
  TOKEN=$(npm run --silent token -- joris)       sign in as Joris, a bookkeeper
  curl -H "Authorization: Bearer $TOKEN" ${api}/v1/me
`;

try {
  await start();
} catch (error) {
  if (!(error instanceof BadConfiguration || error instanceof DatabaseNotUsable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
