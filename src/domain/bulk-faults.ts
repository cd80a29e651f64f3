import { notRepeated } from './errors.ts';
import type { Sentence } from './sentence.ts';

/** What can be wrong with a row, as the sentences about it. `{line}`, `{last}` and `{name}` are filled in. */
const words = {
  required: { en: 'This is empty. Fill it in.', nl: 'Dit is leeg. Vul het in.' },
  null: {
    en: '`null` is no value here. Leave the field out.',
    nl: '`null` is hier geen waarde. Laat het veld weg.',
  },
  text: {
    en: 'Write at most 80 characters on one line, without a citizen service number.',
    nl: 'Schrijf hoogstens 80 tekens op één regel, zonder burgerservicenummer.',
  },
  encoding: {
    en: 'This holds a character that is not UTF-8. Save the file as “CSV UTF-8”.',
    nl: 'Hier staat een teken dat geen UTF-8 is. Sla het bestand op als ‘CSV UTF-8’.',
  },
  quotes: {
    en: 'This line cannot be read: a quotation mark is missing or in the wrong place.',
    nl: 'Deze regel is niet te lezen: er ontbreekt een aanhalingsteken of het staat verkeerd.',
  },
  'unclosed-quote': {
    en: 'Lines {line} to {last} were read as one row: a quotation mark on line {line} is not closed.',
    nl: 'De regels {line} tot en met {last} zijn als één rij gelezen: een aanhalingsteken op regel {line} is niet gesloten.',
  },
  'cell-count': {
    en: 'This line has more cells than the header. Put a cell that holds the sign between cells in quotation marks.',
    nl: 'Deze regel heeft meer cellen dan de kopregel. Zet een cel met daarin het teken tussen cellen tussen aanhalingstekens.',
  },
  object: {
    en: 'This must be an object with the fields of a request.',
    nl: 'Dit moet een object zijn met de velden van een verzoek.',
  },
  'unknown-field': {
    en: 'The field “{name}” is not known here.',
    nl: 'Het veld ‘{name}’ is hier niet bekend.',
  },
  bsn: {
    en: 'This is not a BSN: it has nine digits and passes the eleven-proof.',
    nl: 'Dit is geen BSN: dat heeft negen cijfers en klopt met de elfproef.',
  },
  day: { en: 'This day does not exist.', nl: 'Deze dag bestaat niet.' },
  'day-form': {
    en: 'Write a day as 2027-01-31: year, month, date. In a CSV file 31-01-2027 is good, too.',
    nl: 'Schrijf een dag als 2027-01-31: jaar, maand, dag. In een CSV-bestand mag ook 31-01-2027.',
  },
  'too-long-ago': {
    en: 'This day is too long ago. Days before 1900 are not known here.',
    nl: 'Deze dag is te lang geleden. Dagen van vóór 1900 zijn hier niet bekend.',
  },
  'too-far-ahead': {
    en: 'This day is too far ahead. Days after 2199 are not known here.',
    nl: 'Deze dag is te ver weg. Dagen na 2199 zijn hier niet bekend.',
  },
  'in-the-future': {
    en: 'This day is still to come. Nobody is born on it yet.',
    nl: 'Deze dag moet nog komen. Er is nog niemand op geboren.',
  },
  'in-the-past': {
    en: 'A mandate starts today or later.',
    nl: 'Een machtiging begint vandaag of later.',
  },
  'before-start': { en: 'The end must be after the start.', nl: 'Het einde moet na het begin liggen.' },
  'too-long': { en: 'A mandate lasts five years at most.', nl: 'Een machtiging duurt hoogstens vijf jaar.' },
  sender: {
    en: 'The number of a sender (OIN) has twenty digits. A spreadsheet shortens it unless the column is text.',
    nl: 'Het nummer van een afnemer (OIN) heeft twintig cijfers. Een rekenblad kort het af als de kolom geen tekst is.',
  },
  'unknown-sender': {
    en: 'There is no sender with this number.',
    nl: 'Er is geen afnemer met dit nummer.',
  },
  'bsn-as-number': {
    en: 'Write a BSN as text, between quotation marks: as a number it loses its leading zero.',
    nl: 'Schrijf een BSN als tekst, tussen aanhalingstekens: als getal raakt het de nul vooraan kwijt.',
  },
  'no-actions': {
    en: 'This list is empty. Name at least one action: read, acknowledge, reply, archive, download or forward.',
    nl: 'Deze lijst is leeg. Noem ten minste één actie: lezen, bevestigen, beantwoorden, opbergen, downloaden of doorsturen.',
  },
  category: {
    en: 'This category is not known. Choose financial, care, other or all.',
    nl: 'Deze rubriek is niet bekend. Kies financieel, zorg, overig of alles.',
  },
  actions: {
    en: 'This holds an action that is not known, or twice the same. Choose from read, acknowledge, reply, archive, download and forward.',
    nl: 'Hier staat een actie die niet bekend is, of twee keer dezelfde. Kies uit lezen, bevestigen, beantwoorden, opbergen, downloaden en doorsturen.',
  },
  lines: {
    en: 'Give a list of 1 to 50 lines, each with a sender, a category and actions.',
    nl: 'Geef een lijst van 1 tot 50 regels, elk met een afnemer, een rubriek en acties.',
  },
  'repeated-line': {
    en: 'An earlier line already covers this sender and category.',
    nl: 'Een eerdere regel gaat al over deze afnemer en rubriek.',
  },
  'unknown-template': {
    en: 'Your office has no template of this name.',
    nl: 'Uw kantoor heeft geen sjabloon met deze naam.',
  },
  'template-and-lines': {
    en: 'Give a template, or a sender with category and actions; not both.',
    nl: 'Geef een sjabloon, of een afnemer met rubriek en acties; niet allebei.',
  },
  'repeated-in-file': {
    en: 'Line {line} already asks this client for this sender and category.',
    nl: 'Regel {line} vraagt deze cliënt al om deze afnemer en rubriek.',
  },
  'duplicate-mandate': {
    en: 'Your office already has a mandate or a request for this client and this sender and category.',
    nl: 'Uw kantoor heeft al een machtiging of een verzoek voor deze cliënt en deze afnemer en rubriek.',
  },
  'other-birth-date': {
    en: 'Line {line} gives another date of birth for this client.',
    nl: 'Regel {line} noemt een andere geboortedatum voor deze cliënt.',
  },
  'other-period': {
    en: 'Line {line} gives another period for this client. One letter has one period.',
    nl: 'Regel {line} noemt een andere periode voor deze cliënt. Eén brief heeft één periode.',
  },
  'other-reference': {
    en: 'Line {line} gives another reference for this client. One letter has one reference.',
    nl: 'Regel {line} noemt een ander kenmerk voor deze cliënt. Eén brief heeft één kenmerk.',
  },
  'too-many-lines': {
    en: 'The rows of this client together have more than 50 lines.',
    nl: 'De rijen van deze cliënt hebben samen meer dan 50 regels.',
  },
  mandate: {
    en: 'This is not the number of a mandate.',
    nl: 'Dit is niet het nummer van een machtiging.',
  },
  'unknown-mandate': {
    en: 'This mandate does not exist, or is not yours to see.',
    nl: 'Deze machtiging bestaat niet, of u mag die niet zien.',
  },
  'not-running': {
    en: 'This mandate is not active, so it cannot be renewed or renounced.',
    nl: 'Deze machtiging loopt niet, dus verlengen of opzeggen kan niet.',
  },
  'repeated-mandate': {
    en: 'Line {line} already names this mandate.',
    nl: 'Regel {line} noemt deze machtiging al.',
  },
} as const satisfies Record<string, { en: string; nl: string }>;

/** The closed list of what can be wrong with a row. */
export type BulkFaultCode = keyof typeof words;

/** One thing that is wrong with a row. Holds no value of the row (R2). */
export interface BulkFault {
  /** The field, as `birthDate` or `lines/0/sender`; absent when it is the row as a whole. */
  readonly field?: string | undefined;
  readonly code: BulkFaultCode;
  /** The line of another row that it clashes with, or the first of those that were read as one row. */
  readonly line?: number | undefined;
  /** The last of the lines that were read as one row. */
  readonly lastLine?: number | undefined;
  /** The mandate that it clashes with (R14). */
  readonly mandate?: string | undefined;
}

/** Of a field whose name may be a number or a code that came in the wrong place (R2). */
const unnamed: Sentence = {
  en: 'There is a field that is not known here. Its name is not repeated, because it may hold a value.',
  nl: 'Er staat een veld dat hier niet bekend is. De naam wordt niet herhaald, want daar kan een waarde in staan.',
};

/** A fault as a sentence for people. */
export function faultSentence({ field, code, line, lastLine }: BulkFault): Sentence {
  const name = field?.split('/').at(-1) ?? notRepeated;
  const { nl, en } = code === 'unknown-field' && name === notRepeated ? unnamed : words[code];
  const filled = (text: string): string =>
    text
      .replaceAll('{line}', String(line ?? ''))
      .replace('{last}', String(lastLine ?? ''))
      .replace('{name}', name);
  return { nl: filled(nl), en: filled(en) };
}
