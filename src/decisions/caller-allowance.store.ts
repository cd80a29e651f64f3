import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Oin } from '../domain/identifiers.ts';

/** What was taken of the decisions that a system may ask for. */
export interface Taken {
  /** How many an official allowed it in a minute, as that stands now; nothing when it is not registered. */
  readonly allowed: number | null;
  /** At least as many as were needed, or none. */
  readonly granted: number;
}

/** How much systems may ask. It is taken before anything is asked, so outside of any work. */
@Injectable()
export class CallerAllowanceStore {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Takes of what is left of a minute: so many as are needed, up to a portion. */
  async take(oin: Oin, minute: Date, needed: number): Promise<Taken> {
    const [row] = await this.database.query<[Taken]>(
      'SELECT allowed, granted FROM take_decisions($1, $2, $3)',
      [oin, minute, needed],
    );
    return row;
  }

  /** What was taken of a minute and not used, for whoever comes next in any process. */
  async giveBack(oin: Oin, minute: Date, count: number): Promise<void> {
    if (count <= 0) return;
    await this.database.query(
      `UPDATE allowance SET used = used - $3 WHERE party = 'decision-caller:' || $1 AND what = 'decisions' AND starts = $2`,
      [oin, minute, count],
    );
  }
}
