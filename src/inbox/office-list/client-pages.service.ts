import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import { type BothWays, cursorOf, type Page, pageBothWays, positionOf } from '../../platform/cursor.ts';
import type { ClientWithMessagesJson } from './client-pages.json.ts';
import type { ListClientsWithMessages } from './client-pages.request.ts';
import { ClientPagesStore, type ClientWithMessages } from './client-pages.store.ts';
import { conditionsOf } from './inbox-conditions.ts';
import { countJson } from './inbox-counts.service.ts';
import { OfficeListStore } from './office-list.store.ts';
import { ShownClientsService } from './shown-clients.service.ts';

const list: BothWays = { name: 'clients-with-messages', descending: true };

const itemOf = ({ client, name, at, found }: ClientWithMessages): ClientWithMessagesJson => ({
  client: { id: client, name: name ?? undefined },
  newestAt: at.toISOString(),
  ...countJson(found),
});

/** Which clients have messages that match, and how many: of exactly what the list would show this employee (R34). */
@Injectable()
export class ClientPagesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lists: OfficeListStore,
    private readonly store: ClientPagesStore,
    private readonly shown: ShownClientsService,
  ) {}

  /**
   * A page of clients, whose newest message that matches is newest first. Who is on it finds in his trail that his
   * messages were counted (R35).
   * @throws Problem `invalid-input` for a cursor that is not of this list.
   */
  page(
    actor: Actor,
    { limit, cursor, ...filter }: ListClientsWithMessages,
  ): Promise<Page<ClientWithMessagesJson>> {
    const after = positionOf(list.name, cursor);
    const look = async (work: Work): Promise<Page<ClientWithMessagesJson>> => {
      const permit = await this.desk.demand(work, { action: 'inbox.count' });
      const few = await this.lists.fewClientsOf(work, permit);
      const wanted = { conditions: conditionsOf(filter, work.now), after, rows: limit + 1 };
      const { rows, edge } = await this.store.page(work, permit, few ?? 'everybody', wanted);
      const page = pageBothWays(
        list,
        rows,
        limit,
        after,
        (row) => row,
        (row) => row,
      );
      work.note(await this.shown.lines(work, permit, page.items));
      const back = after?.back ?? false;
      const onwards = edge && { [back ? 'prev' : 'next']: cursorOf(list.name, { ...edge, back }) };
      return { ...page, items: page.items.map(itemOf), ...onwards };
    };
    return this.unit.disclose(actor, look, 'once');
  }
}
