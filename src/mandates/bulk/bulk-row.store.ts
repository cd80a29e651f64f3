import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { BulkFault } from '../../domain/bulk-faults.ts';
import type { RowOfClient } from '../../domain/bulk.ts';
import type { Day } from '../../domain/day.ts';
import type { BulkRunId, MandateId, OrganisationId } from '../../domain/ids.ts';
import type { Scope } from '../../domain/scope.ts';
import { Cipher } from '../../platform/cipher.ts';
import { birthKeyOf } from '../birth-key.ts';
import { sealPerson } from './bulk-person.ts';
import type { JudgedRow } from './row-judge.ts';

/** Rows that are looked at together: those of one client follow each other. */
const groupPage = 1_000;

interface GroupRow {
  bsn_index: string;
  person_index: string | null;
  number: number;
  line: number;
  from_day: Day | null;
  until_day: Day | null;
  reference: string | null;
  lines: Scope[] | null;
  ready: boolean;
}

/** Rows of a run while it is read and judged: many in one statement. */
@Injectable()
export class BulkRowStore {
  constructor(private readonly cipher: Cipher) {}

  /** Keeps rows as they were judged. Only those that are ready hold whom they are about. */
  async add(work: Work, run: { id: BulkRunId; organisation: OrganisationId }, rows: readonly JudgedRow[]) {
    const kept = rows.map((row) => ({
      ...{ number: row.number, line: row.line, lines: row.lines, reference: row.reference },
      ...{ from_day: row.from, until_day: row.until, mandate_id: row.mandate, faults: row.faults },
      state: row.faults.length > 0 ? 'faulty' : 'ready',
      leader: row.faults.length > 0 ? null : (row.leader ?? row.number),
      sealed:
        row.person && row.faults.length === 0 && sealPerson(this.cipher, run.id, row.number, row.person),
      bsn_index: row.bsn && this.cipher.index(row.bsn),
      person_index: row.person && birthKeyOf(this.cipher, row.person.bsn, row.person.birthDate),
    }));
    await work.named(
      'bulk-rows',
      `INSERT INTO bulk_row (run_id, organisation_id, number, line, state, leader, sealed, bsn_index, person_index, lines,
                             from_day, until_day, reference, mandate_id, faults)
       SELECT $1, $2, number, line, state, leader, sealed, bsn_index, person_index, lines, from_day, until_day,
              reference, mandate_id, faults
         FROM jsonb_to_recordset($3::jsonb) AS given (number int, line int, state text, leader int, sealed text,
              bsn_index text, person_index text, lines jsonb, from_day date, until_day date, reference text,
              mandate_id uuid, faults jsonb)`,
      [run.id, run.organisation, JSON.stringify(kept)],
    );
  }

  /** R14: for the rows of these numbers, what the office asked or was given before, by row. */
  async claims(
    work: Work,
    run: BulkRunId,
    first: number,
    last: number,
  ): Promise<ReadonlyMap<number, MandateId>> {
    const rows = await work.named<{ number: number; mandate: MandateId }>(
      'bulk-claims',
      'SELECT number, mandate FROM bulk_claims($1, $2, $3)',
      [run, first, last],
    );
    return new Map(rows.map(({ number, mandate }) => [number, mandate]));
  }

  /** Adds faults to rows; what is faulty is about nobody any more. */
  async blame(work: Work, run: BulkRunId, faults: ReadonlyMap<number, readonly BulkFault[]>): Promise<void> {
    if (faults.size === 0) return;
    await work.named(
      'bulk-blame',
      `UPDATE bulk_row SET state = 'faulty', leader = NULL, sealed = NULL, faults = bulk_row.faults || found.faults
         FROM unnest($2::int[], $3::jsonb[]) AS found(number, faults)
        WHERE run_id = $1 AND bulk_row.number = found.number`,
      [run, [...faults.keys()], [...faults.values()].map((each) => JSON.stringify(each))],
    );
  }

  /** The rows of each client who has more than one, in the order of the file. */
  async *ofOneClient(work: Work, run: BulkRunId): AsyncGenerator<readonly RowOfClient[]> {
    let group: GroupRow[] = [];
    let last: GroupRow | undefined;
    for (;;) {
      const rows: GroupRow[] = await work.query<GroupRow>(
        `SELECT bsn_index, person_index, number, line, from_day::text, until_day::text, reference, lines,
                state = 'ready' AS ready
           FROM (SELECT *, count(*) OVER (PARTITION BY bsn_index) AS of_client
                   FROM bulk_row WHERE run_id = $1 AND bsn_index IS NOT NULL) AS known
          WHERE of_client > 1 AND (bsn_index, number) > ($2, $3)
          ORDER BY bsn_index, number LIMIT ${groupPage}`,
        [run, last?.bsn_index ?? '', last?.number ?? 0],
      );
      for (const row of rows) {
        if (last && last.bsn_index !== row.bsn_index) {
          yield group.map(rowOfClient);
          group = [];
        }
        group.push(row);
        last = row;
      }
      if (rows.length < groupPage) break;
    }
    if (group.length > 0) yield group.map(rowOfClient);
  }

  /** R15: these rows go with the first ready one of their client. */
  async lead(work: Work, run: BulkRunId, leaders: ReadonlyMap<number, number>): Promise<void> {
    if (leaders.size === 0) return;
    await work.query(
      `UPDATE bulk_row SET leader = led.leader FROM unnest($2::int[], $3::int[]) AS led(number, leader)
        WHERE run_id = $1 AND bulk_row.number = led.number AND state = 'ready'`,
      [run, [...leaders.keys()], [...leaders.values()]],
    );
  }

  /** R15: rows whose leader turned out faulty go with the first of them that is ready. */
  async leadAgain(work: Work, run: BulkRunId): Promise<void> {
    const rows = await work.query<{ number: number; first: number }>(
      `SELECT number, first
         FROM (SELECT number, leader, min(number) OVER (PARTITION BY leader) AS first
                 FROM bulk_row WHERE run_id = $1 AND state = 'ready') AS led
        WHERE first <> leader`,
      [run],
    );
    await this.lead(work, run, new Map(rows.map(({ number, first }) => [number, first])));
  }

  /** What was kept to find rows that belong together is not needed after that; nor whom faulty rows are about. */
  async forgetPersons(work: Work, run: BulkRunId, which: 'faulty' | 'all'): Promise<void> {
    await work.query(
      `UPDATE bulk_row SET sealed = NULL, bsn_index = NULL, person_index = NULL
        WHERE run_id = $1 AND bsn_index IS NOT NULL AND ($2 = 'all' OR state = 'faulty')`,
      [run, which],
    );
  }
}

const rowOfClient = (row: GroupRow): RowOfClient => ({
  ...{ number: row.number, line: row.line, person: row.person_index ?? undefined, ready: row.ready },
  period: row.from_day && row.until_day ? { from: row.from_day, until: row.until_day } : undefined,
  reference: row.reference ?? undefined,
  lines: row.lines ?? [],
});
