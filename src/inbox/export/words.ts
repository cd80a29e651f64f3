import { type Day, dayOf } from '../../domain/day.ts';
import type { Category } from '../../domain/scope.ts';
import type { Language } from '../../platform/language.ts';
import type { SelectedMessage } from './selection.store.ts';

/** The words of files with messages, in both languages. */
export const words = {
  nl: {
    zip: 'berichten',
    contents: 'inhoud.csv',
    columns: [
      'Nummer',
      'Opgenomen',
      'Bestand',
      'Cliënt',
      'Referentie',
      'Afzender',
      'Onderwerp',
      'Bezorgd',
    ].concat(['Bijlagen', 'Waarom niet', 'Bericht']),
    yes: 'ja',
    no: 'nee',
    notThere: 'Dit bericht is er niet, of u mag het niet zien.',
    heading: {
      reference: 'Uw referentie',
      client: 'Cliënt',
      sender: 'Afzender',
      category: 'Rubriek',
      delivered: 'Bezorgd',
      subject: 'Onderwerp',
    },
    categories: { financial: 'financieel', care: 'zorg', other: 'overig' },
    noCategory: 'onbekend',
  },
  en: {
    zip: 'messages',
    contents: 'contents.csv',
    columns: ['Number', 'Included', 'File', 'Client', 'Reference', 'Sender', 'Subject', 'Delivered'].concat([
      'Attachments',
      'Why not',
      'Message',
    ]),
    yes: 'yes',
    no: 'no',
    notThere: 'This message is not there, or is not yours to see.',
    heading: {
      reference: 'Your reference',
      client: 'Client',
      sender: 'Sender',
      category: 'Category',
      delivered: 'Delivered',
      subject: 'Subject',
    },
    categories: { financial: 'financial', care: 'care', other: 'other' },
    noCategory: 'unknown',
  },
} as const satisfies Record<Language, unknown>;

const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});

/** A Dutch day and time, as `2026-11-24 10:15`: it sorts, and a spreadsheet knows it. */
export const dutchTime = (instant: Date): string => `${dayOf(instant)} ${clock.format(instant)}`;

/** What a category is called; a message may have none (R36). */
export const categoryName = (language: Language, category: Category | null): string =>
  category === null ? words[language].noCategory : words[language].categories[category];

/** What a sender is called. */
export const senderName = (
  language: Language,
  { nameNl, nameEn }: { readonly nameNl: string; readonly nameEn: string },
): string => (language === 'nl' ? nameNl : nameEn);

/** The Dutch day on which it was delivered. */
export const deliveryDay = ({ deliveredAt }: SelectedMessage): Day => dayOf(deliveredAt);

/** A message as a plain text: what it is above a blank line, and then its text as the sender wrote it. */
export function textOf(message: SelectedMessage, language: Language): string {
  const { heading } = words[language];
  const lines: [string, string | null][] = [
    [heading.reference, message.reference],
    [heading.client, message.clientName],
    [heading.sender, senderName(language, message)],
    [heading.category, categoryName(language, message.category)],
    [heading.delivered, dutchTime(message.deliveredAt)],
    [heading.subject, message.subject],
  ];
  const head = lines.filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`);
  return `${head.join('\n')}\n\n${message.body}\n`;
}
