import type { Language } from '../../platform/language.ts';
import { figures } from '../../platform/written-out.ts';

/** `1 rij`, `2.000 rijen`. */
const some = (count: number, language: Language, one: string, more: string): string =>
  `${figures(count, language)} ${count === 1 ? one : more}`;

/** How many rows. */
export const rows = (count: number) => ({
  nl: some(count, 'nl', 'rij', 'rijen'),
  en: some(count, 'en', 'row', 'rows'),
});
/** How many lines. */
export const lines = (count: number) => ({
  nl: some(count, 'nl', 'regel', 'regels'),
  en: some(count, 'en', 'line', 'lines'),
});
/** How many letters. */
export const letters = (count: number) => ({
  one: count === 1,
  nl: some(count, 'nl', 'brief', 'brieven'),
  en: some(count, 'en', 'letter', 'letters'),
});
/** How many mandates. */
export const mandates = (count: number) => ({
  one: count === 1,
  nl: some(count, 'nl', 'machtiging', 'machtigingen'),
  en: some(count, 'en', 'mandate', 'mandates'),
});
