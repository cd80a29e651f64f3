import { once } from 'node:events';
import { connect } from 'node:net';
import { people } from '../support/cast.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { type TestIssuer, testIssuer } from '../support/issuer.ts';
import { freePort, startProduct } from '../support/product.ts';
import { layWire } from '../support/wire.ts';

let database: TestDatabase;
let issuer: TestIssuer;
let token: string;
beforeAll(async () => {
  [database, issuer] = await Promise.all([freshDatabase(), testIssuer()]);
  token = await issuer.sign(people.yasmina);
});
afterAll(() => Promise.all([database.drop(), issuer.close()]));

const environment = () => ({ DATABASE_URL: database.url, ISSUERS: `test=${issuer.url}` });
const ask = (url: string) => fetch(`${url}/v1/me`, { headers: { Authorization: `Bearer ${token}` } });

describe('A service behind a balancer', () => {
  it('is restarted by turns without one failed request', async () => {
    const ports = [await freePort(), await freePort()];
    const env = (port: number) => ({ ...environment(), PORT: String(port), LEAVING_NOTICE: '2000' });
    const running = await Promise.all(ports.map((port) => startProduct(env(port))));
    // The balancer: asks readyz, sends to whoever is ready, tries the other one when a connection is refused.
    const ready = new Set(running.map(({ url }) => url));
    const probe = setInterval(() => {
      for (const { url } of running)
        void fetch(`${url}/readyz`).then(
          (answer) => (answer.ok ? ready.add(url) : ready.delete(url)),
          () => ready.delete(url),
        );
    }, 20);
    let going = true;
    const failures: unknown[] = [];
    let answered = 0;
    const visitor = async () => {
      for (let turn = 0; going; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        const [url] = [...ready].slice(turn % Math.max(1, ready.size));
        if (!url) {
          failures.push('nobody is ready');
          continue;
        }
        const answer = await ask(url).catch((error: unknown) => error as Error);
        if (answer instanceof Error) {
          // Refused before it was accepted: a balancer sends it on. Broken off half-way is a failure.
          const { code } = (answer.cause ?? {}) as { code?: string };
          if (code !== 'ECONNREFUSED') failures.push(code ?? answer.message);
        } else if (answer.status === 200) answered++;
        else failures.push(answer.status);
      }
    };
    const visitors = Array.from({ length: 8 }, visitor);
    for (const [place, port] of ports.entries()) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await running[place]?.end('SIGTERM')).toBe(0);
      running[place] = await startProduct(env(port));
    }
    going = false;
    await Promise.all(visitors);
    clearInterval(probe);
    await Promise.all(running.map((product) => product.end()));
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  }, 120_000);

  it('does not wait for who connected and says nothing', async () => {
    const product = await startProduct(environment());
    const silent = connect(Number(new URL(product.url).port), '127.0.0.1');
    await once(silent, 'connect');
    const heard = once(silent, 'close');
    silent.on('error', () => undefined).resume();
    const began = Date.now();
    expect(await product.end('SIGTERM')).toBe(0);
    await heard;
    expect(Date.now() - began).toBeLessThan(50_000); // who says nothing has a minute
  }, 120_000);
});

describe('A database that freezes', () => {
  it('gives 503 with Retry-After instead of a hang, and the service recovers by itself', async () => {
    const wire = await layWire(Number(new URL(database.url).port));
    const url = Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: String(wire.port) }).href;
    const product = await startProduct({
      ...environment(),
      DATABASE_URL: url,
      DATABASE_POOL_SIZE: '2',
      DATABASE_PATIENCE: '1',
    });
    try {
      expect((await ask(product.url)).status).toBe(200);
      wire.freeze();
      const began = performance.now();
      const answers = await Promise.all(Array.from({ length: 6 }, () => ask(product.url)));
      expect(performance.now() - began).toBeLessThan(20_000);
      for (const answer of answers) {
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      }
      wire.thaw();
      let status = 0;
      for (let tries = 0; tries < 300 && status !== 200; tries++) {
        status = (await ask(product.url)).status;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(status).toBe(200);
    } finally {
      await product.end('SIGKILL');
      wire.close();
    }
  }, 120_000);
});
