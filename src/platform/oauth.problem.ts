import type { FastifyRequest } from 'fastify';

/** What is taken of a problem. */
interface Told {
  readonly status: number;
  readonly detail: string;
  readonly errors?: unknown;
}

/** Of a route that answers what is wrong as OAuth does (RFC 6749, 5.2). */
export const answersOAuth = { answersOAuth: true } as const;

/** Whether this is such a route. Before a route is found it is none. */
export const answersAsOAuth = (request: FastifyRequest): boolean =>
  'answersOAuth' in ((request.routeOptions as { config?: object } | undefined)?.config ?? {});

const passing = [429, 503];

function errorOf({ status }: Told): string {
  if (status === 401) return 'invalid_client';
  if (status === 403 || status === 404) return 'unauthorized_client';
  if (status === 500) return 'server_error';
  return passing.includes(status) ? 'temporarily_unavailable' : 'invalid_request';
}

/** A sentence in the characters that OAuth lets in a description. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll('’', "'")
    .replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '');

/** A problem as OAuth has it, with what we say of every problem beside. */
export function oauthJson(problem: Told): object {
  const faults = (problem.errors ?? []) as readonly { readonly detail: string }[];
  const said = faults.length > 0 ? faults.map(({ detail }) => detail).join(' ') : problem.detail;
  return { error: errorOf(problem), error_description: plain(said), ...problem };
}
