import type { Pool } from 'pg';
import { SigningKeysService } from '../../src/signing/signing-keys.service.ts';
import type { House } from '../support/house.ts';
import type { Asked } from './route-actors.requests.ts';

const kid = 'x'.repeat(43);

/** A key that signs, and one that signed before it: that may be withdrawn, and is in nobody's way. */
export async function setSigningKeys({ app, database }: House): Promise<void> {
  await app.get(SigningKeysService).pen();
  await database.admin.query(
    `INSERT INTO signing_key (kid, public_jwk, made_at, made_by, signs_from) VALUES ($1, '{}', now(), 'x', '2000-01-01')`,
    [kid],
  );
}

/** A statement of this mandate, so that there is a list. */
export const setStatement = (admin: Pool, mandate: string) =>
  admin.query(
    `INSERT INTO mandate_statement (list, place, mandate_id, lines, until_day, holds_until, expires_at)
     VALUES (1, (random() * 262143)::int, $1, '{"x": []}', '2190-01-01', '2190-01-01', '2190-01-01') ON CONFLICT DO NOTHING`,
    [mandate],
  );

/** Requests for the routes about the keys by which we sign. */
export const signingRequests: Readonly<Record<string, Asked>> = {
  'GET /.well-known/jwks.json': {},
  'GET /.well-known/jwt-vc-issuer': {},
  'GET /v1/statement-types/mandate': {},
  'GET /v1/status-lists/:list': { path: () => ({ list: '1' }) },
  'POST /v1/mandates/:mandate/statements': { body: () => ({ disclose: ['scope'] }) },
  'GET /v1/signing-keys': {},
  'POST /v1/signing-keys': {},
  'POST /v1/signing-keys/:kid/withdrawal': {
    path: () => ({ kid }),
    body: () => ({ reason: 'A copy was stolen.' }),
  },
};
