import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Actor } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import { isOin, type Oin } from '../domain/identifiers.ts';
import { notOurs, type Page } from '../platform/cursor.ts';
import type { PageQuery } from '../platform/fields.nested.ts';
import type { SenderJson } from './sender.json.ts';
import type { DefineMessageType, MessageTypePath, RegisterSender } from './sender.request.ts';
import { SenderStore } from './sender.store.ts';

/** This list is ordered by OIN, so that is what its cursor holds. */
function oinOf(cursor: string | undefined): Oin | '' {
  if (cursor === undefined) return '';
  const oin = Buffer.from(cursor, 'base64url').toString('utf8');
  if (isOin(oin)) return oin;
  throw new Problem('invalid-input', { faults: [notOurs()] });
}

/** Who may deliver messages, and what kinds there are. */
@Injectable()
export class SenderService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly senders: SenderStore,
  ) {}

  /** All senders with their message types, a page at a time. */
  search(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<SenderJson>> {
    const after = oinOf(cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'sender.search' });
      const found = await this.senders.list(work, permit, after, limit + 1);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return found.length > limit && last
        ? { items, next: Buffer.from(last.oin).toString('base64url') }
        : { items };
    });
  }

  /** An official enters a sender, or corrects what is known of it. */
  register(actor: Actor, oin: Oin, wish: RegisterSender): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'sender.register' });
      await this.senders.register(work, permit, oin, wish);
      work.remark({ object: { kind: 'sender', id: oin }, details: { assurance: wish.assurance } });
    });
  }

  /** A sender says what kind of message a code stands for. What was delivered before stays as it was. */
  defineType(actor: Actor, { oin, code }: MessageTypePath, wish: DefineMessageType): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'sender.define-types', sender: oin });
      await this.senders.define(work, permit, { oin, code }, wish);
      work.remark({ details: { code, category: wish.category, assurance: wish.assurance } });
    });
  }
}
