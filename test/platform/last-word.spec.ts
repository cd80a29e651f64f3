import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { giveLastWord, type Patience } from '../../src/platform/last-word.ts';

const patience: Patience = { most: 2_000_000, longest: 400, atOnce: 2 };
let server: FastifyInstance;
let turns: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = fastify();
  turns = 0;
  giveLastWord(server, () => turns++, patience);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });
  server.post('/', (_request, reply) => reply.code(403).send('no'));
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

/** Begins to send so many bytes; what comes back, and when it was closed. */
async function begin(bytes: number) {
  const { port } = server.server.address() as { port: number };
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  const seen = { answer: '', closed: false };
  socket.on('data', (part) => (seen.answer += part.toString())).on('close', () => (seen.closed = true));
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: a/b\r\nContent-Length: ${bytes}\r\n\r\n`);
  const first = once(socket, 'data');
  socket.write('x');
  await Promise.race([first, once(socket, 'close')]);
  return { socket, seen };
}

describe('Who is answered while he is still sending', () => {
  it('reads the answer at once, is listened to until he has said everything, and then it is closed', async () => {
    const { socket, seen } = await begin(100_000);
    expect(seen.answer).toMatch(/^HTTP\/1\.1 403 [\s\S]*connection: close[\s\S]*\r\n\r\nno$/i);
    expect([seen.closed, turns]).toEqual([false, 1]);
    socket.write('x'.repeat(99_999));
    await once(socket, 'close');
  });

  it('and does not go on, is cut off after a while', async () => {
    const { seen } = await begin(100_000);
    expect(seen.closed).toBe(false);
    await pause(patience.longest * 3);
    expect(seen.closed).toBe(true);
  });

  it('and goes on without end, is cut off after so many bytes', async () => {
    const { socket, seen } = await begin(500_000_000);
    const closed = once(socket, 'close');
    socket.write(Buffer.alloc(patience.most + 1_000_000));
    const slow = pause(patience.longest * 0.9, 'slow');
    expect(await Promise.race([closed, slow])).not.toBe('slow');
    expect(seen.answer).toMatch(/no$/);
  });

  it('is one of few who are listened to so; the next is answered as any other', async () => {
    const begun = [await begin(100_000), await begin(100_000), await begin(100_000)];
    await pause(100);
    expect(begun.map(({ seen }) => seen.closed)).toEqual([false, false, false]);
    expect(turns).toBe(2);
  });

  it('and has only little to say, keeps his connection', async () => {
    const { socket, seen } = await begin(1_000);
    expect(seen.answer).toMatch(/connection: keep-alive/i);
    socket.write('x'.repeat(999));
    const again = once(socket, 'data');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: a/b\r\nContent-Length: 0\r\n\r\n');
    await again;
    expect(seen.answer).toMatch(/\r\n\r\nno[\s\S]*\r\n\r\nno$/);
  });
});
