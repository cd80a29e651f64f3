import { sqlMigration } from './as-owner.ts';

/** The kinds of notices that were there before: as `noticeKinds` in src/domain/notice.ts, but the one that comes. */
const before = [
  ...['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'],
  ...['client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved', 'name-changed'],
  ...['came-of-age', 'curatele-reported'],
  ...['guardianship-began', 'guardianship-suspended', 'guardianship-resumed', 'guardianship-ended'],
  ...['ended-by-guardianship', 'narrowed-by-guardianship', 'urgent-acts-allowed', 'urgent-acts-refused'],
  ...['revoked', 'renounced', 'renewal-declined', 'renewal-withdrawn', 'given-on-paper'],
];
const ofKinds = (kinds: readonly string[]): string => `
  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}));`;

/** What every notice was: about a mandate, or to a client about himself. */
const ofMandate = `num_nonnulls(mandate_id, organisation_id) <> 1
      AND (mandate_id IS NOT NULL OR (recipient = 'client' AND life_event_id IS NOT NULL))`;

/** Each side reads its own; within the office as \`sees_mandate\` says, asked once for the whole list. */
const readBy = (more = ''): string => `
  DROP POLICY notice_read ON notice;
  CREATE POLICY notice_read ON notice FOR SELECT TO volmacht_app
    USING ((SELECT acting_kind()) = 'job'
           OR (recipient = 'client' AND client_id = (SELECT acting_client()))
           OR (recipient = 'organisation' AND organisation_id = (SELECT acting_organisation())
               AND (SELECT assurance_suffices('substantial'))                                        -- R5
               AND ((SELECT acting_role(true)) = 'administrator'
                    OR client_id IN (SELECT clients_handled_by(acting_employee()))                   -- R33
                    OR mandate_id IN (SELECT mandates_asked_by_me())${more})));`;

/** Who was to stand in leaves: whoever runs the office hears of it, and for whom he was to stand in (R33). */
export const CoversThatLapse = sqlMigration(
  'CoversThatLapse',
  1795910400065,
  `
  ALTER TABLE notice
    ALTER COLUMN client_id DROP NOT NULL,
    ADD COLUMN cover_id uuid REFERENCES cover,
    ADD COLUMN employee_id uuid REFERENCES employee,
    DROP CONSTRAINT notice_of_mandate,
    ADD CONSTRAINT notice_of_what CHECK (CASE WHEN kind = 'cover-lapsed'
      THEN recipient = 'organisation' AND num_nonnulls(cover_id, employee_id, organisation_id) = 3
           AND num_nonnulls(client_id, mandate_id, life_event_id) = 0
      ELSE client_id IS NOT NULL AND num_nonnulls(cover_id, employee_id) = 0 AND ${ofMandate} END);
  COMMENT ON COLUMN notice.employee_id IS 'Who left, so that the cover lapsed.';
  CREATE UNIQUE INDEX notice_of_cover ON notice (cover_id) WHERE cover_id IS NOT NULL;
  ${ofKinds([...before, 'cover-lapsed'])}
  ${readBy(`
                    OR cover_id IN (SELECT c.id FROM cover c
                                     WHERE (SELECT acting_employee()) IN (c.absent, c.substitute))`)}

  -- What lapses with somebody of the acting administrator's office, each once.
  CREATE FUNCTION tell_of_lapsed_covers(who uuid, notices jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF acting_role(true) IS DISTINCT FROM 'administrator' OR NOT assurance_suffices('substantial')
    THEN RAISE EXCEPTION 'not one who tells' USING ERRCODE = 'insufficient_privilege'; END IF;
    INSERT INTO notice (id, kind, organisation_id, recipient, due_on, about, made_at, cover_id, employee_id)
      SELECT n.id, 'cover-lapsed', c.organisation_id, 'organisation', acting_day(), n.about, acting_now(), c.id, who
        FROM jsonb_to_recordset(notices) AS n(id uuid, cover uuid, about date)
        JOIN cover c ON c.id = n.cover
       WHERE c.organisation_id = acting_organisation() AND who IN (c.absent, c.substitute) AND c.ended_at IS NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION tell_of_lapsed_covers FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION tell_of_lapsed_covers TO volmacht_app;

  -- Contract between rooms: covers with the names of the two. Row-level security of \`cover\` holds.
  CREATE VIEW cover_name WITH (security_invoker = true) AS
    SELECT c.id, c.from_day, c.until_day, c.absent, c.substitute, a.name AS absent_name, s.name AS substitute_name
      FROM cover c JOIN employee a ON a.id = c.absent JOIN employee s ON s.id = c.substitute;
  GRANT SELECT ON cover_name TO volmacht_app;
  `,
  `
  DROP VIEW cover_name;
  DROP FUNCTION tell_of_lapsed_covers;
  ${readBy()}
  DELETE FROM notice WHERE kind = 'cover-lapsed';
  ${ofKinds(before)}
  ALTER TABLE notice
    DROP CONSTRAINT notice_of_what,
    ADD CONSTRAINT notice_of_mandate CHECK (${ofMandate}),
    DROP COLUMN employee_id,
    DROP COLUMN cover_id,
    ALTER COLUMN client_id SET NOT NULL;
  `,
);
