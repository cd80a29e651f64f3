import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Id } from '../domain/ids.ts';

/** A new UUIDv7 (RFC 9562): ordered by time to the millisecond, the rest by chance. */
export function newId<Kind extends string>(): Id<Kind> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as Id<Kind>;
}

/** A new UUIDv4: all chance. For a pseudonym, whose age would tell when a person was first seen (R3). */
export const newPseudonym = <Kind extends string>(): Id<Kind> => randomUUID() as string as Id<Kind>;

/** A trace id as W3C Trace Context writes it: 32 hex digits. */
export const newTraceId = (): string => randomBytes(16).toString('hex');

// No 0/O, 1/I/L or U/V, which people mix up: 29 signs, 4.86 bits each.
const signs = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const codeLength = 20;

/** A code for people to copy from paper: four groups of five, 97 bits (R10 asks 80). */
export function newCode(): string {
  const drawn = Array.from({ length: codeLength }, () => signs[randomInt(signs.length)]).join('');
  return (drawn.match(/.{5}/g) ?? []).join('-');
}

/** What people may add or lose when copying a code: case, spaces, hyphens. */
const normaliseCode = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');

/** Codes are kept as a hash only (R10). `context` binds the hash to what the code is for. */
export const hashCode = (code: string, context: string): string =>
  createHash('sha256')
    .update(`${context}\n${normaliseCode(code)}`)
    .digest('hex');

/** A fingerprint of a request body, to see whether a repeated key came with the same one. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');
