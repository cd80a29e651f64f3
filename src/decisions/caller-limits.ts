import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.ts';
import type { DecisionCaller } from '../domain/decision-caller.ts';
import type { Oin } from '../domain/identifiers.ts';
import { AllowanceStore } from '../platform/allowance.store.ts';
import { Clock } from '../platform/clock.ts';
import { CallerAllowanceStore } from './caller-allowance.store.ts';

/** What a system that is not registered may try: each time it is refused, and that is on the record. */
const unregistered = { what: 'decisions of one not registered', times: 600, seconds: 60 };
/** A process takes its part of a minute in so many portions at least, so that several share it fairly. */
const portions = 60;

/** What this process has taken from the allowance of a system, and has not used up. */
interface Purse {
  /** As an official registered it; nothing before this process heard of it. */
  perMinute?: number | undefined;
  minute: number;
  left: number;
  /** While a portion is being taken: who comes meanwhile waits for it, or a crowd would take a portion each. */
  filling?: Promise<void> | undefined;
}

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

  /** @throws Problem `too-many-requests`, with the seconds until the minute ends. */
  async spend(oin: Oin, count: number): Promise<void> {
    for (;;) {
      const purse = this.purseOf(oin);
      if (purse.left >= count) {
        purse.left -= count;
        return;
      }
      purse.filling ??= this.fill(oin, purse, count).finally(() => (purse.filling = undefined));
      await purse.filling;
    }
  }

  private purseOf(oin: Oin): Purse {
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    const known = this.purses.get(oin);
    const purse = known?.minute === minute ? known : { perMinute: known?.perMinute, minute, left: 0 };
    this.purses.set(oin, purse);
    return purse;
  }

  private async fill(oin: Oin, purse: Purse, count: number): Promise<void> {
    purse.perMinute ??= await this.registered.perMinute(oin);
    const { perMinute } = purse;
    const portion = Math.max(count - purse.left, Math.ceil((perMinute ?? 0) / portions));
    const allowance =
      perMinute === undefined ? unregistered : { what: 'decisions', times: perMinute, seconds: 60 };
    await this.allowances.spend(`decision-caller:${oin}`, allowance, portion);
    purse.left += portion;
  }

  /** Counts what turned out to be decided only while it was answered: the next question pays for it. */
  owe(oin: Oin, count: number): void {
    const purse = this.purses.get(oin);
    if (purse) purse.left -= count;
  }

  /** What a system may ask, as it turned out when it asked. */
  learn({ oin, perMinute }: DecisionCaller): void {
    const purse = this.purses.get(oin);
    if (purse && purse.perMinute !== perMinute)
      Object.assign(purse, { perMinute, left: Math.min(purse.left, 0) });
  }
}

/** The OIN of a machine. The door lets nobody else in here. */
export function oinOf(actor: Actor): Oin {
  if (actor.kind === 'system' || actor.kind === 'sender') return actor.oin;
  throw new Error('the door lets machines in alone');
}
