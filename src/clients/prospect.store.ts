import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { ClientId } from '../domain/ids.ts';
import { Cipher } from '../platform/cipher.ts';
import { newPseudonym } from '../platform/ids.ts';

/**
 * Somebody with a BSN who may be no client: written on a form, or named by the source about one. He becomes a client, under
 * this pseudonym, when an official proposes him; his BSN is sealed, and bound to it.
 */
export interface Prospect {
  readonly id: ClientId;
  readonly index: string;
  readonly sealed: string;
}

/** People of whom a form speaks: nobody becomes a client by that alone (decision 82). */
@Injectable()
export class ProspectStore {
  constructor(private readonly cipher: Cipher) {}

  /** Nothing is looked up, and nothing kept. */
  of(bsn: Bsn): Prospect {
    const id = newPseudonym<'client'>();
    return { id, index: this.cipher.index(bsn), sealed: this.cipher.seal(bsn, id) };
  }

  /** His BSN, to ask a register about him. */
  bsnOf({ sealed, id }: Prospect): Bsn {
    return this.cipher.open(sealed, id) as Bsn;
  }

  /** The pseudonym of one who is a client by now. */
  async clientOf(work: Work, { index }: Prospect): Promise<ClientId | undefined> {
    const [row] = await work.query<{ id: ClientId }>('SELECT id FROM client WHERE bsn_index = $1', [index]);
    return row?.id;
  }

  /** Those of whom something is kept, by the pseudonym that they have or would have. */
  async named<Kept extends { readonly prospect: Prospect }>(
    work: Work,
    kept: readonly Kept[],
  ): Promise<(Kept & { readonly client: ClientId })[]> {
    const named: (Kept & { readonly client: ClientId })[] = [];
    for (const each of kept)
      named.push({ ...each, client: (await this.clientOf(work, each.prospect)) ?? each.prospect.id });
    return named;
  }

  /** He becomes a client, unless he is one by now. */
  async adopt(work: Work, { index, sealed, id }: Prospect): Promise<ClientId> {
    const [row] = await work.query<{ client: ClientId }>('SELECT client_of($1, $2, $3, $4) AS client', [
      ...[index, sealed, id, work.now],
    ]);
    if (!row) throw new Error('client_of answers with one row');
    return row.client;
  }
}
