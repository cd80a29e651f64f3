import type { House } from '../support/house.ts';

/** A line of the trail, as far as these tests look at it. */
export interface Line {
  readonly outcome: string;
  readonly reason: string | null;
  readonly actor: string;
  readonly organisation: string | null;
  readonly client: string | null;
  readonly kind: string | null;
  readonly object: string | null;
  readonly details: Record<string, unknown>;
}

/** The lines of one action, oldest first. */
export async function linesOf(house: House, action: string): Promise<Line[]> {
  const { rows } = await house.database.admin.query<Line>(
    `SELECT outcome, reason, actor_id AS actor, organisation_id AS organisation, client_id AS client,
            object_kind AS kind, object_id AS object, details
       FROM trail WHERE action = $1 ORDER BY position`,
    [action],
  );
  return rows;
}
