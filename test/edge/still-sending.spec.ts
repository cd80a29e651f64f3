import { connect } from 'node:net';
import { setImmediate as breath } from 'node:timers/promises';
import { employee, people } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';

let house: House;
let joris: Claims;
let bob: Claims;
beforeAll(async () => {
  house = await openHouse();
  const office = await house.world.organisation('91000001', { name: 'Kantoor Vermeer' });
  await house.world.employee(office, 'joris');
  await house.world.employee(office, 'bob', 'reader');
  [joris, bob] = [employee('joris', '91000001'), employee('bob', '91000001')];
});
afterAll(() => house.close());

const mebibyte = 1024 * 1024;
const part = Buffer.alloc(64 * 1024, 'x');
const header = 'bsn;birthDate;from;until;template\n';
const rows = Buffer.from(
  `${header}${'999990019;1984-05-17;2027-01-01;2028-01-01;income tax\n'.repeat(150_000)}`,
);

/** What somebody sends: to where, as who, what he says that it is, and how. */
interface Sent {
  readonly who?: Claims;
  readonly path?: string;
  readonly type?: string;
  readonly bytes: number;
  readonly body?: Buffer;
  /** He reads the answer only when he has sent everything, as many programs do. */
  readonly readsLast?: boolean;
  readonly keepAlive?: boolean;
}

const ways = [false, true].flatMap((keepAlive) =>
  [false, true].map((readsLast): Partial<Sent> => ({ keepAlive, readsLast })),
);

/** Sends a body to its end or until the other side closes; tells how it ended, and what was answered. */
async function send({ who, path = '/v1/bulk-runs', type = 'text/csv', ...how }: Sent) {
  const { port } = house.app.getHttpServer().address() as { port: number };
  const head = [
    `POST ${path} HTTP/1.1`,
    ...['Host: x', `Content-Type: ${type}`, `Content-Length: ${how.bytes}`, 'Idempotency-Key: big'],
    `Connection: ${how.keepAlive ? 'keep-alive' : 'close'}`,
    ...(who ? [`Authorization: Bearer ${await house.issuer.sign(who)}`] : []),
  ];
  const socket = connect(port, '127.0.0.1');
  let [answer, sent, broken] = ['', 0, ''];
  socket.on('error', (error: NodeJS.ErrnoException) => (broken = error.code ?? 'broken'));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  if (how.readsLast) socket.pause();
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  while (sent < how.bytes && !socket.destroyed && !broken) {
    const next = how.body ? how.body.subarray(sent, sent + part.length) : part;
    const bytes = next.subarray(0, how.bytes - sent);
    sent += bytes.length;
    if (!socket.write(bytes))
      await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
    await breath();
  }
  socket.resume();
  await closed;
  const [, status = ''] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
  const [, code = ''] = /"code":"([^"]+)"/.exec(answer) ?? [];
  return { status: Number(status), code, broken, whole: sent === how.bytes };
}

describe('Who is refused while he is still sending gets the answer, and no broken connection', () => {
  it.each<[string, () => Sent, number, string]>([
    ['is not signed in', () => ({ bytes: 8 * mebibyte }), 401, 'sign-in-required'],
    ['is a reader', () => ({ who: bob, bytes: 8 * mebibyte }), 403, 'role-too-small'],
    ['is a citizen', () => ({ who: people.yasmina, bytes: 8 * mebibyte }), 403, 'wrong-kind-of-actor'],
    [
      'sends more than a file may have',
      () => ({
        who: joris,
        path: '/v1/bulk-runs?kind=renewal',
        type: 'application/json',
        bytes: 3 * mebibyte,
      }),
      ...([413, 'payload-too-large'] as const),
    ],
    [
      'sends it as text',
      () => ({ who: joris, type: 'text/plain', bytes: 8 * mebibyte }),
      415,
      'unsupported-media-type',
    ],
    ['sends too many rows', () => ({ who: joris, bytes: rows.length, body: rows }), 400, 'invalid-input'],
    [
      'sends more to a route of small bodies than it takes',
      () => ({ who: joris, path: '/v1/mandate-requests', type: 'application/json', bytes: 3 * mebibyte }),
      ...([413, 'payload-too-large'] as const),
    ],
    [
      'sends what the route does not take',
      () => ({ who: joris, path: '/v1/mandate-requests', type: 'text/csv', bytes: 3 * mebibyte }),
      ...([415, 'unsupported-media-type'] as const),
    ],
    [
      'sends it to nowhere',
      () => ({ who: joris, path: '/v1/nowhere', bytes: 3 * mebibyte }),
      404,
      'not-found',
    ],
  ])('Who %s', async (_, how, status, code) => {
    for (const way of how().body ? ways.slice(1, 2) : ways)
      expect([way, await send({ ...how(), ...way })]).toEqual([
        way,
        { status, code, broken: '', whole: true },
      ]);
  });

  it('Who goes on without end is cut off', async () => {
    const answer = await send({ bytes: 400 * mebibyte });
    expect([answer.status, answer.code, answer.whole]).toEqual([401, 'sign-in-required', false]);
  });
});
