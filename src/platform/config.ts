import { createHash } from 'node:crypto';
import { isOin, type Oin } from '../domain/identifiers.ts';
import { readPostalAddress } from './config.address.ts';

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
  /** How many times as long as usual a request waits for the database, before it is told to come back. */
  readonly databasePatience: number;
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
  /** Where people write to: the lines of an address. */
  readonly postalAddress: readonly string[];
  /** Where the print simulator puts letters. */
  readonly printFolder: string;
  /** The registers of persons that may push what happened in people's lives, by their OIN. */
  readonly lifeEventSources: readonly string[];
  /** Where the simulator of the registers of persons finds what happened. */
  readonly lifeEventsFile: string;
  /** The OIN by which the judiciary's register signs in to tell what changed; nobody may, when it is absent. */
  readonly courtRegisterOin?: Oin | undefined;
  /** Changes that one actor may make in a minute. */
  readonly changesPerMinute: number;
  /** Requests of the open route for people without means: of one address in a day, and of all in an hour. */
  readonly openRequests: { readonly perAddress: number; readonly perHour: number };
  /** Proxies that say truly from which address a request came: addresses or ranges. */
  readonly trustedProxies: readonly string[];
  /** Wrong activation codes that all offices together may give in an hour, before entering codes pauses. */
  readonly wrongCodesPerHour: number;
  /** How long this process tells the balancer that it is leaving before it shuts the door, in milliseconds. */
  readonly leavingNotice: number;
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
  const oins = (variable: string): readonly string[] => {
    const listed = (env[variable] ?? '').split(',').filter((each) => each !== '');
    if (!listed.every(isOin)) wrong(variable, 'must be OINs of twenty digits with a comma between');
    return listed;
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
  const proxies = (): string[] => {
    const given = (env.TRUSTED_PROXIES ?? '').split(',').map((each) => each.trim());
    const named = given.filter(Boolean);
    if (named.some((each) => !/^([0-9a-f.:]+(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/i.test(each)))
      wrong('TRUSTED_PROXIES', 'must be addresses or ranges with a comma between, such as 10.0.0.0/8');
    return named;
  };
  const courtRegister = (): Oin | undefined => {
    const text = env.COURT_REGISTER_OIN;
    if (!text) return undefined;
    return isOin(text) ? text : wrong('COURT_REGISTER_OIN', 'must be an OIN: twenty digits');
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
    databasePatience: whole('DATABASE_PATIENCE', 1, 1, 20),
    audience: env.AUDIENCE || 'urn:volmacht:api',
    issuers,
    encryptionKeys: sealingKeys(),
    indexKey: key('INDEX_KEY'),
    answerTerms: {
      inTheNetherlands: whole('ANSWER_DAYS', 60, 1, 365),
      abroad: whole('ANSWER_DAYS_ABROAD', 90, 1, 365),
    },
    simulatorPort,
    postalAddress: readPostalAddress(env.POSTAL_ADDRESS, production, wrong),
    printFolder: env.PRINT_FOLDER || '.volmacht/letters',
    lifeEventSources: oins('LIFE_EVENT_SOURCES'),
    lifeEventsFile: env.LIFE_EVENTS_FILE || '.volmacht/life-events.jsonl',
    courtRegisterOin: courtRegister(),
    changesPerMinute: whole('CHANGES_PER_MINUTE', 600, 1, 1_000_000),
    wrongCodesPerHour: whole('WRONG_CODES_PER_HOUR', 200, 1, 1_000_000),
    openRequests: {
      perAddress: whole('OPEN_REQUESTS_PER_ADDRESS', 5, 1, 1_000_000),
      perHour: whole('OPEN_REQUESTS_PER_HOUR', 100, 1, 1_000_000),
    },
    trustedProxies: proxies(),
    leavingNotice: whole('LEAVING_NOTICE', production ? 500 : 0, 0, 60_000),
    requestsInFlight: whole('REQUESTS_IN_FLIGHT', 200, 4, 10_000),
    logLevel,
  };
  if (issuers.some((issuer) => issuer.url === config.publicUrl))
    wrong('ISSUERS', 'may not name this service: what it signs is no sign-in here');
  if (production && !env.PUBLIC_URL) wrong('PUBLIC_URL', 'is required in production');
  if (faults.length > 0) throw new BadConfiguration(faults);
  return config;
}
