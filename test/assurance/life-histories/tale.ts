import { dayAt, type DayNumber } from './calendar.ts';
import type { Chance } from './chance.ts';
import {
  type Category,
  type Happening,
  kinds,
  type Office,
  offices,
  posts,
  type Sender,
  senders,
} from './happening.ts';
import { type Plan, TaleOfOrders } from './tale-of-orders.ts';
import { dayBetween } from './timeline.ts';

const categories: readonly Category[] = ['financial', 'care', 'other'];

/**
 * Tells one life, act by act. It remembers just enough to be likely; what is impossible now and then is told as well,
 * and the service has to refuse it.
 */
export class Tale {
  private names = 0;
  private readonly letters: string[] = [];
  private readonly mandates: { name: string; office: Office; senders: Sender[]; over: boolean }[] = [];
  private readonly shields: string[] = [];
  private dead = false;
  /** What comes next, if nothing comes in between. */
  private readonly planned: Plan[] = [];

  private readonly orders: TaleOfOrders;

  constructor(private readonly chance: Chance) {
    this.orders = new TaleOfOrders(chance, this.planned);
  }

  /** The next thing that happens, if anything can. */
  next(at: number): Happening | undefined {
    const { chance } = this;
    const today = dayAt(at);
    const running = this.mandates.filter(({ over }) => !over);
    const { waiting, verified } = this.orders;
    const ended = [
      ...this.mandates.filter(({ over }) => over || this.dead).map(({ name }) => name),
      ...this.orders.ended(this.dead),
    ];
    if (this.planned.length > 0 && chance.happens(0.7)) return this.planned.shift()!(today);
    const alive = (weight: number) => (this.dead ? weight / 20 : weight);
    const when = (list: readonly unknown[], weight: number) => (list.length > 0 ? weight : 0);
    return chance.weighed<() => Happening | undefined>([
      [4, () => this.delivered()],
      [alive(3), () => this.granted(today)],
      [alive(when(running, 2.5)), () => this.lessOf(chance.one(running), today)],
      [alive(verified.length > 0 ? 4 : 2.5), () => this.orders.handedIn(this.name('order'), today)],
      [alive(when(waiting, 3)), () => this.orders.judged(chance.one(waiting))],
      [alive(when(verified, 2.5)), () => this.orders.later(chance.one(verified), today)],
      [alive(when(this.letters, 2.5)), () => this.shielded()],
      [when(this.shields, 0.6), () => ({ kind: 'shield ended', shield: this.shields.shift()! })],
      [alive(0.35), () => this.died(today)],
      [alive(0.2), () => ({ kind: 'emigrated', on: today - chance.between(0, 9) })],
      [when(ended, 1.2), () => this.urgent(chance.one(ended), today)],
      [0.8, () => this.otherHands()],
    ])();
  }

  /** A letter of any kind. */
  delivered(): Happening {
    const { chance } = this;
    const message = this.name('letter');
    this.letters.push(message);
    return { kind: 'delivered', message, sender: chance.one(senders), about: chance.one(kinds) };
  }

  private name(of: string): string {
    return `${of} ${++this.names}`;
  }

  /** A mandate that the client gives of his own will. */
  granted(today: DayNumber): Happening | undefined {
    const { chance } = this;
    const office = chance.one(chance.happens(0.7) ? offices.slice(0, 2) : offices);
    const used = this.mandates.filter((each) => each.office === office).flatMap((each) => each.senders);
    const free = senders.filter((sender) => !used.includes(sender)); // R14 has tests of its own
    if (free.length === 0) return undefined;
    const named = chance.some(free);
    const mandate = this.name('mandate');
    this.mandates.push({ name: mandate, office, senders: named, over: false });
    const from = chance.happens(0.7) ? today : dayBetween(chance, today, today + 60);
    return {
      ...{ kind: 'granted', mandate, office, from },
      until: dayBetween(chance, from + 5, from + 500),
      lines: named.flatMap((sender) =>
        (chance.happens(0.5) ? (['all'] as const) : chance.some(categories)).map((about) => ({
          ...{ sender, about, reads: chance.happens(0.9) },
        })),
      ),
    };
  }

  private lessOf(mandate: (typeof this.mandates)[number], today: DayNumber): Happening {
    const { chance } = this;
    const { name } = mandate;
    const sender = chance.one(mandate.senders);
    return chance.weighed<() => Happening>([
      [2, () => ((mandate.over = true), { kind: 'revoked', mandate: name })],
      [1, () => ((mandate.over = true), { kind: 'renounced', mandate: name })],
      [1, () => ({ kind: 'shortened', mandate: name, until: dayBetween(chance, today + 1, today + 120) })],
      [1, () => ({ kind: 'sender ended', mandate: name, sender })],
      [1, () => ({ kind: 'reading ended', mandate: name, sender })],
      [
        1.5,
        () => {
          if (chance.happens(0.6)) this.planned.push(() => ({ kind: 'resumed', mandate: name }));
          return { kind: 'put on hold', mandate: name };
        },
      ],
      [0.3, () => ({ kind: 'resumed', mandate: name })],
    ])();
  }

  private shielded(): Happening {
    const { chance } = this;
    const { verified } = this.orders;
    const shield = this.name('shield');
    this.shields.push(shield);
    const order = verified.length > 0 && chance.happens(0.35) ? chance.one(verified) : undefined;
    const [sender, about] = [chance.one(senders), chance.one(categories)];
    return {
      ...{ kind: 'shielded', shield, byOrder: order?.order },
      office: chance.happens(0.5) ? undefined : (order?.office ?? chance.one(offices)),
      ...chance.one([{ message: chance.one(this.letters) }, { sender }, { about }, { sender, about }]),
    };
  }

  private died(today: DayNumber): Happening {
    this.dead = true;
    return { kind: 'died', on: today - this.chance.between(0, 6) };
  }

  private urgent(of: string, today: DayNumber): Happening {
    const until = dayBetween(this.chance, today + 3, today + 200);
    return { kind: 'urgent act', act: this.name('urgent act'), of, until };
  }

  private otherHands(): Happening {
    const { chance } = this;
    const [office, post] = [chance.one(offices.slice(0, 4)), chance.one(posts)];
    return { kind: chance.happens(0.5) ? 'assigned' : 'unassigned', office, post };
  }
}
