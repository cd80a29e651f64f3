/** Chance that repeats: the same seed gives the same world, and each thing is drawn by itself, in any order. */

const golden = 0x9e3779b9;

/** Spreads 32 bits over 32 bits (the finisher of MurmurHash3). */
function spread(value) {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A whole number from 0 up to 2^32 for the `lane`th question about thing `n`. */
const draw = (seed, n, lane) => spread(spread(n ^ seed) + Math.imul(lane + 1, golden));

/** The same as a share of one, in [0, 1). */
export const share = (seed, n, lane) => draw(seed, n, lane) / 0x100000000;

/** A number for a word, so that each kind of thing has a seed of its own. */
export function seedOf(seed, word) {
  let bits = seed >>> 0;
  for (const sign of word) bits = spread(bits ^ Math.imul(sign.codePointAt(0), golden));
  return bits;
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const quarter = (bits) =>
  hex[bits >>> 24] + hex[(bits >>> 16) & 255] + hex[(bits >>> 8) & 255] + hex[bits & 255];

const tail = (seed, n) => {
  const last = quarter(draw(seed, n, 102));
  return `${hex[0x80 | (draw(seed, n, 103) & 0x3f)]}${last.slice(0, 2)}-${last.slice(2, 8)}${quarter(draw(seed, n, 104)).slice(0, 6)}`;
};

/** The `n`th id of its kind, all chance (version 4). */
export function randomId(seed, n) {
  const middle = quarter(draw(seed, n, 101));
  return `${quarter(draw(seed, n, 100))}-${middle.slice(0, 4)}-4${middle.slice(5)}-${tail(seed, n)}`;
}

/** The `n`th id of its kind, ordered by time (version 7). */
export function timedId(seed, n, at) {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${quarter(draw(seed, n, 101)).slice(5)}-${tail(seed, n)}`;
}

/** `count` hexadecimal signs. */
export function hexText(seed, n, count) {
  let text = '';
  for (let lane = 200; text.length < count; lane++) text += quarter(draw(seed, n, lane));
  return text.slice(0, count);
}

/** The numbers below `count` in an order of chance. */
export function shuffled(seed, count) {
  const order = Int32Array.from({ length: count }, (_, place) => place);
  return shuffle(seed, order);
}

/** Shuffles in place. */
export function shuffle(seed, list) {
  for (let place = list.length - 1; place > 0; place--) {
    const other = Math.floor(share(seed, place, 0) * (place + 1));
    [list[place], list[other]] = [list[other], list[place]];
  }
  return list;
}

/** A share of the normal distribution (Box–Muller). */
export const normal = (seed, n) =>
  Math.sqrt(-2 * Math.log(1 - share(seed, n, 1))) * Math.cos(2 * Math.PI * share(seed, n, 2));

/** Picks by weight: gives the place in `weights` for a share of one. */
export function picker(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const bounds = weights.map((weight) => (sum += weight) / total);
  return (part) => {
    const found = bounds.findIndex((bound) => part < bound);
    return found < 0 ? bounds.length - 1 : found;
  };
}
