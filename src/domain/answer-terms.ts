import { addDays, type Day, dayOf } from './day.ts';

/** R11: for how many days the code in a letter works; abroad the post takes longer. */
export interface AnswerTerms {
  readonly inTheNetherlands: number;
  readonly abroad: number;
}

/** R11: the day from which a code that is sent now no longer works. */
export const codeEndsOn = (now: Date, abroad: boolean, terms: AnswerTerms): Day =>
  addDays(dayOf(now), abroad ? terms.abroad : terms.inTheNetherlands);

/**
 * The day on which a request made now lapses without an answer. It is the same for everyone, at home, abroad and
 * unknown, because an office that sees one request lapse sooner than another would learn something (R3).
 */
export const offerStandsUntil = (now: Date, terms: AnswerTerms): Day =>
  addDays(dayOf(now), Math.max(terms.abroad, terms.inTheNetherlands));
