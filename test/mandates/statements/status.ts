import { decodeJwt, type JWTPayload } from 'jose';
import { inflateSync } from 'node:zlib';
import type { House } from '../../support/house.ts';

/** What a status list says of a place: 0 holds, 1 does not, 2 not now. */
export function statusAt(list: JWTPayload, place: number): number {
  const { bits, lst } = list.status_list as { bits: number; lst: string };
  const byte = inflateSync(Buffer.from(lst, 'base64url'))[Math.floor((place * bits) / 8)] ?? 0;
  return (byte >> ((place * bits) % 8)) & (2 ** bits - 1);
}

/** What the list that a statement names says of it now; the signatures are for other tests. */
export async function statusOf(house: House, statement: string): Promise<number> {
  const { status } = decodeJwt<{ status: { status_list: { idx: number; uri: string } } }>(
    statement.split('~')[0] ?? '',
  );
  const { idx, uri } = status.status_list;
  return statusAt(decodeJwt((await house.as('nobody').get(new URL(uri).pathname).expect(200)).text), idx);
}
