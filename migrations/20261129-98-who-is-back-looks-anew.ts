import { sqlMigration } from './as-owner.ts';

const forgetApprovals = (shields: string): string => `
  CREATE OR REPLACE FUNCTION forget_approvals() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_TABLE_NAME = 'court_order' THEN
      DELETE FROM court_order_approval WHERE order_id = NEW.id AND round = NEW.round;
    ELSE
      DELETE FROM court_order_approval a USING court_order o
       WHERE a.official = NEW.subject AND o.id = a.order_id AND o.state = 'in-verification';${shields}
    END IF;
    RETURN NULL;
  END $$;`;

/**
 * R21 (decision 68): what the first official entered of the end of a judge's shield does not wait on when his standing
 * changes. Back at work he enters it anew. The trail keeps who entered what.
 */
export const WhoIsBackLooksAnew = sqlMigration(
  'WhoIsBackLooksAnew',
  1795910400098,
  forgetApprovals(`
      DELETE FROM shield_lifting l USING shield s
       WHERE l.entered_by = NEW.subject AND s.id = l.shield_id AND s.ended_at IS NULL;`),
  forgetApprovals(''),
);
