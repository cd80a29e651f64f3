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
   * Uses one of a party's allowance, in a transaction of its own: a refused attempt counts too.
   * @throws Problem `too-many-requests`, with the seconds until the window ends.
   */
  async spend(party: string, { what, times, seconds }: Allowance): Promise<void> {
    const { starts, wait } = this.window(seconds);
    const [row] = await this.database.query<[{ used: number }]>(
      `INSERT INTO allowance (party, what, starts, used) VALUES ($1, $2, $3, 1)
       ON CONFLICT (party, what, starts) DO UPDATE SET used = allowance.used + 1 RETURNING used`,
      [party, what, starts],
    );
    if (row.used > times) throw new Problem('too-many-requests', { retryAfterSeconds: wait });
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
    if ((row?.used ?? 0) >= times) throw new Problem('too-many-requests', { retryAfterSeconds: wait });
  }

  private window(seconds: number): { starts: Date; wait: number } {
    const now = this.clock.now().getTime();
    const starts = now - (now % (seconds * 1000));
    return { starts: new Date(starts), wait: Math.ceil((starts + seconds * 1000 - now) / 1000) };
  }
}
