import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessDenied, Problem, type ProblemCode, type ProblemDetails } from '../domain/errors.ts';
import { reasons, saysToWrite } from '../domain/reasons.ts';
import { CONFIG, type Config } from './config.ts';
import { answersAsOAuth, oauthJson } from './oauth.problem.ts';
import { asProblem, brokenConstraint, databaseCode } from './database.errors.ts';
import type { Language } from './language.ts';
import { problems } from './problems.ts';

/** A problem as it goes on the wire (RFC 9457), with our closed code. */
export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly [member: string]: unknown;
}

const acrOf = (level: string): string => `http://eidas.europa.eu/LoA/${level}`;

/** The language of a problem. It is English for who does not say: most who read one are at work on a program. */
const languageOf = (request: FastifyRequest): Language =>
  /^\s*nl\b/i.test(request.headers['accept-language'] ?? '') ? 'nl' : 'en';

const notAllowed: Readonly<Record<Language, string>> = { nl: 'Niet toegestaan', en: 'Not allowed' };

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'sign-in-required',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  413: 'payload-too-large',
  414: 'not-found',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'unavailable',
};

/** RFC 6750, 3: who showed a token hears that it is not good; who showed none hears nothing but how to sign in. */
const challengeTo = ({ headers }: FastifyRequest): string =>
  /^bearer\s/i.test(headers.authorization ?? '')
    ? 'Bearer realm="volmacht", error="invalid_token"'
    : 'Bearer realm="volmacht"';

/** The one place that knows HTTP statuses. Use cases know codes; what would help a stranger stays in the trail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problems');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Answers with a problem. Also for what goes wrong before a route is found. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = asProblem(thrown);
    const { trace } = request as FastifyRequest & { trace?: string };
    const json =
      error instanceof AccessDenied && !error.concealed
        ? this.refusal(error, request, trace)
        : this.problem(this.asKnown(error, trace), request, trace);
    const retry = error instanceof Problem ? error.details.retryAfterSeconds : undefined;
    if (retry !== undefined) void reply.header('Retry-After', String(retry));
    if (json.status === 401) void reply.header('WWW-Authenticate', challengeTo(request));
    const oauth = answersAsOAuth(request);
    void reply
      .status(json.status)
      .header('Content-Type', oauth ? 'application/json' : 'application/problem+json')
      .send(JSON.stringify(oauth ? oauthJson(json) : json));
  }

  private asKnown(error: unknown, trace?: string): Problem {
    if (error instanceof Problem) {
      if (error.details.cause) this.logger.warn(`${error.code} ${trace}: ${messageOf(error.details.cause)}`);
      return error;
    }
    if (error instanceof AccessDenied) return new Problem('not-found'); // House rule 13
    const status =
      error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    if (status !== undefined && status < 500) return new Problem(codeOfStatus[status] ?? 'malformed-request');
    if (status === 503) return new Problem('unavailable', { retryAfterSeconds: 2 });
    const stack = error instanceof Error && databaseCode(error) === undefined ? error.stack : undefined;
    this.logger.error(`${trace}: ${messageOf(error)}`, stack);
    return new Problem('internal-error');
  }

  private problem({ code, details }: Problem, request: FastifyRequest, trace?: string): ProblemJson {
    const words = problems[code];
    const language = languageOf(request);
    return {
      ...this.head(code, trace),
      title: words.title[language],
      status: words.status,
      detail: (details.says ?? words)[language],
      ...details.members,
      ...(details.faults ? { errors: details.faults.map((each) => faultJson(each, language)) } : {}),
    };
  }

  private refusal(denied: AccessDenied, request: FastifyRequest, trace?: string): ProblemJson {
    const language = languageOf(request);
    return {
      ...this.head(denied.reason, trace),
      title: notAllowed[language],
      status: 403,
      detail: reasons[denied.reason][language],
      ...(saysToWrite(denied.reason) ? { writeTo: this.config.postalAddress } : {}),
      ...(denied.since ? { since: denied.since.toISOString() } : {}),
      ...(denied.neededAssurance
        ? { neededAssurance: denied.neededAssurance, acr_values: acrOf(denied.neededAssurance) }
        : {}),
    };
  }

  private head(code: string, trace?: string) {
    return {
      type: `${this.config.publicUrl}/v1/problems/${code}`,
      code,
      instance: `urn:volmacht:trace:${trace ?? 'none'}`,
    };
  }
}

/** What may be logged of a cause. A database repeats values in its messages, so of that only the codes (R2). */
const messageOf = (cause: unknown): string => {
  const code = databaseCode(cause);
  if (code !== undefined) return `database ${code} ${brokenConstraint(cause) ?? ''}`;
  const { message } = (cause ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : 'unknown';
};

const faultJson = (fault: NonNullable<ProblemDetails['faults']>[number], language: Language) => ({
  in: fault.in,
  location: fault.in === 'body' ? { pointer: fault.location } : { name: fault.location },
  code: fault.code,
  detail: language === 'nl' ? fault.detailNl : fault.detail,
});
