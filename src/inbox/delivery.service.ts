import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { ClientStore } from '../clients/client.store.ts';
import type { Actor } from '../domain/actor.ts';
import { highest } from '../domain/assurance.ts';
import { dayOf } from '../domain/day.ts';
import { fault, Problem } from '../domain/errors.ts';
import { newId } from '../platform/ids.ts';
import { accept } from './attachments.ts';
import { DeliveryStore } from './delivery.store.ts';
import type { DeliveredJson } from './message.json.ts';
import type { DeliverMessage } from './message.request.ts';

const withoutCategory =
  'The type is not one that you defined, so the message has no category. A representative sees it only under a sender-wide scope.';

/** How a message gets into an inbox. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly clients: ClientStore,
    private readonly deliveries: DeliveryStore,
  ) {}

  /**
   * Delivers a message once per key. The answer does not tell whether the client was known here (R3).
   * @throws Problem `invalid-input` naming each attachment that cannot be taken.
   */
  async deliver(actor: Actor, once: OnceKey, wish: DeliverMessage): Promise<DeliveredJson> {
    const attachments = accept(wish.attachments ?? []);
    const { reply } = wish;
    const client = await this.clients.identify(wish.recipient.bsn);
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'inbox.deliver' });
        if (reply && reply.by < dayOf(work.now))
          throw new Problem('invalid-input', {
            faults: [
              fault(
                '#/reply/by',
                'past',
                'The day to reply is today or later.',
                'De dag om te reageren is vandaag of later.',
              ),
            ],
          });
        const { sender, assurance, type, category, typeAssurance } = await this.deliveries.terms(
          work,
          permit,
          wish.type,
        );
        const message = {
          ...{ client, id: newId<'message'>(), sender, type, category },
          assurance: highest(assurance, typeAssurance ?? 'low'), // R6
          ...{ subject: wish.subject, body: wish.body, deliveredAt: work.now },
          ...{ attachments: attachments.length, replyBy: reply?.by ?? null, replyKind: reply?.kind ?? null },
        };
        await this.deliveries.keep(work, permit, message, attachments);
        work.remark({
          client,
          object: { kind: 'message', id: message.id },
          details: { sender, category: category ?? 'none', attachments: attachments.length },
        });
        return {
          id: message.id,
          deliveredAt: work.now.toISOString(),
          typeKnown: type !== null,
          category: category ?? undefined,
          notice: type === null ? withoutCategory : undefined,
        };
      }),
    );
  }
}
