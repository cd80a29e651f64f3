import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { DataSource } from 'typeorm';
import type { Work } from '../audit/work.ts';
import { type Actor, actorKey } from '../domain/actor.ts';
import type { Permit } from '../domain/decision.ts';
import type { SigningKey } from '../domain/signing-key.ts';
import { Cipher } from '../platform/cipher.ts';

/** A key as it is kept. */
export interface KeptKey extends SigningKey {
  readonly publicJwk: JWK;
  readonly madeAt: Date;
  readonly reason?: string | undefined;
}

interface Row {
  [column: string]: unknown;
  kid: string;
  publicJwk: JWK;
  madeAt: Date;
  signsFrom: Date;
  withdrawnAt: Date | null;
  reason: string | null;
}

const all = `
  SELECT kid, public_jwk AS "publicJwk", made_at AS "madeAt", signs_from AS "signsFrom",
         withdrawn_at AS "withdrawnAt", reason
    FROM signing_key ORDER BY signs_from`;

const kept = (row: Row): KeptKey => ({
  ...row,
  withdrawnAt: row.withdrawnAt ?? undefined,
  reason: row.reason ?? undefined,
});

/** What the secret part is sealed to, so that it opens in no other row. */
const boundTo = (kid: string) => `signing key ${kid}`;

type Changes = 'signing-key.make' | 'signing-key.renew' | 'signing-key.withdraw';

/** The keys by which this service signs. The one writer of `signing_key`. */
@Injectable()
export class SigningKeysStore {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly cipher: Cipher,
  ) {}

  /** All keys by when they sign; nothing in them is secret or about a person, so nobody needs to have signed in. */
  async all(): Promise<readonly KeptKey[]> {
    return (await this.database.query<Row[]>(all)).map(kept);
  }

  /** The same in a transaction that holds the lock: nobody makes or withdraws one until it ends. */
  async locked(work: Work, _permit: Permit<Changes>): Promise<readonly KeptKey[]> {
    await work.query(`SELECT pg_advisory_xact_lock(hashtext('volmacht signing keys'))`);
    return (await work.query<Row>(all)).map(kept);
  }

  /** The secret part of a key; nothing, when it is not kept any more. */
  async secret(kid: string): Promise<JWK | undefined> {
    const [row] = await this.database.query<{ sealed: string | null }[]>(
      'SELECT sealed FROM signing_key WHERE kid = $1',
      [kid],
    );
    return row?.sealed ? (JSON.parse(this.cipher.open(row.sealed, boundTo(kid))) as JWK) : undefined;
  }

  /** Makes a key that signs from then on. */
  async make(
    work: Work,
    _permit: Permit<'signing-key.make' | 'signing-key.renew'>,
    { madeAt, signsFrom }: { readonly madeAt: Date; readonly signsFrom: Date },
  ): Promise<KeptKey> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    const sealed = this.cipher.seal(JSON.stringify(await exportJWK(privateKey)), boundTo(kid));
    await work.query(
      `INSERT INTO signing_key (kid, public_jwk, sealed, made_at, made_by, signs_from)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [kid, JSON.stringify(publicJwk), sealed, madeAt, actorKey(work.actor), signsFrom],
    );
    return { kid, publicJwk, madeAt, signsFrom };
  }

  /** Forgets the secret parts of these keys. */
  async forget(work: Work, _permit: Permit<Changes>, kids: readonly string[]): Promise<void> {
    if (kids.length > 0)
      await work.query('UPDATE signing_key SET sealed = NULL WHERE kid = ANY($1) AND sealed IS NOT NULL', [
        kids,
      ]);
  }

  /** From now on nothing that this key signed may be believed. Whether there was one to withdraw. */
  async withdraw(
    work: Work,
    _permit: Permit<'signing-key.withdraw'>,
    kid: string,
    reason: string,
    by: Actor,
  ): Promise<boolean> {
    const rows = await work.query(
      `UPDATE signing_key SET withdrawn_at = $2, withdrawn_by = $3, reason = $4, sealed = NULL
        WHERE kid = $1 AND withdrawn_at IS NULL RETURNING kid`,
      [kid, work.now, actorKey(by), reason],
    );
    return rows.length > 0;
  }
}
