import { sqlMigration } from './as-owner.ts';

const guarded = ['identity_proposal', 'paper_mandate'];

/**
 * What an official does and his suspension come one after the other: either it lies there when what he left is gone
 * through, or he was suspended already. What he does holds him (src/audit/unit-of-work.ts), and so do these tables.
 */
export const BeforeOrAfterASuspension = sqlMigration(
  'BeforeOrAfterASuspension',
  1795910400120,
  `
  -- Waits for what he is doing. Before anything else: what follows looks anew.
  CREATE FUNCTION wait_for_official() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('official:' || NEW.subject, 13));
    RETURN NEW;
  END $$;
  CREATE TRIGGER official_at_work BEFORE INSERT OR UPDATE OF standing ON official FOR EACH ROW
    WHEN (NEW.standing = 'suspended') EXECUTE FUNCTION wait_for_official();

  CREATE FUNCTION keep_at_work() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') OR acting_kind() <> 'official' THEN RETURN NEW; END IF;
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.actor'), 13));
    IF NOT official_works(acting_id())
    THEN RAISE EXCEPTION 'he was suspended meanwhile' USING ERRCODE = 'serialization_failure'; END IF;
    RETURN NEW;
  END $$;
  ${guarded
    .map(
      (table) => `CREATE TRIGGER ${table}_at_work BEFORE INSERT OR UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION keep_at_work();`,
    )
    .join('\n  ')}
  REVOKE EXECUTE ON FUNCTION wait_for_official, keep_at_work FROM PUBLIC;
  `,
  `
  ${guarded.map((table) => `DROP TRIGGER ${table}_at_work ON ${table};`).join('\n  ')}
  DROP TRIGGER official_at_work ON official;
  DROP FUNCTION keep_at_work, wait_for_official;
  `,
);
