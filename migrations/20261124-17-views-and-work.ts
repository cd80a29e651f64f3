import { sqlMigration } from './as-owner.ts';

/**
 * Saved views: a named question to the list of messages, of one employee in one office, or shared there. And who did
 * what with a message, read from the trail: an office hears what its own people did, a client which office did what.
 */
export const ViewsAndWork = sqlMigration(
  'ViewsAndWork',
  1795564800017,
  `
  CREATE TABLE saved_view (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    owner uuid NOT NULL REFERENCES employee,
    -- One of the fifty places of its maker: so there are never more.
    place int NOT NULL CHECK (place BETWEEN 1 AND 50),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    shared boolean NOT NULL,
    filter jsonb NOT NULL CHECK (jsonb_typeof(filter) = 'object'),
    since timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX saved_view_place ON saved_view (owner, place);
  -- By itself among what is shared: or an administrator would find out by a name what else there is.
  CREATE UNIQUE INDEX saved_view_name ON saved_view (owner, shared, lower(name));
  CREATE INDEX saved_view_shared ON saved_view (organisation_id, since, id) WHERE shared;
  ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
  ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
  CREATE POLICY saved_view_owner ON saved_view TO volmacht_owner USING (true) WITH CHECK (true);
  -- R33: colleagues see what is shared; its maker changes it, and an administrator what is shared.
  CREATE POLICY saved_view_office ON saved_view AS RESTRICTIVE TO volmacht_app
    USING (organisation_id = acting_organisation() AND acting_role(false) IS NOT NULL
           AND assurance_suffices('substantial'))
    WITH CHECK (organisation_id = acting_organisation() AND assurance_suffices('substantial')
           AND (NOT shared OR acting_role(false) <> 'reader'));
  CREATE POLICY saved_view_see ON saved_view FOR SELECT TO volmacht_app
    USING (owner = acting_employee() OR shared);
  CREATE POLICY saved_view_keep ON saved_view FOR INSERT TO volmacht_app WITH CHECK (owner = acting_employee());
  CREATE POLICY saved_view_change ON saved_view FOR UPDATE TO volmacht_app
    USING (owner = acting_employee() OR (shared AND acting_role(false) = 'administrator'));
  CREATE POLICY saved_view_remove ON saved_view FOR DELETE TO volmacht_app
    USING (owner = acting_employee() OR (shared AND acting_role(false) = 'administrator'));
  GRANT SELECT, INSERT, DELETE, UPDATE (name, shared, filter, changed_at) ON saved_view TO volmacht_app;

  CREATE INDEX trail_of_message_work ON trail (object_id, at DESC, id DESC)
    WHERE outcome = 'permitted'
      AND action IN ('inbox.take', 'inbox.give', 'inbox.let-go', 'inbox.handle', 'inbox.reopen');

  -- Contract of the inbox: what was done with one message, newest first, as far as the acting party may read that
  -- message now. R35: the client hears of every office, and of no employee; an office hears of itself.
  CREATE FUNCTION message_work_acts(
    whose uuid, which uuid, before_at timestamptz, before_id uuid, how_many int
  ) RETURNS TABLE (
    id uuid, at timestamptz, action text, organisation_id uuid, organisation_name text, organisation_kvk text,
    employee_id uuid, employee_name text, holder_id uuid, holder_name text
  )
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.id, t.at, t.action, t.organisation_id, t.organisation_name, t.organisation_kvk,
           e.id, e.name, h.id, h.name
      FROM trail t
      LEFT JOIN employee e ON e.organisation_id = acting_organisation() AND e.id = t.actor_id::uuid
      LEFT JOIN employee h ON h.organisation_id = acting_organisation() AND h.id = (t.details->>'holder')::uuid
     WHERE t.object_id = which::text AND t.client_id = whose AND t.outcome = 'permitted'
       AND t.action IN ('inbox.take', 'inbox.give', 'inbox.let-go', 'inbox.handle', 'inbox.reopen')
       AND (acting_kind() = 'citizen' OR t.organisation_id = acting_organisation())
       AND (before_at IS NULL OR (t.at, t.id) < (before_at, before_id))
       AND EXISTS (SELECT FROM message m WHERE m.client_id = whose AND m.id = which
                      AND may_do('read', m.client_id, m.sender, m.category, m.assurance))
     ORDER BY t.at DESC, t.id DESC LIMIT how_many
  $$;
  REVOKE EXECUTE ON FUNCTION message_work_acts FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION message_work_acts TO volmacht_app;
  `,
  `
  DROP FUNCTION message_work_acts;
  DROP INDEX trail_of_message_work;
  DROP TABLE saved_view;
  `,
);
