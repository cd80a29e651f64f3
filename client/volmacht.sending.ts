import { problemIn, VolmachtProblem, VolmachtSilent } from './volmacht.errors.js';

/** How to reach Volmacht. */
export interface VolmachtOptions {
  /** Where it is, such as `https://volmacht.example.org`. */
  readonly url: string;
  /**
   * Gives an access token; it is asked for each request, so keep one until it is almost over. `refused` is the one that was
   * turned away a moment ago: give another, or the same when there is none.
   */
  readonly token: (refused?: string) => string | Promise<string>;
  /** Milliseconds that a request may take with all its tries; absent: 2,000. */
  readonly timeout?: number;
  /** How often something that can safely be sent again is; absent: once. */
  readonly retries?: number;
  /** Instead of the `fetch` of the platform. */
  readonly fetch?: typeof fetch;
}

/** What goes along with one request. */
export interface Along {
  /** W3C trace context, so that your log, ours and the trail can be laid side by side. */
  readonly traceparent?: string | undefined;
  /** The language of problems: `nl` or `en`. */
  readonly language?: string | undefined;
  /** Milliseconds for this request. A whole file that is answered may take longer to read. */
  readonly timeout?: number | undefined;
  /** Gives up when you do. */
  readonly signal?: AbortSignal | undefined;
}

/** A request as it is sent. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body?: string | Blob | undefined;
  /** Whether sending it twice does the same as sending it once. */
  readonly repeatable: boolean;
  /** The one status that is an answer; absent: each of success. A part of a yes (206) is none. */
  readonly answers?: 200 | undefined;
}

const traceparents = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
/** What another try may help against: too many, and what a gateway or the service says when it cannot now. */
const passing = new Set([429, 502, 503, 504]);

/**
 * Sends a request, and again where that is safe and there is time. The answer is one of success; `read` reads it, within the
 * same time.
 * @throws VolmachtProblem when it is answered with a problem.
 * @throws VolmachtSilent when there is no answer.
 */
export async function send<Answer>(
  options: VolmachtOptions,
  sent: Sent,
  along: Along,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  const ends = performance.now() + (along.timeout ?? options.timeout ?? 2_000);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new VolmachtSilent('timeout')), ends - performance.now());
  const leave = () => over.abort(new VolmachtSilent('given-up'));
  along.signal?.addEventListener('abort', leave);
  if (along.signal?.aborted) leave();
  const within = <Value>(work: Promise<Value>) => Promise.race([work, aborted(over.signal)]);
  let token: string | undefined;
  try {
    for (let tries = 0, renewed = false; ; tries++) {
      token ??= await within(tokenFrom(options));
      try {
        return await within(
          once(options, { ...sent, headers: dressed(sent, along, token) }, over.signal, read),
        );
      } catch (error) {
        if (over.signal.aborted) throw over.signal.reason;
        if (error instanceof VolmachtProblem && error.problem.status === 401 && !renewed) {
          const other = await within(tokenFrom(options, token));
          if (other === token) throw error;
          [token, renewed] = [other, true];
          continue;
        }
        const wait = pause(error, tries);
        const may = sent.repeatable && tries < (options.retries ?? 1) && wait !== undefined;
        if (!may || performance.now() + wait >= ends) throw error;
        await within(new Promise((resolve) => setTimeout(resolve, wait)));
      }
    }
  } finally {
    clearTimeout(timer);
    along.signal?.removeEventListener('abort', leave);
  }
}

/** Milliseconds until another try; nothing when none can help. */
function pause(error: unknown, tries: number): number | undefined {
  const some = 50 * 2 ** tries * (1 + Math.random());
  if (error instanceof VolmachtSilent) return error.why === 'unreachable' ? some : undefined;
  if (!(error instanceof VolmachtProblem) || !passing.has(error.problem.status)) return undefined;
  return error.retryAfter === undefined ? some : error.retryAfter * 1_000;
}

async function once<Answer>(
  { url, fetch: own }: VolmachtOptions,
  { method, path, headers, body, answers }: Sent,
  signal: AbortSignal,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  let response: Response;
  try {
    // A redirect would take the token elsewhere.
    const how = { method, headers, signal, redirect: 'error' as const, cache: 'no-store' as const };
    response = await (own ?? fetch)(
      `${url.replace(/\/+$/, '')}${path}`,
      body === undefined ? how : { ...how, body },
    );
  } catch (cause) {
    throw new VolmachtSilent('unreachable', { cause });
  }
  if (!response.ok) throw await problemIn(response);
  if (answers !== undefined && response.status !== answers) throw new VolmachtSilent('malformed');
  try {
    return await read(response);
  } catch (cause) {
    const broken = (cause as Error | undefined)?.name === 'SyntaxError';
    throw new VolmachtSilent(broken ? 'malformed' : 'unreachable', { cause });
  }
}

function dressed({ headers: given }: Sent, { traceparent, language }: Along, token: string): Headers {
  const headers = new Headers(given);
  try {
    headers.set('Authorization', `Bearer ${token}`);
  } catch {
    throw new VolmachtSilent('no-token'); // its message would hold the token
  }
  if (traceparent !== undefined && traceparents.test(traceparent)) headers.set('traceparent', traceparent);
  if (language !== undefined) headers.set('Accept-Language', language);
  return headers;
}

async function tokenFrom({ token }: VolmachtOptions, refused?: string): Promise<string> {
  try {
    const given = await token(refused);
    if (given) return given;
  } catch (cause) {
    throw new VolmachtSilent('no-token', { cause });
  }
  throw new VolmachtSilent('no-token');
}

/** Rejects with the reason of a signal, once it is given. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
