import { addDays } from '../domain/day.ts';
import { type TellDeadlines, untold } from '../platform/deadline.ts';
import type { MessageJson } from './message.json.ts';
import type { SeenMessage } from './message.store.ts';

/** A message as it goes on the wire: what each reader sees of it. */
export const messageJson = (message: SeenMessage, tell: TellDeadlines = untold): MessageJson => ({
  id: message.id,
  client: { id: message.client, name: message.clientName ?? undefined },
  sender: { oin: message.sender, nameNl: message.nameNl, nameEn: message.nameEn },
  category: message.category ?? undefined,
  type: message.type ?? undefined,
  subject: message.subject,
  deliveredAt: message.deliveredAt.toISOString(),
  read: message.read,
  archived: message.archived,
  reply: message.replyBy && message.replyKind ? { by: message.replyBy, kind: message.replyKind } : undefined,
  deadlines: message.replyBy ? tell({ '#/reply/by': addDays(message.replyBy, 1) }) : undefined,
});
