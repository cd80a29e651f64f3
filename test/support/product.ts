import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The built service as a process of its own, as it runs in production. */
export interface Product {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it wrote so far. */
  output(): string;
  /** Ends it, and waits. `SIGKILL` gives it no chance. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts `dist/src/main.js`; `npm test` has built it. Waits until it is ready, unless told not to. */
export async function startProduct(env: Record<string, string>, { wait = true } = {}): Promise<Product> {
  const port = Number(env.PORT ?? (await freePort()));
  let written = '';
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      PATH: process.env.PATH,
      ...{
        NODE_ENV: 'test',
        LOG_LEVEL: 'warn',
        CHANGES_PER_MINUTE: '1000000',
        DATABASE_PATIENCE: '10',
        PORT: String(port),
        ...env,
      },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (written += part.toString()));
  const product: Product = {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => written,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill(signal);
        await gone;
      }
      return child.exitCode;
    },
  };
  if (wait) await ready(product);
  return product;
}

/** Waits until a product answers that it is ready. */
async function ready(product: Product): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (product.child.exitCode !== null) throw new Error(`it stopped:\n${product.output()}`);
    const answer = await fetch(`${product.url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not become ready:\n${product.output()}`);
}
