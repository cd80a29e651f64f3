import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { OwnTime } from '../../clients/own-time.ts';
import type { Actor } from '../../domain/actor.ts';
import { addDays } from '../../domain/day.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import { type Cells, csvParts, type ExportPage, exportPageSize } from '../../platform/csv.answer.ts';
import { ownClockColumns } from '../../platform/deadline.ts';
import type { Language } from '../../platform/language.ts';
import type { MessageItemJson } from '../message.json.ts';
import { MessageService } from '../message.service.ts';
import type { ExportFoundMessages, ExportMessages } from './message-export.request.ts';
import { categoryName, dutchTime, senderName, words } from './words.ts';

/** What a list or a search holds, all pages of it. */
export type ExportWish = ExportMessages | ExportFoundMessages;

function cellsOf(message: MessageItemJson, language: Language): Cells {
  const { yes, no, replies, states } = words[language];
  const said = (is: boolean | undefined) => (is === undefined ? undefined : is ? yes : no);
  const { client, sender, category, subject, reply, office } = message;
  return [
    ...[dutchTime(new Date(message.deliveredAt)), client.name, senderName(language, sender)],
    ...[categoryName(language, category ?? null), maskedBsns(subject)],
    ...[reply?.by, reply && replies[reply.kind], message.attachments],
    ...[said(message.read), said(office?.read), office && states[office.state], office?.holderName],
    ...[said(message.archived), message.id, client.id],
  ];
}

/** The list of messages as a file. */
@Injectable()
export class MessageExportService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly messages: MessageService,
    private readonly ownTime: OwnTime,
  ) {}

  /**
   * What the list holds, in its order. Each page is asked for by itself, and on the record as a page of the list is:
   * with a line for each client on it (R35).
   */
  async open(actor: Actor, wish: ExportWish, language: Language): Promise<AsyncIterable<string>> {
    const own = ownClockColumns(language, await this.zone(actor, wish));
    const page = async (cursor?: string): Promise<ExportPage> => {
      const asked = {
        ...wish,
        asFile: true as const,
        limit: exportPageSize,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const { items, next } = await this.messages.list(actor, asked);
      const rows = items.map((message) => [
        ...cellsOf(message, language),
        ...own.map(({ cell }) => cell(message.reply && addDays(message.reply.by, 1))),
      ]);
      return { rows, next };
    };
    const head = [...words[language].list.columns, ...own.map((column) => column.head)];
    return csvParts(language, head, await page(), page);
  }

  /** By whose clock a client reads deadlines. Discloses nothing yet, so only a refusal is worth a line. */
  private async zone(actor: Actor, { client }: ExportWish): Promise<string | undefined> {
    if (actor.kind !== 'citizen') return undefined;
    return this.unit.goOn(actor, async (work) => {
      await this.desk.demand(work, { action: 'inbox.list', client });
      return this.ownTime.zone(work);
    });
  }
}
