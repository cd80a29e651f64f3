import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import type { Claims, House } from './house.ts';

/** Asks over a real connection, as slow as the test wants: it stops reading when the head has come. */
export async function ask(
  house: House,
  claims: Claims,
  method: string,
  path: string,
  { body, headers = {} }: { body?: object; headers?: Record<string, string> } = {},
): Promise<IncomingMessage> {
  const { port } = (house.app.getHttpServer() as Server).address() as AddressInfo;
  const Authorization = `Bearer ${await house.issuer.sign(claims)}`;
  const json = body && { 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) =>
    request(
      { port, path, method, headers: { Authorization, ...json, ...headers }, agent: false },
      (response) => {
        response.pause();
        resolve(response);
      },
    )
      .on('error', reject)
      .end(body && JSON.stringify(body)),
  );
}

/** The bytes that came, and whether it was all of them. */
export async function rest(response: IncomingMessage): Promise<{ bytes: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  try {
    for await (const part of response) parts.push(part as Buffer);
  } catch {
    return { bytes: Buffer.concat(parts), whole: false };
  }
  return { bytes: Buffer.concat(parts), whole: response.complete };
}
