import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { Mandate } from '../domain/mandate.ts';
import { everySender, type WideScope } from '../domain/scope.ts';
import type { Names, SenderName } from './mandate.view.ts';

/** What a line is called that covers every sender. */
const everyone = { nameNl: 'Alle afnemers', nameEn: 'All senders' };

/** Reads what people, offices and senders are called, through the views that their rooms publish. */
@Injectable()
export class MandateNamesStore {
  /** The names that each of these mandates needs, in one statement a kind. A client's name only to who may see it. */
  async of(work: Work, mandates: readonly Mandate[]): Promise<(mandate: Mandate) => Names> {
    const senders = await this.senders(
      work,
      mandates.flatMap(({ lines }) => lines.map(({ sender }) => sender)),
    );
    const clients = await work.query<{ id: string; name: string | null }>(
      'SELECT id, name FROM client_name WHERE id = ANY ($1)',
      [mandates.map(({ client }) => client)],
    );
    const offices = await work.query<{ id: string; name: string; kvk: string | null }>(
      'SELECT id, name, kvk FROM organisation_name WHERE id = ANY ($1)',
      [mandates.map(({ organisation }) => organisation)],
    );
    const client = new Map(clients.map(({ id, name }) => [id, name ?? undefined]));
    const office = new Map(offices.map(({ id, name, kvk }) => [id, { name, kvk: kvk ?? undefined }]));
    const named = new Map<WideScope['sender'], SenderName>([...senders, [everySender, everyone]]);
    return (mandate) => ({
      client: client.get(mandate.client),
      organisation: office.get(mandate.organisation) ?? { name: '' },
      senders: named,
    });
  }

  /** The names of these senders; who is not registered is not among them. */
  async senders(work: Work, wanted: readonly WideScope['sender'][]): Promise<ReadonlyMap<Oin, SenderName>> {
    const rows = await work.query<SenderName & { oin: Oin }>(
      'SELECT oin, name_nl AS "nameNl", name_en AS "nameEn" FROM sender_name WHERE oin = ANY ($1)',
      [wanted],
    );
    return new Map(rows.map(({ oin, ...names }) => [oin, names]));
  }
}
