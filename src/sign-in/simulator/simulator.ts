import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { people } from './personas.ts';
import { signingKeys } from './simulator.keys.ts';
import { choosePage, errorPage, securityHeaders, welcomePage } from './simulator.page.ts';
import { createProvider } from './simulator.provider.ts';

/** How to start the simulator. */
export interface SimulatorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The resource that access tokens are for. */
  readonly audience: string;
  /** The address as browsers see it, when that is not http://localhost:port. Becomes the issuer. */
  readonly publicUrl?: string;
  /** How long an access token holds; 10 minutes unless a test says otherwise. */
  readonly accessTokenSeconds?: number;
  /** Where the signing keys are kept. */
  readonly keysFile?: string;
}

/** A running simulator. */
export interface Simulator {
  readonly issuer: string;
  stop(): Promise<void>;
}

/**
 * Starts an OpenID provider that stands in for DigiD, eHerkenning and eIDAS, for development and tests.
 * Anybody can sign in as anybody, so it throws in production; it listens on this machine only (or SIMULATOR_HOST).
 */
export async function startSimulator({
  port,
  audience,
  publicUrl,
  accessTokenSeconds = 600,
  keysFile = '.volmacht/simulator-keys.json',
}: SimulatorOptions): Promise<Simulator> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      'the identity simulator lets anybody sign in as anybody: it does not start in production',
    );
  }
  const keys = signingKeys(keysFile);
  const server = createServer();
  // Listening comes first, for the issuer has the port in its name; who comes too early waits for the provider.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, process.env.SIMULATOR_HOST ?? '127.0.0.1', resolve);
  });
  const issuer = (publicUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`).replace(
    /\/$/,
    '',
  );
  const ready = createProvider({ issuer, audience, accessTokenSeconds, keys });
  server.on('request', (request, response) => {
    ready
      .then((provider) => answer(provider, request, response))
      .catch((error: unknown) =>
        send(response, 400, errorPage(error instanceof Error ? error.message : 'unknown')),
      );
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { issuer, stop };
}

async function answer(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', provider.issuer);
  if (pathname === '/') return send(response, 200, welcomePage(people));
  if (!pathname.startsWith('/interaction/')) return void (await provider.callback()(request, response));

  const { params } = await provider.interactionDetails(request, response); // throws when it is not this browser's
  if (request.method !== 'POST') {
    return send(response, 200, choosePage(pathname, people), new URL(String(params.redirect_uri)).origin);
  }
  const chosen = new URLSearchParams(await readBody(request)).get('person');
  const person = people.find(({ key }) => key === chosen);
  if (!person) return send(response, 400, errorPage('nobody of that name is in the cast'));
  await provider.interactionFinished(request, response, {
    login: { accountId: person.sub, acr: person.acr, amr: [person.key] },
  });
}

function send(response: ServerResponse, status: number, html: string, clientOrigin?: string): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, securityHeaders(clientOrigin)).end(html);
}

const largestForm = 4096;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > largestForm) throw new Error('the form is too large');
  }
  return body;
}
