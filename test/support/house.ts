import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import passport from 'passport';
import request from 'supertest';
import { buildApp } from '../../src/app.setup.ts';
import { newId } from '../../src/platform/ids.ts';
import { Clock } from '../../src/platform/clock.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { makeLog } from '../../src/platform/logging.ts';
import { QueueWorker } from '../../src/platform/queue.worker.ts';
import { JwtStrategy } from '../../src/sign-in/jwt.strategy.ts';
import { asBuilt } from './as-built.ts';
import { type TestDatabase, usedDatabase } from './database.ts';
import { type TestIssuer, testIssuer } from './issuer.ts';
import { World } from './world.ts';

/** A clock that can be moved; until then it runs with the real one. */
export class TestClock extends Clock {
  private shift = 0;
  override now(): Date {
    return new Date(Date.now() + this.shift);
  }
  /** From here on it is this day, at noon in UTC. */
  moveTo(day: string): void {
    this.moveToInstant(`${day}T12:00:00Z`);
  }
  /** From here on it is this instant, and time runs on. */
  moveToInstant(instant: string): void {
    this.shift = Date.parse(instant) - Date.now();
  }
  backToNow(): void {
    this.shift = 0;
  }
}

/** Someone at the keyboard: signed in, and sending requests. */
export interface Person {
  get(path: string): request.Test;
  head(path: string): request.Test;
  /** Posts with a new Idempotency-Key, unless one is given. */
  post(path: string, body?: unknown, key?: string): request.Test;
  put(path: string, body?: unknown): request.Test;
  delete(path: string): request.Test;
}

/** The claims by which someone signs in. */
export type Claims = Readonly<Record<string, unknown>>;

/** The whole product in this process, on a database of its own. */
export interface House {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly issuer: TestIssuer;
  readonly clock: TestClock;
  /** Sets the scene: people, offices, mandates, messages. */
  readonly world: World;
  /** Someone signed in with these claims; `nobody` has no token. */
  as(claims: Claims | 'nobody'): Person;
  /** Carries out every task that is due. */
  finishTasks(): Promise<void>;
  /** Moves out. Whoever wants to see the product itself close, closes `app`. */
  close(): Promise<void>;
}

/** What stays when the people move out: the product, its issuer and its clock. */
interface Building {
  readonly app: NestFastifyApplication;
  readonly issuer: TestIssuer;
  readonly clock: TestClock;
  /** Makes it as new for who moves in. */
  moveIn(): Promise<TestDatabase>;
  tearDown(database: 'stays' | 'goes'): Promise<void>;
}

async function build(env: Record<string, string>): Promise<Building> {
  const [used, issuer] = await Promise.all([usedDatabase(), testIssuer()]);
  let database = used;
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    ISSUERS: `test=${issuer.url}`,
    CHANGES_PER_MINUTE: '100000',
    // Three houses and their databases share two cores: what stands still for some seconds is no answer of the product.
    DATABASE_PATIENCE: '10',
    PRINT_FOLDER: `.volmacht/test-letters/${newId()}`,
    PORT: '0',
    PUBLIC_URL: 'http://localhost:3000',
    ...env,
  });
  const clock = new TestClock();
  const app = await buildApp(config, makeLog(process.env.TEST_LOG ?? 'silent'), clock);
  await app.listen(0, '127.0.0.1');
  // Nothing is done by itself: a test says when (`finishTasks`), and what waits has not been done yet.
  await app.get(QueueWorker).onModuleDestroy();
  const restore = asBuilt(app);
  return {
    ...{ app, issuer, clock },
    async moveIn() {
      restore();
      clock.backToNow();
      passport.use('jwt', app.get(JwtStrategy)); // there is one for a process: who moves in brings his own
      return (database = await database.reopened());
    },
    async tearDown(what) {
      await app.close();
      await Promise.all([what === 'stays' ? database.leave() : database.drop(), issuer.close()]);
    },
  };
}

// Building takes most of a second, emptying a few milliseconds. The product remembers nothing, so that the next test
// with the same settings may live where the last one moved out, also that of another file; a product that does remember
// fails here. One whose parts a test stopped or changed does not stay: such a test closes `app` first.
const vacant = new Map<string, Building>();
/** An empty house still takes room, and looks for words to make now and then: only so many stand empty. */
const mostVacant = 3;
// When tests run in Jest's own process, nothing ends it but that nobody stands in it: its teardown calls this.
Object.assign(globalThis, {
  moveAllOut: () => Promise.all([...vacant.values()].map((building) => building.tearDown('stays'))),
});

/** Opens a house, empty and on today's date. Environment variables given here go over the usual ones. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  const settings = JSON.stringify(Object.entries(env).toSorted());
  const building = vacant.get(settings) ?? (await build(env));
  vacant.delete(settings);
  const { app, issuer, clock } = building;
  const database = await building.moveIn();
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (claims: Claims) => {
    const name = JSON.stringify(claims);
    const token = tokens.get(name) ?? issuer.sign(claims);
    tokens.set(name, token);
    return token;
  };
  return {
    ...{ app, database, issuer, clock },
    world: new World(app, database.admin),
    as: (claims) => personOf(app, claims === 'nobody' ? undefined : () => tokenOf(claims)),
    async finishTasks() {
      while (await app.get(QueueWorker).next());
    },
    async close() {
      const standing = app.getHttpServer().listening;
      const taken = () => !standing || vacant.has(settings);
      if (taken() || !(await database.empty()) || taken()) return building.tearDown('goes');
      vacant.set(settings, building);
      const [eldest] = vacant;
      if (!eldest || vacant.size <= mostVacant) return;
      vacant.delete(eldest[0]);
      await eldest[1].tearDown('stays');
    },
  };
}

function personOf(app: NestFastifyApplication, token?: () => Promise<string>): Person {
  const agent = () => request(app.getHttpServer());
  // The token is fetched when the request is awaited: supertest's own `then` sends it.
  const signed = (test: request.Test): request.Test => {
    if (!token) return test;
    const send = test.then.bind(test);
    test.then = ((resolve, reject) =>
      token()
        .then((bearer) => void test.set('Authorization', `Bearer ${bearer}`))
        .then(() => send(resolve, reject))) as typeof test.then;
    return test;
  };
  return {
    get: (path) => signed(agent().get(path)),
    head: (path) => signed(agent().head(path)),
    post: (path, body, key = newId()) =>
      signed(
        agent()
          .post(path)
          .set('Idempotency-Key', key)
          .send(body as object),
      ),
    put: (path, body) =>
      signed(
        agent()
          .put(path)
          .send(body as object),
      ),
    delete: (path) => signed(agent().delete(path)),
  };
}
