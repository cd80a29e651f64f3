import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

const atOnce = 500;

/** Fills the index of words behind the deliveries. It shows nothing to anybody. */
@Injectable()
export class WordsStore {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Some of the messages that have none yet; tells whether there may be more. */
  async fill(): Promise<boolean> {
    const [row] = await this.database.query<[{ filled: number }]>('SELECT fill_words($1) AS filled', [
      atOnce,
    ]);
    return row.filled === atOnce;
  }
}
