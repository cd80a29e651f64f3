import type { KeyObject } from 'node:crypto';
import { fingerprint } from '../platform/ids.ts';

/** So many at most; then the oldest are forgotten. */
const most = 5_000;

/**
 * Which key has proven to be the one that signed a token. That never changes for the same token, so it is worked out once
 * (decision 83). Nothing of who came is kept, and nothing of what he may: a fingerprint and a key. Whether the key still
 * counts, and the token still holds, is for whoever asks to find out each time.
 */
export class ProvenTokens {
  private readonly keys = new Map<string, KeyObject>();

  /** The key that signed it, as far as that has been proven before. */
  keyOf(token: string): KeyObject | undefined {
    return this.keys.get(fingerprint(token));
  }

  /** It was checked with this key, and it was signed with it. */
  add(token: string, key: KeyObject): void {
    this.keys.set(fingerprint(token), key);
    const [oldest] = this.keys.keys();
    if (this.keys.size > most && oldest !== undefined) this.keys.delete(oldest);
  }
}
