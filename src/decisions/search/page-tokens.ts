import { Injectable } from '@nestjs/common';
import type { Oin } from '../../domain/identifiers.ts';
import { Cipher } from '../../platform/cipher.ts';

/** Where a page of a search ends, on its way through the hands of who searches. */
export interface PageTokens {
  /** The token of the page that goes on behind this one. */
  readonly seal: (mark: string, last: string) => string;
  /** Behind which one the page begins; nothing when it is no token of this search. */
  readonly open: (mark: string, token: string) => string | undefined;
}

/**
 * A page may end at what was looked at and not found. So a token is sealed, and bound to its search and to who searches:
 * it tells no id of what is hidden from him, and he cannot make one that begins where he likes (R33, R34).
 */
@Injectable()
export class SealedTokens {
  constructor(private readonly cipher: Cipher) {}

  /** The tokens of one system. */
  of(oin: Oin): PageTokens {
    const boundTo = (mark: string) => `decision-search ${oin} ${mark}`;
    return {
      seal: (mark, last) => this.cipher.seal(last, boundTo(mark)),
      open: (mark, token) => {
        try {
          return this.cipher.open(token, boundTo(mark));
        } catch {
          return undefined;
        }
      },
    };
  }
}
