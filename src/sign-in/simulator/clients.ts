import { createECDH, createHash } from 'node:crypto';

/** Resource indicator of the API: the audience of every access token. */
export const apiAudience = 'urn:volmacht:api';

/** The only scope of the API. What somebody may do is decided there, not in a token. */
export const apiScope = 'volmacht';

/** The public client for development: the token tool and the tests. Nothing has to listen on the redirect address. */
export const developmentClient = {
  id: 'volmacht-dev',
  redirectUri: 'http://127.0.0.1:3999/signed-in',
} as const;

/** The sender that signs in with a key of its own (`private_key_jwt`), as the standard asks of all of them. */
export const keyedMachine = 'gemeente';

/** The secret of a development machine. Not secret at all: only the simulator knows it. */
export function machineSecret(key: string): string {
  return `${key}-for-development-only`;
}

/** A private key as JWK, P-256, for ES256. */
export interface SigningKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** The key of the keyed machine, the same everywhere: no more secret than the secrets above, and no file to keep. */
export function machineKey(): SigningKey {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(createHash('sha256').update(machineSecret(keyedMachine)).digest());
  const point = curve.getPublicKey(); // 04, x, y
  return {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: createHash('sha256').update(machineSecret(keyedMachine)).digest('base64url'),
  };
}
