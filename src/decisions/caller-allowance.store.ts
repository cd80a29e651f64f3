import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Oin } from '../domain/identifiers.ts';

/** How much systems may ask. It is looked up before anything is asked, so outside of any work. */
@Injectable()
export class CallerAllowanceStore {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** How many decisions in a minute an official allowed a system; nothing when it is not registered. */
  async perMinute(oin: Oin): Promise<number | undefined> {
    const [row] = await this.database.query<{ allowed: number | null }[]>(
      'SELECT decisions_per_minute($1) AS allowed',
      [oin],
    );
    return row?.allowed ?? undefined;
  }
}
