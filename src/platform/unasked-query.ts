import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { unknownFields } from './validation.ts';

/** Whether a route says which query it takes: then its class knows the fields. */
function takesQuery(context: ExecutionContext): boolean {
  const taken: unknown = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  );
  return Object.keys(taken ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}

/**
 * A route of the API that takes no query refuses one: a filter that does nothing would look like an answer. What only
 * the machines around the service ask for takes whatever they add.
 */
@Injectable()
export class UnaskedQuery implements NestInterceptor {
  /** @throws Problem `invalid-input` that names every field. */
  intercept(context: ExecutionContext, handler: CallHandler): Observable<unknown> {
    const { query, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const given = Object.keys(query ?? {});
    if (given.length > 0 && routeOptions.url?.startsWith('/v1/') && !takesQuery(context))
      throw unknownFields('query', given);
    return handler.handle();
  }
}
