import { fault, Problem } from './errors.ts';
import type { EmployeeId } from './ids.ts';

/** How many views one employee keeps in one office. */
export const viewsPerEmployee = 50;

/** What matters of a saved view for who may change it: who made it, and whether his office sees it. */
export interface OwnedView {
  readonly owner: EmployeeId;
  readonly shared: boolean;
}

/** What it takes in the office to keep a view like this: sharing is for handlers. */
export const actionToKeep = (shared: boolean) => (shared ? 'inbox-view.share' : 'inbox-view.keep');

/**
 * What it takes to change this view, so that it is shared afterwards or not, or to take it away: it is for who made
 * it, and for administrators when it is shared.
 */
export const actionToChange = (view: OwnedView, by: EmployeeId, shared = false) =>
  view.owner === by ? actionToKeep(shared) : 'inbox-view.manage';

/**
 * An administrator keeps what the office shares in order; whose view it is, and who keeps it to himself, is up to
 * its maker. @throws Problem `invalid-input`
 */
export function ensureStaysShared(view: OwnedView, wish: { readonly shared: boolean }, by: EmployeeId): void {
  if (view.owner !== by && !wish.shared)
    throw new Problem('invalid-input', {
      faults: [
        fault(
          '#/shared',
          'not-yours',
          'Only who made this view can take it back. You can delete it.',
          'Alleen wie deze weergave maakte, kan haar terugnemen. U kunt haar wel verwijderen.',
        ),
      ],
    });
}

/** @throws Problem `limit-reached` */
export function ensureRoomFor(views: number): void {
  if (views >= viewsPerEmployee) throw new Problem('limit-reached', { members: { limit: viewsPerEmployee } });
}
