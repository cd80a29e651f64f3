import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.ts';

const algorithm = 'aes-256-gcm';
const sizes = { nonce: 12, tag: 16 } as const; // bytes

/** What came out of the cipher, and by which key. */
interface Sealed {
  readonly id: string;
  readonly nonce: Buffer;
  readonly tag: Buffer;
  readonly text: Buffer;
}

/**
 * Encryption at rest (AES-256-GCM). What is sealed names its key, so keys rotate without downtime: put the new key
 * first in `ENCRYPTION_KEYS` and keep the old one for reading. `boundTo` ties a value to its row: moved to
 * another row it does not open.
 */
@Injectable()
export class Cipher {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** `keyId.nonce.tag.ciphertext`, base64url. */
  seal(plain: string, boundTo: string): string {
    const { id, nonce, tag, text } = this.encrypt(Buffer.from(plain, 'utf8'), boundTo);
    return [id, ...[nonce, tag, text].map((part) => part.toString('base64url'))].join('.');
  }

  /** @throws Error when the key is unknown, or the text was altered or belongs to another row. */
  open(sealed: string, boundTo: string): string {
    const [id, nonce, tag, text] = sealed.split('.');
    if (!id || !nonce || !tag || text === undefined)
      throw new Error('this value was sealed with an unknown key');
    const bytes = (part: string) => Buffer.from(part, 'base64url');
    return this.decrypt({ id, nonce: bytes(nonce), tag: bytes(tag), text: bytes(text) }, boundTo).toString(
      'utf8',
    );
  }

  /** The same for the content of a file: the length of the key's name in one byte, its name, nonce, tag, ciphertext. */
  sealBytes(plain: Uint8Array, boundTo: string): Buffer {
    const { id, nonce, tag, text } = this.encrypt(plain, boundTo);
    return Buffer.concat([Buffer.from([id.length]), Buffer.from(id), nonce, tag, text]);
  }

  /** @throws Error as {@link open} */
  openBytes(sealed: Buffer, boundTo: string): Buffer {
    let at = 0;
    const take = (length: number) => sealed.subarray(at, (at += length));
    const id = take(take(1)[0] ?? 0).toString();
    const [nonce, tag] = [take(sizes.nonce), take(sizes.tag)];
    return this.decrypt({ id, nonce, tag, text: sealed.subarray(at) }, boundTo);
  }

  /** A keyed index (HMAC-SHA-256, hex): finds equal values without telling what they are. */
  index(value: string): string {
    return createHmac('sha256', this.config.indexKey).update(value).digest('hex');
  }

  private encrypt(plain: Uint8Array, boundTo: string): Sealed {
    const [current] = this.config.encryptionKeys;
    if (!current) throw new Error('no encryption key is configured');
    const nonce = randomBytes(sizes.nonce);
    const cipher = createCipheriv(algorithm, current.key, nonce).setAAD(Buffer.from(boundTo));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return { id: current.id, nonce, tag: cipher.getAuthTag(), text };
  }

  private decrypt({ id, nonce, tag, text }: Sealed, boundTo: string): Buffer {
    const key = this.config.encryptionKeys.find((candidate) => candidate.id === id)?.key;
    if (!key) throw new Error('this value was sealed with an unknown key');
    // A shorter tag than ours would be easier to forge.
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: sizes.tag });
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  }
}
