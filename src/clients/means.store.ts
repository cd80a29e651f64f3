import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Work } from '../audit/work.ts';
import { countryOf, type MeansIndex, type MeansKind, type PresentedMeans } from '../domain/identity.ts';
import type { EidasId } from '../domain/identifiers.ts';
import type { ClientId, IdentityCaseId, MandateId, MeansId } from '../domain/ids.ts';
import { Cipher } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';

/** A means as a client is known by it. Its identifier is never shown. */
export interface KnownMeans {
  readonly id: MeansId;
  readonly kind: MeansKind;
  readonly country: string | null;
  readonly since: Date;
  readonly endedAt: Date | null;
  /** Absent of one that still works, and of one that another took the place of. */
  readonly endedHow: 'ended' | 'undone' | null;
}

/** Whose a means is. */
export interface Whose {
  readonly client: ClientId;
  readonly endedAt: Date | null;
  readonly replaced: boolean;
  readonly died: boolean;
}

/** A mandate that a client gave while a means was there. */
export interface GivenMeanwhile {
  readonly mandate: MandateId;
  readonly office: string;
  readonly state: string;
  readonly at: Date;
}

/** An identifier as it is kept: the values of the three columns that hold one. */
export interface SealedMeans {
  readonly kind: MeansKind;
  readonly index: MeansIndex;
  readonly sealed: string;
  readonly country: string | null;
}

const nation = ({ kind, identifier }: PresentedMeans): string | null =>
  kind === 'eidas' ? countryOf(identifier) : null;

/** The only place that knows identifiers of European means and accounts: sealed at rest, found by a keyed index. */
@Injectable()
export class MeansStore {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly cipher: Cipher,
  ) {}

  /** The index of an identifier. Its kind is part of it, so that one of another kind is never taken for it. */
  indexOf(kind: MeansKind, identifier: string): MeansIndex {
    return this.cipher.index(`${kind} ${identifier}`) as MeansIndex;
  }

  /** Whose a means is, before anybody acts; `replaced` when another took its place. */
  async whose(index: MeansIndex): Promise<Whose | undefined> {
    const [row] = await this.database.query<Whose[]>(
      'SELECT client, ended_at AS "endedAt", replaced, died FROM client_by_means($1)',
      [index],
    );
    return row;
  }

  /** An identifier, sealed for the row in which it waits. */
  seal(means: PresentedMeans, boundTo: string): SealedMeans {
    const sealed = this.cipher.seal(means.identifier, boundTo);
    return { kind: means.kind, index: means.index, sealed, country: nation(means) };
  }

  /** A sealed identifier, open again. */
  open({ kind, index, sealed }: SealedMeans, boundTo: string): PresentedMeans {
    const identifier = this.cipher.open(sealed, boundTo);
    return kind === 'eidas'
      ? { kind, index, identifier: identifier as EidasId }
      : { kind, index, identifier };
  }

  /** The means of a case that was granted is from now on that of its client; what it replaces works no longer. */
  async bind(work: Work, means: PresentedMeans, by: IdentityCaseId): Promise<void> {
    const id = newId<'means'>();
    await work.query('SELECT bind_means($1, $2, $3)', [id, this.seal(means, id).sealed, by]);
  }

  /** What a letter's code binds: the means with which the acting party signed in, under a new id. */
  forRedeeming(means: PresentedMeans): SealedMeans & { readonly id: MeansId } {
    const id = newId<'means'>();
    return { id, ...this.seal(means, id) };
  }

  /** The means of a client, newest first; one that was bound more than once, as it is now. */
  async ofClient(work: Work, client: ClientId): Promise<readonly KnownMeans[]> {
    return work.query<KnownMeans & Record<string, unknown>>(
      `SELECT id, kind, country, since, ended_at AS "endedAt", ended_how AS "endedHow" FROM client_means m
        WHERE client_id = $1
          AND (ended_at IS NULL OR NOT EXISTS (
            SELECT FROM client_means now WHERE now.client_id = m.client_id AND now.means_index = m.means_index
               AND now.id <> m.id AND (now.ended_at IS NULL OR now.since > m.since)))
        ORDER BY since DESC, id DESC`,
      [client],
    );
  }

  /** Ends a means, from the next request on; whose it was, unless it is not the acting party's to end. */
  async end(work: Work, id: MeansId): Promise<ClientId | undefined> {
    const [row] = await work.query<{ client: ClientId | null }>('SELECT end_means($1) AS client', [id]);
    return row?.client ?? undefined;
  }

  /**
   * What a case bound ends, with its codes and what they proved, and two pseudonyms that it made one are two again. What it
   * took the place of works again, unless a later means took its own place: then nobody comes back beside that.
   */
  async undo(work: Work, identityCase: IdentityCaseId): Promise<boolean> {
    const [row] = await work.query<{ undone: boolean }>('SELECT undo_rebinding($1) AS undone', [
      identityCase,
    ]);
    return row?.undone ?? false;
  }

  /** What the client gave while the means was there that a case bound: for the official who undoes it. */
  async givenBy(work: Work, identityCase: IdentityCaseId): Promise<readonly GivenMeanwhile[]> {
    return work.query<GivenMeanwhile & Record<string, unknown>>(
      'SELECT mandate, office, state, at FROM given_by_means_of($1)',
      [identityCase],
    );
  }

  /** By what else one signs in since a case bound a means, or made two one: for the official who undoes it. */
  async addedBy(work: Work, identityCase: IdentityCaseId): Promise<readonly KnownMeans[]> {
    return work.query<KnownMeans & Record<string, unknown>>(
      `SELECT id, kind, country, since, ended_at AS "endedAt", ended_how AS "endedHow" FROM added_by_means_of($1)`,
      [identityCase],
    );
  }

  /** Whose an identifier is or was, and not by a mistake that was undone: for an official, who compares. */
  async everOf(work: Work, index: MeansIndex): Promise<readonly ClientId[]> {
    const rows = await work.query<{ client: ClientId }>(
      `SELECT DISTINCT client_id AS client FROM client_means
        WHERE means_index = $1 AND ended_how IS DISTINCT FROM 'undone'`,
      [index],
    );
    return rows.map(({ client }) => client);
  }
}
