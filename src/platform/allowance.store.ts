import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Problem } from '../domain/errors.ts';
import { Clock } from './clock.ts';

/** How often something may be done: so many times in a window of so many seconds. */
export interface Allowance {
  readonly what: string;
  readonly times: number;
  readonly seconds: number;
}

/** Limits live in the database, so that they hold over all processes behind the balancer. */
@Injectable()
export class AllowanceStore {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Uses one of a party's allowance, or several at once, in a transaction of its own: a refused attempt counts too.
   * @throws Problem `too-many-requests`, with the seconds until the window ends.
   */
  async spend(party: string, allowance: Allowance, count = 1): Promise<void> {
    const { times, seconds } = allowance;
    const used = await this.count(party, allowance, count);
    if (used > times) throw tooMany(this.window(seconds).wait, seconds);
  }

  /** The same without a refusal: how often it was done in this window, with this time. */
  async count(party: string, { what, seconds }: Allowance, count = 1): Promise<number> {
    const { starts } = this.window(seconds);
    const [row] = await this.database.query<[{ used: number }]>(
      `INSERT INTO allowance (party, what, starts, used) VALUES ($1, $2, $3, $4)
       ON CONFLICT (party, what, starts) DO UPDATE SET used = allowance.used + $4 RETURNING used`,
      [party, what, starts, count],
    );
    return row.used;
  }

  /**
   * Asks whether there is any allowance left, without using it: for what only failures use up.
   * @throws Problem `too-many-requests`, with the seconds until the window ends.
   */
  async check(party: string, { what, times, seconds }: Allowance): Promise<void> {
    const { starts, wait } = this.window(seconds);
    const [row] = await this.database.query<{ used: number }[]>(
      'SELECT used FROM allowance WHERE party = $1 AND what = $2 AND starts = $3',
      [party, what, starts],
    );
    if ((row?.used ?? 0) >= times) throw tooMany(wait, seconds);
  }

  private window(seconds: number): { starts: Date; wait: number } {
    const now = this.clock.now().getTime();
    const starts = now - (now % (seconds * 1000));
    return { starts: new Date(starts), wait: Math.ceil((starts + seconds * 1000 - now) / 1000) };
  }
}

/** Whoever is counted by the hour or the day is told how long he has to wait: that is more than a moment. */
function tooMany(wait: number, seconds: number): Problem {
  if (seconds < 3600) return new Problem('too-many-requests', { retryAfterSeconds: wait });
  const minutes = Math.ceil(wait / 60);
  const [en, nl] =
    minutes <= 60
      ? [
          `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
          `${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}`,
        ]
      : [`${Math.ceil(minutes / 60)} hours`, `${Math.ceil(minutes / 60)} uur`];
  return new Problem('too-many-requests', {
    retryAfterSeconds: wait,
    says: {
      en: `You tried too often. Try again in ${en}.`,
      nl: `U probeerde het te vaak. Probeer het over ${nl} opnieuw.`,
    },
  });
}
