import { writtenOut } from '../../platform/written-out.ts';
import type { Language } from '../../platform/language.ts';
import type { NoticeKind } from '../../domain/notice.ts';
import { endingOn } from './ending.words.ts';
import { guardianshipNotices } from './guardianship.words.ts';
import { coverWords } from './notice.cover.words.ts';
import { lifeWords } from './notice.life.words.ts';
import { endWords } from './notice.end.words.ts';
import { type NoticeContent, type NoticeWriters, whose, type Writer } from './notice.writer.ts';

const warning: NoticeWriters = {
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
const ended: NoticeWriters = {
  client: {
    nl: ({ office, about }, language) =>
      `Uw machtiging aan ${office} is op ${writtenOut(about, language)} beëindigd, omdat zij twee jaar niet werd gebruikt.`,
    en: ({ office, about }, language) =>
      `Your authorisation of ${office} was ended on ${writtenOut(about, language)}, because it had not been used for two years.`,
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
    `Kijk of de machtiging van ${whose(content, language)} nog nodig is. Dat kan vanaf ${writtenOut(content.about, language)}. Bevestig de machtiging, of zeg haar op.`,
  en: (content, language) =>
    `See whether the authorisation of ${whose(content, language)} is still needed. You can do this from ${writtenOut(content.about, language)}. Confirm it, or end it.`,
};

const onPaper: NoticeWriters = {
  client: {
    nl: ({ office, about }, language) =>
      `Wij kregen van u een machtiging op papier. ${office} mag vanaf ${writtenOut(about, language)} berichten voor u behandelen. Heeft u haar niet gegeven? Trek haar dan in.`,
    en: ({ office, about }, language) =>
      `We received an authorisation from you on paper. From ${writtenOut(about, language)} ${office} may handle messages for you. Did you not give it? Then revoke it.`,
  },
  organisation: {
    nl: (content, language) =>
      `${whose(content, language)} heeft u op papier gemachtigd. U heeft toegang vanaf ${writtenOut(content.about, language)}.`,
    en: (content, language) =>
      `${whose(content, language)} authorised you on paper. You have access from ${writtenOut(content.about, language)}.`,
  },
};

type Ending = Extract<NoticeKind, `ending-${number}`>;
const isEnding = (kind: NoticeKind): kind is Ending => kind.startsWith('ending-');

const writers: Readonly<Record<Exclude<NoticeKind, Ending>, NoticeWriters>> = {
  'unused-warning': warning,
  'unused-ended': ended,
  'review-due': { client: review, organisation: review },
  'given-on-paper': onPaper,
  ...lifeWords,
  ...guardianshipNotices,
  ...endWords,
  ...coverWords,
};

/** A notice in words, with its day written out: 1 januari 2027, 1 January 2027. */
export function noticeIn(language: Language, content: NoticeContent): string {
  const { kind, recipient, ground = 'voluntary' } = content;
  const said = isEnding(kind) ? endingOn[ground] : writers[kind];
  return said[recipient][language](content, language);
}
