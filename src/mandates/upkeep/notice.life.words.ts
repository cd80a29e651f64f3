import type { MandateGround } from '../../domain/ground.ts';
import type { Language } from '../../platform/language.ts';
import { writtenOut } from '../../platform/written-out.ts';
import { type NoticeWriters, whose } from './notice.writer.ts';

const municipality: Readonly<Record<Language, string>> = {
  nl: 'Klopt dit niet? Neem contact op met uw gemeente.',
  en: 'Is this not right? Contact your municipality.',
};

/** What one side alone hears. */
const only = (words: NoticeWriters['client']): NoticeWriters => ({ client: words, organisation: words });

/** To the client alone: an office never hears of it. */
const toClient = (nl: (day: string) => string, en: (day: string) => string): NoticeWriters =>
  only({
    nl: ({ about }) => `${nl(writtenOut(about, 'nl'))} ${municipality.nl}`,
    en: ({ about }) => `${en(writtenOut(about, 'en'))} ${municipality.en}`,
  });

/** What becomes of a mandate whose representative died: only what the client gave himself is his to give anew (R26, R27). */
const afterwards = (ground: MandateGround | undefined, language: Language): string => {
  if (ground === 'urgent-acts')
    return {
      nl: 'Niemand kan meer dringende zaken voor u afmaken.',
      en: 'Nobody can finish urgent matters for you any more.',
    }[language];
  return ground === undefined || ground === 'voluntary'
    ? {
        nl: 'Uw machtiging is beëindigd. Wilt u weer hulp? Dan kunt u iemand anders machtigen.',
        en: 'Your authorisation has ended. Do you want help again? Then you can authorise someone else.',
      }[language]
    : {
        nl: 'De maatregel van de rechter gaat door. De rechter benoemt iemand anders die u vertegenwoordigt.',
        en: 'The measure of the court goes on. The court appoints someone else who represents you.',
      }[language];
};

/** What people hear when the registers of persons told something (R30), or of their own account. */
export const lifeWords = {
  // To the office: nobody writes to the dead.
  'client-died': only({
    nl: (content) =>
      `${whose(content, 'nl')} is overleden op ${writtenOut(content.about, 'nl')}. De machtiging is beëindigd. U kunt geen berichten meer lezen.`,
    en: (content) =>
      `${whose(content, 'en')} died on ${writtenOut(content.about, 'en')}. The authorisation has ended. You cannot read messages any more.`,
  }),
  'representative-died': only({
    nl: ({ office, about, ground }) =>
      `${office} is overleden op ${writtenOut(about, 'nl')}. ${afterwards(ground, 'nl')}`,
    en: ({ office, about, ground }) =>
      `${office} died on ${writtenOut(about, 'en')}. ${afterwards(ground, 'en')}`,
  }),
  'moved-abroad': toClient(
    (day) =>
      `U woont sinds ${day} in het buitenland. Brieven gaan nu naar uw adres daar. Uw machtigingen blijven gelden.`,
    (day) =>
      `You have lived abroad since ${day}. Letters go to your address there. Your authorisations stay as they are.`,
  ),
  'came-back': toClient(
    (day) =>
      `U woont sinds ${day} weer in Nederland. Brieven gaan nu naar uw adres hier. Uw machtigingen blijven gelden.`,
    (day) =>
      `You have lived in the Netherlands again since ${day}. Letters go to your address here. Your authorisations stay as they are.`,
  ),
  moved: toClient(
    (day) => `U heeft sinds ${day} een ander adres. Brieven gaan nu naar dat adres.`,
    (day) => `You have another address since ${day}. Letters go to that address.`,
  ),
  'curatele-reported': toClient(
    (day) =>
      `Volgens het register staat u sinds ${day} onder curatele. Een ambtenaar controleert dat. Tot dan blijven uw machtigingen zoals ze zijn, en kunt u geen nieuwe geven.`,
    (day) =>
      `According to the register you have been under curatele since ${day}. An official looks into it. Until then your authorisations stay as they are, and you cannot give new ones.`,
  ),
  'means-added': only({
    nl: ({ about }) =>
      `Op ${writtenOut(about, 'nl')} is een inlogmiddel aan uw account toegevoegd. Kijk bij uw inlogmiddelen. Kent u het niet? Beëindig het dan, of schrijf ons: een ambtenaar kan het terugdraaien.`,
    en: ({ about }) =>
      `On ${writtenOut(about, 'en')} a means of sign-in was added to your account. Look at your means of sign-in. If you do not know it, end it, or write to us: an official can undo it.`,
  }),
  'name-changed': {
    client: {
      nl: ({ client, about }) =>
        `U heet sinds ${writtenOut(about, 'nl')} ${client ?? 'anders'}. Wij gebruiken nu deze naam. ${municipality.nl}`,
      en: ({ client, about }) =>
        `Since ${writtenOut(about, 'en')} you are called ${client ?? 'otherwise'}. We use this name now. ${municipality.en}`,
    },
    organisation: {
      nl: (content) =>
        `Een cliënt heeft sinds ${writtenOut(content.about, 'nl')} een andere naam: ${whose(content, 'nl')}. De machtiging blijft gelden.`,
      en: (content) =>
        `A client has another name since ${writtenOut(content.about, 'en')}: ${whose(content, 'en')}. The authorisation stays as it is.`,
    },
  },
  'came-of-age': {
    client: {
      nl: ({ about }) =>
        `U bent sinds ${writtenOut(about, 'nl')} meerderjarig. U beslist nu zelf wie uw berichten mag lezen. Kijk of uw machtigingen nog kloppen.`,
      en: ({ about }) =>
        `You have been of age since ${writtenOut(about, 'en')}. You decide yourself now who may read your messages. See whether your authorisations are still right.`,
    },
    organisation: {
      nl: (content) =>
        `${whose(content, 'nl')} is sinds ${writtenOut(content.about, 'nl')} meerderjarig en beslist nu zelf over de machtiging.`,
      en: (content) =>
        `${whose(content, 'en')} has been of age since ${writtenOut(content.about, 'en')}, and decides about the authorisation now.`,
    },
  },
} as const satisfies Record<string, NoticeWriters>;
