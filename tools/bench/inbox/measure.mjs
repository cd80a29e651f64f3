import { median } from '../load.mjs';

/** What was measured of one thing: middle, and the middle half as the spread. Milliseconds. */
export function summary(figures) {
  const sorted = figures.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { median: median(figures), low: at(0.25), high: at(0.75), of: figures.length };
}

/**
 * Measures several things in turn, round after round, so that a slow moment of the machine falls on all of them. A
 * thing that takes long is asked less often. `things`: name → a function that gives `{ milliseconds }`. The first
 * round warms up.
 */
export async function inTurn(things, { rounds, each = 10, patience = 400 }) {
  const figures = Object.fromEntries(Object.keys(things).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, ask] of Object.entries(things)) {
      // Six of each: then PostgreSQL has chosen whether one plan serves all values.
      const turns = round === 0 ? 6 : each;
      const until = performance.now() + (round === 0 ? 5 : 1) * patience;
      for (let turn = 0; turn === 0 || (turn < turns && performance.now() < until); turn++) {
        const { milliseconds } = await ask();
        if (round > 0) figures[name].push(milliseconds);
      }
    }
  return Object.fromEntries(Object.entries(figures).map(([name, list]) => [name, summary(list)]));
}

export const ms = (value) =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);

/** `1.23 ms (1.10–1.40)`. */
export const spread = ({ median: middle, low, high }) => `${ms(middle)} ms (${ms(low)}–${ms(high)})`;

/** Says plainly whether a target is met. Keeps what was said, for the page about it. */
export function scoreboard(say) {
  const targets = [];
  return {
    targets,
    /** `limit` and `value` in `unit`; `atLeast` turns it round. */
    target(what, limit, value, { unit = 'ms', atLeast = false } = {}) {
      const met = atLeast ? value >= limit : value <= limit;
      targets.push({ what, limit, value, unit, atLeast, met });
      const goal = `target ${atLeast ? 'at least' : 'at most'} ${limit} ${unit}, measured ${ms(value)}`;
      say(`    ${met ? 'met   ' : 'MISSED'}  ${what}: ${goal}`);
    },
  };
}
