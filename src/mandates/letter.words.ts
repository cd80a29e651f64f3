import type { Day } from '../domain/day.ts';
import { addDays } from '../domain/day.ts';
import type { Category, ScopeAction } from '../domain/scope.ts';

/** The languages of a letter. */
export type Language = 'nl' | 'en';

/** What a letter is about. */
export interface LetterContent {
  readonly client: string;
  readonly office: { readonly name: string; readonly kvk: string };
  readonly lines: readonly {
    readonly sender: { readonly nameNl: string; readonly nameEn: string };
    readonly category: Category | 'all';
    readonly actions: readonly ScopeAction[];
  }[];
  readonly from: Day;
  readonly until: Day;
  /** The day from which the code no longer works (R11). */
  readonly codeUntil: Day;
  readonly code: string;
  /** Where one answers online. */
  readonly website: string;
}

/** A part of a letter, as it is read aloud: a heading, a paragraph, a list, or the code. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A day written out: 1 januari 2027, 1 January 2027. */
export const writtenOut = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** People count to the last day, rules to the first day outside. */
export const lastDay = (until: Day, language: Language): string => writtenOut(addDays(until, -1), language);

const categories: Readonly<Record<Language, Readonly<Record<Category | 'all', string>>>> = {
  nl: {
    financial: 'berichten over geld',
    care: 'berichten over zorg',
    other: 'andere berichten',
    all: 'alle berichten',
  },
  en: {
    financial: 'messages about money',
    care: 'messages about care',
    other: 'other messages',
    all: 'all messages',
  },
};
const actions: Readonly<Record<Language, Readonly<Record<ScopeAction, string>>>> = {
  nl: {
    read: 'lezen',
    acknowledge: 'bevestigen',
    reply: 'beantwoorden',
    archive: 'opbergen',
    download: 'opslaan',
    forward: 'doorsturen',
  },
  en: {
    read: 'read',
    acknowledge: 'confirm',
    reply: 'answer',
    archive: 'put away',
    download: 'save',
    forward: 'pass on',
  },
};

/** The scope lines as a letter lists them: sender, category, and what the office may do. */
export const scopeLines = ({ lines }: Pick<LetterContent, 'lines'>, language: Language): string[] =>
  lines.map((line) => {
    const sender = language === 'nl' ? line.sender.nameNl : line.sender.nameEn;
    const verbs = new Intl.ListFormat(locales[language]).format(
      line.actions.map((action) => actions[language][action]),
    );
    return `${sender}: ${categories[language][line.category]} (${verbs})`;
  });

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function inDutch(letter: LetterContent): Block[] {
  const { office, website } = letter;
  return [
    heading(`${office.name} vraagt u om een machtiging`),
    paragraph(`Beste ${letter.client},`),
    paragraph(
      `${office.name} (KvK-nummer ${office.kvk}) wil berichten van de overheid voor u behandelen. Dat mag alleen als u dat goed vindt. U bent niets verplicht.`,
    ),
    heading('Wat mag het kantoor als u ja zegt?'),
    { kind: 'list', items: scopeLines(letter, 'nl') },
    paragraph(
      `De machtiging begint op ${writtenOut(letter.from, 'nl')} en duurt tot en met ${lastDay(letter.until, 'nl')}. Het kantoor ziet dan ook oudere berichten van deze soort. Andere berichten ziet het kantoor niet.`,
    ),
    heading('Zegt u ja?'),
    paragraph(
      `Dat kan op twee manieren. U logt in op ${website} en geeft toestemming. Of u geeft deze code aan het kantoor:`,
    ),
    { kind: 'code', text: letter.code },
    paragraph(
      `De code werkt tot en met ${lastDay(letter.codeUntil, 'nl')}. Geef de code alleen als u de machtiging wilt geven.`,
    ),
    heading('Zegt u nee?'),
    paragraph('Dan hoeft u niets te doen. U kunt ook inloggen en het verzoek weigeren.'),
    heading('Later stoppen kan altijd'),
    paragraph(
      'U kunt de machtiging op elk moment intrekken: online, aan een balie of met een brief. U hoeft niet te zeggen waarom. Online ziet u ook wie uw berichten heeft bekeken.',
    ),
  ];
}

function inEnglish(letter: LetterContent): Block[] {
  const { office, website } = letter;
  return [
    heading(`${office.name} asks you for an authorisation`),
    paragraph(`Dear ${letter.client},`),
    paragraph(
      `${office.name} (KvK number ${office.kvk}) would like to handle government messages for you. That is allowed only if you agree. You do not have to.`,
    ),
    heading('What may the office do if you say yes?'),
    { kind: 'list', items: scopeLines(letter, 'en') },
    paragraph(
      `The authorisation starts on ${writtenOut(letter.from, 'en')} and lasts up to and including ${lastDay(letter.until, 'en')}. The office then also sees older messages of this kind. It does not see other messages.`,
    ),
    heading('Do you say yes?'),
    paragraph(
      `There are two ways. You sign in at ${website} and consent. Or you give this code to the office:`,
    ),
    { kind: 'code', text: letter.code },
    paragraph(
      `The code works up to and including ${lastDay(letter.codeUntil, 'en')}. Give it only if you want to give the authorisation.`,
    ),
    heading('Do you say no?'),
    paragraph('Then you need not do anything. You can also sign in and decline the request.'),
    heading('You can always stop later'),
    paragraph(
      'You can revoke the authorisation at any moment: online, at a desk or by letter. You need not say why. Online you also see who looked at your messages.',
    ),
  ];
}

/** The whole text of a letter in one language. */
export const letterIn = (language: Language, letter: LetterContent): Block[] =>
  language === 'nl' ? inDutch(letter) : inEnglish(letter);

/** What a letter is called, for its reader's software. */
export const titleOf = (language: Language, { office }: LetterContent): string =>
  language === 'nl'
    ? `${office.name} vraagt u om een machtiging`
    : `${office.name} asks you for an authorisation`;
