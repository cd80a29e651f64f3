import type { Subject } from './actor.ts';
import type { Day } from './day.ts';
import type { Oin } from './identifiers.ts';
import type { MessageId, OrganisationId } from './ids.ts';
import type { Authority } from './mandate.ts';
import type { Category, Described } from './scope.ts';
import type { Sentence } from './sentence.ts';

/** Who shields (afschermen): the client from who acts by his own will, a judge also from a guardian. */
export const shieldMakers = ['client', 'court'] as const;
/** One of {@link shieldMakers}. */
export type ShieldMaker = (typeof shieldMakers)[number];

/** What a shield hides: one message; or a sender, a category, or a category of a sender. */
export interface Hidden {
  readonly message?: MessageId | undefined;
  readonly sender?: Oin | undefined;
  readonly category?: Category | undefined;
}

/** A shield that was not ended: a forbid, which wins over every permit. */
export interface Shield extends Hidden {
  readonly by: ShieldMaker;
  /** From whom; absent: from every representative. */
  readonly organisation?: OrganisationId | undefined;
}

/** A message that is known by itself. */
type Known = Described & { readonly id: MessageId };

const speaksOf = ({ message, sender, category }: Hidden, given: Known): boolean =>
  message === undefined
    ? (sender === undefined || sender === given.sender) &&
      (category === undefined || category === given.category)
    : message === given.id;

/** Whether a mandate goes back to the client's own will: also urgent acts after the end of one that did (R31). */
const isOfOwnWill = (mandate: Authority, all: readonly Authority[]): boolean =>
  (mandate.ground === 'urgent-acts' ? all.find(({ id }) => id === mandate.predecessor) : mandate)?.ground ===
  'voluntary';

/** Whether a shield keeps anything from who acts by this mandate, given all of this client and office. */
export const keepsFrom = (shield: Shield, mandate: Authority, all: readonly Authority[]): boolean =>
  (shield.by === 'court' || isOfOwnWill(mandate, all)) &&
  (shield.organisation === undefined || shield.organisation === mandate.organisation);

/** Whether a shield keeps this message from who acts by this mandate, given all of this client and office. */
export const hides = (
  shield: Shield,
  mandate: Authority,
  all: readonly Authority[],
  message: Known,
): boolean => keepsFrom(shield, mandate, all) && speaksOf(shield, message);

/** Whether it names one message, or else a sender, a category or both: never everything, and never two things at once. */
export const isOneThing = ({ message, sender, category }: Hidden): boolean =>
  (message !== undefined) !== (sender !== undefined || category !== undefined);

/** The decision of a judge by which a shield of a judge ends. */
export interface Lifting {
  readonly caseNumber: string;
  /** The day of the decision. */
  readonly decidedOn: Day;
}

/** What an official entered of it before. */
export interface EnteredLifting extends Lifting {
  readonly by: Subject;
  readonly stillWorks: boolean;
}

/**
 * What it comes to that this official enters this decision: `first` when another has to enter the same, `enough` when
 * another did who still works, `same-official` when he did so himself. Another decision than the one before begins anew.
 */
export function secondLook(
  official: Subject,
  lifting: Lifting,
  before: EnteredLifting | undefined,
): 'first' | 'enough' | 'same-official' {
  const same =
    before?.stillWorks && before.caseNumber === lifting.caseNumber && before.decidedOn === lifting.decidedOn;
  if (!same) return 'first';
  return before.by === official ? 'same-official' : 'enough';
}

/** Whether a client's own shield hides nothing from a representative: all that he acts by a judge ordered. */
export const hidesNothingFrom = (grounds: readonly string[]): boolean =>
  grounds.length > 0 && grounds.every((ground) => ground !== 'voluntary' && ground !== 'urgent-acts');

/** What a client hears who shields something from somebody whom a judge appointed. */
export const holdsNotTowardsGuardian: Sentence = {
  en: 'A judge appointed this representative. Your shield hides nothing from him: only a judge can order that.',
  nl: 'De rechter heeft deze vertegenwoordiger benoemd. Uw afscherming verbergt niets voor hem: dat kan alleen de rechter bepalen.',
};
