import { sqlMigration } from './as-owner.ts';

/** What a system may ask in a minute, for a process that has not heard of it yet: nobody acts when that is asked. */
export const HowMuchASystemMayAsk = sqlMigration(
  'HowMuchASystemMayAsk',
  1795910400105,
  `
  CREATE FUNCTION decisions_per_minute(asker text) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.per_minute FROM decision_caller c WHERE c.oin = asker AND c.ended_at IS NULL
  $$;
  REVOKE ALL ON FUNCTION decisions_per_minute(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION decisions_per_minute(text) TO volmacht_app;
  `,
  `DROP FUNCTION decisions_per_minute(text);`,
);
