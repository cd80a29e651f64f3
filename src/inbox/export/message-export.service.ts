import { Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/actor.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import { type Cells, csvParts, type ExportPage, exportPageSize } from '../../platform/csv.answer.ts';
import type { Language } from '../../platform/language.ts';
import type { MessageItemJson } from '../message.json.ts';
import { MessageService } from '../message.service.ts';
import type { ExportMessages } from './message-export.request.ts';
import { categoryName, dutchTime, senderName, words } from './words.ts';

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
  constructor(private readonly messages: MessageService) {}

  /**
   * What the list holds, in its order. Each page is asked for by itself, and on the record as a page of the list is:
   * with a line for each client on it (R35).
   */
  async open(actor: Actor, wish: ExportMessages, language: Language): Promise<AsyncIterable<string>> {
    const page = async (cursor?: string): Promise<ExportPage> => {
      const asked = { ...wish, limit: exportPageSize, ...(cursor === undefined ? {} : { cursor }) };
      const { items, next } = await this.messages.list(actor, asked);
      return { rows: items.map((message) => cellsOf(message, language)), next };
    };
    return csvParts(language, words[language].list.columns, await page(), page);
  }
}
