import { type ReasonCode, reasons } from './reasons.ts';
import type { Sentence } from './sentence.ts';

/** The same reasons in words about a moment to come, of what may be done now. */
const atThatMoment: Partial<Readonly<Record<ReasonCode, Sentence>>> = {
  'mandate-expired': {
    en: 'This is allowed now. At that moment the authorisation has expired. Ask the client in time to renew it.',
    nl: 'Nu mag dit. Op dat moment is de machtiging verlopen. Vraag de cliënt op tijd om een nieuwe machtiging.',
  },
  'mandate-ended-by-law': {
    en: 'This is allowed now. Before that moment a rule of law ends this authorisation.',
    nl: 'Nu mag dit. Voor dat moment stopt deze machtiging door een regel in de wet.',
  },
  'scope-line-ended-by-law': {
    en: 'This is allowed now. Before that moment a rule of law ends this part of the authorisation.',
    nl: 'Nu mag dit. Voor dat moment stopt dit deel van de machtiging door een regel in de wet.',
  },
  'measure-ended': {
    en: 'This is allowed now. At that moment this representation by order of the court has ended.',
    nl: 'Nu mag dit. Op dat moment is deze vertegenwoordiging door een besluit van de rechter beëindigd.',
  },
  'measure-suspended': {
    en: 'This is allowed now. At that moment this representation is suspended by the judge.',
    nl: 'Nu mag dit. Op dat moment is deze vertegenwoordiging geschorst door de rechter.',
  },
  'urgent-acts-over': {
    en: 'This is allowed now. At that moment the time in which you could still do what was urgent is over.',
    nl: 'Nu mag dit. Op dat moment is de tijd voorbij waarin u nog kon doen wat niet kon wachten.',
  },
  'employment-ended': {
    en: 'This is allowed now. At that moment you no longer work for this office.',
    nl: 'Nu mag dit. Op dat moment werkt u niet meer voor dit kantoor.',
  },
  'nobody-in-office': {
    en: 'This is allowed now. Those in this office who may do it today are not there any more at that moment.',
    nl: 'Nu mag dit. De mensen in dit kantoor die dit nu mogen, zijn er op dat moment niet meer.',
  },
  'not-assigned': {
    en: 'This is allowed now. At that moment this client is no longer yours to handle. Ask an administrator of your office.',
    nl: 'Nu mag dit. Op dat moment is deze cliënt niet meer aan u toegewezen. Vraag het een beheerder van uw kantoor.',
  },
};

/**
 * What somebody hears of a refusal that holds only of a moment to come: its code, and a sentence about that moment. What is
 * hidden does exist, as a yes of now has said: of that he hears no more than that it is a no by then.
 */
export function toldOfLater(told: ReasonCode): { readonly reason: ReasonCode; readonly words: Sentence } {
  const reason = told === 'does-not-exist' ? 'not-by-then' : told;
  return { reason, words: atThatMoment[reason] ?? reasons['not-by-then'] };
}
