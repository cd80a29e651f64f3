import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Follows who connected and has not asked anything yet: a client that keeps a connection ready, or a request on its way.
 * A server that closes waits for them as for a request, until their time is over. What comes back ends them.
 */
export function followSilentConnections(server: Server): () => void {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  return () => silent.forEach((socket) => socket.destroy());
}
