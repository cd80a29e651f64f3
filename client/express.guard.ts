import { ask, type Refusal, type Report } from './volmacht.opening.js';
import type { Decision, Question, Volmacht } from './volmacht.js';

/** What is used of a request of Express. */
interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
/** What is used of a response of Express. */
interface Response {
  readonly locals: Record<string, unknown>;
  status(code: number): this;
  set(fields: Readonly<Record<string, string>>): this;
  send(body: string): unknown;
}

/** How a guard behaves, beside what it asks. */
export interface ExpressGuardOptions<Asked, Answering> {
  /** Answers who is not let in, with a page of your own; absent: problem+json. */
  readonly refuse?: (refusal: Refusal, request: Asked, response: Answering) => unknown;
  /** Hears that Volmacht could not be asked; absent: standard error. */
  readonly report?: Report;
}

/**
 * Middleware for Express (4 and 5): asks Volmacht before it opens what comes behind. The decision is in
 * `response.locals.volmacht`. What `question` throws goes to your error handler, and nothing is opened.
 */
export function askVolmacht<Asked extends Request, Answering extends Response = Response>(
  volmacht: Volmacht,
  question: (request: Asked) => Question | Promise<Question>,
  { refuse = answer, report = console.error }: ExpressGuardOptions<Asked, Answering> = {},
) {
  const decide = async (request: Asked, response: Answering): Promise<Decision | undefined> => {
    const { traceparent, 'accept-language': language } = request.headers;
    const opening = await ask(
      volmacht,
      await question(request),
      { traceparent: traceparent?.toString(), acceptLanguage: language?.toString() },
      report,
    );
    if ('decision' in opening) return opening.decision;
    await refuse(opening.refusal, request, response);
    return undefined;
  };
  return (request: Asked, response: Answering, next: (error?: unknown) => void): void => {
    // In two steps, so that what goes wrong behind this guard does not come back into it.
    decide(request, response).then(
      (decision) => {
        if (decision === undefined) return;
        response.locals['volmacht'] = decision;
        next();
      },
      (thrown) => next(asError(thrown)),
    );
  };
}

/** As an error, whatever it is: Express opens at an error of nothing, and passes to another route at `route` or `router`. */
const asError = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error('a guard could not ask, or could not say no', { cause });

const answer = ({ status, headers, body }: Refusal, _request: unknown, response: Response): unknown =>
  response.status(status).set(headers).send(JSON.stringify(body));
