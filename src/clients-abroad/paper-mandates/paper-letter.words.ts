import type { Day } from '../../domain/day.ts';
import { type NamedLine, scopeLines } from '../../domain/scope.words.ts';
import { lastDayTold } from '../../platform/deadline.ts';
import { type Block, heading, type Letter, paragraph } from '../../platform/letters/letter.ts';
import { writtenOut } from '../../platform/written-out.ts';

/** What a client abroad is told of what he gave on paper. */
export interface PaperLetterContent {
  readonly client: string;
  readonly office: { readonly name: string; readonly kvk?: string | undefined };
  readonly lines: readonly NamedLine[];
  readonly from: Day;
  readonly until: Day;
  /** By which a letter of his about it is found. */
  readonly reference: string;
  /** In which he lives, when he said so. */
  readonly timeZone?: string | undefined;
  readonly website: string;
  /** Where to write to, line by line. */
  readonly postalAddress: readonly string[];
}

function inDutch(letter: PaperLetterContent): Block[] {
  const { client, office, from, until, reference, timeZone, website, postalAddress } = letter;
  const who = office.kvk === undefined ? 'een persoon, geen kantoor' : `KvK-nummer ${office.kvk}`;
  return [
    heading(`U heeft ${office.name} gemachtigd`),
    paragraph(`Beste ${client},`),
    paragraph(
      `Wij kregen van u een machtiging op papier. Twee ambtenaren hebben haar bekeken. ${office.name} (${who}) mag nu berichten van de overheid voor u behandelen.`,
    ),
    heading(`Wat mag ${office.name}?`),
    { kind: 'list', items: scopeLines(letter.lines, 'nl') },
    paragraph(
      `De machtiging geldt vanaf ${writtenOut(from, 'nl')} tot en met ${lastDayTold(until, 'nl', timeZone)}. ${office.name} ziet ook oudere berichten van deze soort, en geen andere berichten.`,
    ),
    heading('Stoppen kan altijd'),
    paragraph(
      'U kunt de machtiging op elk moment intrekken. U hoeft niet te zeggen waarom. Dat kan met een brief: schrijf uw naam, dat u de machtiging intrekt en dit kenmerk, en zet uw handtekening.',
    ),
    { kind: 'code', text: reference },
    paragraph(
      `Kunt u later wel inloggen? Dan trekt u de machtiging in op ${website}. Daar ziet u ook wie uw berichten heeft bekeken.`,
    ),
    heading('Heeft u deze machtiging niet gegeven?'),
    paragraph('Schrijf ons dan zo snel mogelijk. Noem het kenmerk. Wij stoppen de machtiging meteen.'),
    heading('Ons adres'),
    { kind: 'list', items: postalAddress },
  ];
}

function inEnglish(letter: PaperLetterContent): Block[] {
  const { client, office, from, until, reference, timeZone, website, postalAddress } = letter;
  const who = office.kvk === undefined ? 'a person, not an office' : `KvK number ${office.kvk}`;
  return [
    heading(`You authorised ${office.name}`),
    paragraph(`Dear ${client},`),
    paragraph(
      `We received an authorisation from you on paper. Two officials looked at it. ${office.name} (${who}) may now handle government messages for you.`,
    ),
    heading(`What may ${office.name} do?`),
    { kind: 'list', items: scopeLines(letter.lines, 'en') },
    paragraph(
      `The authorisation holds from ${writtenOut(from, 'en')} up to and including ${lastDayTold(until, 'en', timeZone)}. ${office.name} also sees older messages of this kind, and no other messages.`,
    ),
    heading('You can always stop'),
    paragraph(
      'You can revoke the authorisation at any moment. You need not say why. You can do so by letter: write your name, that you revoke the authorisation and this reference, and sign it.',
    ),
    { kind: 'code', text: reference },
    paragraph(
      `Can you sign in later? Then you revoke it at ${website}. There you also see who looked at your messages.`,
    ),
    heading('Did you not give this authorisation?'),
    paragraph('Then write to us as soon as you can. Name the reference. We end it at once.'),
    heading('Our address'),
    { kind: 'list', items: postalAddress },
  ];
}

/** The letter that confirms what a client abroad gave on paper. */
export const paperLetter = (content: PaperLetterContent): Letter => ({
  nl: { title: `U heeft ${content.office.name} gemachtigd`, blocks: inDutch(content) },
  en: { title: `You authorised ${content.office.name}`, blocks: inEnglish(content) },
});
