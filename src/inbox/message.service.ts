import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import { startOf } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import type { MessageId } from '../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import { type ListedMessage, MessageListStore } from './message-list.store.ts';
import type { MessageItemJson, MessageJson, OpenedMessageJson } from './message.json.ts';
import type { ListMessages } from './message.request.ts';
import { MessageStore, type SeenMessage } from './message.store.ts';

const jsonOf = (message: SeenMessage): MessageJson => ({
  id: message.id,
  client: { id: message.client, name: message.clientName ?? undefined },
  sender: { oin: message.sender, nameNl: message.nameNl, nameEn: message.nameEn },
  category: message.category ?? undefined,
  type: message.type ?? undefined,
  subject: message.subject,
  deliveredAt: message.deliveredAt.toISOString(),
  read: message.read,
  archived: message.archived,
});

/** What a reader does with messages: a client with his own, an employee within the mandates of his clients. */
@Injectable()
export class MessageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lists: MessageListStore,
    private readonly messages: MessageStore,
  ) {}

  /** Messages of one client, or of all clients of the employee; newest first. */
  list(actor: Actor, wish: ListMessages): Promise<Page<MessageItemJson>> {
    const after = positionOf(wish.cursor);
    const filter = {
      ...{ sender: wish.sender, category: wish.category, unread: wish.unread, archived: wish.archived },
      from: wish.from && startOf(wish.from),
      until: wish.until && startOf(wish.until),
    };
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.list', client: wish.client });
      const { client } = permit;
      const found = client
        ? await this.lists.ofClient(work, permit, client, filter, after, wish.limit + 1)
        : await this.lists.ofOffice(work, permit, filter, after, wish.limit + 1);
      if (!client) await this.tellEachClient(work, found.slice(0, wish.limit));
      return pageOf(
        found,
        wish.limit,
        ({ deliveredAt, id }) => ({ at: deliveredAt, id }),
        (message) => ({ ...jsonOf(message), attachments: message.attachments }),
      );
    });
  }

  /** A list over all clients is a disclosure of each client on it: each is asked for, and finds it in his trail (R35). */
  private async tellEachClient(work: Work, shown: readonly ListedMessage[]): Promise<void> {
    for (const client of new Set(shown.map((message) => message.client)))
      await this.desk.demand(work, { action: 'inbox.list', client });
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
      return { ...jsonOf({ ...message, read: true }), body: message.body, attachments: message.attachments };
    });
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
