import { connect, createServer, type Socket } from 'node:net';

/** A wire between the service and its database that a test can freeze, cut, and lead elsewhere. */
export interface Wire {
  readonly port: number;
  /** Bytes wait from here on. */
  freeze(): void;
  thaw(): void;
  /** New connections go to this port. */
  leadTo(port: number): void;
  close(): void;
}

/** Lays a wire to a port on this machine. */
export async function layWire(target: number): Promise<Wire> {
  let goal = target;
  let frozen = false;
  const waiting: (() => void)[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(goal, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.on('data', (part) => (frozen ? waiting.push(() => other.write(part)) : other.write(part)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    freeze: () => void (frozen = true),
    thaw() {
      frozen = false;
      for (const send of waiting.splice(0)) send();
    },
    leadTo: (port) => void (goal = port),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
