import type { Day } from '../domain/day.ts';
import { type NamedLine, scopeLines } from '../domain/scope.words.ts';
import type { Language } from '../platform/language.ts';
import { type Block, heading, type Letter, paragraph } from '../platform/letters/letter.ts';
import { lastDayTold } from '../platform/deadline.ts';
import { writtenOut } from '../platform/written-out.ts';

/** One mandate that a letter asks for. */
export interface Asked {
  readonly lines: readonly NamedLine[];
  readonly from: Day;
  readonly until: Day;
  /** Whether he gave it before, and it is to go on. */
  readonly renewal: boolean;
  /** The day from which the code no longer works (R11). */
  readonly codeUntil: Day;
  readonly code: string;
}

/** What a letter is about. */
export interface LetterContent {
  readonly client: string;
  readonly office: { readonly name: string; readonly kvk?: string | undefined };
  /** One, or several of one run (R15). */
  readonly asked: readonly Asked[];
  /** In which the client lives, when he said so: he is told the last days in his time as well. */
  readonly timeZone?: string | undefined;
  /** Where one answers online. */
  readonly website: string;
}

/** Who asks, so that the reader knows whether it is an office or a person by himself. */
const known: Readonly<Record<Language, (office: LetterContent['office']) => string>> = {
  nl: ({ kvk }) => (kvk === undefined ? 'een persoon, geen kantoor' : `KvK-nummer ${kvk}`),
  en: ({ kvk }) => (kvk === undefined ? 'a person, not an office' : `KvK number ${kvk}`),
};

/** Up to and including this day. */
const last = (until: Day, { timeZone }: LetterContent, language: Language): string =>
  lastDayTold(until, language, timeZone);

const titles: Readonly<Record<Language, (letter: LetterContent) => string>> = {
  nl: ({ office, asked }) =>
    `${office.name} vraagt u om ${asked.length > 1 ? `${asked.length} machtigingen` : 'een machtiging'}`,
  en: ({ office, asked }) =>
    `${office.name} asks you for ${asked.length > 1 ? `${asked.length} authorisations` : 'an authorisation'}`,
};

function inDutch(letter: LetterContent): Block[] {
  const { office, website, asked } = letter;
  const several = asked.length > 1;
  return [
    heading(titles.nl(letter)),
    paragraph(`Beste ${letter.client},`),
    paragraph(
      `${office.name} (${known.nl(office)}) wil berichten van de overheid voor u behandelen. Dat mag alleen als u dat goed vindt. U bent niets verplicht.`,
    ),
    ...(several ? [paragraph('U beslist over elke machtiging apart.')] : []),
    ...asked.flatMap((each, place) => [
      heading(`${several ? `Machtiging ${place + 1}: wat` : 'Wat'} mag ${office.name} als u ja zegt?`),
      { kind: 'list', items: scopeLines(each.lines, 'nl') } as const,
      paragraph(
        `De machtiging begint op ${writtenOut(each.from, 'nl')} en duurt tot en met ${last(each.until, letter, 'nl')}. ${office.name} ziet dan ook oudere berichten van deze soort, en geen andere berichten.`,
      ),
      ...(each.renewal ? [paragraph('Dit is een verlenging: u gaf deze machtiging al eerder.')] : []),
    ]),
    heading('Zegt u ja?'),
    paragraph(
      `Dat kan op twee manieren. U logt in op ${website} en geeft toestemming. Of u geeft ${several ? 'de code van de machtiging' : 'deze code'} aan ${office.name}:`,
    ),
    ...asked.flatMap((each, place) => [
      ...(several ? [paragraph(`De code van machtiging ${place + 1}:`)] : []),
      { kind: 'code', text: each.code } as const,
      paragraph(
        `De code werkt tot en met ${last(each.codeUntil, letter, 'nl')}. Geef de code alleen als u de machtiging wilt geven.`,
      ),
    ]),
    heading('Zegt u nee?'),
    paragraph(
      `Dan hoeft u niets te doen. U kunt ook inloggen en het verzoek weigeren.${several ? ' U kunt ja zeggen tegen de ene machtiging en nee tegen de andere.' : ''}`,
    ),
    heading('Later stoppen kan altijd'),
    paragraph(
      'U kunt de machtiging op elk moment intrekken: online, aan een balie of met een brief. U hoeft niet te zeggen waarom. Online ziet u ook wie uw berichten heeft bekeken.',
    ),
  ];
}

function inEnglish(letter: LetterContent): Block[] {
  const { office, website, asked } = letter;
  const several = asked.length > 1;
  return [
    heading(titles.en(letter)),
    paragraph(`Dear ${letter.client},`),
    paragraph(
      `${office.name} (${known.en(office)}) would like to handle government messages for you. That is allowed only if you agree. You do not have to.`,
    ),
    ...(several ? [paragraph('You decide about each authorisation by itself.')] : []),
    ...asked.flatMap((each, place) => [
      heading(
        `${several ? `Authorisation ${place + 1}: what` : 'What'} may ${office.name} do if you say yes?`,
      ),
      { kind: 'list', items: scopeLines(each.lines, 'en') } as const,
      paragraph(
        `The authorisation starts on ${writtenOut(each.from, 'en')} and lasts up to and including ${last(each.until, letter, 'en')}. ${office.name} then also sees older messages of this kind, and no other messages.`,
      ),
      ...(each.renewal ? [paragraph('This is a renewal: you gave this authorisation before.')] : []),
    ]),
    heading('Do you say yes?'),
    paragraph(
      `There are two ways. You sign in at ${website} and consent. Or you give ${several ? 'the code of the authorisation' : 'this code'} to ${office.name}:`,
    ),
    ...asked.flatMap((each, place) => [
      ...(several ? [paragraph(`The code of authorisation ${place + 1}:`)] : []),
      { kind: 'code', text: each.code } as const,
      paragraph(
        `The code works up to and including ${last(each.codeUntil, letter, 'en')}. Give it only if you want to give the authorisation.`,
      ),
    ]),
    heading('Do you say no?'),
    paragraph(
      `Then you need not do anything. You can also sign in and decline the request.${several ? ' You can say yes to one authorisation and no to another.' : ''}`,
    ),
    heading('You can always stop later'),
    paragraph(
      'You can revoke the authorisation at any moment: online, at a desk or by letter. You need not say why. Online you also see who looked at your messages.',
    ),
  ];
}

/** The letter that offers mandates: what is asked, for how long, and how to answer. */
export const offerLetter = (content: LetterContent): Letter => ({
  nl: { title: titles.nl(content), blocks: inDutch(content) },
  en: { title: titles.en(content), blocks: inEnglish(content) },
});
