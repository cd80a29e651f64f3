import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before the product and says something else now and then. */
export interface Balancer {
  readonly url: string;
  /** What came by, in order. */
  readonly seen: {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
  }[];
  /** Answers the next request itself. */
  sayNext(status: number, headers?: Record<string, string>, body?: string): void;
  close(): Promise<void>;
}

/** Stands before `target` and passes on what it does not answer itself. */
export async function placeBalancer(target: string): Promise<Balancer> {
  const seen: Balancer['seen'] = [];
  const own: [number, Record<string, string>, string][] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      seen.push({ method, path, headers });
      const said = own.shift();
      if (said) return void response.writeHead(said[0], said[1]).end(said[2]);
      const { authorization = '', 'content-type': type, 'idempotency-key': key, traceparent } = headers;
      const passed = { authorization, 'content-type': type, 'idempotency-key': key?.toString(), traceparent };
      const known = Object.entries(passed).filter((each): each is [string, string] => Boolean(each[1]));
      const body = parts.length > 0 ? { body: Buffer.concat(parts) } : {};
      void fetch(`${target}${path}`, { method, headers: Object.fromEntries(known), ...body }).then(
        async (answer) =>
          response
            .writeHead(answer.status, Object.fromEntries(answer.headers))
            .end(Buffer.from(await answer.arrayBuffer())),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    sayNext: (status, headers = {}, body = '') => void own.push([status, headers, body]),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
