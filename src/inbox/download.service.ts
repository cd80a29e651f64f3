import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Actor } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import type { AttachmentPath } from './message.request.ts';
import { type AttachmentHeader, MessageStore } from './message.store.ts';

/** An attachment on its way out. */
export interface Download {
  readonly header: AttachmentHeader;
  /** The content; it fails when the reader loses access half-way. */
  readonly parts: AsyncIterable<Buffer>;
}

/** Hands out attachments, a part at a time. */
@Injectable()
export class DownloadService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly messages: MessageStore,
  ) {}

  /**
   * The line in the trail is committed before the first byte leaves. Each later part is asked for again in a
   * snapshot of its own, so that a revocation stops a download within one part.
   * @throws Problem `not-found`
   */
  async open(actor: Actor, { message, attachment }: AttachmentPath): Promise<Download> {
    const { header, first } = await this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.download', message });
      const header = await this.messages.attachment(work, permit, message, attachment);
      const first = header && (await this.messages.part(work, permit, message, attachment, 0));
      if (!first) throw new Problem('not-found');
      work.remark({ details: { attachment, size: header.size } });
      return { header, first };
    });
    return { header, parts: this.parts(actor, { message, attachment }, first, header.size) };
  }

  private async *parts(
    actor: Actor,
    path: AttachmentPath,
    first: Buffer,
    size: number,
  ): AsyncGenerator<Buffer, void> {
    yield first;
    for (let place = 1, sent = first.length; sent < size; place++) {
      const part = await this.next(actor, path, place);
      sent += part.length;
      yield part;
    }
  }

  private next(actor: Actor, { message, attachment }: AttachmentPath, place: number): Promise<Buffer> {
    return this.unit.goOn(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.download', message });
      const part = await this.messages.part(work, permit, message, attachment, place);
      if (!part) throw new Problem('not-found');
      return part;
    });
  }
}
