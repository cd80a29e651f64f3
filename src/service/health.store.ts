import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Whether the database answers. */
@Injectable()
export class HealthStore {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws whatever the database says when it does not; the edge makes a 503 of it. */
  async answers(): Promise<void> {
    await this.database.query('SELECT 1');
  }
}
