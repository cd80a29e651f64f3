import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JWK } from 'oidc-provider';

/**
 * The provider's signing keys (ES256), made the first time and kept in a file that only its owner reads,
 * so that a token outlives a restart of the simulator.
 */
export function signingKeys(file: string): JWK[] {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const kid = randomBytes(8).toString('hex');
    const key = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
    const draft = `${file}.${kid}`;
    writeFileSync(draft, JSON.stringify({ keys: [key] }), { mode: 0o600 });
    try {
      linkSync(draft, file); // whole or not at all: of two first starts at once, one wins
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { keys: JWK[] }).keys;
}
