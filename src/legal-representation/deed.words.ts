import { dayOf } from '../domain/day.ts';
import type { Language } from '../platform/language.ts';
import { writtenOut } from '../platform/written-out.ts';
import type { Deed } from './what-happened.store.ts';

/** What a guardian does by his mandate, for the ward. What is not here is named by the rest. */
const done: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'inbox.read': { nl: 'een bericht geopend', en: 'opened a message' },
  'inbox.list': { nl: 'de lijst met berichten bekeken', en: 'looked at the list of messages' },
  'inbox.collect': { nl: 'berichten opgehaald', en: 'collected messages' },
  'inbox.download': { nl: 'een bericht of bijlage gedownload', en: 'downloaded a message or attachment' },
  'inbox.mark': { nl: 'een bericht gemarkeerd', en: 'marked a message' },
  'inbox.archive': { nl: 'een bericht opgeborgen', en: 'archived a message' },
};
const rest = { nl: 'iets gedaan met deze machtiging', en: 'done something with this authorisation' };

const times: Readonly<Record<Language, (count: number) => string>> = {
  nl: (count) => `${count} keer`,
  en: (count) => (count === 1 ? 'Once' : `${count} times`),
};

/** "12 keer een bericht geopend. De laatste keer was op 3 december 2026." */
export function deedIn(language: Language, { action, times: count, last }: Deed): string {
  const what = (done[action] ?? rest)[language];
  const day = writtenOut(dayOf(last), language);
  return language === 'nl'
    ? `${times.nl(count)} ${what}. De laatste keer was op ${day}.`
    : `${times.en(count)} ${what}. The last time was on ${day}.`;
}
