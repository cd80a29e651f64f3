import { sqlMigration } from './as-owner.ts';

/**
 * Of a death and a later decision of the court in the same instant one comes first (R29, R30): whoever carries out the
 * decision holds the measure before he looks at its days.
 */
export const OneAfterTheOther = sqlMigration(
  'OneAfterTheOther',
  1795910400069,
  `
  CREATE FUNCTION hold_measure(asked uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF acting_kind() IN ('official', 'job') AND acting_works() THEN
      PERFORM FROM mandate WHERE court_order_id = asked AND ground <> 'urgent-acts' FOR NO KEY UPDATE;
    END IF;
  END $$;
  REVOKE EXECUTE ON FUNCTION hold_measure FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION hold_measure TO volmacht_app;
  `,
  'DROP FUNCTION hold_measure;',
);
