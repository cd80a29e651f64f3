import { heading, type Letter, paragraph } from '../../platform/letters/letter.ts';

/** What a letter says that goes without a code. */
export interface NewsLetterContent {
  readonly client: string;
  readonly website: string;
  /** Where to write to, line by line. */
  readonly postalAddress: readonly string[];
}

/** The letter to somebody to whose account a means of sign-in was added. */
export const addedLetter = ({ client, website, postalAddress }: NewsLetterContent): Letter => ({
  nl: {
    title: 'Er is een inlogmiddel aan uw account toegevoegd',
    blocks: [
      heading('Er is een inlogmiddel aan uw account toegevoegd'),
      paragraph(`Beste ${client},`),
      paragraph(
        'Iemand vroeg om met een ander inlogmiddel uw berichten van de overheid te lezen, en dat is toegestaan. Een inlogmiddel dat u eerder had, werkt misschien niet meer.',
      ),
      paragraph(`Heeft u dit gevraagd? Dan hoeft u niets te doen. U ziet uw inlogmiddelen op ${website}.`),
      heading('Heeft u dit niet gevraagd?'),
      paragraph(
        `Log dan in op ${website} en beëindig het inlogmiddel. Of schrijf ons zo snel mogelijk: een ambtenaar kan het terugdraaien. Ons adres is:`,
      ),
      { kind: 'list', items: postalAddress },
    ],
  },
  en: {
    title: 'A means of sign-in was added to your account',
    blocks: [
      heading('A means of sign-in was added to your account'),
      paragraph(`Dear ${client},`),
      paragraph(
        'Somebody asked to read your government messages with another means of sign-in, and that was granted. A means that you had before may not work any more.',
      ),
      paragraph(
        `Did you ask for this? Then you need not do anything. You see your means of sign-in on ${website}.`,
      ),
      heading('Did you not ask for this?'),
      paragraph(
        `Then sign in on ${website} and end that means. Or write to us as soon as you can: an official can undo it. Our address is:`,
      ),
      { kind: 'list', items: postalAddress },
    ],
  },
});

/** The letter to somebody whose request on paper was refused: no more than that, and how to ask again. */
export const refusedLetter = ({ client, website, postalAddress }: NewsLetterContent): Letter => ({
  nl: {
    title: 'Uw aanvraag is afgewezen',
    blocks: [
      heading('Uw aanvraag is afgewezen'),
      paragraph(`Beste ${client},`),
      paragraph(
        'U heeft gevraagd om uw berichten van de Nederlandse overheid online te kunnen lezen. Uw aanvraag is afgewezen.',
      ),
      heading('Opnieuw aanvragen'),
      paragraph(
        `U kunt het opnieuw vragen op ${website}, of met een brief. Stuur een duidelijke kopie van uw paspoort of identiteitskaart mee. Wilt u weten waarom de aanvraag is afgewezen, of bent u het er niet mee eens? Schrijf ons dan:`,
      ),
      { kind: 'list', items: postalAddress },
    ],
  },
  en: {
    title: 'Your request was refused',
    blocks: [
      heading('Your request was refused'),
      paragraph(`Dear ${client},`),
      paragraph('You asked to read your messages of the Dutch government online. Your request was refused.'),
      heading('Asking again'),
      paragraph(
        `You can ask again on ${website}, or with a letter. Send a clear copy of your passport or identity card with it. Do you want to know why it was refused, or do you not agree? Write to us:`,
      ),
      { kind: 'list', items: postalAddress },
    ],
  },
});
