import { createHash } from 'node:crypto';

/** The injection token of {@link Config}. */
export const CONFIG = Symbol('configuration');

/** Everything that can be set from outside, read once at the start. See `docs/configuration.md`. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where the world finds this service; the base of links. No slash at the end. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  /** For migrations only: may create tables. */
  readonly migrationDatabaseUrl: string;
  readonly poolSize: number;
  /** What a token must be meant for (`aud`). */
  readonly audience: string;
  /** The issuers whose tokens are accepted: `url` exactly as in `iss`, `name` to tell their subjects apart. */
  readonly issuers: readonly { readonly name: string; readonly url: string }[];
  /** The first one seals, all open. 32 bytes each. */
  readonly encryptionKeys: readonly { readonly id: string; readonly key: Buffer }[];
  readonly indexKey: Buffer;
  /** Days a client has to answer (R11). */
  readonly answerTerms: { readonly inTheNetherlands: number; readonly abroad: number };
  /** Where `npm start` puts the sign-in simulator. */
  readonly simulatorPort: number;
  /** Where the print simulator puts letters. */
  readonly printFolder: string;
  /** Changes that one actor may make in a minute. */
  readonly changesPerMinute: number;
  /** Wrong activation codes that all offices together may give in an hour, before entering codes pauses. */
  readonly wrongCodesPerHour: number;
  /** Requests under way at once in this process; revocations get a quarter more. */
  readonly requestsInFlight: number;
  readonly logLevel: string;
}

/** The configuration is wrong: every fault at once, each naming its variable. */
export class BadConfiguration extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const developmentKey = (name: string): Buffer =>
  createHash('sha256').update(`development only: ${name}`).digest();
const keyBytes = (text: string): Buffer | undefined => {
  const key = Buffer.from(text, 'base64');
  return key.length === 32 ? key : undefined;
};

/**
 * Reads the environment.
 * @throws BadConfiguration naming every variable that is missing or wrong.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const production = env.NODE_ENV === 'production';
  const wrong = (variable: string, why: string): undefined => void faults.push(`${variable} ${why}`);
  const whole = (variable: string, standard: number, least: number, most: number): number => {
    const text = env[variable];
    if (text === undefined || text === '') return standard;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most))
      wrong(variable, `must be a whole number from ${least} to ${most}`);
    return value;
  };
  const url = (variable: string, schemes: readonly string[], text = env[variable]): string => {
    if (!text) return wrong(variable, 'is required') ?? '';
    if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol))
      wrong(
        variable,
        `must be a URL that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
      );
    return text;
  };
  const key = (variable: string): Buffer => {
    const text = env[variable];
    if (!text && production) wrong(variable, 'is required in production: 32 random bytes, base64');
    if (!text) return developmentKey(variable);
    return keyBytes(text) ?? wrong(variable, 'must be 32 bytes, base64') ?? Buffer.alloc(32);
  };
  const sealingKeys = () => {
    const text = env.ENCRYPTION_KEYS;
    if (!text && production)
      wrong(
        'ENCRYPTION_KEYS',
        'is required in production: name:base64 pairs with a comma between, newest first',
      );
    if (!text) return [{ id: 'development', key: developmentKey('ENCRYPTION_KEYS') }];
    return text.split(',').map((pair, place) => {
      const [id = '', value = ''] = pair.trim().split(':');
      const bytes = keyBytes(value);
      if (!/^[\w-]{1,32}$/.test(id) || !bytes)
        wrong('ENCRYPTION_KEYS', `has a wrong pair at place ${place + 1}: name:base64 of 32 bytes`);
      return { id, key: bytes ?? Buffer.alloc(32) };
    });
  };
  if (env.NODE_ENV && !['production', 'development', 'test'].includes(env.NODE_ENV))
    wrong('NODE_ENV', 'must be production, development or test');
  const postgres = ['postgres:', 'postgresql:'];
  const databaseUrl = url('DATABASE_URL', postgres);
  const port = whole('PORT', 3000, 0, 65535);
  const simulatorPort = whole('SIMULATOR_PORT', 3001, 1, 65535);
  const web = production ? ['https:'] : ['http:', 'https:'];
  const issuers = (env.ISSUERS || (production ? '' : `simulator=http://localhost:${simulatorPort}`))
    .split(',')
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      if (!/^[a-z][a-z0-9-]{0,31}$/.test(name) || rest.length === 0)
        wrong('ISSUERS', 'must be name=URL pairs with a comma between, such as digid=https://example.org');
      return { name, url: rest.length > 0 ? url('ISSUERS', web, rest.join('=')) : '' };
    });
  if (issuers.length === 0)
    wrong(
      'ISSUERS',
      'is required in production: the sign-in simulator does not run there, so name real issuers',
    );
  const logLevel = env.LOG_LEVEL || 'info';
  if (!['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(logLevel))
    wrong('LOG_LEVEL', 'must be fatal, error, warn, info, debug, trace or silent');
  const config: Config = {
    production,
    host: env.HOST || '127.0.0.1',
    port,
    publicUrl: env.PUBLIC_URL ? url('PUBLIC_URL', web).replace(/\/+$/, '') : `http://localhost:${port}`,
    databaseUrl,
    migrationDatabaseUrl: env.MIGRATION_DATABASE_URL ? url('MIGRATION_DATABASE_URL', postgres) : databaseUrl,
    poolSize: whole('DATABASE_POOL_SIZE', 10, 1, 200),
    audience: env.AUDIENCE || 'urn:volmacht:api',
    issuers,
    encryptionKeys: sealingKeys(),
    indexKey: key('INDEX_KEY'),
    answerTerms: {
      inTheNetherlands: whole('ANSWER_DAYS', 60, 1, 365),
      abroad: whole('ANSWER_DAYS_ABROAD', 90, 1, 365),
    },
    simulatorPort,
    printFolder: env.PRINT_FOLDER || '.volmacht/letters',
    changesPerMinute: whole('CHANGES_PER_MINUTE', 600, 1, 1_000_000),
    wrongCodesPerHour: whole('WRONG_CODES_PER_HOUR', 200, 1, 1_000_000),
    requestsInFlight: whole('REQUESTS_IN_FLIGHT', 200, 4, 10_000),
    logLevel,
  };
  if (production && !env.PUBLIC_URL) wrong('PUBLIC_URL', 'is required in production');
  if (faults.length > 0) throw new BadConfiguration(faults);
  return config;
}
