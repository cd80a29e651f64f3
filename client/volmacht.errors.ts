import type { Problem } from './volmacht.types.js';

/**
 * Volmacht answered that it cannot, or will not (RFC 9457). Its message holds nothing of what was asked, and of an answer that
 * is not ours only the status; `problem` is all that came.
 */
export class VolmachtProblem extends Error {
  readonly problem: Problem;
  /** Seconds after which to try again, when it said so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(sentenceOf(problem));
    this.name = 'VolmachtProblem';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** Why there is no answer that counts. */
export type Silence = 'timeout' | 'unreachable' | 'malformed' | 'no-token' | 'given-up';

const silences: Readonly<Record<Silence, string>> = {
  timeout: 'Volmacht did not answer in time',
  unreachable: 'Volmacht cannot be reached',
  malformed: 'Volmacht answered something that is no answer',
  'no-token': 'no access token could be had to ask Volmacht',
  'given-up': 'who asked did not wait for the answer of Volmacht',
};

/** There is no answer that counts. It says nothing about whether somebody may: so nothing is opened. */
export class VolmachtSilent extends Error {
  readonly why: Silence;

  constructor(why: Silence, options?: ErrorOptions) {
    super(silences[why], options);
    this.name = 'VolmachtSilent';
    this.why = why;
  }
}

/** One of our codes, or of OAuth; what a gateway on the way says of itself has none. */
const codes = /^(?=.{1,60}$)[a-z]+([-_][a-z]+)*$/;
/** What fits in one line of a log, whoever sent it. */
const inOneLine = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 300) : '';

/** For who runs a program: what is the problem, and where each fault is, without its value. */
function sentenceOf({ status, code, detail, errors }: Problem): string {
  const said = `Volmacht answered ${status}`;
  if (typeof code !== 'string' || !codes.test(code)) return said;
  const faults: readonly Partial<Fault | null>[] = Array.isArray(errors) ? errors.slice(0, 20) : [];
  const named = faults.map((each) => {
    const { pointer, name } = each?.location ?? {};
    return `${inOneLine(pointer ?? name)} ${inOneLine(each?.code)}`;
  });
  return `${said} ${code}: ${inOneLine(detail)}${named.length > 0 ? ` [${named.join(', ')}]` : ''}`;
}

/** A fault in what was asked. */
type Fault = NonNullable<Problem['errors']>[number];

/** What the exchange of tokens says of a refusal (RFC 6749, 5.2). */
interface OAuthError {
  readonly error?: unknown;
  readonly error_description?: unknown;
}

/** Reads a problem, or an error of OAuth; what sends something else (a proxy, say) gets a code of its status. */
export async function problemIn(response: Response): Promise<VolmachtProblem> {
  const { status, headers } = response;
  const given: Partial<Problem> & OAuthError = await response
    .json()
    .then((body: unknown) => (typeof body === 'object' && body !== null ? body : {}))
    .catch(() => ({}));
  const { error, error_description: said } = given;
  const problem: Problem = {
    ...{ type: 'about:blank', title: `HTTP ${status}`, code: `http-${status}`, detail: '', instance: '' },
    ...(typeof error === 'string' ? { code: error } : {}),
    ...(typeof said === 'string' ? { detail: said } : {}),
    ...given,
    status,
  };
  return new VolmachtProblem(problem, secondsIn(headers.get('Retry-After')));
}

/** Nobody is told to wait longer than a day (seconds). */
const longestWait = 86_400;

/** `Retry-After` in seconds: a number of them, or an instant (RFC 9110); something else says nothing. */
function secondsIn(value: string | null): number | undefined {
  if (value === null) return undefined;
  const instant = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value) ? Date.parse(value) : NaN;
  const seconds = /^\d+$/.test(value) ? Number(value) : (instant - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), longestWait);
}
