import { sqlMigration } from './as-owner.ts';
import { within } from './within.ts';

const held = 'PERFORM hold_people(NEW.client_id, NEW.organisation_id);';
const heldByWhat = `${held}
    -- With what he signed in may have been ended, undone or replaced while he waited.
    IF acting_kind() = 'citizen' AND current_setting('app.means', true) <> ''
       AND EXISTS (SELECT FROM client_means m WHERE m.means_index = current_setting('app.means', true))
       AND NOT EXISTS (SELECT FROM client_means m WHERE m.means_index = current_setting('app.means', true)
                          AND m.ended_at IS NULL AND m.client_id = NEW.client_id)
    THEN RAISE EXCEPTION 'nobody gives with a means that opens this no more'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_by_a_means'; END IF;`;

const binding = 'PERFORM FROM client WHERE id = asked.client_id AND joined_into IS NULL FOR UPDATE;';
const bindingHeld = `PERFORM hold_people(asked.client_id, NULL);
    ${binding}`;

const rows =
  'PERFORM FROM client c JOIN client_means m ON m.client_id = c.id WHERE m.bound_by = asked FOR UPDATE OF c;';
const rowsHeld = `FOR held IN -- before any row of them, as who gives
      SELECT m.client_id FROM client_means m WHERE m.bound_by = asked
      UNION SELECT joined.gone WHERE joined.gone IS NOT NULL
      UNION SELECT coalesce(c.joined_into, c.id) FROM client c WHERE c.id = joined.stays
      ORDER BY 1
    LOOP PERFORM hold_people(held, NULL); END LOOP;
    ${rows}`;
const declared = 'DECLARE wrong client_means; joined identity_join;';
const declaredHeld = 'DECLARE wrong client_means; joined identity_join; held uuid;';

const ending = 'coalesce(m.ended_at, greatest(acting_now(), m.since))';
const endingAfter = 'coalesce(m.ended_at, greatest(acting_now(), m.since, last_given(m.client_id)))';
const parted = 'SET parted_at = acting_now(), personal';
const partedAfter = 'SET parted_at = greatest(acting_now(), last_given(now_of)), personal';

/**
 * What somebody gives by a means, and the end or the undoing of that means, come one after the other: after it nothing is
 * given, and what came first is of before it.
 */
export const ByAMeansThatStands = sqlMigration(
  'ByAMeansThatStands',
  1795910400130,
  `
  -- For who holds the client: what was given a moment ago was so before what he does.
  CREATE FUNCTION last_given(whose uuid) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public, pg_temp
    RETURN (SELECT max(g.activated_at) FROM mandate g WHERE g.client_id = whose);

  DROP FUNCTION end_means;
  CREATE FUNCTION end_means(given uuid) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE whose uuid;
  BEGIN
    SELECT m.client_id INTO whose FROM client_means m
     WHERE m.id = given AND m.ended_at IS NULL
       AND (m.client_id = acting_client() OR (acting_kind() = 'official' AND acting_on_identities()));
    IF whose IS NULL THEN RETURN NULL; END IF;
    PERFORM hold_people(whose, NULL);
    UPDATE client_means m SET ended_at = greatest(acting_now(), m.since, last_given(whose)), ended_how = 'ended'
     WHERE m.id = given AND m.ended_at IS NULL AND m.client_id = whose;
    RETURN CASE WHEN FOUND THEN whose END;
  END $$;

  CREATE FUNCTION keep_undone_after() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.undone_at := greatest(NEW.undone_at,
      (SELECT max(m.ended_at) FROM client_means m WHERE m.bound_by = NEW.id AND m.ended_how = 'undone'),
      (SELECT j.parted_at FROM identity_join j WHERE j.case_id = NEW.id));
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_case_undone_after BEFORE UPDATE OF undone_at ON identity_case FOR EACH ROW
    WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION keep_undone_after();
  REVOKE EXECUTE ON FUNCTION end_means, last_given, keep_undone_after FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION end_means TO volmacht_app;

  ${within('keep_to_the_living', held, heldByWhat)}
  ${within('bind_means', binding, bindingHeld)}
  ${within('undo_rebinding', declared, declaredHeld)}
  ${within('undo_rebinding', rows, rowsHeld)}
  ${within('undo_rebinding', ending, endingAfter)}
  ${within('part_clients', parted, partedAfter)}
  `,
  `
  ${within('part_clients', partedAfter, parted)}
  ${within('undo_rebinding', endingAfter, ending)}
  ${within('undo_rebinding', rowsHeld, rows)}
  ${within('undo_rebinding', declaredHeld, declared)}
  ${within('bind_means', bindingHeld, binding)}
  ${within('keep_to_the_living', heldByWhat, held)}
  DROP TRIGGER identity_case_undone_after ON identity_case;
  DROP FUNCTION keep_undone_after, end_means;
  CREATE FUNCTION end_means(given uuid) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE client_means SET ended_at = greatest(acting_now(), since), ended_how = 'ended'
     WHERE id = given AND ended_at IS NULL
       AND (client_id = acting_client() OR (acting_kind() = 'official' AND acting_on_identities()))
    RETURNING client_id
  $$;
  REVOKE EXECUTE ON FUNCTION end_means FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION end_means TO volmacht_app;
  DROP FUNCTION last_given;
  `,
);
