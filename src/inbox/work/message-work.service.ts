import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { MessageId } from '../../domain/ids.ts';
import { moveWork, type WorkWish } from '../../domain/message-work.ts';
import { pageOf, positionOf } from '../../platform/cursor.ts';
import type { PageQuery } from '../../platform/fields.nested.ts';
import type { ColleagueJson, MessageWorkJson, WorkActJson, WorkStateJson } from './message-work.json.ts';
import type { GiveMessage, HandleMessage, MoveMessage, ReopenMessage } from './message-work.request.ts';
import { type KnownWork, MessageWorkStore, type WorkAct, type WorkAction } from './message-work.store.ts';

/** What an office does with a message of a client: who has it in hand, and whether it was dealt with. */
@Injectable()
export class MessageWorkService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly works: MessageWorkStore,
  ) {}

  /**
   * An employee takes a message in hand; from a colleague's hands only by naming him.
   * @throws Problem `held-by-a-colleague`, `move-not-possible`; so do the moves below.
   */
  take(actor: Actor, message: MessageId, { heldBy }: MoveMessage, once: OnceKey): Promise<WorkStateJson> {
    return this.move(actor, 'inbox.take', message, once, () => ({ move: 'take', heldBy }));
  }

  /** Gives it to a colleague who could take it himself. @throws Problem `invalid-input` when he could not. */
  give(
    actor: Actor,
    message: MessageId,
    { employee, heldBy }: GiveMessage,
    once: OnceKey,
  ): Promise<WorkStateJson> {
    return this.move(actor, 'inbox.give', message, once, async (work) => {
      const mayTake = await this.desk.wouldAllow(work, employee, { action: 'inbox.take', message });
      return { move: 'give', to: { employee, mayTake }, heldBy };
    });
  }

  /** Puts it down: nobody has it in hand. */
  letGo(actor: Actor, message: MessageId, { heldBy }: MoveMessage, once: OnceKey): Promise<WorkStateJson> {
    return this.move(actor, 'inbox.let-go', message, once, () => ({ move: 'let-go', heldBy }));
  }

  /** Says that it was dealt with, with a note for the office itself. */
  handle(
    actor: Actor,
    message: MessageId,
    { note, heldBy }: HandleMessage,
    once: OnceKey,
  ): Promise<WorkStateJson> {
    return this.move(actor, 'inbox.handle', message, once, () => ({ move: 'handle', note, heldBy }));
  }

  /** Says that it was not dealt with after all. */
  reopen(actor: Actor, message: MessageId, { take }: ReopenMessage, once: OnceKey): Promise<WorkStateJson> {
    const move = take ? 'reopen-and-take' : 'reopen';
    return this.move(actor, 'inbox.reopen', message, once, () => ({ move }));
  }

  /**
   * What was done with a message, newest first. An employee hears of his own office, with its people and how far it
   * is; the client of every office, without its people and its notes (R35).
   */
  see(actor: Actor, message: MessageId, { limit, cursor }: PageQuery): Promise<MessageWorkJson> {
    const before = positionOf('acts', cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.work', message });
      const acts = await this.works.acts(work, permit, message, before, limit + 1);
      const known = actor.kind === 'employee' ? await this.works.find(work, permit, message) : undefined;
      return {
        work: known && stateJson(known),
        ...pageOf('acts', acts, limit, ({ at, id }) => ({ at, id }), actJson),
      };
    });
  }

  private move(
    actor: Actor,
    action: WorkAction,
    message: MessageId,
    once: OnceKey,
    wish: (work: Work) => WorkWish | Promise<WorkWish>,
  ): Promise<WorkStateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.works.lock(work, message);
        const permit = await this.desk.demand(work, { action, message });
        if (actor.kind !== 'employee') throw new Problem('not-found'); // the door lets nobody else by
        const before = await this.works.find(work, permit, message);
        const wished = await wish(work);
        const after = moveWork(before, wished, actor.employee);
        if (!(await this.works.put(work, permit, message, after))) throw new Problem('not-found');
        if (wished.note !== undefined) await this.works.keepNote(work, permit, message, wished.note);
        const { state, holder } = after;
        work.remark({ details: { from: before.state, to: state, ...(holder && { holder }) } });
        return stateJson(await this.works.find(work, permit, message));
      }),
    );
  }
}

const colleague = (id?: string | null, name?: string | null): ColleagueJson | undefined =>
  id ? { id, name: name ?? '' } : undefined;

const stateJson = (known: KnownWork): WorkStateJson => ({
  state: known.state,
  holder: colleague(known.holder, known.holderName),
  note: known.note,
  changedBy: colleague(known.changedBy, known.changedByName),
  changedAt: known.changedAt?.toISOString(),
});

const actJson = (act: WorkAct): WorkActJson => ({
  id: act.id,
  at: act.at.toISOString(),
  act: act.action.slice('inbox.'.length),
  organisation: { id: act.organisation, name: act.organisationName, kvk: act.organisationKvk ?? undefined },
  by: colleague(act.employee, act.employeeName),
  holder: colleague(act.holder, act.holderName),
  note: act.note ?? undefined,
});
