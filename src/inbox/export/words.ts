import { addDays, type Day, dayOf } from '../../domain/day.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import type { WorkState } from '../../domain/message-work.ts';
import type { ReplyKind } from '../../domain/reply.ts';
import type { Category } from '../../domain/scope.ts';
import { lastDayTold } from '../../platform/deadline.ts';
import type { Language } from '../../platform/language.ts';
import type { SelectedMessage } from './selection.store.ts';

/** The words of files with messages, and of lists of them, in one language. */
interface Words {
  readonly yes: string;
  readonly no: string;
  readonly zip: string;
  /** The list in a file with messages: its name, and its columns. */
  readonly contents: string;
  readonly contentColumns: readonly string[];
  readonly notThere: string;
  /** What stands above the text of a message. */
  readonly heading: Readonly<
    Record<'reference' | 'client' | 'sender' | 'category' | 'delivered' | 'reply' | 'subject', string>
  >;
  readonly list: { readonly file: string; readonly columns: readonly string[] };
  readonly categories: Readonly<Record<Category | 'none', string>>;
  readonly replies: Readonly<Record<ReplyKind, string>>;
  readonly states: Readonly<Record<WorkState, string>>;
}

/** Column for column the same in both languages. */
export const words: Readonly<Record<Language, Words>> = {
  nl: {
    ...{ yes: 'ja', no: 'nee', zip: 'berichten', contents: 'inhoud' },
    contentColumns: [
      ...['Nummer', 'Opgenomen', 'Bestand', 'Cliënt', 'Referentie', 'Afzender', 'Onderwerp', 'Bezorgd'],
      ...['Bijlagen', 'Waarom niet', 'Bericht'],
    ],
    notThere: 'Dit bericht is er niet, of u mag het niet zien.',
    heading: {
      ...{ reference: 'Uw referentie', client: 'Cliënt', sender: 'Afzender', category: 'Rubriek' },
      ...{ delivered: 'Bezorgd', reply: 'Reageren tot en met', subject: 'Onderwerp' },
    },
    list: {
      file: 'berichten',
      columns: [
        ...['Bezorgd', 'Cliënt', 'Afzender', 'Rubriek', 'Onderwerp', 'Reageren tot en met', 'Soort reactie'],
        ...['Bijlagen', 'Gelezen', 'Gelezen op kantoor', 'Stand', 'In handen van', 'Opgeborgen', 'Bericht'],
        ...['Pseudoniem van de cliënt'],
      ],
    },
    categories: { financial: 'financieel', care: 'zorg', other: 'overig', none: 'onbekend' },
    replies: { objection: 'bezwaar', payment: 'betaling', information: 'informatie' },
    states: { open: 'open', taken: 'opgepakt', handled: 'afgehandeld' },
  },
  en: {
    ...{ yes: 'yes', no: 'no', zip: 'messages', contents: 'contents' },
    contentColumns: [
      ...['Number', 'Included', 'File', 'Client', 'Reference', 'Sender', 'Subject', 'Delivered'],
      ...['Attachments', 'Why not', 'Message'],
    ],
    notThere: 'This message is not there, or is not yours to see.',
    heading: {
      ...{ reference: 'Your reference', client: 'Client', sender: 'Sender', category: 'Category' },
      ...{ delivered: 'Delivered', reply: 'Reply by', subject: 'Subject' },
    },
    list: {
      file: 'messages',
      columns: [
        ...['Delivered', 'Client', 'Sender', 'Category', 'Subject', 'Reply by', 'Kind of reply'],
        ...['Attachments', 'Read', 'Read in the office', 'Work', 'In the hands of', 'Archived', 'Message'],
        ...['Pseudonym of the client'],
      ],
    },
    categories: { financial: 'financial', care: 'care', other: 'other', none: 'unknown' },
    replies: { objection: 'objection', payment: 'payment', information: 'information' },
    states: { open: 'open', taken: 'taken', handled: 'handled' },
  },
};

const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});

/** A Dutch day and time, as `2026-11-24 10:15`: it sorts, and a spreadsheet knows it. */
export const dutchTime = (instant: Date): string => `${dayOf(instant)} ${clock.format(instant)}`;

/** What a category is called; a message may have none (R36). */
export const categoryName = (language: Language, category: Category | null): string =>
  words[language].categories[category ?? 'none'];

/** What a sender is called. */
export const senderName = (
  language: Language,
  { nameNl, nameEn }: { readonly nameNl: string; readonly nameEn: string },
): string => (language === 'nl' ? nameNl : nameEn);

/** The Dutch day on which it was delivered. */
export const deliveryDay = ({ deliveredAt }: SelectedMessage): Day => dayOf(deliveredAt);

/** The last day to reply; for a client with a time zone of his own the last minute, by both clocks. */
const replyDay = (by: Day, language: Language, timeZone: string | undefined): string =>
  timeZone === undefined ? by : lastDayTold(addDays(by, 1), language, timeZone);

/** A message as a plain text: what it is above a blank line (R2: without a BSN), and then its text as the sender wrote it. */
export function textOf(message: SelectedMessage, language: Language, timeZone?: string): string {
  const { heading, replies } = words[language];
  const { replyBy, replyKind } = message;
  const lines: [string, string | null][] = [
    [heading.reference, message.reference && maskedBsns(message.reference)],
    [heading.client, message.clientName],
    [heading.sender, senderName(language, message)],
    [heading.category, categoryName(language, message.category)],
    [heading.delivered, dutchTime(message.deliveredAt)],
    [
      heading.reply,
      replyBy && replyKind && `${replyDay(replyBy, language, timeZone)} (${replies[replyKind]})`,
    ],
    [heading.subject, maskedBsns(message.subject)],
  ];
  const head = lines.filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`);
  return `${head.join('\n')}\n\n${message.body}\n`;
}
