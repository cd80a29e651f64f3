import type { Sentence } from '../domain/sentence.ts';
import type { Language } from '../platform/language.ts';

const lasting: Readonly<Record<Language, (seconds: number) => string>> = {
  nl: (seconds) => (seconds <= 60 ? `${seconds} seconden` : `${Math.ceil(seconds / 60)} minuten`),
  en: (seconds) => (seconds <= 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`),
};

/** That the registers have yet to answer, and after how many seconds it makes sense to try again. */
export const beingAsked = (seconds: number): Sentence => ({
  nl: `De registers hebben nog niet geantwoord over dit besluit. Probeer het over ${lasting.nl(seconds)} opnieuw.`,
  en: `The registers have yet to answer about this order. Try again in ${lasting.en(seconds)}.`,
});

/** That nobody asks them any more: they did not answer for hours. */
export const noLongerAsked: Sentence = {
  nl: 'De registers antwoordden niet over dit besluit en worden niet meer gevraagd. Meld dit bij de beheerder van deze dienst.',
  en: 'The registers did not answer about this order and are no longer asked. Report this to who runs this service.',
};
