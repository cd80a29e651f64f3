import { sqlMigration } from './as-owner.ts';

/** R26: who verifies an order asks what courts ordered for the ward, also of what stands without its guardian. */
export const WhatStandsAtAnOrder = sqlMigration(
  'WhatStandsAtAnOrder',
  1795910400096,
  `
  CREATE FUNCTION guardianship_at_order(whose uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN acting_kind() IN ('official', 'job') AND acting_works() AND assurance_suffices('substantial')
                THEN guardianship_of(whose) END
  $$;
  REVOKE EXECUTE ON FUNCTION guardianship_at_order FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION guardianship_at_order TO volmacht_app;
  `,
  'DROP FUNCTION guardianship_at_order;',
);
