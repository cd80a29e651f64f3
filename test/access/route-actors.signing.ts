import type { Pool } from 'pg';
import type { Asked } from './route-actors.requests.ts';

const kid = 'x'.repeat(43);

/** A key that signs when nobody of this walk lives any more, so that it is in nobody's way. */
export const setSigningKey = (admin: Pool) =>
  admin.query(
    `INSERT INTO signing_key (kid, public_jwk, made_at, made_by, signs_from) VALUES ($1, '{}', now(), 'x', '2190-01-01')`,
    [kid],
  );

/** Requests for the routes about the keys by which we sign. */
export const signingRequests: Readonly<Record<string, Asked>> = {
  'GET /.well-known/jwks.json': {},
  'GET /v1/signing-keys': {},
  'POST /v1/signing-keys': {},
  'POST /v1/signing-keys/:kid/withdrawal': {
    path: () => ({ kid }),
    body: () => ({ reason: 'A copy was stolen.' }),
  },
};
