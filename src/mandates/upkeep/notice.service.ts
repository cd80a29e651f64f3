import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import type { NoticeJson } from './notice.json.ts';
import type { ListNotices } from './notice.request.ts';
import { NoticeStore, type SeenNotice } from './notice.store.ts';
import { noticeIn } from './notice.words.ts';

/** What people hear of mandates without having asked. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly notices: NoticeStore,
  ) {}

  /** A client those to him, an employee those to his office about his clients, an administrator all of the office. */
  list(actor: Actor, wish: ListNotices): Promise<Page<NoticeJson>> {
    const after = positionOf('notices', wish.cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'notice.list' });
      const found = await this.notices.list(work, permit, wish, after, wish.limit + 1);
      return pageOf('notices', found, wish.limit, ({ madeAt, id }) => ({ at: madeAt, id }), noticeJson);
    });
  }
}

function noticeJson(notice: SeenNotice): NoticeJson {
  const { kind, recipient, about, office, kvk } = notice;
  const client = notice.clientName ?? undefined;
  const reference = recipient === 'organisation' ? (notice.reference ?? undefined) : undefined;
  const content = { kind, recipient, about, client, reference, office };
  return {
    ...{ id: notice.id, kind, mandate: notice.mandate, dueOn: notice.dueOn, about },
    client: { id: notice.client, name: client },
    organisation: { id: notice.organisation, name: office, kvk },
    madeAt: notice.madeAt.toISOString(),
    sentAt: notice.sentAt?.toISOString(),
    words: { nl: noticeIn('nl', content), en: noticeIn('en', content) },
  };
}
