import type { Day } from './day.ts';
import { Problem } from './errors.ts';

/** R30: nothing is opened, and no letter goes, for who died. @throws Problem `move-not-possible` */
export function ensureAlive(diedOn: Day | undefined): void {
  if (diedOn !== undefined)
    throw new Problem('move-not-possible', {
      says: {
        en: 'This person died. Nothing is opened any more.',
        nl: 'Deze persoon is overleden. Er gaat niets meer open.',
      },
      members: { move: 'grant' },
    });
}

/**
 * Two people with a citizen service number each never become one, whatever they show.
 * @throws Problem `move-not-possible` that says so.
 */
export function ensureOnePerson(
  asker: { readonly numbered: boolean },
  found: { readonly numbered: boolean },
): void {
  if (asker.numbered && found.numbered)
    throw new Problem('move-not-possible', {
      says: {
        en: 'These are two people: each has a citizen service number. They cannot become one. Refuse the request, or name another candidate.',
        nl: 'Dit zijn twee mensen: ieder heeft een eigen burgerservicenummer. Zij kunnen niet een worden. Wijs de aanvraag af, of noem een andere kandidaat.',
      },
      members: { move: 'grant' },
    });
}
