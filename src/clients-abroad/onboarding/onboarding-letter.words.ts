import type { Day } from '../../domain/day.ts';
import { lastDayTold } from '../../platform/deadline.ts';
import { type Block, heading, type Letter, paragraph } from '../../platform/letters/letter.ts';

/** What the letter with a code is about. */
export interface OnboardingLetterContent {
  readonly client: string;
  readonly reference: string;
  readonly code: string;
  /** The day from which the code no longer works (R11). */
  readonly codeUntil: Day;
  /** In which he lives, as he wrote. */
  readonly timeZone?: string | undefined;
  readonly website: string;
  /** Where to write to, line by line. */
  readonly postalAddress: readonly string[];
}

function inDutch({
  client,
  reference,
  code,
  codeUntil,
  timeZone,
  website,
  postalAddress,
}: OnboardingLetterContent): Block[] {
  return [
    heading('Uw code voor berichten van de Nederlandse overheid'),
    paragraph(`Beste ${client},`),
    paragraph(
      'U heeft gevraagd om uw berichten van de Nederlandse overheid online te kunnen lezen. Uw aanvraag is goedgekeurd. Met de code in deze brief zet u uw account open.',
    ),
    heading('Wat moet u doen?'),
    {
      kind: 'list',
      items: [
        `Ga naar ${website} en log in met het account dat u daar zelf maakt.`,
        'Kies: ik heb een brief met een code.',
        'Vul het kenmerk en de code in.',
      ],
    },
    paragraph('Uw kenmerk:'),
    { kind: 'code', text: reference },
    paragraph('Uw code:'),
    { kind: 'code', text: code },
    paragraph(
      `De code werkt tot en met ${lastDayTold(codeUntil, 'nl', timeZone)}. U kunt de code één keer gebruiken. Na vijf verkeerde pogingen werkt de code niet meer.`,
    ),
    heading('Geef de code aan niemand'),
    paragraph(
      'Wie deze code heeft, kan uw berichten lezen. Wij vragen nooit om uw code, ook niet aan de telefoon.',
    ),
    heading('Heeft u dit niet gevraagd?'),
    paragraph(
      'Dan heeft misschien iemand anders uw naam gebruikt. Geef de code aan niemand. Schrijf ons zo snel mogelijk, en noem het kenmerk. Wij zorgen dan dat de code niet meer werkt. Ons adres is:',
    ),
    { kind: 'list', items: postalAddress },
  ];
}

function inEnglish({
  client,
  reference,
  code,
  codeUntil,
  timeZone,
  website,
  postalAddress,
}: OnboardingLetterContent): Block[] {
  return [
    heading('Your code for messages of the Dutch government'),
    paragraph(`Dear ${client},`),
    paragraph(
      'You asked to read your messages of the Dutch government online. Your request was approved. With the code in this letter you open your account.',
    ),
    heading('What do you have to do?'),
    {
      kind: 'list',
      items: [
        `Go to ${website} and sign in with the account that you make there yourself.`,
        'Choose: I have a letter with a code.',
        'Enter the reference and the code.',
      ],
    },
    paragraph('Your reference:'),
    { kind: 'code', text: reference },
    paragraph('Your code:'),
    { kind: 'code', text: code },
    paragraph(
      `The code works up to and including ${lastDayTold(codeUntil, 'en', timeZone)}. You can use it once. After five wrong tries it no longer works.`,
    ),
    heading('Give the code to nobody'),
    paragraph(
      'Whoever has this code can read your messages. We never ask for your code, not on the telephone either.',
    ),
    heading('Did you not ask for this?'),
    paragraph(
      'Then somebody else may have used your name. Give the code to nobody. Write to us as soon as you can, and name the reference. We make sure that the code works no longer. Our address is:',
    ),
    { kind: 'list', items: postalAddress },
  ];
}

/** The letter with which somebody abroad opens his account. */
export const onboardingLetter = (content: OnboardingLetterContent): Letter => ({
  nl: { title: 'Uw code voor berichten van de Nederlandse overheid', blocks: inDutch(content) },
  en: { title: 'Your code for messages of the Dutch government', blocks: inEnglish(content) },
});
