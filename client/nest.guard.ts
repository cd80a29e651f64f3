import {
  type CanActivate,
  type ExecutionContext,
  HttpException,
  Inject,
  Injectable,
  Logger,
  type Type,
  UseGuards,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ask, type Refusal } from './volmacht.opening.js';
import type { Decision, Question, Volmacht } from './volmacht.js';

/** The injection token under which your module provides a `Volmacht`. */
export const VOLMACHT = Symbol('Volmacht');

/** Somebody is not let in. Nest answers it as problem+json; catch it in a filter of your own to show a page. */
export class NotOpened extends HttpException {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.body, refusal.status);
    this.refusal = refusal;
  }
}

/** What is used of a request, of Fastify or Express; `volmacht` is set when it is opened. */
interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  volmacht?: Decision;
}
/** What is used of a response, of Fastify or Express. */
interface Response {
  header(name: string, value: string): unknown;
}

/** Gives something that your modules provide. */
export type Get = <Provided>(
  token: (abstract new (...given: never[]) => Provided) | string | symbol,
) => Provided;

/**
 * Asks Volmacht before a controller or a route is opened. Of several, each has to be a yes. The decision is in
 * `request.volmacht`. What `question` throws goes to your filters, and nothing is opened.
 */
export function AskVolmacht<Asked = Request>(
  question: (request: Asked, get: Get) => Question | Promise<Question>,
): ClassDecorator & MethodDecorator {
  @Injectable()
  class VolmachtGuard implements CanActivate {
    private readonly log = new Logger('Volmacht');
    private readonly volmacht: Volmacht;
    private readonly get: Get;

    constructor(@Inject(VOLMACHT) volmacht: Volmacht, @Inject(ModuleRef) modules: ModuleRef) {
      this.volmacht = volmacht;
      this.get = (token) => modules.get(token as Type, { strict: false });
    }

    async canActivate(context: ExecutionContext): Promise<boolean> {
      if (context.getType() !== 'http') throw new Error('AskVolmacht guards routes of HTTP alone');
      const http = context.switchToHttp();
      const request = http.getRequest<Request>();
      const { traceparent, 'accept-language': language } = request.headers;
      const opening = await ask(
        this.volmacht,
        await question(request as Asked, this.get),
        { traceparent: traceparent?.toString(), acceptLanguage: language?.toString() },
        (sentence) => this.log.error(sentence),
      );
      if ('refusal' in opening) {
        const response = http.getResponse<Response>();
        for (const [name, value] of Object.entries(opening.refusal.headers)) response.header(name, value);
        throw new NotOpened(opening.refusal);
      }
      request.volmacht = opening.decision;
      return true;
    }
  }
  return UseGuards(VolmachtGuard);
}
