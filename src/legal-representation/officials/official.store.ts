import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Subject } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import type { OfficialStanding } from '../../domain/four-eyes.ts';
import type { OfficialId } from '../../domain/ids.ts';
import type { Position } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';

/** An official in the register. */
export interface KeptOfficial {
  readonly id: OfficialId;
  readonly subject: Subject;
  readonly standing: OfficialStanding;
  readonly reason: string | null;
  readonly since: Date;
  readonly changedAt: Date | null;
  readonly changedBy: Subject | null;
}

type Row = KeptOfficial & Record<string, unknown>;
const columns = `id, subject, standing, reason, since, changed_at AS "changedAt", changed_by AS "changedBy"`;

/** The register of officials: who takes part, and what a colleague decided about him. */
@Injectable()
export class OfficialStore {
  /** Newest first, one more than the limit when there is more. */
  list(
    work: Work,
    _permit: Permit<'official.list'>,
    standing: OfficialStanding | undefined,
    after: Position | undefined,
    limit: number,
  ): Promise<readonly KeptOfficial[]> {
    return work.query<Row>(
      `SELECT ${columns} FROM official WHERE ($1::text IS NULL OR standing = $1)
          AND ($2::timestamptz IS NULL OR (since, id) < ($2, $3::uuid))
        ORDER BY since DESC, id DESC LIMIT $4`,
      [standing, after?.at, after?.id, limit],
    );
  }

  /** Enters an official; who stands there already stays as he is. */
  async enter(work: Work, _permit: Permit<'official.enter'>, subject: Subject): Promise<KeptOfficial> {
    await work.query(
      'INSERT INTO official (id, subject, since) VALUES ($1, $2, $3) ON CONFLICT (subject) DO NOTHING',
      [newId(), subject, work.now],
    );
    const [row] = await work.query<Row>(`SELECT ${columns} FROM official WHERE subject = $1`, [subject]);
    if (!row) throw new Error('an official who was entered is there');
    return row;
  }

  /** Locks one until the end of the work. */
  async lock(work: Work, id: OfficialId): Promise<KeptOfficial | undefined> {
    const [row] = await work.query<Row>(`SELECT ${columns} FROM official WHERE id = $1 FOR NO KEY UPDATE`, [
      id,
    ]);
    return row;
  }

  /** Keeps what was decided. */
  async put(work: Work, official: KeptOfficial): Promise<void> {
    await work.query(
      'UPDATE official SET standing = $2, reason = $3, changed_at = $4, changed_by = $5 WHERE id = $1',
      [official.id, official.standing, official.reason, official.changedAt, official.changedBy],
    );
  }
}
