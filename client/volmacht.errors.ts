import type { Problem } from './volmacht.types.js';

/** Volmacht answered that it cannot, or will not (RFC 9457). Holds nothing of what was asked. */
export class VolmachtProblem extends Error {
  readonly problem: Problem;
  /** Seconds after which to try again, when it said so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(`Volmacht answered ${problem.status} ${problem.code}: ${problem.detail}`);
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

/** Reads a problem; what sends something else (a proxy, say) gets a code of its status. */
export async function problemIn(response: Response): Promise<VolmachtProblem> {
  const { status, headers } = response;
  const given: Partial<Problem> = await response
    .json()
    .then((body: unknown) => (typeof body === 'object' && body !== null ? body : {}))
    .catch(() => ({}));
  const problem: Problem = {
    ...{ type: 'about:blank', title: `HTTP ${status}`, code: `http-${status}`, detail: '', instance: '' },
    ...given,
    status,
  };
  return new VolmachtProblem(problem, secondsIn(headers.get('Retry-After')));
}

/** `Retry-After` in seconds: a number of them, or an instant (RFC 9110). */
function secondsIn(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : Math.max(0, (instant - Date.now()) / 1000);
}
