import type { FastifyInstance } from 'fastify';
import { Problem } from '../domain/errors.ts';
import type { Route } from './routes.ts';

/** As the sign-in reads it (RFC 6750). */
const bearer = /^bearer\s+\S/i;

/**
 * Who shows nothing of a sign-in at a door that is not open is turned away before his body is read: nobody reads what
 * strangers send, and whatever is wrong with it, the answer is 401. What he shows is looked at behind this.
 */
export function turnAwayStrangers(fastify: FastifyInstance, routes: readonly Route[]): void {
  const shut = new Set(
    routes.flatMap(({ method, path, rule }) => ('open' in rule ? [] : [`${method} ${path}`])),
  );
  fastify.addHook('onRequest', ({ method, headers, routeOptions: { url } }, _reply, next) => {
    const isStranger = shut.has(`${method} ${url}`) && !bearer.test(headers.authorization ?? '');
    next(isStranger ? (new Problem('sign-in-required') as never) : undefined);
  });
}
