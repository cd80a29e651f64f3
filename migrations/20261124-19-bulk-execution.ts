import { sqlMigration } from './as-owner.ts';

/**
 * What carrying out a run needs: who confirmed it, for the job that is to act as him; the tasks that are due in their
 * order, also when there are thousands; and what a mandate was renewed by.
 */
export const BulkExecution = sqlMigration(
  'BulkExecution',
  1795564800019,
  `
  CREATE INDEX job_by_due ON job (due_at) WHERE NOT given_up;
  CREATE INDEX mandate_by_predecessor ON mandate (predecessor) WHERE predecessor IS NOT NULL;

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
  DROP INDEX mandate_by_predecessor, job_by_due;
  `,
);
