import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Gives back the `X-Request-ID` of the asking system, as AuthZEN has it. One that nobody can print is left out. */
@Injectable()
export class EchoesRequestId implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const http = context.switchToHttp();
    const given = http.getRequest<FastifyRequest>().headers['x-request-id'];
    if (typeof given === 'string' && /^[\x21-\x7e]{1,200}$/.test(given))
      void http.getResponse<FastifyReply>().header('X-Request-ID', given);
    return next.handle();
  }
}
