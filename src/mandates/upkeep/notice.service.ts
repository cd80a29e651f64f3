import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { OwnTime } from '../../clients/own-time.ts';
import type { Actor } from '../../domain/actor.ts';
import { speaksOfAnEnd } from '../../domain/notice.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import type { TellDeadlines } from '../../platform/deadline.ts';
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
    private readonly ownTime: OwnTime,
  ) {}

  /** A client those to him, an employee those to his office about his clients and his covers, an administrator all of the office. */
  list(actor: Actor, wish: ListNotices): Promise<Page<NoticeJson>> {
    const after = positionOf('notices', wish.cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'notice.list' });
      const found = await this.notices.list(work, permit, wish, after, wish.limit + 1);
      const tell = await this.ownTime.of(work);
      const place = ({ madeAt, id }: SeenNotice) => ({ at: madeAt, id });
      return pageOf('notices', found, wish.limit, place, (notice) => noticeJson(notice, tell));
    });
  }
}

function noticeJson(notice: SeenNotice, tell: TellDeadlines): NoticeJson {
  const { kind, recipient, about, office, kvk } = notice;
  const client = notice.clientName ?? undefined;
  const reference = recipient === 'organisation' ? (notice.reference ?? undefined) : undefined;
  const ground = notice.ground ?? undefined;
  const cover = notice.cover ?? undefined;
  const content = { kind, recipient, about, client, reference, ground, cover, office: office ?? '' };
  return {
    ...{ id: notice.id, kind, mandate: notice.mandate ?? undefined, dueOn: notice.dueOn, about },
    client: notice.client ? { id: notice.client, name: client } : undefined,
    cover: cover?.id,
    organisation: notice.organisation
      ? { id: notice.organisation, name: office ?? '', kvk: kvk ?? undefined }
      : undefined,
    madeAt: notice.madeAt.toISOString(),
    sentAt: notice.sentAt?.toISOString(),
    words: { nl: noticeIn('nl', content), en: noticeIn('en', content) },
    deadlines: speaksOfAnEnd(kind) ? tell({ '#/about': about }) : undefined,
  };
}
