import { type Fault, fault } from './errors.ts';
import type { CourtMeasure } from './ground.ts';
import type { Oin } from './identifiers.ts';
import { type Category, everySender, type ScopeAction, scopeActions, type WideScope } from './scope.ts';

/** What an order says about how far the guardian reaches. */
export interface Reach {
  /** A bewind over named goods only (BW 1:431): then the senders are named that write about them (R24). */
  readonly partial: boolean;
  /** The judge divided the tasks between guardians (BW 1:383, 1:437): then his own part is named (R25). */
  readonly divided: boolean;
  readonly senders?: readonly Oin[] | undefined;
  readonly categories?: readonly (Category | 'all')[] | undefined;
}

/** R23: what each measure is about. A provisional measure is about what the order says, never more than a curator. */
const whole: Readonly<Record<CourtMeasure, readonly (Category | 'all')[]>> = {
  curatele: ['all'],
  bewind: ['financial'],
  mentorschap: ['care'],
  provisional: [],
};

/** What a measure could be about at the most. */
const most: Readonly<Record<CourtMeasure, readonly (Category | 'all')[]>> = {
  ...whole,
  curatele: ['all', 'financial', 'care', 'other'],
  provisional: ['all', 'financial', 'care', 'other'],
};

/** A guardian stands in the ward's place within his scope: he may do all that a representative can do. */
const guardianActions: readonly ScopeAction[] = scopeActions;

/**
 * R23, R24, R25: the scope lines of the mandate that a verified order gives. A partial bewind without a list of
 * senders has none, so no access.
 */
export function linesOf(ground: CourtMeasure, reach: Reach): readonly WideScope[] {
  const senders: readonly WideScope['sender'][] = reach.senders ?? (reach.partial ? [] : [everySender]);
  const categories = reach.categories ?? whole[ground];
  return senders.flatMap((sender) =>
    categories.map((category) => ({ sender, category, actions: guardianActions })),
  );
}

/** R23–R25: every fault of how far the guardian is said to reach, at once. */
export function faultsOfReach(ground: CourtMeasure, reach: Reach): readonly Fault[] {
  const { partial, divided, senders, categories } = reach;
  const faults: Fault[] = [];
  categories?.forEach((category, place) => {
    if (!most[ground].includes(category))
      faults.push(
        fault(
          `#/categories/${place}`,
          'outside-the-ground',
          'This measure is not about that.',
          'Deze maatregel gaat daar niet over.',
        ),
      );
  });
  if (categories?.includes('all') && categories.length > 1)
    faults.push(
      fault(
        '#/categories',
        'repeated',
        '`all` holds the other categories already.',
        'In `all` zitten de andere rubrieken al.',
      ),
    );
  if (ground === 'provisional' && categories === undefined)
    faults.push(
      fault(
        '#/categories',
        'required',
        'Name what the order says that it is about.',
        'Noem waar het besluit volgens de rechter over gaat.',
      ),
    );
  if (partial && ground !== 'bewind')
    faults.push(
      fault(
        '#/partial',
        'only-bewind',
        'Only a bewind can be over named goods.',
        'Alleen een bewind kan over bepaalde goederen gaan.',
      ),
    );
  if (divided && senders === undefined && categories === undefined)
    faults.push(
      fault(
        '#/divided',
        'part-missing',
        'Name the senders or categories that are his part.',
        'Noem de afnemers of rubrieken die zijn deel zijn.',
      ),
    );
  if (!divided && !partial && ground !== 'provisional') {
    if (senders !== undefined)
      faults.push(
        fault(
          '#/senders',
          'not-limited',
          'Senders are named when the bewind is partial or divided.',
          'Noem afnemers alleen als het bewind over bepaalde goederen gaat of verdeeld is.',
        ),
      );
    if (categories !== undefined)
      faults.push(
        fault(
          '#/categories',
          'not-limited',
          'Categories are named when the tasks are divided.',
          'Noem rubrieken alleen als de taken verdeeld zijn.',
        ),
      );
  }
  return faults;
}
