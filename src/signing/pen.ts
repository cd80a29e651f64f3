import type { CryptoKey } from 'jose';
import { type JWTPayload, SignJWT } from 'jose';
import { longestSigned } from '../domain/signing-key.ts';

/** What every token says of its own time, in seconds since 1970. */
export interface Dated extends JWTPayload {
  readonly iat: number;
  readonly exp: number;
}

/** A key of this service in the hand of a use case, for as long as that takes: it signs by ES256. */
export class Pen {
  constructor(
    /** The name of the key, as the head of a token has it. */
    readonly kid: string,
    private readonly key: CryptoKey,
  ) {}

  /**
   * A signed JWT in its compact form. `typ` says what it is, such as `dc+sd-jwt`, so that none is taken for another.
   * @throws Error when it would hold longer than our keys are published.
   */
  sign(claims: Dated, typ: string): Promise<string> {
    if ((claims.exp - claims.iat) * 1000 > longestSigned)
      throw new Error('what is signed may not outlive the publication of its key');
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: this.kid, typ }).sign(this.key);
  }
}
