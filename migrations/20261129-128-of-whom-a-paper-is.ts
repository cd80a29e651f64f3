import { sqlMigration } from './as-owner.ts';
import { within as reworded } from './within.ts';

const works = `'stillWorks', official_works(p.entered_by)`;
const andOfWhom = `'ofAnother', p.entered_for <> p.client_id, ${works}`;
const online = ' AND g.paper_id IS NULL';

/**
 * A paper is of who signed it: when his pseudonym became that of another meanwhile, no mandate of that other begins with it.
 * And who undoes a case sees also what was given on paper meanwhile.
 */
export const OfWhomAPaperIs = sqlMigration(
  'OfWhomAPaperIs',
  1795910400128,
  `
  -- For whom it was entered. No column of this name moves when two become one.
  ALTER TABLE paper_mandate ADD COLUMN entered_for uuid REFERENCES client;
  UPDATE paper_mandate p SET entered_for = coalesce(
    (SELECT j.gone FROM identity_join j
      WHERE j.parted_at IS NULL AND j.moved->'paper_mandate' ? p.id::text ORDER BY j.joined_at LIMIT 1), p.client_id);
  ALTER TABLE paper_mandate ALTER COLUMN entered_for SET NOT NULL;

  CREATE FUNCTION keep_for_whom() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.entered_for := CASE TG_OP WHEN 'INSERT' THEN NEW.client_id ELSE OLD.entered_for END;
    IF TG_OP = 'UPDATE' AND NEW.state = 'confirmed' AND OLD.state = 'waiting' AND NEW.entered_for <> NEW.client_id
    THEN RAISE EXCEPTION 'this paper is of another, with whom its client became one' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'paper_of_another'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER paper_mandate_for BEFORE INSERT OR UPDATE ON paper_mandate FOR EACH ROW EXECUTE FUNCTION keep_for_whom();
  ${reworded('paper_mandate_facts', works, andOfWhom)}
  ${reworded('given_by_means_of', online, '')}
  `,
  `
  ${reworded('given_by_means_of', `g.ground = 'voluntary'`, `g.ground = 'voluntary'${online}`)}
  ${reworded('paper_mandate_facts', andOfWhom, works)}
  DROP TRIGGER paper_mandate_for ON paper_mandate;
  DROP FUNCTION keep_for_whom;
  ALTER TABLE paper_mandate DROP COLUMN entered_for;
  `,
);
