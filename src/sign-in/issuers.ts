import { KeyObject, type webcrypto } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../domain/errors.ts';
import { CONFIG, type Config } from '../platform/config.ts';

/** The signatures that are accepted: asymmetric ones only. */
export const acceptedAlgorithms = ['PS256', 'ES256', 'RS256'] as const;

/** How far the clock of an issuer may differ from ours (seconds). */
export const clockSkewSeconds = 5;

const patience = 3_000; // milliseconds that an issuer gets to answer

/** What the header of a token says. A token that brings its own key, or says how to find it, is refused. */
export interface TokenHeader {
  readonly alg?: unknown;
  readonly typ?: unknown;
  readonly kid?: unknown;
  readonly [other: string]: unknown;
}

/** A token as it came, before anything of it is believed. */
export interface TokenRead {
  readonly header: TokenHeader;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What a token says; nothing, when it is none. */
export function readToken(token: string): TokenRead | undefined {
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

const bringsItsOwnKey = ['jku', 'x5u', 'x5c', 'jwk', 'crit'];

/** The pinned issuers and their keys. Keys come from the issuer's own JWKS, never from the token. */
@Injectable()
export class Issuers {
  private readonly keySets = new Map<string, Promise<JWTVerifyGetKey>>();
  private readonly objects = new WeakMap<webcrypto.CryptoKey, KeyObject>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The name of an issuer, or nothing when it is not one of ours. */
  nameOf(url: unknown): string | undefined {
    return this.config.issuers.find((issuer) => issuer.url === url)?.name;
  }

  /**
   * The same for a token as it came: nothing, when it is none.
   * @throws Problem `unavailable` when its issuer does not answer.
   */
  async keyOf(token: string): Promise<KeyObject | undefined> {
    const read = readToken(token);
    return read && this.keyFor(read.header, read.claims.iss);
  }

  /**
   * The key with which this token must be signed; nothing when the token is not to be trusted.
   * @throws Problem `unavailable` when the issuer does not answer: then nobody gets in, and hears why.
   */
  async keyFor(header: TokenHeader, issuer: unknown): Promise<KeyObject | undefined> {
    const { alg, typ, kid } = header;
    if (typeof issuer !== 'string' || this.nameOf(issuer) === undefined) return undefined;
    if (!acceptedAlgorithms.some((accepted) => accepted === alg) || typeof alg !== 'string') return undefined;
    if (typeof typ !== 'string' || !/^(application\/)?at\+jwt$/i.test(typ)) return undefined; // RFC 9068
    if (bringsItsOwnKey.some((name) => name in header)) return undefined;
    try {
      const find = await this.keySetOf(issuer);
      const key = await find(
        { alg, ...(typeof kid === 'string' ? { kid } : {}) },
        { payload: '', signature: '' },
      );
      return key instanceof Uint8Array ? undefined : this.objectOf(key as webcrypto.CryptoKey);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        return undefined;
      this.keySets.delete(issuer);
      throw new Problem('unavailable', { retryAfterSeconds: 5, cause: error });
    }
  }

  /** The same object for the same key: by it a token is known that was checked with this key before. */
  private objectOf(key: webcrypto.CryptoKey): KeyObject {
    const known = this.objects.get(key) ?? KeyObject.from(key);
    this.objects.set(key, known);
    return known;
  }

  private keySetOf(issuer: string): Promise<JWTVerifyGetKey> {
    const known = this.keySets.get(issuer) ?? this.discover(issuer);
    this.keySets.set(issuer, known);
    return known;
  }

  private async discover(issuer: string): Promise<JWTVerifyGetKey> {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const found = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (found.issuer !== issuer || typeof found.jwks_uri !== 'string')
      throw new Error('the issuer describes itself as another');
    if (new URL(found.jwks_uri).origin !== new URL(issuer).origin)
      throw new Error('the keys are kept elsewhere');
    return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: patience });
  }
}
