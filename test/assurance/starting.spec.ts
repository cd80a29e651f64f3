import { createServer } from 'node:http';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { freePort, startProduct } from '../support/product.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(() => database.drop());

/** Starts what cannot start, and gives what it said. */
async function refusal(env: Record<string, string>): Promise<string> {
  const product = await startProduct({ DATABASE_URL: database.url, ...env }, { wait: false });
  if (product.child.exitCode === null) await new Promise((resolve) => product.child.once('exit', resolve));
  expect(product.child.exitCode).toBe(1);
  expect(product.output()).not.toMatch(/^\s+at /m);
  return product.output();
}

describe('Who starts the service wrongly hears what to do', () => {
  it('names every faulty variable at once', async () => {
    const said = await refusal({ PORT: 'many', ISSUERS: 'x', LOG_LEVEL: 'loud', INDEX_KEY: 'short' });
    for (const name of ['PORT', 'ISSUERS', 'LOG_LEVEL', 'INDEX_KEY']) expect(said).toContain(`- ${name} `);
  });

  it('refuses development keys, the simulator and plain http in production', async () => {
    const said = await refusal({ NODE_ENV: 'production' });
    for (const name of ['ENCRYPTION_KEYS', 'INDEX_KEY', 'ISSUERS', 'PUBLIC_URL', 'POSTAL_ADDRESS'])
      expect(said).toContain(name);
  });

  it('refuses in production a sign-in that could rewrite the trail', async () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const said = await refusal({
      ...{
        NODE_ENV: 'production',
        ISSUERS: 'digid=https://login.example.org',
        PUBLIC_URL: 'https://example.org',
      },
      ...{ ENCRYPTION_KEYS: `one:${key}`, INDEX_KEY: key, POSTAL_ADDRESS: 'Office | Postbus 1' },
    });
    expect(said).toContain('could rewrite the trail');
  });

  it('says that the database does not answer, without its password', async () => {
    const said = await refusal({ DATABASE_URL: `postgres://someone:secret@127.0.0.1:${await freePort()}/x` });
    expect(said).toMatch(/nothing answers there.*DATABASE_URL/);
    expect(said).not.toContain('secret');
  });

  it('says that the tables are missing', async () => {
    await database.admin.query('CREATE DATABASE volmacht_bare_test');
    try {
      const url = Object.assign(new URL(database.url), { pathname: '/volmacht_bare_test' }).href;
      expect(await refusal({ DATABASE_URL: url })).toContain('npm run migrate');
    } finally {
      await database.admin.query('DROP DATABASE volmacht_bare_test');
    }
  });

  it('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    try {
      expect(await refusal({ PORT: String(port) })).toContain(`PORT ${port} is taken`);
    } finally {
      other.close();
    }
  });
});
