/** Chance that can be repeated: the same seed, the same draws (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** From 0 up to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number; both ends count. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  one<Thing>(of: readonly Thing[]): Thing {
    return of[this.between(0, of.length - 1)]!;
  }

  /** Some of them, at least one. */
  some<Thing>(of: readonly Thing[]): Thing[] {
    const picked = of.filter(() => this.happens(0.5));
    return picked.length > 0 ? picked : [this.one(of)];
  }

  /** One of them, each as often as its weight says. */
  weighed<Thing>(of: readonly (readonly [weight: number, thing: Thing])[]): Thing {
    let left = this.next() * of.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, thing] of of) if ((left -= weight) < 0) return thing;
    return of.at(-1)![1];
  }
}
