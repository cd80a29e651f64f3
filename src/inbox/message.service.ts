import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { OwnTime } from '../clients/own-time.ts';
import type { Actor } from '../domain/actor.ts';
import { startOf } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import { type Fault, Problem } from '../domain/errors.ts';
import type { MessageId } from '../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import { MessageListStore } from './message-list.store.ts';
import type { MessageItemJson, OfficeWorkJson, OpenedMessageJson } from './message.json.ts';
import type { ListMessages } from './message.request.ts';
import { MessageStore } from './message.store.ts';
import { OfficeListService, type Wish } from './office-list/office-list.service.ts';
import { messageJson } from './message.view.ts';
import { SearchWordsStore } from './search-words.store.ts';

/** What a reader does with messages: a client with his own, an employee within the mandates of his clients. */
@Injectable()
export class MessageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lists: MessageListStore,
    private readonly messages: MessageStore,
    private readonly office: OfficeListService,
    private readonly words: SearchWordsStore,
    private readonly ownTime: OwnTime,
  ) {}

  /**
   * A client's own messages, newest first; for an employee those of his clients.
   * @throws Problem `invalid-input` for what only an office can ask for, and for words that say nothing.
   */
  list(actor: Actor, wish: Wish): Promise<Page<MessageItemJson>> {
    if (actor.kind === 'employee') return this.office.list(actor, wish);
    const after = positionOf('messages', wish.cursor, wish.text === undefined ? 'query' : 'body');
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.list', client: wish.client });
      const { client } = permit;
      if (client === undefined) throw new Error('a list that is not of an office is of one client');
      onlyForOffices(wish);
      await this.words.ensureSaying(work, wish.text);
      const filter = {
        ...wish,
        from: wish.from && startOf(wish.from),
        until: wish.until && startOf(wish.until),
      };
      const found = await this.lists.ofClient(work, permit, client, filter, after, wish.limit + 1);
      const tell = await this.ownTime.of(work);
      return pageOf(
        'messages',
        found,
        wish.limit,
        ({ deliveredAt, id }) => ({ at: deliveredAt, id }),
        (message) => ({ ...messageJson(message, tell), attachments: message.attachments }),
      );
    });
  }

  /**
   * Opens a message. Opening is reading: the reader's own mark is set in the same transaction (R35).
   * @throws Problem `not-found`
   */
  open(actor: Actor, id: MessageId): Promise<OpenedMessageJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.read', message: id });
      const message = await this.messages.read(work, permit, id);
      if (!message) throw new Problem('not-found');
      if (!message.read) await this.messages.mark(work, permit, id, 'read_at');
      return {
        ...messageJson({ ...message, read: true }, await this.ownTime.of(work)),
        body: message.body,
        attachments: message.attachments,
        office: actor.kind === 'employee' ? await this.officeOf(work, permit, id) : undefined,
      };
    });
  }

  /** Who opens a message is to see that a colleague has it in hand already. */
  private async officeOf(work: Work, permit: Permit<'inbox.read'>, id: MessageId): Promise<OfficeWorkJson> {
    const { state, holder, holderName } = await this.messages.officeWork(work, permit, id);
    return { read: true, state, holder: holder ?? undefined, holderName: holderName ?? undefined };
  }

  /** Marks a message as read, or as unread, for this reader alone (R35). */
  setRead(actor: Actor, id: MessageId, read: boolean): Promise<void> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.mark', message: id });
      await this.messages[read ? 'mark' : 'unmark'](work, permit, id, 'read_at');
      work.remark({ details: { read } });
    });
  }

  /** Puts a message in this reader's archive, or takes it out. */
  setArchived(actor: Actor, id: MessageId, archived: boolean): Promise<void> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.archive', message: id });
      await this.messages[archived ? 'mark' : 'unmark'](work, permit, id, 'archived_at');
      work.remark({ details: { archived } });
    });
  }
}

const officeFilters = ['unreadByOffice', 'overdue', 'holder', 'handler', 'work', 'sort'] as const;

/** What a client asks of his own list must mean something there. */
function onlyForOffices(wish: ListMessages & { readonly text?: string }): void {
  const faults = officeFilters
    .filter((name) => wish[name] !== undefined)
    .map((name): Fault => ({
      ...(wish.text === undefined ? { in: 'query', location: name } : { in: 'body', location: `#/${name}` }),
      code: 'for-offices',
      detail: 'Only an office can ask for this.',
      detailNl: 'Alleen een kantoor kan dit vragen.',
    }));
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
}
