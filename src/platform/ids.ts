import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Id } from '../domain/ids.ts';

/** A new UUIDv7 (RFC 9562): ordered by time to the millisecond, the rest by chance. */
export function newId<Kind extends string>(): Id<Kind> {
  const time = Date.now().toString(16).padStart(12, '0');
  const chance = randomUUID().slice(15); // all after the sign of its version; unlike randomBytes it is drawn ahead
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance}` as Id<Kind>;
}

/** A new UUIDv4: all chance. For a pseudonym, whose age would tell when a person was first seen (R3). */
export const newPseudonym = <Kind extends string>(): Id<Kind> => randomUUID() as string as Id<Kind>;

/** A trace id as W3C Trace Context writes it: 32 hex digits. */
export const newTraceId = (): string => randomUUID().replaceAll('-', '');

/** The trace id in a `traceparent` (W3C Trace Context); nothing when it is none, which that standard says to ignore. */
export function traceIn(traceparent: unknown): string | undefined {
  const none = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}./; // of this version nothing follows; of a later one it may
  const read = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/;
  if (typeof traceparent !== 'string' || none.test(traceparent)) return undefined;
  return read.exec(traceparent)?.[1];
}

// No 0/O, 1/I/L or U/V, which people mix up: 29 signs, 4.86 bits each.
const signs = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const codeLength = 20;

/** A code for people to copy from paper: four groups of five, 97 bits (R10 asks 80). */
export function newCode(): string {
  return inGroups(Array.from({ length: codeLength }, () => signs[randomInt(signs.length)]).join(''));
}

const inGroups = (text: string): string => (text.match(/.{1,5}/g) ?? []).join('-');

/** A short reference for people to copy from paper, by which a letter is found. It is no secret: ten signs. */
export const newReference = (): string => newCode().slice(0, 11);

/** What people may add or lose when copying a code: case, spaces, hyphens. */
const normaliseCode = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');

/** A reference as it stands in the letter, however people copied it. */
export const writtenReference = (given: string): string => inGroups(normaliseCode(given));

/** Codes are kept as a hash only (R10). `context` binds the hash to what the code is for. */
export const hashCode = (code: string, context: string): string =>
  createHash('sha256')
    .update(`${context}\n${normaliseCode(code)}`)
    .digest('hex');

/** What makes a hidden claim impossible to guess: 128 bits, base64url (RFC 9901, 9.3). */
export const newSalt = (): string => randomBytes(16).toString('base64url');

/** So many places below `size`, by chance, so that a place tells nothing of when it was taken. */
export const newPlaces = (count: number, size: number): readonly number[] =>
  Array.from({ length: count }, () => randomInt(size));

/** A fingerprint of a request body, to see whether a repeated key came with the same one. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');
