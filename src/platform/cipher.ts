import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.ts';

const algorithm = 'aes-256-gcm';

/**
 * Encryption at rest (AES-256-GCM). The text names its key, so keys rotate without downtime: put the new key
 * first in `ENCRYPTION_KEYS` and keep the old one for reading. `boundTo` ties a value to its row: moved to
 * another row it does not open.
 */
@Injectable()
export class Cipher {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** `keyId.nonce.tag.ciphertext`, base64url. */
  seal(plain: string, boundTo: string): string {
    const [current] = this.config.encryptionKeys;
    if (!current) throw new Error('no encryption key is configured');
    const nonce = randomBytes(12);
    const cipher = createCipheriv(algorithm, current.key, nonce).setAAD(Buffer.from(boundTo));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [
      current.id,
      ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
    ].join('.');
  }

  /** @throws Error when the key is unknown, or the text was altered or belongs to another row. */
  open(sealed: string, boundTo: string): string {
    const [id, nonce, tag, text] = sealed.split('.');
    const key = this.config.encryptionKeys.find((candidate) => candidate.id === id)?.key;
    if (!key || !nonce || !tag || text === undefined)
      throw new Error('this value was sealed with an unknown key');
    const bytes = (part: string) => Buffer.from(part, 'base64url');
    const decipher = createDecipheriv(algorithm, key, bytes(nonce)).setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(bytes(tag));
    return Buffer.concat([decipher.update(bytes(text)), decipher.final()]).toString('utf8');
  }

  /** A keyed index (HMAC-SHA-256, hex): finds equal values without telling what they are. */
  index(value: string): string {
    return createHmac('sha256', this.config.indexKey).update(value).digest('hex');
  }
}
