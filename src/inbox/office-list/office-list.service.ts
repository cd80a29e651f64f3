import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { type BothWays, type Page, pageBothWays, type Position, positionOf } from '../../platform/cursor.ts';
import type { MessageItemJson } from '../message.json.ts';
import type { ListMessages } from '../message.request.ts';
import { messageJson } from '../message.view.ts';
import { SearchWordsStore } from '../search-words.store.ts';
import { conditionsOf } from './inbox-conditions.ts';
import type { Sort } from './inbox-filter.request.ts';
import { type OfficeMessage, OfficeListStore } from './office-list.store.ts';
import { ShownClientsService } from './shown-clients.service.ts';

/** What a list or a search asks for. */
export type Wish = ListMessages & {
  readonly text?: string | undefined;
  /** It goes out as a file: the record says so. */
  readonly asFile?: true;
};

const itemOf = (message: OfficeMessage): MessageItemJson => ({
  ...messageJson(message),
  attachments: message.attachments,
  office: {
    read: message.readByOffice,
    state: message.work,
    holder: message.holder ?? undefined,
    holderName: message.holderName ?? undefined,
  },
});

/** Who asks for a day to reply wants to see the most urgent first, unless he says otherwise. */
const sortOf = ({ sort, replyWithin, overdue }: Wish): Sort =>
  sort ?? (replyWithin !== undefined || overdue ? 'reply-by' : 'newest');

const lists: Readonly<Record<Sort, BothWays>> = {
  newest: { name: 'messages', descending: true },
  'reply-by': { name: 'messages-by-reply', descending: false },
};

const places: Readonly<Record<Sort, (message: OfficeMessage) => Position>> = {
  newest: ({ deliveredAt, id }) => ({ at: deliveredAt, id }),
  'reply-by': ({ replyBy, id }) => ({ at: new Date(`${replyBy}T00:00:00Z`), id }),
};

/** One inbox over all clients of an employee. */
@Injectable()
export class OfficeListService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: OfficeListStore,
    private readonly words: SearchWordsStore,
    private readonly clients: ShownClientsService,
  ) {}

  /**
   * A page of what this employee may read now, of one client or of all of them. Whose messages are on it finds that
   * in his trail (R35).
   * @throws Problem `invalid-input` for words that say nothing, and for a cursor that is not of this list.
   */
  list(actor: Actor, wish: Wish): Promise<Page<MessageItemJson>> {
    const list = lists[sortOf(wish)];
    const after = positionOf(list.name, wish.cursor, wish.text === undefined ? 'query' : 'body');
    const look = async (work: Work): Promise<Page<MessageItemJson>> => {
      const permit = await this.desk.demand(work, { action: 'inbox.list', client: wish.client });
      const rows = await this.rows(work, permit, wish, after, wish.limit + 1);
      const page = pageBothWays(list, rows, wish.limit, after, places[sortOf(wish)], (row) => row);
      await this.tell(work, permit, page.items, wish);
      return { ...page, items: page.items.map(itemOf) };
    };
    return this.unit.disclose(actor, look, wish.text === undefined ? 'once' : 'for values');
  }

  private async rows(
    work: Work,
    permit: Permit<'inbox.list'>,
    wish: Wish,
    after: Position | undefined,
    rows: number,
  ): Promise<readonly OfficeMessage[]> {
    await this.words.ensureSaying(work, wish.text);
    const conditions = conditionsOf(wish, work.now);
    return this.store.page(work, permit, {
      ...{ conditions, sort: sortOf(wish), after, rows },
      ofOne: wish.client !== undefined,
      text: wish.text,
    });
  }

  /** A list is a disclosure of each client on it: each finds it in his trail, with each mandate by which (R35). */
  private async tell(
    work: Work,
    permit: Permit<'inbox.list'>,
    shown: readonly OfficeMessage[],
    wish: Wish,
  ): Promise<void> {
    const how = {
      ...(wish.text === undefined ? {} : { search: true }),
      ...(wish.asFile ? { file: true } : {}),
    };
    const lines = (await this.clients.lines(work, permit, shown)).map((line) => ({
      ...line,
      details: { ...line.details, ...how },
    }));
    // Of one client there is a line already; it is to name a mandate by which something was shown.
    const [first, ...others] = wish.client === undefined ? [{ details: {} }, ...lines] : lines;
    work.remark({ ...first, details: { ...first?.details, messages: shown.length, ...how } });
    work.note(others);
  }
}
