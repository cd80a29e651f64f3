import { createHash } from 'node:crypto';
import { newSalt } from '../platform/ids.ts';

/** Something that a token says only to whom it is shown: what is shown, and what stands in the token in its place. */
export interface Hidden {
  readonly disclosure: string;
  readonly digest: string;
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

const hide = (...said: readonly unknown[]): Hidden => {
  const disclosure = base64url(JSON.stringify([newSalt(), ...said]));
  return { disclosure, digest: createHash('sha256').update(disclosure).digest('base64url') };
};

/** Hides a claim (RFC 9901, 4.2.1). */
export const hiddenClaim = (name: string, value: unknown): Hidden => hide(name, value);

/** Hides an item of a list (RFC 9901, 4.2.2). */
export const hiddenItem = (value: unknown): Hidden => hide(value);

/**
 * The digests of what is hidden, in an order that tells nothing (RFC 9901, 4.2.4.1), and others of nothing among them
 * (4.2.5) until they are so many: nobody can count what he is not shown.
 */
function digestsOf(hidden: readonly Hidden[], atLeast: number): string[] {
  const decoys = Array.from({ length: Math.max(0, atLeast - hidden.length) }, () => hide().digest);
  return [...hidden.map(({ digest }) => digest), ...decoys].toSorted();
}

/** What stands in a list for its hidden items, and for as many others of nothing as make them so many. */
export const itemsOf = (hidden: readonly Hidden[], atLeast = 0): readonly object[] =>
  digestsOf(hidden, atLeast).map((digest) => ({ '...': digest }));

/** What a token says of its hidden claims, and of as many others of nothing as make them so many. */
export const placesOf = (
  hidden: readonly Hidden[],
  atLeast = 0,
): { readonly _sd: string[]; readonly _sd_alg: 'sha-256' } => ({
  _sd: digestsOf(hidden, atLeast),
  _sd_alg: 'sha-256',
});

/** A signed token with what is shown of it (RFC 9901, 4). */
export const compact = (token: string, shown: readonly string[]): string => [token, ...shown, ''].join('~');
