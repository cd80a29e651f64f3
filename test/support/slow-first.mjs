import { readFileSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** The longest that a test in this file may take by its own words, in milliseconds. */
function longestIn(file) {
  const allowed = readFileSync(file, 'utf8').matchAll(/^ *\}, ([\d_]+)\);$/gm);
  return Math.max(0, ...Array.from(allowed, ([, time]) => Number(time.replaceAll('_', ''))));
}

/**
 * The slowest files start first, so that none of them runs alone at the end while every other process is done. Jest
 * knows from the last run which they are; in a new clone, the files themselves say so.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    if (usual.some(({ duration }) => duration !== undefined)) return usual;
    const longest = new Map(usual.map(({ path }) => [path, longestIn(path)]));
    return usual.sort((one, other) => longest.get(other.path) - longest.get(one.path));
  }
}
