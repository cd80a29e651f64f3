import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { Problem } from '../domain/errors.ts';
import { fingerprint } from './ids.ts';

/** The tag of what an actor is shown (RFC 9110): another tag, another content. */
const tagOf = (shown: unknown): string => `"${fingerprint(JSON.stringify(shown)).slice(0, 32)}"`;

/** Adds the header to an answer. */
@Injectable()
class EntityTag implements NestInterceptor {
  intercept(context: ExecutionContext, handler: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return handler.handle().pipe(tap((shown) => void reply.header('ETag', tagOf(shown))));
  }
}

/** The answer of this operation, or of each one of a controller, comes with an `ETag`. */
export const Tagged = () => applyDecorators(UseInterceptors(EntityTag));

/** The tags that the asker expects, as he wrote them in `If-Match`; nothing when he expects nothing. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return typeof given === 'string' ? given : undefined;
});

/** Tells in the OpenAPI document that what was named may be something else by now. */
export const MayHaveChanged = () =>
  ApiResponse({
    status: 412,
    description: 'It was changed meanwhile.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

/** Tells in the OpenAPI document that a route heeds `If-Match`. */
export const HeedsIfMatch = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The `ETag` of what you saw. When it is something else by now, nothing is changed.',
      schema: { type: 'string', example: '"3f9a2c51d0b74e8896a1c2d3e4f50617"' },
    }),
    MayHaveChanged(),
  );

/** @throws Problem `changed-meanwhile` when what is shown now is none of the tags that were expected. */
export function ensureMatch(expected: string | undefined, shown: unknown): void {
  if (expected === undefined || expected.trim() === '*') return;
  const tags = expected.split(',').map((tag) => tag.trim());
  if (!tags.includes(tagOf(shown))) throw new Problem('changed-meanwhile');
}
