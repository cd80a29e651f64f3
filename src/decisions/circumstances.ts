import { type Assurance, assuranceLevels, lowest } from '../domain/assurance.ts';
import { traceIn } from '../platform/ids.ts';
import type { Reading } from './reading.ts';

/** Under which circumstances something is asked: the context of AuthZEN, as far as this service knows it. */
export interface Circumstances {
  /** The level with which the subject signed in there; who does not say it has the lowest, who says two the lower (R5). */
  readonly assurance: Assurance;
  /** When it is to happen; absent: now. */
  readonly at?: Date | undefined;
  /** For what, in the words of who asks; for the record. */
  readonly purpose?: string | undefined;
  /** The trace of which the question is a part, when that is another than of the request (AuthZEN NLGov). */
  readonly trace?: string | undefined;
}

/** Whether this names a level. */
export const isLevel = (value: unknown): value is Assurance => assuranceLevels.includes(value as Assurance);
const acr = 'http://eidas.europa.eu/LoA/';

const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?)(Z|[+-]\d\d:\d\d)$/;

/**
 * Whether this is an existing instant of ISO 8601, of a year of four digits, that says its time zone: without one nobody
 * knows which instant is meant.
 */
export function isInstant(value: unknown): value is string {
  const there = typeof value === 'string' ? written.exec(value)?.[1] : undefined;
  if (there === undefined) return false;
  const [instant, asUtc] = [new Date(String(value)), new Date(`${there}Z`)];
  if (Number.isNaN(instant.getTime()) || Number.isNaN(asUtc.getTime())) return false;
  // What does not exist, such as 30 February, comes back as another day.
  return asUtc.toISOString().startsWith(there.slice(0, 16)) && /^\d{4}-/.test(instant.toISOString());
}

const isPurpose = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;

/** Reads the context of a question. */
export function circumstancesIn(reading: Reading, value: unknown, at: string): Circumstances {
  const { assurance, acr: given, time, purpose, traceparent } = reading.optionalObject(value, at);
  const level = { en: 'Write low, substantial or high.', nl: 'Schrijf low, substantial of high.' };
  const named = typeof given === 'string' && given.startsWith(acr) ? given.slice(acr.length) : given;
  const when = reading.optional(time, `${at}/time`, isInstant, {
    en: 'Write an instant with its time zone, such as 2027-01-31T12:00:00Z.',
    nl: 'Schrijf een tijdstip met tijdzone, zoals 2027-01-31T12:00:00Z.',
  });
  const said = [
    reading.optional(assurance, `${at}/assurance`, isLevel, level),
    reading.optional(named, `${at}/acr`, isLevel, level),
  ];
  reading.characters(purpose, `${at}/purpose`);
  return {
    assurance: lowest(...said.filter((each) => each !== undefined)),
    at: when === undefined ? undefined : new Date(when),
    purpose: reading.optional(purpose, `${at}/purpose`, isPurpose, {
      en: 'A purpose is a text of 1 to 200 characters.',
      nl: 'Een doel is een tekst van 1 tot 200 tekens.',
    }),
    trace: traceIn(traceparent),
  };
}
