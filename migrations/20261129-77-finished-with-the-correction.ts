import { sqlMigration } from './as-owner.ts';

const applyLifeEvent = (alive: string): string => `
  -- Carries out what follows from an event that is not settled yet, and nothing else. A death ends mandates on both
  -- sides, and tells which; nothing is ever revived (R18).
  CREATE OR REPLACE FUNCTION apply_life_event(which uuid, effect jsonb)
  RETURNS TABLE (mandate uuid, client uuid, organisation uuid, before text, after text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE whose uuid;
  BEGIN
    SELECT e.client_id INTO whose FROM life_event e WHERE e.id = which AND e.outcome IN ('new', 'waiting') FOR UPDATE;
    IF NOT FOUND OR NOT acting_on_lives()
    THEN RAISE EXCEPTION 'no event says so' USING ERRCODE = 'insufficient_privilege'; END IF;
    INSERT INTO client_life (client_id) VALUES (whose) ON CONFLICT DO NOTHING;
    CASE effect->>'kind'
      WHEN 'death' THEN
        UPDATE client c SET died_on = (effect->>'on')::date WHERE c.id = whose;
        RETURN QUERY SELECT * FROM end_mandates_of_client(whose, 'death');
        RETURN QUERY SELECT * FROM end_mandates_to_person(whose, 'death');
      WHEN 'alive' THEN
        UPDATE client c SET died_on = NULL WHERE c.id = whose;${alive}
      WHEN 'name' THEN
        UPDATE client c SET name = effect->>'name' WHERE c.id = whose;
        UPDATE client_life l SET name_since = (effect->>'since')::date WHERE l.client_id = whose;
      WHEN 'residence' THEN
        UPDATE client c SET abroad = (effect->>'abroad')::boolean WHERE c.id = whose;
        UPDATE client_life l SET residence_since = (effect->>'since')::date, country = effect->>'country',
               address_sealed = effect->>'address' WHERE l.client_id = whose;
      WHEN 'of-age' THEN
        UPDATE client_life l SET of_age_on = (effect->>'since')::date WHERE l.client_id = whose;
    END CASE;
  END $$;`;

/**
 * R31: what was to be finished after a death has no ground when the death was wrong: urgent acts that followed from it end
 * with the correction, so that nobody reads on whom the client, who lives, cannot stop. Nothing is revived (R18).
 */
export const FinishedWithTheCorrection = sqlMigration(
  'FinishedWithTheCorrection',
  1795910400077,
  applyLifeEvent(`
        RETURN QUERY SELECT * FROM end_mandates(ARRAY(
          SELECT u.id FROM mandate u JOIN mandate p ON p.id = u.predecessor
           WHERE u.client_id = whose AND u.ground = 'urgent-acts' AND u.ended_at IS NULL
             AND p.end_reason = 'death'), 'overturned');`),
  applyLifeEvent(''),
);
