import { addDays, type Day } from '../domain/day.ts';
import type { Language } from './language.ts';

/** How dates, numbers and lists are written in each language. */
export const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>;

/** A number as people write it: 10.000 in Dutch, 10,000 in English. */
export const figures = (count: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(count);

/** A day written out: 1 januari 2027, 1 January 2027. */
export const writtenOut = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** People count to the last day, rules to the first day outside. */
export const lastDay = (until: Day, language: Language): string => writtenOut(addDays(until, -1), language);
