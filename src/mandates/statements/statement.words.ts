import type { Day } from '../../domain/day.ts';
import { scopeLines } from '../../domain/scope.words.ts';
import type { Language } from '../../platform/language.ts';
import { type Block, heading, type Letter, paragraph } from '../../platform/letters/letter.ts';
import { locales, writtenOut } from '../../platform/written-out.ts';
import type { StatedClaims } from './statement.claims.ts';

/** What stands on a statement on paper: what it shows, until when, and the statement itself for a machine. */
export interface StatementContent {
  readonly shown: Partial<StatedClaims>;
  readonly expiresAt: Date;
  readonly statement: string;
  /** Where the keys are by which it is checked. */
  readonly keys: string;
}

const titles: Readonly<Record<Language, string>> = {
  nl: 'Verklaring van een machtiging',
  en: 'Statement of an authorisation',
};

const instant = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' },
  }).format(at);

const grounds: Readonly<Record<Language, (ground: string) => string>> = {
  nl: (ground) =>
    ({ voluntary: 'de cliënt gaf de machtiging zelf', 'urgent-acts': 'dringende zaken na het einde' })[
      ground
    ] ?? `een besluit van de rechter (${ground})`,
  en: (ground) =>
    ({ voluntary: 'the client gave the authorisation', 'urgent-acts': 'urgent acts after the end' })[
      ground
    ] ?? `a decision of a court (${ground})`,
};

const list = (items: readonly (string | undefined)[]): Block[] => {
  const there = items.filter((item) => item !== undefined);
  return there.length > 0 ? [{ kind: 'list', items: there }] : [];
};

const linesOf = ({ scope = [] }: Partial<StatedClaims>, language: Language): readonly string[] =>
  scopeLines(
    scope.map(({ sender_name, sender_name_en, ...line }) => ({
      ...line,
      sender: { nameNl: sender_name, nameEn: sender_name_en },
    })),
    language,
  );
const dayIn = (day: string | undefined, language: Language): string | undefined =>
  day && writtenOut(day as Day, language);
const noTerm: Readonly<Record<Language, string>> = {
  nl: 'geen, er is geen termijn',
  en: 'none, it has no term',
};
const lastIn = (day: string | null | undefined, language: Language): string | undefined =>
  day === null ? noTerm[language] : dayIn(day, language);
const say = (label: string, value: string | undefined): string | undefined => value && `${label}: ${value}`;

function inDutch({ shown, expiresAt, statement, keys }: StatementContent): Block[] {
  const scope = linesOf(shown, 'nl');
  return [
    heading(titles.nl),
    paragraph('Volmacht verklaart: deze machtiging gold toen dit papier werd gemaakt.'),
    ...list([
      say('Wie vertegenwoordigd wordt', shown.client_name),
      say('Geboren op', dayIn(shown.client_birth_date, 'nl')),
      say('BSN', shown.client_bsn),
      say('Wie namens deze persoon mag handelen', shown.organisation_name),
      say('KvK-nummer', shown.organisation_kvk),
      say('Eerste dag', dayIn(shown.first_day, 'nl')),
      say('Laatste dag', lastIn(shown.last_day, 'nl')),
      say('Reden', shown.ground && grounds.nl(shown.ground)),
      say('Nummer van de machtiging', shown.mandate_id),
    ]),
    ...(scope.length > 0 ? [heading('Voor welke berichten?'), ...list(scope)] : []),
    heading('Controleert u dit papier?'),
    paragraph(
      `Lees de code met een programma. Alleen dan weet u of dit papier echt is, en of de machtiging nog geldt. Na ${instant(expiresAt, 'nl')} uur is dit papier niets meer waard. Vraag ook wie u voor u heeft: dit papier zegt niet wie het mag laten zien.`,
    ),
    paragraph(`De sleutels om te controleren staan op ${keys}.`),
    aboveTheCode(shown, 'nl'),
    {
      kind: 'qr',
      content: statement,
      says: 'De verklaring als QR-code, voor een programma dat haar controleert.',
    },
  ];
}

function inEnglish({ shown, expiresAt, statement, keys }: StatementContent): Block[] {
  const scope = linesOf(shown, 'en');
  return [
    heading(titles.en),
    paragraph('Volmacht states: this authorisation held when this paper was made.'),
    ...list([
      say('Who is represented', shown.client_name),
      say('Born on', dayIn(shown.client_birth_date, 'en')),
      say('BSN', shown.client_bsn),
      say('Who may act for this person', shown.organisation_name),
      say('KvK number', shown.organisation_kvk),
      say('First day', dayIn(shown.first_day, 'en')),
      say('Last day', lastIn(shown.last_day, 'en')),
      say('Reason', shown.ground && grounds.en(shown.ground)),
      say('Number of the authorisation', shown.mandate_id),
    ]),
    ...(scope.length > 0 ? [heading('For which messages?'), ...list(scope)] : []),
    heading('Do you check this paper?'),
    paragraph(
      `Read the code with a program. Only then do you know whether this paper is real, and whether the authorisation still holds. After ${instant(expiresAt, 'en')} this paper is worth nothing. Ask also whom you have before you: this paper does not say who may show it.`,
    ),
    paragraph(`The keys to check with are at ${keys}.`),
    aboveTheCode(shown, 'en'),
    { kind: 'qr', content: statement, says: 'The statement as a QR code, for a program that checks it.' },
  ];
}

/** What stands above the code, which may have a page to itself: of whom it is, as far as that is shown. */
const aboveTheCode = (
  { client_name: client, organisation_name: office }: Partial<StatedClaims>,
  language: Language,
): Block => {
  if (!client || !office) return heading(titles[language]);
  return heading(
    language === 'nl' ? `${office} mag handelen namens ${client}` : `${office} may act for ${client}`,
  );
};

/** The statement on paper, in both languages. */
export const statementPaper = (content: StatementContent): Letter => ({
  nl: { title: titles.nl, blocks: inDutch(content) },
  en: { title: titles.en, blocks: inEnglish(content) },
});
