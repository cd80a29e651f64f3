import { sqlMigration } from './as-owner.ts';

/**
 * What carrying out a run needs: who confirmed it, for the job that is to act as him; the tasks that are due in their
 * order, also when there are thousands; and what a mandate was renewed by. Nobody confirms in another's name.
 */
export const BulkExecution = sqlMigration(
  'BulkExecution',
  1795564800019,
  `
  CREATE INDEX job_by_due ON job (due_at) WHERE NOT given_up;
  CREATE INDEX mandate_by_predecessor ON mandate (predecessor) WHERE predecessor IS NOT NULL;

  -- The second line: an employee confirms now, in his own name, and as sure as he signed in. What is begun again is
  -- confirmed anew, for the job acts as who confirmed last.
  CREATE FUNCTION keep_bulk_confirmation() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT pg_has_role(current_user, 'volmacht_owner', 'MEMBER')
       AND ((NEW.confirmed_at, NEW.confirmed_by, NEW.confirmed_assurance) IS DISTINCT FROM
            (OLD.confirmed_at, OLD.confirmed_by, OLD.confirmed_assurance)
            OR (NEW.state = 'running' AND OLD.state <> 'running'))
       AND (acting_kind() <> 'employee' OR NEW.state <> 'running' OR OLD.state = 'running'
            OR NEW.confirmed_by IS DISTINCT FROM acting_employee()
            OR NEW.confirmed_at IS DISTINCT FROM acting_now()
            OR NEW.confirmed_assurance IS DISTINCT FROM current_setting('app.assurance'))
    THEN RAISE EXCEPTION 'only who acts confirms a run' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER bulk_confirmation BEFORE UPDATE ON bulk_run FOR EACH ROW EXECUTE FUNCTION keep_bulk_confirmation();
  -- Nor is a run confirmed before it is checked.
  CREATE POLICY bulk_run_unconfirmed ON bulk_run AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK (num_nonnulls(confirmed_at, confirmed_by, confirmed_assurance) = 0);

  -- Nobody else may ask it, and what he may do is asked anew for every part of the run.
  CREATE FUNCTION bulk_confirmer(run uuid)
  RETURNS TABLE (employee uuid, organisation uuid, subject text, assurance text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.id, e.organisation_id, e.subject, r.confirmed_assurance
      FROM bulk_run r JOIN employee e ON e.id = r.confirmed_by
     WHERE r.id = run AND r.state = 'running' AND acting_kind() = 'job'
  $$;
  REVOKE EXECUTE ON FUNCTION bulk_confirmer FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION bulk_confirmer TO volmacht_app;
  `,
  `
  DROP FUNCTION bulk_confirmer;
  DROP POLICY bulk_run_unconfirmed ON bulk_run;
  DROP TRIGGER bulk_confirmation ON bulk_run;
  DROP FUNCTION keep_bulk_confirmation;
  DROP INDEX mandate_by_predecessor, job_by_due;
  `,
);
