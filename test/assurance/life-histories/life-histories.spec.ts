import { dawn, stage } from './calendar.ts';
import { Chance } from './chance.ts';
import { histories } from './histories.ts';
import { setScene } from './scene.ts';
import { probes } from './timeline.ts';
import { WorldOfLives } from './world-of-lives.ts';

/**
 * Many random lives side by side: court orders, mandates, shields, deaths, handovers. What the model of the rules
 * permits (`life.ts`, written from the law alone) is what opening, listing, counting and searching give.
 * `HISTORIES=2000 npm test -- test/assurance/life-histories` is the measured run. It tells them in batches, each in a
 * house of its own, so that lists stay as long as an office has them; `SEED` of a batch tells that one again.
 */
const count = Number(process.env.HISTORIES ?? 50);
const seed = Number(process.env.SEED ?? 20261128);
const batch = 200;
const batches = Array.from({ length: Math.ceil(count / batch) }, (_, place) => ({
  seed: seed + place,
  lives: Math.min(batch, count - place * batch),
}));
/** How often everybody looks, and how many letters they open each time. */
const [looks, opened] = count > batch ? ([9, 130] as const) : ([4, 40] as const);

it.each(batches)(
  '$lives lives (seed $seed): the product permits what the rules permit, whichever way one looks',
  async ({ seed: told, lives }) => {
    const all = histories(told, lives);
    const scene = await setScene(all, new Date(dawn(stage.first) + 3_600_000).toISOString());
    try {
      const chance = new Chance(told + 1);
      const world = new WorldOfLives(scene, all);
      await world.pass(probes(chance, looks), chance, opened);
      const { compared, kinds, stories } = world;
      console.info(JSON.stringify({ lives, seed: told, ...compared, disagreements: kinds }, null, 1));
      expect(stories.slice(0, 10).join('\n\n')).toBe('');
      // Or it says nothing.
      expect(compared.yes).toBeGreaterThan(lives * 8);
      expect(compared.shielded).toBeGreaterThan(3);
    } finally {
      await scene.house.close();
    }
  },
  3_600_000,
);
