import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import type { Page } from './cursor.ts';

/** The same list from the next position on: what was asked, with another cursor. */
function following(asked: string, cursor: string): string {
  const [path = '', query] = asked.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}

/** Adds the header to whatever answers with a page that has a next one, or one before. */
@Injectable()
class PageLink implements NestInterceptor<Page<unknown>> {
  intercept(context: ExecutionContext, handler: CallHandler<Page<unknown>>): Observable<Page<unknown>> {
    const http = context.switchToHttp();
    const { url } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return handler.handle().pipe(
      tap(({ next, prev }) => {
        const links = Object.entries({ next, prev }).flatMap(([rel, cursor]) =>
          cursor ? [`<${following(url, cursor)}>; rel="${rel}"`] : [],
        );
        if (links.length > 0) void reply.header('Link', links.join(', '));
      }),
    );
  }
}

/**
 * A `GET` that answers with a {@link Page}: a next page is also told by `Link: <…>; rel="next"` (RFC 8288). Not
 * for searches with a body, since a link cannot carry one.
 */
export const Paged = () => applyDecorators(UseInterceptors(PageLink));
