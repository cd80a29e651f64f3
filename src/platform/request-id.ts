import type { FastifyInstance } from 'fastify';

/** Of a route: the `X-Request-ID` of a request comes back with its answer, as the standard that it follows has it. */
export const givesBackRequestId = { givesBackRequestId: true } as const;

const ascii = /^[\t\x20-\x7e]+$/;

/**
 * Gives back the `X-Request-ID`, whatever the answer is: also to who is turned away at the door. Add it before all that
 * may refuse. The value is any text in US-ASCII (RFC 9110, 5.5: other bytes would not come back as they
 * were sent); nobody here uses it.
 */
export function giveBackRequestIds(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, next) => {
    const given = request.headers['x-request-id'];
    if (typeof given === 'string' && ascii.test(given) && 'givesBackRequestId' in request.routeOptions.config)
      void reply.header('X-Request-ID', given);
    next();
  });
}
