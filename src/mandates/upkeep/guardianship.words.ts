import type { NoticeKind } from '../../domain/notice.ts';
import { lastDay, writtenOut } from '../../platform/written-out.ts';
import { whose, type NoticeWriters } from './notice.writer.ts';

/** What a court decided, and what that does to mandates. */
export type GuardianshipNotice = Extract<
  NoticeKind,
  `guardianship-${string}` | `${string}-by-guardianship` | `urgent-acts-${string}`
>;

/** What people hear when a guardianship begins, stops for a while or ends. Plain Dutch, B1 level, and English. */
export const guardianshipNotices: Readonly<Record<GuardianshipNotice, NoticeWriters>> = {
  'guardianship-began': {
    client: {
      nl: ({ office, about }, language) =>
        `Een rechter besloot dat ${office} u vertegenwoordigt. ${office} mag vanaf ${writtenOut(about, language)} berichten van u lezen. U houdt uw eigen inbox, en ziet wat ${office} doet.`,
      en: ({ office, about }, language) =>
        `A judge decided that ${office} represents you. From ${writtenOut(about, language)} ${office} may read messages of yours. You keep your own inbox, and see what ${office} does.`,
    },
    organisation: {
      nl: (content, language) =>
        `Het besluit van de rechter over ${whose(content, language)} is goedgekeurd. U heeft toegang vanaf ${writtenOut(content.about, language)}.`,
      en: (content, language) =>
        `The court order about ${whose(content, language)} is verified. You have access from ${writtenOut(content.about, language)}.`,
    },
  },
  'guardianship-shut': {
    client: {
      nl: ({ office, about }, language) =>
        `Een rechter besloot dat ${office} u vertegenwoordigt vanaf ${writtenOut(about, language)}. ${office} kan geen berichten van u lezen: er is niet gezegd van welke afnemers.`,
      en: ({ office, about }, language) =>
        `A judge decided that ${office} represents you from ${writtenOut(about, language)}. ${office} can read no messages of yours: it was not said of which senders.`,
    },
    organisation: {
      nl: (content, language) =>
        `Het besluit van de rechter over ${whose(content, language)} is goedgekeurd. Het noemt geen afnemers, dus u kunt geen berichten lezen.`,
      en: (content, language) =>
        `The court order about ${whose(content, language)} is verified. It names no senders, so you can read no messages.`,
    },
  },
  'guardianship-shared': {
    client: {
      nl: ({ office, about }, language) =>
        `Een rechter benoemde nog een vertegenwoordiger naast ${office}, vanaf ${writtenOut(about, language)}. ${office} mag blijven lezen wat het nu leest, tot de rechter over ${office} zelf iets anders besluit.`,
      en: ({ office, about }, language) =>
        `A judge appointed one more guardian beside ${office}, from ${writtenOut(about, language)}. ${office} may go on reading what it reads now, until the judge decides otherwise about ${office} itself.`,
    },
    organisation: {
      nl: (content, language) =>
        `${whose(content, language)} krijgt naast u nog een vertegenwoordiger, vanaf ${writtenOut(content.about, language)}. U houdt uw toegang. Heeft de rechter uw deel kleiner gemaakt? Meld dan dat besluit aan.`,
      en: (content, language) =>
        `${whose(content, language)} gets one more guardian beside you, from ${writtenOut(content.about, language)}. You keep your access. Did the judge make your part smaller? Then hand in that order.`,
    },
  },
  'guardianship-suspended': {
    client: {
      nl: ({ office, about }, language) =>
        `Een rechter heeft ${office} geschorst. ${office} kan uw berichten niet lezen vanaf ${writtenOut(about, language)}.`,
      en: ({ office, about }, language) =>
        `A judge suspended ${office}. From ${writtenOut(about, language)} ${office} cannot read your messages.`,
    },
    organisation: {
      nl: (content, language) =>
        `Een rechter heeft de vertegenwoordiging van ${whose(content, language)} geschorst. U heeft geen toegang vanaf ${writtenOut(content.about, language)}.`,
      en: (content, language) =>
        `A judge suspended your representation of ${whose(content, language)}. You have no access from ${writtenOut(content.about, language)}.`,
    },
  },
  'guardianship-resumed': {
    client: {
      nl: ({ office, about }, language) =>
        `De schorsing van ${office} is voorbij. ${office} mag vanaf ${writtenOut(about, language)} weer berichten van u lezen.`,
      en: ({ office, about }, language) =>
        `The suspension of ${office} is over. From ${writtenOut(about, language)} ${office} may read messages of yours again.`,
    },
    organisation: {
      nl: (content, language) =>
        `De schorsing is voorbij. U vertegenwoordigt ${whose(content, language)} weer vanaf ${writtenOut(content.about, language)}.`,
      en: (content, language) =>
        `The suspension is over. You represent ${whose(content, language)} again from ${writtenOut(content.about, language)}.`,
    },
  },
  'guardianship-ended': {
    client: {
      nl: ({ office, about }, language) =>
        `${office} vertegenwoordigt u niet meer. De laatste dag is ${lastDay(about, language)}. Daarna kan ${office} uw berichten niet lezen.`,
      en: ({ office, about }, language) =>
        `${office} no longer represents you. The last day is ${lastDay(about, language)}. After that ${office} cannot read your messages.`,
    },
    organisation: {
      nl: (content, language) =>
        `U vertegenwoordigt ${whose(content, language)} niet meer. De laatste dag is ${lastDay(content.about, language)}. Moet er nog iets dringends af? Vraag dan toestemming.`,
      en: (content, language) =>
        `You no longer represent ${whose(content, language)}. The last day is ${lastDay(content.about, language)}. Is there something urgent to finish? Then ask for permission.`,
    },
  },
  'ended-by-guardianship': {
    client: {
      nl: ({ office, about }, language) =>
        `Een rechter besloot opnieuw over wie u vertegenwoordigt. Daarom stopt deze machtiging van ${office}. De eerste dag zonder is ${writtenOut(about, language)}.`,
      en: ({ office, about }, language) =>
        `A judge decided anew who represents you. So this authorisation of ${office} ends. The first day without it is ${writtenOut(about, language)}.`,
    },
    organisation: {
      nl: (content, language) =>
        `Een rechter besloot opnieuw over wie ${whose(content, language)} vertegenwoordigt. Daarom stopt deze machtiging. De eerste dag zonder is ${writtenOut(content.about, language)}.`,
      en: (content, language) =>
        `A judge decided anew who represents ${whose(content, language)}. So this authorisation of yours ends. The first day without it is ${writtenOut(content.about, language)}.`,
    },
  },
  'narrowed-by-guardianship': {
    client: {
      nl: ({ office, about }, language) =>
        `Een bewindvoerder regelt uw geldzaken. Daarom gaat de machtiging van ${office} niet meer over geld vanaf ${writtenOut(about, language)}. De rest blijft.`,
      en: ({ office, about }, language) =>
        `A guardian looks after your money. So from ${writtenOut(about, language)} the authorisation of ${office} is no longer about money. The rest stays.`,
    },
    organisation: {
      nl: (content, language) =>
        `Een bewindvoerder regelt de geldzaken van ${whose(content, language)}. Uw machtiging gaat niet meer over geld vanaf ${writtenOut(content.about, language)}. De rest blijft.`,
      en: (content, language) =>
        `A guardian looks after the money of ${whose(content, language)}. From ${writtenOut(content.about, language)} your authorisation is no longer about money. The rest stays.`,
    },
  },
  'urgent-acts-allowed': {
    client: {
      nl: ({ office, about }, language) =>
        `${office} mag dringende zaken voor u afmaken, en daarvoor oude berichten lezen. De laatste dag is ${lastDay(about, language)}.`,
      en: ({ office, about }, language) =>
        `${office} may finish urgent matters for you, and read old messages for that. The last day is ${lastDay(about, language)}.`,
    },
    organisation: {
      nl: (content, language) =>
        `U mag dringende zaken van ${whose(content, language)} afmaken, en daarvoor oude berichten lezen. De laatste dag is ${lastDay(content.about, language)}.`,
      en: (content, language) =>
        `You may finish urgent matters of ${whose(content, language)}, and read old messages for that. The last day is ${lastDay(content.about, language)}.`,
    },
  },
  'urgent-acts-refused': {
    client: {
      nl: ({ office }) => `${office} mag geen zaken meer voor u afmaken.`,
      en: ({ office }) => `${office} may not, or no longer, finish matters for you.`,
    },
    organisation: {
      nl: (content, language) =>
        `U mag geen dringende zaken van ${whose(content, language)} meer afmaken. Lees waarom bij uw verzoek of bij de machtiging.`,
      en: (content, language) =>
        `You may not, or no longer, finish urgent matters of ${whose(content, language)}. Read why at your request or at the authorisation.`,
    },
  },
};
