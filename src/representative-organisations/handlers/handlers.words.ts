import { addDays, type Day } from '../../domain/day.ts';

/** A sentence for a client, in both languages. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

const written = (day: Day, locale: 'nl-NL' | 'en-GB'): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** How many people work for the client. Never who they are (R35). */
export function peopleInWords(office: string, people: number, alone = false): Sentence {
  if (people === 0 && alone)
    return {
      nl: `${office} kan nu niets voor u doen.`,
      en: `${office} cannot do anything for you now.`,
    };
  if (people === 0)
    return {
      nl: `Bij ${office} kan nu niemand iets voor u doen.`,
      en: `Nobody at ${office} can do anything for you now.`,
    };
  if (alone)
    return {
      nl: `${office} doet dit zelf, zonder kantoor.`,
      en: `${office} does this alone, without an office.`,
    };
  return people === 1
    ? { nl: `Bij ${office} werkt 1 persoon voor u.`, en: `At ${office}, 1 person works for you.` }
    : {
        nl: `Bij ${office} werken ${people} personen voor u.`,
        en: `At ${office}, ${people} people work for you.`,
      };
}

/** That a colleague stands in. People count to the last day, rules to the first day outside. */
export function coverInWords({ from, until }: { from: Day; until: Day }): Sentence {
  const last = addDays(until, -1);
  return from === last
    ? {
        nl: `Op ${written(from, 'nl-NL')} neemt een collega het werk over.`,
        en: `On ${written(from, 'en-GB')} a colleague stands in.`,
      }
    : {
        nl: `Van ${written(from, 'nl-NL')} tot en met ${written(last, 'nl-NL')} neemt een collega het werk over.`,
        en: `From ${written(from, 'en-GB')} up to and including ${written(last, 'en-GB')} a colleague stands in.`,
      };
}
