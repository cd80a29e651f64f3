import { type Chance } from './chance.ts';
import { Deeds } from './deeds.ts';
import { drive, driveOffice } from './driver.ts';
import { expected } from './expected.ts';
import { type Dated, type Happening, type History, type Office, offices } from './happening.ts';
import { Life } from './life.ts';
import { OfficeBook } from './office-book.ts';
import { type Known, Probe } from './probe.ts';
import type { LifeScene } from './scene.ts';
import { storyOf, type Told } from './story.ts';
import { officeHappenings } from './timeline.ts';

/** How many lives are acted upon at the same time. */
const abreast = 4;
const second = 1_000;
const aMoment = 900;

function grouped<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

/** All lives on one timeline, in the model and in the product. */
export class WorldOfLives {
  /** Every disagreement, as a story. */
  readonly stories: string[] = [];
  /** How many there are of each kind. */
  readonly kinds: Record<string, number> = {};
  private readonly astray = new Set<number>();
  readonly compared = { acts: 0, refusals: 0, yes: 0, no: 0, opened: 0, refused: 0, shielded: 0 };
  private readonly books = Object.fromEntries(offices.map((office) => [office, new OfficeBook()])) as Record<
    Office,
    OfficeBook
  >;
  private readonly lives: Life[];
  private readonly deeds: Deeds[];
  private readonly told: Told[][];
  private readonly known: Known[] = [];

  constructor(
    private readonly scene: LifeScene,
    private readonly histories: readonly History[],
  ) {
    this.lives = histories.map(({ assigned }) => new Life(this.books, assigned));
    this.deeds = histories.map(({ number }) => new Deeds(scene, scene.wards[number]!));
    this.told = histories.map(() => []);
  }

  /** Lets time pass from one instant to the next; at some of them everybody looks. */
  async pass(probes: readonly number[], chance: Chance, opened: number): Promise<void> {
    const acts = grouped(
      this.histories.flatMap(({ number, happenings }) => happenings.map((each) => ({ number, ...each }))),
      ({ at }) => at,
    );
    const office = grouped(officeHappenings, ({ at }) => at);
    const moments = [...new Set([...acts.keys(), ...office.keys(), ...probes])].toSorted((a, b) => a - b);
    for (const at of moments) {
      for (const { what } of office.get(at) ?? []) await this.happenToOffice(what, at);
      await this.happenToAll(acts.get(at) ?? []);
      if (probes.includes(at)) await this.probe(at, chance, opened);
    }
  }

  private moveTo(at: number): void {
    this.scene.house.clock.moveToInstant(new Date(at).toISOString());
  }

  private async happenToOffice(what: (typeof officeHappenings)[number]['what'], at: number): Promise<void> {
    this.moveTo(at);
    await driveOffice(this.scene, what, this.deeds[0]!);
    this.books[what.office].happen(what);
    if (what.kind === 'guardian died') for (const life of this.lives) life.guardianDied(what.office, at);
  }

  /** What happens at one instant: all lives side by side, the acts in one life a second apart. */
  private async happenToAll(acts: readonly (Dated<Happening> & { number: number })[]): Promise<void> {
    const ofLife = grouped(acts, ({ number }) => number);
    for (let turn = 0; ; turn++) {
      const round = [...ofLife.values()].flatMap((each) => each.slice(turn, turn + 1));
      if (round.length === 0) return;
      const at = round[0]!.at + turn * second;
      const queue = round.values();
      await Promise.all(
        Array.from({ length: abreast }, async () => {
          for (const { number, what } of queue) await this.happen(number, what, at);
        }),
      );
      this.moveTo(at + aMoment); // what was asked for in these acts is due by now
      await this.scene.settle();
    }
  }

  private async happen(number: number, what: Happening, at: number): Promise<void> {
    const [life, deeds] = [this.lives[number]!, this.deeds[number]!];
    const should = expected(life, what, at);
    this.moveTo(at);
    const outcome = await drive({ scene: this.scene, deeds, life, number }, what, at);
    this.told[number]!.push({ at, what, outcome });
    this.compared.acts++;
    if (outcome !== 'done') this.compared.refusals++;
    else life.happen(what, at);
    if (what.kind === 'delivered')
      this.known.push({ number, letter: life.letters.get(what.message)!, id: deeds.ids.get(what.message)! });
    if (/^5/.test(outcome) || (should !== 'either' && (should === 'done') !== (outcome === 'done')))
      this.disagree(
        { number, letter: what.kind, who: 'who acts', way: 'act', model: should, product: outcome },
        at,
      );
  }

  private async probe(at: number, chance: Chance, opened: number): Promise<void> {
    const probe = new Probe(this.scene, this.lives, this.known, at, chance);
    await probe.look(opened);
    for (const name of Object.keys(probe.compared) as (keyof typeof probe.compared)[])
      this.compared[name] += probe.compared[name];
    for (const each of probe.found) this.disagree(each, at);
  }

  /** What follows in the same life, or in counts over all, mostly follows from the first, so only that is told. */
  private disagree(each: Probe['found'][number], at: number): void {
    const kind = `${each.way}: ${each.model} by the rules, ${each.product} by the product`;
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    if (this.astray.has(each.number) || (each.number < 0 && this.astray.size > 0)) return;
    this.astray.add(each.number);
    this.stories.push(storyOf(each, at, this.histories[each.number], this.told[each.number] ?? []));
  }
}
