import { sqlMigration } from './as-owner.ts';

/**
 * The facts of one question in one round trip and one snapshot. It sees past row-level security, because a
 * refusal's true reason belongs in the trail; what it finds goes to `decide()` and nowhere else.
 */
export const Facts = sqlMigration(
  'Facts',
  1795478400007,
  `
  CREATE FUNCTION authority_facts(given mandate) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'id', given.id, 'client', given.client_id, 'organisation', given.organisation_id, 'state', given.state,
      'from', given.from_day, 'until', given.until_day, 'answerBy', given.answer_by,
      'requestedBy', given.requested_by, 'offeredAt', given.offered_at, 'endedAt', given.ended_at,
      'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'id', l.id, 'sender', l.sender, 'category', l.category, 'actions', l.actions,
                  'endedAt', l.ended_at) ORDER BY l.id), '[]')
                  FROM scope_line l WHERE l.mandate_id = given.id))
  $$;

  CREATE FUNCTION access_facts(
    who uuid, office uuid, asked_organisation uuid, asked_client uuid, asked_mandate uuid, asked_message uuid
  ) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    known_employee employee;
    known_office organisation;
    known_organisation organisation;
    known_mandate mandate;
    known_message record;
    whose uuid := asked_client;
    handling record;
    answer jsonb := '{}';
  BEGIN
    IF asked_message IS NOT NULL THEN
      SELECT client_id, sender, category, assurance, delivered_at INTO known_message
        FROM message WHERE id = asked_message;
      IF FOUND THEN
        whose := known_message.client_id;
        answer := answer || jsonb_build_object('message', jsonb_build_object(
          'client', known_message.client_id, 'sender', known_message.sender, 'category', known_message.category,
          'assurance', known_message.assurance, 'deliveredAt', known_message.delivered_at));
      END IF;
    END IF;
    IF asked_mandate IS NOT NULL THEN
      SELECT * INTO known_mandate FROM mandate WHERE id = asked_mandate;
      IF FOUND THEN
        whose := known_mandate.client_id;
        answer := answer || jsonb_build_object('mandate', authority_facts(known_mandate));
      END IF;
    END IF;
    IF who IS NOT NULL THEN
      SELECT * INTO known_employee FROM employee WHERE id = who AND organisation_id = office;
      SELECT * INTO known_office FROM organisation WHERE id = office;
      answer := answer || jsonb_build_object('standing', known_office.standing, 'employment', jsonb_build_object(
        'role', known_employee.role, 'from', known_employee.from_day, 'until', known_employee.until_day,
        'endedAt', known_employee.ended_at));
      IF whose IS NOT NULL THEN
        SELECT * INTO handling FROM handling_of(office, who, whose);
        answer := answer || jsonb_build_object(
          'handling', jsonb_build_object('assigned', handling.assigned, 'handled', handling.handled));
        IF asked_mandate IS NULL THEN
          answer := answer || jsonb_build_object('mandates', (
            SELECT coalesce(jsonb_agg(authority_facts(m) ORDER BY m.requested_at), '[]')
              FROM mandate m WHERE m.organisation_id = office AND m.client_id = whose));
        END IF;
      END IF;
    END IF;
    IF whose IS NOT NULL THEN
      answer := answer || jsonb_build_object('diedOn', (SELECT died_on FROM client WHERE id = whose));
    END IF;
    SELECT * INTO known_organisation FROM organisation
     WHERE id = coalesce(asked_organisation, known_mandate.organisation_id, office);
    IF FOUND THEN
      answer := answer || jsonb_build_object('organisation', jsonb_build_object(
        'id', known_organisation.id, 'name', known_organisation.name, 'kvk', known_organisation.kvk,
        'standing', known_organisation.standing, 'registeredBy', known_organisation.registered_by));
    END IF;
    -- What the trail is to name: the office from which an employee asks, whomever he asks about.
    IF office IS NOT NULL THEN
      answer := answer || jsonb_build_object('office', jsonb_build_object(
        'id', known_office.id, 'name', known_office.name, 'kvk', known_office.kvk));
    END IF;
    RETURN answer;
  END $$;
  REVOKE EXECUTE ON FUNCTION access_facts, authority_facts FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION access_facts TO volmacht_app;
  `,
  `DROP FUNCTION access_facts; DROP FUNCTION authority_facts;`,
);
