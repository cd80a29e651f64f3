import { inTurn, spread } from './measure.mjs';
import { serve, stop } from '../serve.mjs';

const built = (file) => import(`../../../dist/src/${file}`);
const ports = { api: 3921, simulator: 3922 };

/** The whole request: signed in, decided, recorded and committed, for Joris in the office of 5,000. */
export async function benchHttp({ world, cast, say, rounds }) {
  const { startSimulator } = await built('sign-in/simulator/simulator.js');
  const { obtainToken } = await built('sign-in/simulator/obtain-token.js');
  const simulator = await startSimulator({ port: ports.simulator, audience: 'urn:volmacht:api' });
  const api = await serve(
    'dist/src/main.js',
    { DATABASE_URL: world.databaseUrl, PORT: String(ports.api), ISSUERS: `simulator=${simulator.issuer}` },
    `http://127.0.0.1:${ports.api}/readyz`,
  );
  try {
    const headers = { authorization: `Bearer ${await obtainToken(simulator.issuer, 'joris')}` };
    const ask = (path, body) => async () => {
      const began = performance.now();
      const answer = await fetch(`http://127.0.0.1:${ports.api}/v1/${path}`, {
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
      return { milliseconds: performance.now() - began };
    };
    const things = {
      'who am I (the floor: signed in, recorded)': ask('me'),
      'the list, newest': ask('messages?limit=50'),
      'the list, unread': ask('messages?limit=50&unread=true'),
      'the counters': ask('messages/_counts'),
      'a search': ask('messages/_search', { text: 'naheffing' }),
    };
    const figures = await inTurn(things, { rounds, each: 30 });
    for (const [name, figure] of Object.entries(figures))
      say(
        `  over HTTP at ${cast.everyone[2].clients.toLocaleString('en')} clients: ${name.padEnd(44)} ${spread(figure)}`,
      );
    return figures;
  } finally {
    await stop(api);
    await simulator.stop();
  }
}
