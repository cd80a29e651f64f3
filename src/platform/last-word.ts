import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How much is still taken in, in bytes; how long, in milliseconds; and of how many senders at once. */
export interface Patience {
  readonly most: number;
  readonly longest: number;
  readonly atOnce: number;
}

const usual: Patience = { most: 16 * 1024 * 1024, longest: 10_000, atOnce: 256 };
/** Bytes that come in a moment: for these the connection need not be closed. */
const little = 64 * 1024;

const announced = (raw: IncomingMessage): number =>
  raw.headers['transfer-encoding'] === undefined ? Number(raw.headers['content-length'] ?? 0) : Infinity;

/** Whether more of the body is still to come. */
const isComing = (raw: IncomingMessage): boolean => !raw.complete && announced(raw) > 0;

/**
 * Who is answered while he is still sending gets that answer. To close at once would reset the connection: he would
 * hear that it broke and not why, and many read nothing before they have sent everything. So the answer goes out, what
 * still comes is read and forgotten for a while, and only then is the connection closed (RFC 9112, 9.6). The usual patience
 * is for twice the largest file.
 * @param turn Called when somebody is answered so: he needs no place among the requests any more.
 */
export function giveLastWord(
  fastify: FastifyInstance,
  turn: (request: FastifyRequest) => void,
  { most, longest, atOnce }: Patience = usual,
): void {
  let listening = 0;
  fastify.addHook('onSend', (request, reply, payload, next) => {
    const { raw } = request;
    if (!isComing(raw) || listening >= atOnce || typeof payload !== 'string') {
      next(null, payload);
      return;
    }
    listening++;
    reply.raw.once('close', () => listening--);
    turn(request);
    void reply.header('Content-Length', Buffer.byteLength(payload));
    if (announced(raw) > little) void reply.header('Connection', 'close'); // so that he may stop
    next(null, Readable.from(thenTheRest(payload, raw, most, longest), { objectMode: false }));
  });
}

/** The answer, which is whole by its length; its stream ends when nothing comes any more, or too much. */
async function* thenTheRest(
  answer: string,
  raw: IncomingMessage,
  most: number,
  longest: number,
): AsyncGenerator<string, void> {
  yield answer;
  const enough = setTimeout(() => raw.destroy(), longest);
  let read = 0;
  try {
    for await (const part of raw.iterator({ destroyOnReturn: false })) {
      read += (part as Uint8Array).length;
      if (read > most) return;
    }
  } catch {
    // He hung up, or was too slow: the answer was said.
  } finally {
    clearTimeout(enough);
  }
}
