import type { DayNumber } from './calendar.ts';
import type { Chance } from './chance.ts';
import {
  type Category,
  type Happening,
  type Measure,
  type Office,
  type Official,
  officials,
  type Order,
  senders,
} from './happening.ts';
import { dayBetween } from './timeline.ts';

const guardians: readonly Office[] = ['haven', 'shelter', 'ruben'];
const measures: readonly Measure[] = ['curatele', 'provisional', 'bewind', 'mentorschap'];
const categories: readonly Category[] = ['financial', 'care', 'other'];

/** What will be told, on the day that it is. */
export type Plan = (today: DayNumber) => Happening | undefined;
/** What the teller remembers of an order, so that what follows is mostly possible. */
type Told = Order & { stage: 'handed in' | 'half' | 'verified' | 'over'; first?: Official };

/** Tells of court orders: handed in, looked at, and what the court decided later. */
export class TaleOfOrders {
  private readonly orders: Told[] = [];

  constructor(
    private readonly chance: Chance,
    /** What is put here comes soon. */
    private readonly planned: Plan[],
  ) {}

  get waiting(): Told[] {
    return this.orders.filter(({ stage }) => stage === 'handed in' || stage === 'half');
  }

  get verified(): Told[] {
    return this.orders.filter(({ stage }) => stage === 'verified');
  }

  /** The names of those that are over, or of all. */
  ended(all: boolean): string[] {
    return this.orders.filter(({ stage }) => all || stage === 'over').map(({ order }) => order);
  }

  /** An order by itself, or beside or after another one. */
  handedIn(name: string, today: DayNumber, peer = this.peer()): Happening | undefined {
    const { chance } = this;
    const open = this.orders.filter(({ stage }) => stage !== 'over');
    const ground = peer?.ground ?? chance.one(measures);
    if (!peer && open.some((each) => each.ground === ground || each.ground === 'curatele')) return undefined;
    const free = guardians.filter(
      (office) => !open.some((each) => each.office === office && each.ground === ground),
    );
    if (free.length === 0) return undefined;
    const replaces = peer !== undefined && chance.happens(0.6);
    const order: Order = {
      ...{ order: name, office: chance.one(free), ground },
      ...this.days(ground, today, replaces && chance.happens(0.8) ? peer.givenOn : undefined),
      ...this.part(ground, peer !== undefined && !replaces && chance.happens(0.5)),
      beside: peer && !replaces ? peer.order : undefined,
      replaces: replaces ? peer.order : undefined,
    };
    const told: Told = { ...order, stage: 'handed in' };
    this.orders.push(told);
    if (chance.happens(0.85)) this.planned.push(...[1, 2, 3].map(() => () => this.judged(told)));
    return { kind: 'handed in', ...order };
  }

  private peer(): Told | undefined {
    return this.verified.length > 0 && this.chance.happens(0.7) ? this.chance.one(this.verified) : undefined;
  }

  /** Now and then of an order whose term was over long ago. A successor is mostly appointed after who was before him. */
  private days(ground: Measure, today: DayNumber, after?: DayNumber) {
    const { chance } = this;
    if (chance.happens(0.08)) {
      const givenOn = today - chance.between(200, 900);
      const startsOn = ground === 'provisional' ? givenOn + 1 : undefined;
      return { givenOn, sentOn: undefined, startsOn, until: chance.between(givenOn + 30, today) };
    }
    const givenOn = Math.max(today - chance.between(0, 12), after ?? 0);
    const sentOn = chance.happens(0.5) ? Math.min(today, givenOn + chance.between(0, 4)) : undefined;
    const usual = (sentOn ?? givenOn) + 1;
    const named = ground !== 'curatele' && chance.happens(0.3) ? dayBetween(chance, today, today + 40) : 0;
    const startsOn = named > usual ? named : ground === 'provisional' ? usual : undefined;
    const until = chance.happens(0.3) ? dayBetween(chance, today + 50, today + 300) : undefined;
    return { givenOn, sentOn, startsOn, until };
  }

  /** R23–R25: what the order says of the part of this guardian. */
  private part(ground: Measure, divided: boolean) {
    const { chance } = this;
    const partial = ground === 'bewind' && !divided && chance.happens(0.3);
    const bySender = (partial && chance.happens(0.8)) || (divided && ground !== 'curatele');
    const byKind = ground === 'provisional' || (divided && ground === 'curatele');
    const some = () => (chance.happens(0.3) ? (['all'] as const) : chance.some(categories));
    return {
      ...{ partial, divided, senders: bySender ? chance.some(senders) : undefined },
      categories: byKind ? some() : undefined,
    };
  }

  /** An official looks. Now and then it is the same one again. */
  judged(told: Told): Happening | undefined {
    const { chance } = this;
    if (told.stage === 'over' || (told.stage === 'verified' && chance.happens(0.8))) return undefined;
    const { order } = told;
    const official = chance.one(officials);
    if (chance.happens(0.05)) {
      told.stage = 'over';
      return { kind: 'rejected', order, official };
    }
    if (told.stage === 'handed in') [told.stage, told.first] = ['half', official];
    else if (official !== told.first) {
      told.stage = 'verified';
      if (told.replaces) this.orders.find((each) => each.order === told.replaces)!.stage = 'over';
    }
    return { kind: 'approved', order, official };
  }

  /** What a court decided later. */
  later(told: Told, today: DayNumber): Happening {
    const { chance } = this;
    const { order } = told;
    return chance.weighed<() => Happening>([
      [
        4,
        () => {
          if (chance.happens(0.4)) this.planned.push(() => ({ kind: 'suspension confirmed', order }));
          return { kind: 'suspended by the judge', order, on: dayBetween(chance, today - 3, today + 2) };
        },
      ],
      [
        2,
        () => {
          told.stage = 'over';
          const finalOn = dayBetween(chance, today - 5, today + 60);
          const earlier = chance.happens(0.4) ? finalOn - chance.between(1, 20) : undefined;
          return { kind: 'lifted', order, finalOn, earlier };
        },
      ],
      [
        1,
        () => {
          told.stage = 'over';
          return { kind: 'dismissed', order, on: dayBetween(chance, today - 3, today + 20) };
        },
      ],
    ])();
  }
}
