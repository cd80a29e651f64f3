import { dayAt } from './calendar.ts';
import { Chance } from './chance.ts';
import { type Happening, type History, offices, posts, type Dated } from './happening.ts';
import { Tale } from './tale.ts';
import { instants } from './timeline.ts';

/** So many lives, the same for the same seed, each with two or three letters at its beginning. */
export function histories(seed: number, count: number): History[] {
  const moments = instants(new Chance(seed));
  return Array.from({ length: count }, (_, number) => {
    const chance = new Chance(seed * 1_000_003 + number);
    const tale = new Tale(chance);
    const happenings: Dated<Happening>[] = [];
    let place = 0;
    for (let letters = chance.between(2, 3); letters > 0; letters--)
      happenings.push({ at: moments[0]!, what: tale.delivered() });
    if (chance.happens(0.6)) happenings.push({ at: moments[0]!, what: tale.granted(dayAt(moments[0]!))! });
    for (let acts = chance.between(12, 24); acts > 0; acts--) {
      place = Math.min(moments.length - 1, place + chance.between(0, 8));
      const what = tale.next(moments[place]!);
      if (what) happenings.push({ at: moments[place]!, what });
    }
    const assigned = Object.fromEntries(
      offices.map((office) => [office, chance.happens(0.2) ? [] : chance.some(posts)]),
    ) as unknown as History['assigned'];
    return { number, assigned: { ...assigned, ruben: [] }, happenings };
  });
}
