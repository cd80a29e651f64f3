import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import { lastsUntil } from '../../domain/mandate.ts';
import type { ScopeLine } from '../../domain/scope.ts';
import { newPlaces } from '../../platform/ids.ts';
import type { KeptMandate } from '../mandate.store.ts';

/** Statements in one list: with half of its places taken a free one is found at once. */
export const listSize = 262_144;
/** How often a free place is looked for before a new list begins: then more than a half is taken. */
const tries = 16;

/** Where the status of a statement stands. */
export interface StatusPlace {
  readonly list: number;
  readonly place: number;
}

/** Of which places of a list the statement does not hold: for now (suspended), or at all. */
export interface Standing {
  readonly suspended: readonly number[];
  readonly invalid: readonly number[];
}

/** Statements that were made. The one writer of `mandate_statement`. */
@Injectable()
export class StatementStore {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Gives a statement its place in a status list, by chance. */
  async add(
    work: Work,
    _permit: Permit<'mandate.state'>,
    mandate: KeptMandate,
    lines: readonly ScopeLine[],
    ends: Date,
  ): Promise<StatusPlace> {
    const stated = Object.fromEntries(lines.map(({ id, actions }) => [id, actions]));
    const [found] = await work.query<StatusPlace & Record<string, unknown>>(
      'SELECT list, place FROM state_mandate($1, $2, $3, $4, $5)',
      [mandate.id, JSON.stringify(stated), lastsUntil(mandate), ends, newPlaces(tries, listSize)],
    );
    if (!found) throw new Error('a statement gets a place or an error');
    return found;
  }

  /** How the statements of a list stand at an instant; nothing when there is no such list. It is about places alone. */
  async standing(list: number, at: Date): Promise<Standing | undefined> {
    const [row] = await this.database.query<
      { known: boolean; suspended: number[] | null; invalid: number[] | null }[]
    >('SELECT known, suspended, invalid FROM status_list($1, $2)', [list, at]);
    return row?.known ? { suspended: row.suspended ?? [], invalid: row.invalid ?? [] } : undefined;
  }
}
