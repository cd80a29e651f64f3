import type { MandateGround } from '../../domain/ground.ts';
import { lastDay } from '../../platform/written-out.ts';
import { type NoticeWriters, whose } from './notice.writer.ts';

/** R18: a reminder tells what to do when it is still needed. Who gave it gives it again. */
const byWill: NoticeWriters = {
  client: {
    nl: ({ office, about }, language) =>
      `Uw machtiging aan ${office} eindigt. De laatste dag is ${lastDay(about, language)}. Mag ${office} u daarna ook helpen? Geef dan een nieuwe machtiging.`,
    en: ({ office, about }, language) =>
      `Your authorisation of ${office} ends. The last day is ${lastDay(about, language)}. May ${office} help you after that as well? Then give a new authorisation.`,
  },
  organisation: {
    nl: (content, language) =>
      `De machtiging van ${whose(content, language)} eindigt. De laatste dag is ${lastDay(content.about, language)}. Nog nodig? Vraag de cliënt dan om te verlengen.`,
    en: (content, language) =>
      `The authorisation of ${whose(content, language)} ends. The last day is ${lastDay(content.about, language)}. Still needed? Then ask the client to renew it.`,
  },
};

/** Neither the ward nor his guardian makes a measure longer: the court does (R18, R21). */
const byCourt: NoticeWriters = {
  client: {
    nl: ({ office, about }, language) =>
      `De maatregel waardoor ${office} u vertegenwoordigt, eindigt. De laatste dag is ${lastDay(about, language)}. Is de maatregel daarna nog nodig? Daarover beslist de rechter.`,
    en: ({ office, about }, language) =>
      `The measure by which ${office} represents you ends. The last day is ${lastDay(about, language)}. Is it still needed after that? A judge decides about that.`,
  },
  organisation: {
    nl: (content, language) =>
      `Uw vertegenwoordiging van ${whose(content, language)} eindigt. De laatste dag is ${lastDay(content.about, language)}. Nog nodig? Vraag de rechter om te verlengen, en meld het nieuwe besluit aan.`,
    en: (content, language) =>
      `Your representation of ${whose(content, language)} ends. The last day is ${lastDay(content.about, language)}. Still needed? Ask the court to extend it, and hand in the new order.`,
  },
};

/** What an official allowed for a while is not made longer (R31). */
const byLeave: NoticeWriters = {
  client: {
    nl: ({ office, about }, language) =>
      `${office} maakt dringende zaken voor u af. De laatste dag is ${lastDay(about, language)}. Daarna kan ${office} uw berichten niet meer lezen.`,
    en: ({ office, about }, language) =>
      `${office} finishes urgent matters for you. The last day is ${lastDay(about, language)}. After that ${office} can no longer read your messages.`,
  },
  organisation: {
    nl: (content, language) =>
      `U maakt dringende zaken van ${whose(content, language)} af. De laatste dag is ${lastDay(content.about, language)}. Daarna kunt u de berichten niet meer lezen.`,
    en: (content, language) =>
      `You finish urgent matters of ${whose(content, language)}. The last day is ${lastDay(content.about, language)}. After that you can no longer read the messages.`,
  },
};

/** A reminder of an end, by what the mandate rests on. */
export const endingOn: Readonly<Record<MandateGround, NoticeWriters>> = {
  ...{ voluntary: byWill, 'urgent-acts': byLeave },
  ...{ curatele: byCourt, bewind: byCourt, mentorschap: byCourt, provisional: byCourt },
};
