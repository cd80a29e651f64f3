/** A key by which this service signs: what a decision about it needs to know. Never the key itself. */
export interface SigningKey {
  /** Its name in the head of what it signed: the thumbprint of its public part (RFC 7638). */
  readonly kid: string;
  /** From when it signs; until then it is published and no more, so that whoever keeps our keys has it in time. */
  readonly signsFrom: Date;
  /** Since when nothing that it signed may be believed any more. */
  readonly withdrawnAt?: Date | undefined;
}

const aDay = 86_400_000; // milliseconds

/** How long a key is published before it signs, in milliseconds; longer than the answer with our keys may be kept. */
export const announcedAhead = 3_600_000;

/** How long anything that is signed may hold, in milliseconds. A retired key stays published for as long. */
export const longestSigned = 31 * aDay;

/** Keys in the order in which they sign. One that was withdrawn before it ever signed is none. */
const inTurn = <Key extends SigningKey>(keys: readonly Key[]): readonly Key[] =>
  keys
    .filter(({ signsFrom, withdrawnAt }) => !withdrawnAt || withdrawnAt > signsFrom)
    .toSorted((one, other) => one.signsFrom.getTime() - other.signsFrom.getTime());

/**
 * The key that signs now: the newest whose time has come. An older one never signs again; when the newest was withdrawn,
 * the one that was announced begins early. Nothing, when there is neither: then one has to be made.
 */
export function signsNow<Key extends SigningKey>(keys: readonly Key[], now: Date): Key | undefined {
  const turn = inTurn(keys);
  const newest = turn.findLast(({ signsFrom }) => signsFrom <= now);
  return newest && !newest.withdrawnAt ? newest : announced(turn, now);
}

/** The key that was announced and does not sign yet. */
export const announced = <Key extends SigningKey>(keys: readonly Key[], now: Date): Key | undefined =>
  inTurn(keys).find(({ signsFrom, withdrawnAt }) => signsFrom > now && !withdrawnAt);

/**
 * Until when a key is published: when the last of what it signed is over. Nothing, while no other signs after it. A key
 * that was withdrawn is published until then.
 */
export function publishedUntil(key: SigningKey, keys: readonly SigningKey[]): Date | undefined {
  const next = inTurn(keys).find(({ signsFrom }) => signsFrom > key.signsFrom);
  return key.withdrawnAt ?? (next && new Date(next.signsFrom.getTime() + longestSigned));
}

/** The keys by which somebody may check what we signed. */
export const published = <Key extends SigningKey>(keys: readonly Key[], now: Date): readonly Key[] =>
  keys.filter((key) => {
    const until = publishedUntil(key, keys);
    return until === undefined || now < until;
  });

/** Whether the secret part of a key has no use any more: another signs after it, or it was withdrawn. */
export const isSpent = (key: SigningKey, keys: readonly SigningKey[], now: Date): boolean =>
  key.withdrawnAt !== undefined ||
  inTurn(keys).some(({ signsFrom }) => signsFrom > key.signsFrom && signsFrom <= now);
