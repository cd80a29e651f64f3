import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../domain/errors.ts';
import type { Sentence } from '../domain/sentence.ts';

/** A body that is read while it comes in: its media type, and its bytes. */
export interface Upload {
  readonly type: string;
  /** @throws Problem `payload-too-large` as soon as more came than the route allows. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

interface Streams {
  readonly streams?: { readonly types: readonly string[]; readonly most: number };
}

type Streamed = FastifyRequest & { upload?: string };

/** What the body of such a route is called inside, so that no parser reads it whole. */
const handedOn = 'application/vnd.volmacht.streamed';

const streamsOf = (request: FastifyRequest) => (request.routeOptions.config as Streams).streams;

/** A route that takes a stream of one of these media types, of so many bytes at most. */
export const TakesStream = (types: readonly string[], most: number) =>
  applyDecorators(RouteConfig({ streams: { types, most } } satisfies Streams));

/**
 * Lets bodies of routes that {@link TakesStream} through unread; other types there, and these elsewhere, are 415. So is
 * what was compressed, or is in another charset: it would be read as it came, in UTF-8.
 */
export function acceptStreams(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request: Streamed, reply, next) => {
    const streams = streamsOf(request);
    if (!streams) return next();
    if ((request.headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
      void reply.header('Accept-Encoding', 'identity'); // RFC 9110, 15.5.16
      const says: Sentence = {
        en: 'Send this as it is, without a content coding such as gzip. Nothing was changed.',
        nl: 'Stuur dit zoals het is, zonder het in te pakken met bijvoorbeeld gzip. Er is niets veranderd.',
      };
      return next(new Problem('unsupported-media-type', { says }) as never);
    }
    const type = /^[^;\s]*/.exec(request.headers['content-type'] ?? '')?.[0].toLowerCase() ?? '';
    if (!streams.types.includes(type)) {
      const says: Sentence = {
        en: `Send this as ${streams.types.join(' or ')}, in UTF-8. Nothing was changed.`,
        nl: `Stuur dit als ${streams.types.join(' of ')}, in UTF-8. Er is niets veranderd.`,
      };
      return next(new Problem('unsupported-media-type', { says }) as never);
    }
    if (!isUtf8(request.headers['content-type'] ?? '')) {
      const says: Sentence = {
        en: 'Send this in UTF-8, and say no other charset. Nothing was changed.',
        nl: 'Stuur dit in UTF-8, en noem geen andere tekenset (charset). Er is niets veranderd.',
      };
      return next(new Problem('unsupported-media-type', { says }) as never);
    }
    request.upload = type;
    request.headers['content-type'] = handedOn;
    next();
  });
  fastify.addContentTypeParser(handedOn, (request: Streamed, _payload, done) => {
    done(request.upload === undefined ? new Problem('unsupported-media-type') : null);
  });
}

/** Whether a media type names no charset, or the one in which bodies are read. */
const isUtf8 = (contentType: string): boolean =>
  [...contentType.matchAll(/;\s*charset\s*=\s*"?([^";\s]*)/gi)].every(([, name]) =>
    /^utf-?8$/i.test(name ?? ''),
  );

async function* limited(request: FastifyRequest, most: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  // Who stops early leaves the connection as it is, so that the answer gets through.
  for await (const part of request.raw.iterator({ destroyOnReturn: false })) {
    read += (part as Uint8Array).length;
    if (read > most) throw new Problem('payload-too-large', { members: { mostBytes: most } });
    yield part as Uint8Array;
  }
}

/** The body of a route that {@link TakesStream}. */
export const Uploaded = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const request = context.switchToHttp().getRequest<Streamed>();
  const { most } = streamsOf(request) ?? { most: 0 };
  return { type: request.upload ?? '', bytes: limited(request, most) };
});
