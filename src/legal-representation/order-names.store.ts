import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, OrganisationId } from '../domain/ids.ts';
import type { OrderNames } from './court-order.view.ts';

interface Named {
  readonly client: ClientId;
  readonly organisation: OrganisationId;
}

/** Reads what people, offices and senders are called, through the views that their rooms publish. */
@Injectable()
export class OrderNamesStore {
  /** The names that each of these needs. A client's name only to who may see it. */
  async of(work: Work, named: readonly Named[]): Promise<(each: Named) => OrderNames> {
    const clients = await work.query<{ id: string; name: string | null }>(
      'SELECT id, name FROM client_name WHERE id = ANY ($1)',
      [named.map(({ client }) => client)],
    );
    const offices = await work.query<{ id: string; name: string; kvk: string | null }>(
      'SELECT id, name, kvk FROM organisation_name WHERE id = ANY ($1)',
      [named.map(({ organisation }) => organisation)],
    );
    const client = new Map(clients.map(({ id, name }) => [id, name ?? undefined]));
    const office = new Map(offices.map(({ id, name, kvk }) => [id, { name, kvk: kvk ?? undefined }]));
    return (each) => ({
      client: client.get(each.client),
      organisation: office.get(each.organisation) ?? { name: '' },
    });
  }

  /** By which number the judiciary knows a guardian: an office by its KvK number, a person by himself. */
  async guardian(
    work: Work,
    organisation: OrganisationId,
  ): Promise<{ readonly kvk?: string | undefined; readonly person?: ClientId | undefined }> {
    const [row] = await work.query<{ kvk: string | null; person: ClientId | null }>(
      'SELECT kvk, person FROM guardian_number($1)',
      [organisation],
    );
    return { kvk: row?.kvk ?? undefined, person: row?.person ?? undefined };
  }

  /** Which of these senders are registered. */
  async senders(work: Work, wanted: readonly Oin[]): Promise<ReadonlySet<Oin>> {
    const rows = await work.query<{ oin: Oin }>('SELECT oin FROM sender_name WHERE oin = ANY ($1)', [wanted]);
    return new Set(rows.map(({ oin }) => oin));
  }
}
