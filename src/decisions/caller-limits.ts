import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.ts';
import type { DecisionCaller } from '../domain/decision-caller.ts';
import { Problem } from '../domain/errors.ts';
import type { Oin } from '../domain/identifiers.ts';
import { AllowanceStore } from '../platform/allowance.store.ts';
import { Clock } from '../platform/clock.ts';
import { CallerAllowanceStore } from './caller-allowance.store.ts';

/** What a system that is not registered may try: each time it is refused, and that is on the record. */
const unregistered = { what: 'decisions of one not registered', times: 600, seconds: 60 };

/** What this process has taken from the allowance of a system, and has not used up. */
interface Purse {
  readonly minute: number;
  left: number;
  /** Left of an allowance that was lowered: it goes back before anything is taken of the new one. */
  owed: number;
  /** As it was registered when this process last took something; nothing for who is not. */
  perMinute?: number | undefined;
  /** While a portion is being taken: who comes meanwhile waits for it, or a crowd would take a portion each. */
  filling?: Promise<Filled> | undefined;
}

/** What came of taking a portion: it is there, or so many were refused, of one that may ask so many. */
type Filled = 'taken' | { readonly refused: number; readonly allowed: number };

const startOf = ({ minute }: Purse): Date => new Date(minute * 60_000);

/**
 * A search counts as so many decisions, or as its page may hold when that is more: never as what it comes upon, which
 * would tell of what it hides (R34).
 */
export const leastOfASearch = 100;

/** Of more at once than a system may ask in a minute: to wait does not help. */
const never = () =>
  new Problem('limit-reached', {
    says: {
      en: 'This is more at once than your system may ask in a minute. Ask less at once, or be registered for more.',
      nl: 'Dit is in één keer meer dan uw systeem in een minuut mag vragen. Vraag minder in één keer, of laat uw systeem voor meer aanmelden.',
    },
  });

/**
 * Limits of systems that ask thousands of times in a minute. The allowance lies in the database, so that it holds over
 * all processes; each takes a portion at a time, so that not every question is a write.
 */
@Injectable()
export class CallerLimits {
  private readonly purses = new Map<Oin, Purse>();

  constructor(
    private readonly registered: CallerAllowanceStore,
    private readonly allowances: AllowanceStore,
    private readonly clock: Clock,
  ) {}

  /**
   * What is refused costs nothing.
   * @throws Problem `too-many-requests`, with the seconds until the minute ends; `limit-reached` when no minute has so many.
   */
  async spend(oin: Oin, count: number): Promise<void> {
    for (let waited = false; ; waited = true) {
      const purse = this.purseOf(oin);
      if (purse.left >= count) {
        purse.left -= count;
        return;
      }
      const other = purse.filling;
      purse.filling ??= this.fill(oin, purse, count).finally(() => (purse.filling = undefined));
      const filled = await purse.filling;
      // What another heard counts for who was there when he asked: the allowance may have been raised in between.
      if (filled !== 'taken' && count >= filled.refused && (!other || waited))
        throw count > filled.allowed ? never() : this.tooMany(purse);
    }
  }

  private purseOf(oin: Oin): Purse {
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    const known = this.purses.get(oin);
    if (known?.minute === minute) return known;
    const purse = { minute, left: 0, owed: 0 };
    this.purses.set(oin, purse);
    return purse;
  }

  private async fill(oin: Oin, purse: Purse, count: number): Promise<Filled> {
    const { owed } = purse;
    await this.registered.giveBack(oin, startOf(purse), owed);
    purse.owed -= owed;
    const needed = count - purse.left;
    const { allowed, granted } = await this.registered.take(oin, startOf(purse), needed);
    purse.perMinute = allowed ?? undefined;
    if (allowed === null) await this.allowances.spend(`decision-caller:${oin}`, unregistered, needed);
    purse.left += allowed === null ? needed : granted;
    return allowed !== null && granted < needed ? { refused: count, allowed } : 'taken';
  }

  private tooMany({ minute }: Purse): Problem {
    const wait = Math.ceil((minute + 1) * 60 - this.clock.now().getTime() / 1000);
    return new Problem('too-many-requests', { retryAfterSeconds: Math.max(1, wait) });
  }

  /** What a system may ask, as it turned out when it asked: of an allowance that was lowered nothing is kept in hand. */
  learn({ oin, perMinute }: DecisionCaller): void {
    const purse = this.purses.get(oin);
    if (purse?.perMinute === undefined || perMinute >= purse.perMinute) return;
    purse.owed += purse.left;
    purse.left = 0;
    purse.perMinute = undefined;
  }
}

/** The OIN of a machine. The door lets nobody else in here. */
export function oinOf(actor: Actor): Oin {
  if (actor.kind === 'system' || actor.kind === 'sender') return actor.oin;
  throw new Error('the door lets machines in alone');
}
