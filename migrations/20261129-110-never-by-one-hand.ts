import { sqlMigration } from './as-owner.ts';

/** Who writes down what a court decided later: a job what the register told, an official what he entered himself. */
const orderChangeWrite = (register: string, official: string): string => `
  ALTER POLICY order_change_write ON court_order_change
    WITH CHECK (at = acting_now() AND CASE told_by
      WHEN 'official' THEN acting_kind() = 'official' AND official = acting_id()${official}${register}
      ELSE acting_kind() IN ('official', 'job') END);`;

/**
 * R18, R28: what a judge took away, the register gives back, or a new order with two officials. So no official opens a day
 * of a measure that was closed, nor makes its term or its end later, through whichever function; nor does he write down that
 * a suspension was ended, from which that would follow.
 */
export const NeverByOneHand = sqlMigration(
  'NeverByOneHand',
  1795910400110,
  `
  CREATE FUNCTION keep_what_was_taken() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT days_of(NEW.suspensions) @> days_of(OLD.suspensions)
       OR NEW.from_day < OLD.from_day OR NEW.until_day > OLD.until_day
       OR coalesce(NEW.ends_on, 'infinity') > coalesce(OLD.ends_on, 'infinity')
       OR (NEW.ended_at IS NULL AND OLD.ended_at IS NOT NULL)
    THEN RAISE EXCEPTION 'one official gives nothing back' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  REVOKE EXECUTE ON FUNCTION keep_what_was_taken FROM PUBLIC;
  -- Who sets a scene past every policy acts as nobody.
  CREATE TRIGGER mandate_taken BEFORE UPDATE ON mandate FOR EACH ROW
    WHEN (OLD.court_order_id IS NOT NULL AND current_setting('app.actor', true) LIKE 'official:%')
    EXECUTE FUNCTION keep_what_was_taken();
  ${orderChangeWrite(`\n      WHEN 'register' THEN acting_kind() = 'job'`, ` AND kind <> 'suspension-ended'`)}
  `,
  `
  ${orderChangeWrite('', '')}
  DROP TRIGGER mandate_taken ON mandate;
  DROP FUNCTION keep_what_was_taken;
  `,
);
