import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { newId } from '../../src/platform/ids.ts';
import { citizen, kvks, manyBsns, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Product, startProduct } from '../support/product.ts';

const places = 4;

let house: House;
let product: Product;
let office: string;
beforeAll(async () => {
  const limit = { REQUESTS_IN_FLIGHT: String(places) };
  house = await openHouse(limit);
  await house.world.senders();
  office = await house.world.organisation(kvks.vermeer);
  await house.world.employee(office, 'anna', 'administrator');
  const { database, issuer } = house;
  product = await startProduct({ ...limit, DATABASE_URL: database.url, ISSUERS: `test=${issuer.url}` });
}, 60_000);
afterAll(async () => {
  await product.end('SIGKILL');
  await house.close();
});

/** Somebody who asks the service process; the token is made once. */
async function visitor(claims: Parameters<House['as']>[0] & object) {
  const token = await house.issuer.sign(claims);
  return (path: string, method = 'GET') =>
    fetch(product.url + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': newId() },
    });
}

/** Takes every place with requests that wait for a lock in the database, while something else happens. */
async function whileJammed(happens: () => Promise<void>): Promise<void> {
  const holder = await house.database.admin.connect();
  await holder.query('BEGIN; LOCK TABLE team IN ACCESS EXCLUSIVE MODE');
  const ask = await visitor(people.anna);
  const path = `/v1/representative-organisations/${office}/teams`;
  let jammed = true;
  const worker = async () => {
    for (;;) {
      const { status } = await ask(path);
      if (!jammed) return status;
    }
  };
  const workers = Promise.all(Array.from({ length: places }, worker));
  try {
    await allWait();
    await happens();
  } finally {
    jammed = false;
    await holder.query('ROLLBACK');
    holder.release();
  }
  expect(await workers).toEqual(Array.from({ length: places }, () => 200)); // who waited is served
}

async function allWait(): Promise<void> {
  for (let tries = 0; tries < 5_000; tries++) {
    const { rows } = await house.database.admin.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND relation = 'team'::regclass
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (rows[0]?.waiting === places) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the places were not taken');
}

/** A client with a mandate, and how he revokes it. */
async function clientWithMandate(bsn: string) {
  const client = await house.world.client(bsn);
  const mandate = await house.world.mandate({ client, organisation: office });
  const ask = await visitor(citizen(bsn));
  return () => ask(`/v1/mandates/${mandate}/revocation`, 'POST');
}

/** Megabytes that the service process holds. */
function memory(): number {
  const status = `/proc/${product.child.pid}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(product.child.pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}

describe('A service that is asked more than it can do', () => {
  it('turns away what comes on top, at once, and says when to come back', async () => {
    const ask = await visitor(people.yasmina);
    await whileJammed(async () => {
      const began = performance.now();
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/v1/me')));
      expect(performance.now() - began).toBeLessThan(1_500); // less than those inside have to wait
      for (const answer of answers) {
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toBe('1');
        expect(await answer.json()).toMatchObject({ code: 'unavailable' });
      }
      expect((await ask('/livez')).status).toBe(200); // it lives: nobody should end it for being busy
    });
    expect((await ask('/v1/me')).status).toBe(200);
  });

  it('still lets clients revoke, in the thick of the crowd', async () => {
    const ask = await visitor(people.yasmina);
    const crowd = () => Array.from({ length: 60 }, () => ask('/v1/me'));
    for (const bsn of manyBsns(3)) {
      const revoke = await clientWithMandate(bsn);
      await whileJammed(async () => {
        const before = crowd();
        const revoked = revoke();
        const others = await Promise.all([...before, ...crowd()]);
        expect((await revoked).status).toBe(200);
        expect(new Set(others.map(({ status }) => status))).toEqual(new Set([503]));
      });
    }
  });

  it('does not grow while it turns away', async () => {
    const ask = await visitor(people.yasmina);
    const storm = async () => {
      for (let wave = 0; wave < 40; wave++)
        await Promise.all(
          Array.from({ length: 50 }, async () => {
            const answer = await ask('/v1/me');
            expect([200, 503]).toContain(answer.status); // now and then a place is free for a moment
            await answer.arrayBuffer();
          }),
        );
      return memory();
    };
    await whileJammed(async () => {
      const before = await storm();
      await storm();
      expect((await storm()) - before).toBeLessThan(40);
    });
    for (let turn = 0; turn < 20; turn++) expect((await ask('/v1/me')).status).toBe(200);
  }, 60_000);
});
