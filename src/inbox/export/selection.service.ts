import { Injectable } from '@nestjs/common';
import { makeZip } from 'client-zip';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { OwnTime } from '../../clients/own-time.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { AttachmentId, MessageId } from '../../domain/ids.ts';
import { Clock } from '../../platform/clock.ts';
import type { Language } from '../../platform/language.ts';
import { MessageStore } from '../message.store.ts';
import { Contents, leavesOut } from './contents.ts';
import { FileNames, messageName } from './file-names.ts';
import { type SelectedMessage, SelectionStore } from './selection.store.ts';
import { deliveryDay, senderName, textOf, words } from './words.ts';

/** A message and the content of its attachments, all of it read under permits. */
interface Item {
  readonly message: SelectedMessage;
  /** The parts of each attachment, in the order of the message. */
  readonly contents: readonly (readonly Buffer[])[];
}

/** One file within the file. */
interface Entry {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: string | AsyncIterable<Buffer>;
}

/** Puts many messages into one file, and asks again for each of them when its turn comes. */
@Injectable()
export class SelectionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly selections: SelectionStore,
    private readonly messages: MessageStore,
    private readonly clock: Clock,
    private readonly ownTime: OwnTime,
  ) {}

  /**
   * The messages as a zip, made while it is read. Who may not act at all is refused before it begins. A message goes
   * in when all its parts were read, each under a permit of its own snapshot; what is refused by then is left out,
   * and the list at the end says so. So when a mandate ends, nothing of it follows the message under way (R17).
   * @throws AccessDenied
   */
  async open(
    actor: Actor,
    wanted: readonly MessageId[],
    language: Language,
  ): Promise<AsyncIterable<Uint8Array>> {
    // Discloses nothing yet, so only a refusal is worth a line; each message gets its own.
    const timeZone = await this.unit.goOn(actor, async (work) => {
      await this.desk.demand(work, { action: 'inbox.collect' });
      return this.ownTime.zone(work);
    });
    return makeZip(this.entries(actor, wanted, language, timeZone));
  }

  private async *entries(
    actor: Actor,
    wanted: readonly MessageId[],
    language: Language,
    timeZone: string | undefined,
  ): AsyncGenerator<Entry, void> {
    const [names, list] = [new FileNames(), new Contents(language)];
    const listName = names.next(words[language].contents, '.csv');
    for (const id of wanted) {
      let item: Item;
      try {
        item = await this.read(actor, id);
      } catch (error) {
        if (!leavesOut(error)) throw error;
        list.leftOut(id, error);
        continue;
      }
      const { message, contents } = item;
      const whose = actor.kind === 'employee' ? nameOf(message) : undefined;
      const stem = messageName(deliveryDay(message), whose, senderName(language, message), message.subject);
      const name = names.next(stem, '.txt');
      const lastModified = message.deliveredAt;
      yield { name, lastModified, input: textOf(message, language, timeZone) };
      for (const [place, { name: own }] of message.attachments.entries())
        yield {
          name: names.beside(name.replace(/\.txt$/, ''), own),
          lastModified,
          input: each(contents[place] ?? []),
        };
      list.included(message, name);
    }
    yield { name: listName, lastModified: this.clock.now(), input: list.csv() };
  }

  /** Its line in the trail is committed before anything of it leaves (R40). */
  private async read(actor: Actor, id: MessageId): Promise<Item> {
    const message = await this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.download', message: id });
      const found = await this.selections.message(work, permit, id);
      if (!found) throw new Problem('not-found');
      work.remark({ details: { whole: true, attachments: found.attachments.length } });
      return found;
    });
    const contents: Buffer[][] = [];
    for (const attachment of message.attachments)
      contents.push(await this.content(actor, id, attachment.id, attachment.size));
    return { message, contents };
  }

  private async content(actor: Actor, message: MessageId, id: AttachmentId, size: number): Promise<Buffer[]> {
    const parts: Buffer[] = [];
    for (let place = 0, had = 0; had < size; place++) {
      const part = await this.unit.goOn(actor, async (work) => {
        const permit = await this.desk.demand(work, { action: 'inbox.download', message });
        const found = await this.messages.part(work, permit, message, id, place);
        if (!found) throw new Problem('not-found');
        return found;
      });
      parts.push(part);
      had += part.length;
    }
    return parts;
  }
}

/** What tells an office one client from another: a name, or else its own reference, or the start of the pseudonym. */
const nameOf = ({ clientName, reference, client }: SelectedMessage): string =>
  clientName ?? reference ?? client.slice(0, 8);

async function* each(parts: readonly Buffer[]): AsyncGenerator<Buffer, void> {
  for (const part of parts) yield await Promise.resolve(part);
}
