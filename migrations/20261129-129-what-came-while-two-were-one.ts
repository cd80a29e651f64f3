import { sqlMigration } from './as-owner.ts';
import { within } from './within.ts';

const ofThisCase = 'ELSE k.replaced_by = asked END';
const ofAllThatCameBack = 'ELSE k.replaced_by IN (SELECT by_case FROM back) END';

const parting = 'IF joined.case_id IS NOT NULL THEN PERFORM part_clients(joined); END IF;';
const partingAndVoiding = `IF joined.case_id IS NOT NULL THEN
      PERFORM part_clients(joined);
      -- R10: who proved something while two were one, proved nothing of either; nor did one who asked as the other.
      UPDATE identity_candidate k SET ground = 'void-proof'
        FROM identity_case c, client g, client s, client one
       WHERE c.id = k.case_id AND c.state IN ('checking', 'waiting')
         AND (k.ground = 'proved'
              OR (k.ground = 'source' AND c.kind = 'link' AND c.state = 'waiting' AND c.client_id = one.id))
         AND c.created_at >= joined.joined_at AND g.id = joined.gone AND s.id = joined.stays
         AND one.id IN (g.id, g.joined_into, s.id, s.joined_into) AND one.id IN (k.client_id, c.client_id);
    END IF;`;

/** The means that a case bound, also after it was undone: what is there again of before, by the same case, is his own. */
const whichItBound = 'm.replaced_by IS DISTINCT FROM asked';
const whichWasWrong = `(m.ended_how = 'undone' OR (${whichItBound}
                          AND NOT EXISTS (SELECT FROM identity_case c WHERE c.id = asked AND c.undone_at IS NOT NULL)))`;

/**
 * Of a chain of cases each gives back what it moved, in whichever order they are undone; what was proved while two were one
 * proves nothing any more; and who undoes sees by what one signs in since.
 */
export const WhatCameWhileTwoWereOne = sqlMigration(
  'WhatCameWhileTwoWereOne',
  1795910400129,
  `
  ${within('undo_rebinding', ofThisCase, ofAllThatCameBack)}
  ${within('undo_rebinding', parting, partingAndVoiding)}
  ${within('given_by_means_of', whichItBound, whichWasWrong)}

  -- For the official who undoes it: by what else one signs in, since the means was there or the two were one.
  CREATE FUNCTION added_by_means_of(asked uuid) RETURNS SETOF client_means
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.* FROM client_means n
     WHERE acting_kind() = 'official' AND acting_on_identities() AND n.bound_by IS DISTINCT FROM asked
       AND (EXISTS (SELECT FROM client_means m
                     WHERE m.bound_by = asked AND ${whichWasWrong} AND m.client_id = n.client_id
                       AND n.since >= m.since AND (m.ended_at IS NULL OR n.since <= m.ended_at))
         OR EXISTS (SELECT FROM identity_join j JOIN client c ON c.id = j.stays
                     WHERE j.case_id = asked AND n.client_id = coalesce(c.joined_into, c.id)
                       AND n.since >= j.joined_at AND (j.parted_at IS NULL OR n.since <= j.parted_at)))
     ORDER BY n.since, n.id
  $$;
  REVOKE EXECUTE ON FUNCTION added_by_means_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION added_by_means_of TO volmacht_app;
  `,
  `
  DROP FUNCTION added_by_means_of;
  ${within('given_by_means_of', whichWasWrong, whichItBound)}
  ${within('undo_rebinding', partingAndVoiding, parting)}
  ${within('undo_rebinding', ofAllThatCameBack, ofThisCase)}
  `,
);
