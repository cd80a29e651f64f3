import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import type { EmployeeId, SavedViewId } from '../../domain/ids.ts';
import { actionToChange, actionToKeep, ensureRoomFor, ensureStaysShared } from '../../domain/saved-view.ts';
import type { Sentence } from '../../domain/sentence.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { ensureMatch } from '../../platform/entity-tag.ts';
import type { PageQuery } from '../../platform/fields.nested.ts';
import { newId } from '../../platform/ids.ts';
import { SearchWordsStore } from '../search-words.store.ts';
import type { SavedViewJson } from './saved-view.json.ts';
import type { SaveView } from './saved-view.request.ts';
import { type SavedView, SavedViewStore, type ViewAction } from './saved-view.store.ts';

const nameTaken: Sentence = {
  en: 'There is a view of this name already.',
  nl: 'Er is al een weergave met deze naam.',
};

/** Questions to the list of messages that people keep. What they show, the list decides at each request. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly views: SavedViewStore,
    private readonly words: SearchWordsStore,
  ) {}

  /** One's own and what colleagues share, oldest first. */
  list(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<SavedViewJson>> {
    const after = positionOf('inbox-views', cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox-view.see' });
      const found = await this.views.list(work, permit, after, limit + 1);
      return pageOf('inbox-views', found, limit, ({ since, id }) => ({ at: since, id }), jsonOf);
    });
  }

  /** @throws Problem `not-found` */
  see(actor: Actor, id: SavedViewId): Promise<SavedViewJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'inbox-view.see' });
      work.remark({ object: { kind: 'inbox-view', id } });
      return this.shown(work, id);
    });
  }

  /** @throws Problem `limit-reached`, `already-exists` for a name that one has already, `invalid-input` for words that say nothing. */
  add(actor: Actor, body: SaveView, once: OnceKey): Promise<SavedViewJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const by = employeeOf(actor);
        const wish = wishOf(body);
        await this.views.lock(work, by);
        const permit = await this.desk.demand(work, { action: actionToKeep(wish.shared) });
        await this.words.ensureSaying(work, wish.filter.text, '#/filter/text');
        const { views } = await this.ensureOwnName(work, permit, by, wish);
        ensureRoomFor(views);
        const id = newId<'saved view'>();
        await this.views.add(work, permit, id, wish);
        remark(work, id, 'made', wish.shared);
        return this.shown(work, id);
      }),
    );
  }

  /** @throws Problem `not-found`, `already-exists`, `changed-meanwhile` when it is not as expected. */
  change(
    actor: Actor,
    id: SavedViewId,
    body: SaveView,
    expected: string | undefined,
  ): Promise<SavedViewJson> {
    return this.unit.run(actor, async (work) => {
      const by = employeeOf(actor);
      const wish = wishOf(body);
      const { view, permit } = await this.forChange(work, id, by, { shared: wish.shared, expected });
      ensureStaysShared(view, wish, by);
      await this.words.ensureSaying(work, wish.filter.text, '#/filter/text');
      await this.ensureOwnName(work, permit, view.owner, { ...wish, besides: id });
      await this.views.put(work, permit, id, wish);
      remark(work, id, 'changed', wish.shared);
      return this.shown(work, id);
    });
  }

  /** @throws Problem `not-found`, `changed-meanwhile` when it is not as expected. */
  remove(actor: Actor, id: SavedViewId, expected: string | undefined): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const { view, permit } = await this.forChange(work, id, employeeOf(actor), {
        expected,
        what: 'to-remove',
      });
      await this.views.remove(work, permit, id);
      remark(work, id, 'removed', view.shared);
    });
  }

  /** Whose it is says what to ask; then nobody else changes it until this is done. */
  private async forChange(
    work: Work,
    id: SavedViewId,
    by: EmployeeId,
    { shared, expected, what }: { shared?: boolean; expected: string | undefined; what?: 'to-remove' },
  ): Promise<{ view: SavedView; permit: Permit<ViewAction> }> {
    const found = await this.views.find(work, id, what);
    if (found) await this.views.lock(work, found.owner);
    const action = found ? actionToChange(found, by, shared) : 'inbox-view.keep';
    const permit = await this.desk.demand(work, { action });
    work.remark({ object: { kind: 'inbox-view', id } });
    const view = await this.views.find(work, id, what);
    if (!view) throw new Problem('not-found');
    ensureMatch(expected, jsonOf(view));
    return { view, permit };
  }

  private async ensureOwnName(
    work: Work,
    permit: Permit<ViewAction>,
    owner: EmployeeId,
    wanted: { name: string; shared: boolean; besides?: SavedViewId },
  ): Promise<{ views: number }> {
    const had = await this.views.had(work, permit, owner, wanted);
    if (had.taken) throw new Problem('already-exists', { says: nameTaken });
    return had;
  }

  private async shown(work: Work, id: SavedViewId): Promise<SavedViewJson> {
    const view = await this.views.find(work, id);
    if (!view) throw new Problem('not-found');
    return jsonOf(view);
  }
}

/** The door lets only employees by. @throws Problem `not-found` */
function employeeOf(actor: Actor): EmployeeId {
  if (actor.kind !== 'employee') throw new Problem('not-found');
  return actor.employee;
}

const wishOf = ({ name, shared = false, filter }: SaveView) => ({ name, shared, filter });

const remark = (work: Work, id: SavedViewId, change: string, shared: boolean): void =>
  work.remark({ object: { kind: 'inbox-view', id }, details: { change, shared } });

const jsonOf = (view: SavedView): SavedViewJson => ({
  id: view.id,
  name: view.name,
  shared: view.shared,
  madeBy: { id: view.owner, name: view.ownerName },
  filter: view.filter,
  changedAt: view.changedAt.toISOString(),
});
