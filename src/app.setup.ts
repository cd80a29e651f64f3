import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger as Pino } from 'pino';
import { routesOf } from './access/routes.ts';
import { turnAwayStrangers } from './access/strangers.ts';
import { AppModule } from './app.module.ts';
import { Problem } from './domain/errors.ts';
import { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { newTraceId, traceIn } from './platform/ids.ts';
import { acceptJsonOnly } from './platform/json-body.ts';
import { giveLastWord } from './platform/last-word.ts';
import { PinoLogger } from './platform/logging.ts';
import { giveBackRequestIds } from './platform/request-id.ts';
import { answerRaw, refuseExpectation } from './platform/problem.raw.ts';
import { ProblemFilter } from './platform/problem.filter.ts';
import { acceptStreams } from './platform/upload.ts';
import { apiVersion, describe } from './service/openapi.ts';
import { OpenApi } from './service/openapi.controller.ts';

/** Limits of the edge. Bytes and milliseconds. */
const limits = {
  ...{ body: 1024 * 1024, headers: 16 * 1024, pathPart: 100 },
  // Node takes the larger of the two for the whole request, so the head must have the smaller one.
  ...{ headArrives: 10_000, requestArrives: 30_000, lookEvery: 2_000 },
  standsStill: 60_000, // a reader who stops reading, a connection without a request
};

type Traced = FastifyRequest & { trace?: string; actor?: { kind: string }; leave?: () => void };

const first = /^\/readyz$|\/(revocation|narrowing|scope-lines\/:line\/end)$/;

/** How many may be under way for this one to get in too. Leaving goes first; being busy is not being dead. */
function roomFor(route: string | undefined, usual: number): number {
  if (route === '/livez') return Infinity;
  return route !== undefined && first.test(route) ? usual * 1.25 : usual;
}

/** Builds the house: everything but opening the front door. */
export async function buildApp(
  config: Config,
  log: Pino,
  clock: Clock = new Clock(),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: limits.body,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    exposeHeadRoutes: false, // a HEAD would be a second door to every disclosure
    requestTimeout: limits.requestArrives,
    connectionTimeout: limits.standsStill,
    // A request that does not arrive holds a place: it is looked for often, so that it does not for long.
    http: {
      maxHeaderSize: limits.headers,
      headersTimeout: limits.headArrives,
      connectionsCheckingInterval: limits.lookEvery,
    },
    routerOptions: { maxParamLength: limits.pathPart, caseSensitive: true, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    return503OnClosing: false, // a request that got in is served; the balancer was told by readyz
    clientErrorHandler: (error, socket) => answerRaw(socket, error),
    frameworkErrors: (error: unknown, request: unknown, reply: unknown) =>
      problems.answer(error, request as FastifyRequest, reply as FastifyReply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    logger: new PinoLogger(log),
    abortOnError: false,
    bodyParser: false, // the framework would also take forms; see acceptJsonOnly
  });
  const problems = app.get(ProblemFilter);
  const fastify = adapter.getInstance();
  giveBackRequestIds(fastify);

  fastify.server.on('checkExpectation', (_request, response) => refuseExpectation(response));

  let inFlight = 0;
  fastify.addHook('onRequest', (request: Traced, reply, next) => {
    request.trace = traceIn(request.headers.traceparent) ?? newTraceId();
    void reply.header('API-Version', apiVersion).header('Cache-Control', 'no-store');
    // Who is turned away takes no place, or a crowd of them would keep out those who go first.
    if (inFlight >= roomFor(request.routeOptions.url, config.requestsInFlight))
      return next(new Problem('unavailable', { retryAfterSeconds: 1 }) as never);
    inFlight++;
    request.leave = () => {
      delete request.leave;
      inFlight--;
    };
    reply.raw.once('close', () => request.leave?.());
    next();
  });
  giveLastWord(fastify, (request: Traced) => request.leave?.());
  fastify.addHook('onResponse', (request: Traced, reply, next) => {
    // An allow-list: no URL with its values, no header, no body (R2).
    log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      actor: request.actor?.kind,
      trace: request.trace,
    });
    next();
  });
  fastify.addHook('onRoute', (route) => {
    const own: { bodyLimit?: number } = { ...route.config };
    if (own.bodyLimit !== undefined) route.bodyLimit = own.bodyLimit; // a route with a limit of its own says so in its config
  });
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      useDefaults: false,
    },
    hsts: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
  });
  turnAwayStrangers(fastify, routesOf(app)); // silence is shut: a route that declares nothing stops the boot
  acceptJsonOnly(fastify); // behind what each answer gets, which the refusal of a form is too
  acceptStreams(fastify);

  app.get(OpenApi).make = () => describe(app, config.publicUrl);
  await app.init();
  await fastify.ready();
  return app;
}
