import type { Day } from '../../domain/day.ts';
import type { NoticeKind, Recipient } from '../../domain/notice.ts';
import type { Language } from '../../platform/language.ts';
import { lastDay, writtenOut } from '../letter.words.ts';

/** What a notice speaks of. */
export interface NoticeContent {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly about: Day;
  /** Absent while nobody told his name. */
  readonly client?: string | undefined;
  /** The office's own name for the mandate, for the office. */
  readonly reference?: string | undefined;
  readonly office: string;
}

type Writer = (content: NoticeContent, language: Language) => string;

const nameless: Readonly<Record<Language, string>> = { nl: 'een cliënt', en: 'a client' };

/** By what name the office knows whose mandate it is. */
function whose({ client, reference }: NoticeContent, language: Language): string {
  const name = client ?? nameless[language];
  return reference === undefined ? name : `${name} (${reference})`;
}

const ending: Readonly<Record<Recipient, Readonly<Record<Language, Writer>>>> = {
  client: {
    nl: ({ office, about }, language) =>
      `Uw machtiging aan ${office} eindigt. De laatste dag is ${lastDay(about, language)}. Mag dit kantoor u daarna ook helpen? Geef dan een nieuwe machtiging.`,
    en: ({ office, about }, language) =>
      `Your authorisation of ${office} ends. The last day is ${lastDay(about, language)}. May this office help you after that as well? Then give a new authorisation.`,
  },
  organisation: {
    nl: (content, language) =>
      `De machtiging van ${whose(content, language)} eindigt. De laatste dag is ${lastDay(content.about, language)}. Nog nodig? Vraag de cliënt dan om te verlengen.`,
    en: (content, language) =>
      `The authorisation of ${whose(content, language)} ends. The last day is ${lastDay(content.about, language)}. Still needed? Then ask the client to renew it.`,
  },
};
const warning: typeof ending = {
  client: {
    nl: ({ office, about }, language) =>
      `${office} gebruikt uw machtiging al bijna twee jaar niet. Blijft dat zo? Dan eindigt de machtiging op ${writtenOut(about, language)}. U hoeft niets te doen.`,
    en: ({ office, about }, language) =>
      `${office} has not used your authorisation for almost two years. If that stays so, the authorisation ends on ${writtenOut(about, language)}. You need not do anything.`,
  },
  organisation: {
    nl: (content, language) =>
      `De machtiging van ${whose(content, language)} is al bijna twee jaar niet gebruikt. Blijft dat zo? Dan eindigt de machtiging op ${writtenOut(content.about, language)}.`,
    en: (content, language) =>
      `The authorisation of ${whose(content, language)} has not been used for almost two years. If that stays so, it ends on ${writtenOut(content.about, language)}.`,
  },
};
const ended: typeof ending = {
  client: {
    nl: ({ office, about }, language) =>
      `Uw machtiging aan ${office} is op ${writtenOut(about, language)} beëindigd, omdat het kantoor haar twee jaar niet gebruikte.`,
    en: ({ office, about }, language) =>
      `Your authorisation of ${office} was ended on ${writtenOut(about, language)}, because the office had not used it for two years.`,
  },
  organisation: {
    nl: (content, language) =>
      `De machtiging van ${whose(content, language)} is op ${writtenOut(content.about, language)} beëindigd, omdat zij twee jaar niet werd gebruikt.`,
    en: (content, language) =>
      `The authorisation of ${whose(content, language)} was ended on ${writtenOut(content.about, language)}, because it had not been used for two years.`,
  },
};
const review: Readonly<Record<Language, Writer>> = {
  nl: (content, language) =>
    `Kijk of uw kantoor de machtiging van ${whose(content, language)} nog nodig heeft. Dat kan vanaf ${writtenOut(content.about, language)}. Bevestig de machtiging, of zeg haar op.`,
  en: (content, language) =>
    `See whether your office still needs the authorisation of ${whose(content, language)}. You can do this from ${writtenOut(content.about, language)}. Confirm it, or end it.`,
};

const writers: Readonly<Record<NoticeKind, typeof ending>> = {
  'ending-90': ending,
  'ending-30': ending,
  'ending-7': ending,
  'unused-warning': warning,
  'unused-ended': ended,
  'review-due': { client: review, organisation: review },
};

/** A notice in words, with its day written out: 1 januari 2027, 1 January 2027. */
export const noticeIn = (language: Language, content: NoticeContent): string =>
  writers[content.kind][content.recipient][language](content, language);
