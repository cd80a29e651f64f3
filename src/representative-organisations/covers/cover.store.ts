import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { type Cover, coverStateAt, type CoverWish, lapsesOn } from '../../domain/cover.ts';
import { dayOf, startOf } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { CoverId, EmployeeId, OrganisationId } from '../../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { CoverJson, CoverPreviewJson } from './cover.json.ts';
import { CoverRow } from './cover.row.ts';

/** A cover as it is kept, with the names and whether both work here now. */
export interface KeptCover extends Cover {
  readonly id: CoverId;
  readonly absentName: string;
  readonly substituteName: string;
  readonly bothWorkHere: boolean;
  readonly since: Date;
}

type Kept = Omit<KeptCover, 'endedAt'> & { endedAt: Date | null };

// A day stays a day: the driver would make an instant of it.
const select = `SELECT c.id, c.absent, c.substitute, to_char(c.from_day, 'YYYY-MM-DD') AS "from",
         to_char(c.until_day, 'YYYY-MM-DD') AS until, c.since, c.ended_at AS "endedAt", a.name AS "absentName",
         s.name AS "substituteName", is_employed(a) AND is_employed(s) AS "bothWorkHere"
    FROM cover c JOIN employee a ON a.id = c.absent JOIN employee s ON s.id = c.substitute`;

const coverOf = (row: Kept): KeptCover => ({ ...row, endedAt: row.endedAt ?? undefined });

type Arranging = Permit<'cover.arrange' | 'cover.arrange-own'>;

/** The only writer of who stands in for whom. */
@Injectable()
export class CoverStore {
  /** Keeps a cover. */
  async add(
    work: Work,
    wish: CoverWish & { organisation: OrganisationId; arrangedBy: EmployeeId },
  ): Promise<CoverId> {
    const id = newId<'cover'>();
    await work.rows(CoverRow).insert({ ...wish, id, since: work.now });
    return id;
  }

  /** A cover of this office, or nothing. Locked: of two who end it, one comes first. */
  async lock(work: Work, organisation: OrganisationId, id: CoverId): Promise<KeptCover | undefined> {
    const [row] = await work.query<Kept>(
      `${select} WHERE c.id = $1 AND c.organisation_id = $2 FOR UPDATE OF c`,
      [id, organisation],
    );
    return row && coverOf(row);
  }

  /** A cover of this office, or nothing. */
  async find(work: Work, organisation: OrganisationId, id: CoverId): Promise<KeptCover | undefined> {
    const [row] = await work.query<Kept>(`${select} WHERE c.id = $1 AND c.organisation_id = $2`, [
      id,
      organisation,
    ]);
    return row && coverOf(row);
  }

  /** What one was to do for the other, and was not ended. */
  async between(work: Work, { absent, substitute }: CoverWish): Promise<readonly Cover[]> {
    const rows = await work.query<Kept>(
      `${select} WHERE c.absent = $1 AND c.substitute = $2 AND c.ended_at IS NULL`,
      [absent, substitute],
    );
    return rows.map(coverOf);
  }

  /** The covers that give or will give something on these days, with who is to stand in as the one who is away, or the other way round. */
  async crossing(
    work: Work,
    organisation: OrganisationId,
    { absent, substitute, from, until }: CoverWish,
  ): Promise<readonly KeptCover[]> {
    const rows = await work.query<Kept>(
      `${select}
        WHERE c.organisation_id = $1 AND (c.absent = $2 OR c.substitute = $3) AND c.ended_at IS NULL
          AND c.from_day < $5 AND $4 < c.until_day AND is_employed(a) AND is_employed(s)
        ORDER BY c.from_day, c.id LIMIT 20`,
      [organisation, substitute, absent, from, until],
    );
    return rows.map(coverOf);
  }

  /** Ends it at this instant. */
  async end(work: Work, id: CoverId): Promise<void> {
    await work.query('UPDATE cover SET ended_at = $2 WHERE id = $1', [id, work.now]);
  }

  /** What was planned or runs, and lapses when somebody leaves now: for whom he was to stand in, and who for him. */
  async lapsing(work: Work, organisation: OrganisationId, who: EmployeeId): Promise<readonly KeptCover[]> {
    const rows = await work.query<Kept>(
      `${select}
        WHERE c.organisation_id = $1 AND $2 IN (c.absent, c.substitute) AND c.ended_at IS NULL
          AND acting_day() < c.until_day AND is_employed(a) AND is_employed(s)
        ORDER BY c.from_day, c.id`,
      [organisation, who],
    );
    return rows.map(coverOf);
  }

  /** Puts it among the notices: for administrators, and for the other of the two. */
  async tellLapsed(work: Work, covers: readonly KeptCover[], left: EmployeeId): Promise<void> {
    if (covers.length === 0) return;
    const told = covers.map((cover) => ({ id: newId(), cover: cover.id, about: lapsesOn(cover, work.now) }));
    await work.query('SELECT tell_of_lapsed_covers($1, $2)', [left, JSON.stringify(told)]);
  }

  /** A page of covers, the latest first day first; without `past` those that give or will give something. */
  async list(
    work: Work,
    _permit: Permit<'office.see'>,
    wish: { organisation: OrganisationId; past: boolean; limit: number; cursor?: string | undefined },
  ): Promise<Page<CoverJson>> {
    const after = positionOf('covers', wish.cursor);
    const rows = await work.query<Kept>(
      `${select}
        WHERE c.organisation_id = $1
          AND ($2 OR (c.ended_at IS NULL AND acting_day() < c.until_day AND is_employed(a) AND is_employed(s)))
          AND ($3::date IS NULL OR (c.from_day, c.id) < ($3, $4::uuid))
        ORDER BY c.from_day DESC, c.id DESC LIMIT $5`,
      [...[wish.organisation, wish.past, after && dayOf(after.at), after?.id], wish.limit + 1],
    );
    return pageOf(
      'covers',
      rows,
      wish.limit,
      ({ from, id }) => ({ at: startOf(from), id }),
      (row) => coverJson(coverOf(row), work.now),
    );
  }

  /** What it would give today: the clients of the absent colleague, as far as the one who arranges it may see. */
  async gives(
    work: Work,
    _permit: Arranging,
    organisation: OrganisationId,
    { absent, substitute }: CoverWish,
  ): Promise<Pick<CoverPreviewJson, 'clients' | 'alreadyHandled'>> {
    const [counts] = await work.query<{ clients: number; already: number }>(
      `SELECT count(*)::int AS clients,
              (count(*) FILTER (WHERE EXISTS (
                SELECT FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
                 WHERE a.organisation_id = $1 AND a.client_id = f.client AND a.ended_at IS NULL
                   AND $3 IN (a.employee_id, tm.employee_id))))::int AS already
         FROM found_clients(NULL, $2, NULL, NULL, NULL, NULL) AS f (client)`,
      [organisation, absent, substitute],
    );
    return { clients: counts?.clients ?? 0, alreadyHandled: counts?.already ?? 0 };
  }
}

/** What goes on the wire of a cover. */
export const coverJson = (cover: KeptCover, now: Date): CoverJson => ({
  id: cover.id,
  absent: { employee: cover.absent, name: cover.absentName },
  substitute: { employee: cover.substitute, name: cover.substituteName },
  from: cover.from,
  until: cover.until,
  state: coverStateAt(cover, cover.bothWorkHere, now),
  since: cover.since.toISOString(),
  endedAt: cover.endedAt?.toISOString(),
});
