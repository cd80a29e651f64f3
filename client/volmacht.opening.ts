import { VolmachtProblem, VolmachtSilent } from './volmacht.errors.js';
import type { Decision, Question, Volmacht } from './volmacht.js';

/** What the one who is not let in is told: `application/problem+json` (RFC 9457), in his language. */
export interface Refusal {
  /** 403: he may not, and the rest says why. 503: nobody knows now. */
  readonly status: 403 | 503;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly type: 'about:blank';
    readonly title: string;
    readonly status: 403 | 503;
    /** A sentence that may be shown. */
    readonly detail: string;
    /** A code of the closed list of reasons. */
    readonly reason?: string;
    /** What would make it a yes: `step-up`, `request-mandate` … */
    readonly remedy?: string;
    /** With which levels to sign in, when that is what is missing. */
    readonly acr_values?: readonly string[];
  };
}

/** A yes, or what to say instead. */
export type Opening = { readonly decision: Decision } | { readonly refusal: Refusal };

/** What a guard takes from the request of the user. */
export interface Asking {
  readonly acceptLanguage?: string | undefined;
  readonly traceparent?: string | undefined;
}

/** Tells whoever runs this program that Volmacht could not be asked. No token, and nothing of whom it was about. */
export type Report = (sentence: string) => unknown;

const words = {
  en: {
    no: 'Not allowed',
    noReason: 'You may not open this.',
    unknown: 'Not available',
    later: 'We cannot check now whether you may open this. Try again in a moment.',
  },
  nl: {
    no: 'Niet toegestaan',
    noReason: 'U mag dit niet openen.',
    unknown: 'Niet beschikbaar',
    later: 'Wij kunnen nu niet nagaan of u dit mag openen. Probeer het straks opnieuw.',
  },
} as const;

/** Seconds after which a user tries again, when Volmacht did not say. */
const someSeconds = 5;

/**
 * Asks, and opens only at a yes that arrived, in time and whole (fail closed). Nothing is remembered: what was revoked a moment
 * ago is refused now.
 */
export async function ask(
  volmacht: Volmacht,
  question: Question,
  { acceptLanguage, traceparent }: Asking,
  report: Report,
): Promise<Opening> {
  const language = languageOf(acceptLanguage);
  try {
    const decision = await volmacht.evaluate(question, { traceparent });
    return decision.decision === true ? { decision } : { refusal: no(decision, language) };
  } catch (error) {
    if (!(error instanceof VolmachtProblem) && !(error instanceof VolmachtSilent)) throw error;
    const trace = error instanceof VolmachtProblem ? ` (${traceIn(error.problem.instance)})` : '';
    await report(`Not opened, for nobody knows whether it may: ${error.message}${trace}`);
    return { refusal: unknown(error, language) };
  }
}

/** The trace under which we know a request; what came from something in between has none of that form. */
const traceIn = (instance: unknown): string =>
  typeof instance === 'string' && /^urn:volmacht:trace:\w+$/.test(instance) ? instance : 'no trace';

/** A no stays one, whatever stands beside it: what cannot be used of that is left out. */
function no({ context }: Decision, language: 'en' | 'nl'): Refusal {
  const { reason, reason_user: sentences, remedy, acr_values: levels } = fieldsIn(context);
  const [code, detail, help] = [reason, fieldsIn(sentences)[language], remedy].map(textIn);
  const acr = Array.isArray(levels) ? levels.filter(isLevel) : [];
  // RFC 9470: a client that can let the user sign in again reads there with which level.
  const challenge =
    acr.length > 0
      ? `Bearer error="insufficient_user_authentication", error_description="A higher level of sign-in is needed", acr_values="${acr.join(' ')}"`
      : undefined;
  return {
    status: 403,
    headers: { ...headersIn(language), ...(challenge ? { 'WWW-Authenticate': challenge } : {}) },
    body: {
      ...{ type: 'about:blank', title: words[language].no, status: 403 },
      detail: detail ?? words[language].noReason,
      ...(code ? { reason: code } : {}),
      ...(help ? { remedy: help } : {}),
      ...(acr.length > 0 ? { acr_values: acr } : {}),
    },
  };
}

const fieldsIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
/** What may stand between quotation marks in a header. */
const isLevel = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(value);

function unknown(error: VolmachtProblem | VolmachtSilent, language: 'en' | 'nl'): Refusal {
  const { unknown: title, later: detail } = words[language];
  const seconds = error instanceof VolmachtProblem ? error.retryAfter : undefined;
  return {
    status: 503,
    headers: { ...headersIn(language), 'Retry-After': String(Math.ceil(seconds ?? someSeconds)) },
    body: { type: 'about:blank', title, status: 503, detail },
  };
}

const headersIn = (language: string) => ({
  ...{ 'Content-Type': 'application/problem+json', 'Content-Language': language },
  ...{ 'Cache-Control': 'no-store', Vary: 'Accept-Language' },
});

/** Dutch or English, whichever the user rather reads; English for who does not say (RFC 9110, 12.5.4). */
function languageOf(header = ''): 'en' | 'nl' {
  const weight = (language: string): number => {
    const weights = header.split(',').flatMap((part) => {
      const [range = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const q = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return range.split('-')[0] === language ? [q === undefined ? 1 : Number(q) || 0] : [];
    });
    return Math.max(0, ...weights);
  };
  return weight('nl') > weight('en') ? 'nl' : 'en';
}
