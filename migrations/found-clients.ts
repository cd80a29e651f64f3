/** Only who gave a mandate that runs, or only who was asked and gave none. */
const whoGave = `IF given IS NOT NULL THEN
      filters := filters || CASE WHEN given THEN ' AND ' ELSE ' AND NOT ' END || $sql$ EXISTS (
        SELECT FROM mandate g WHERE g.organisation_id = $1 AND g.client_id = s.client_id AND is_running(g)
           AND g.activated_at IS NOT NULL)$sql$;
    END IF;
    `;

/** What an office wrote on a request tells of the request alone: it is not shown beside who gave another (R3). */
export const saidOf = (alias: string): string => `(${alias}.activated_at IS NOT NULL OR NOT EXISTS (
        SELECT FROM mandate g WHERE g.organisation_id = ${alias}.organisation_id AND g.client_id = ${alias}.client_id
           AND g.activated_at IS NOT NULL))`;

/**
 * The clients of the acting employee's office whom he may find, in their order (R33, R34), and the same with what a list
 * shows of them. With `asked`, who was only asked is told from who gave a mandate; without, it is as it was before. With
 * `told`, what the office wrote on a request is not said of who gave another. With `apart`, it is said of nobody before he
 * gives it, and a request makes nobody a client who gave a mandate before. With `gave`, it makes nobody a client at all.
 */
export const foundClients = (asked: boolean, told = false, apart = false, gave = false): string => {
  const counts = (m: string): string =>
    gave ? ` AND ${m}.activated_at IS NOT NULL` : apart ? ` AND ${saidOf(m)}` : '';
  return `
  CREATE FUNCTION found_clients(
    handled boolean, by_employee uuid, by_team uuid, sought text, after uuid, most int${asked ? ', given boolean DEFAULT NULL' : ''}
  ) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    office uuid := acting_organisation();
    own_role text := acting_role(false);
    people uuid[]; teams uuid[];       -- of whose clients the page is walked; nobody's: the whole office
    working uuid[]; staffed uuid[];    -- who works here now, and the teams in which somebody does
    patterns text[];
    source text;
    filters text := '';
  BEGIN
    IF own_role IS NULL OR NOT assurance_suffices('substantial') THEN RETURN; END IF;
    IF own_role <> 'administrator' THEN
      people := acting_as();
      teams := acting_teams();
    END IF;
    IF by_employee IS NOT NULL THEN
      filters := filters || $sql$ AND EXISTS (
        SELECT FROM assignment f LEFT JOIN team_member tm ON tm.team_id = f.team_id
         WHERE f.organisation_id = $1 AND f.client_id = s.client_id AND f.ended_at IS NULL
           AND $4 IN (f.employee_id, tm.employee_id))$sql$;
      IF people IS NULL THEN
        people := ARRAY[by_employee];
        teams := ARRAY(SELECT tm.team_id FROM team_member tm WHERE tm.employee_id = by_employee);
      END IF;
    END IF;
    IF by_team IS NOT NULL THEN
      filters := filters || $sql$ AND EXISTS (
        SELECT FROM assignment f WHERE f.organisation_id = $1 AND f.client_id = s.client_id AND f.ended_at IS NULL
           AND f.team_id = $5)$sql$;
      IF people IS NULL THEN
        people := '{}';
        teams := ARRAY[by_team];
      END IF;
    END IF;
    IF handled IS NOT NULL THEN
      working := ARRAY(SELECT e.id FROM employee e WHERE e.organisation_id = office AND is_employed(e));
      staffed := ARRAY(SELECT DISTINCT tm.team_id FROM team_member tm WHERE tm.employee_id = ANY (working));
      filters := filters || CASE WHEN handled THEN ' AND ' ELSE ' AND NOT ' END || $sql$ EXISTS (
        SELECT FROM assignment f WHERE f.organisation_id = $1 AND f.client_id = s.client_id AND f.ended_at IS NULL
           AND (f.employee_id = ANY ($6) OR f.team_id = ANY ($7)))$sql$;
    END IF;
    ${asked ? whoGave : ''}IF sought IS NOT NULL THEN
      patterns := ARRAY(SELECT '% ' || word || '%' FROM regexp_split_to_table(ltrim(in_words(sought)), ' ') AS word
                         WHERE word <> '');
      IF cardinality(patterns) = 0 THEN RETURN; END IF;
      filters := filters || $sql$ AND EXISTS (
        SELECT FROM mandate n JOIN client c ON c.id = n.client_id
         WHERE n.organisation_id = $1 AND n.client_id = s.client_id AND is_running(n)
           AND (${told ? `CASE WHEN ${apart ? 'n.activated_at IS NOT NULL' : saidOf('n')} THEN n.reference_words ELSE '' END` : 'n.reference_words'} || CASE WHEN n.activated_at IS NOT NULL THEN c.name_words ELSE '' END)
               LIKE ALL ($8))$sql$;
    END IF;
    IF people IS NULL THEN
      source := $sql$ SELECT DISTINCT s.client_id FROM mandate s
        WHERE s.organisation_id = $1 AND is_running(s)${counts('s')} AND ($2 IS NULL OR s.client_id > $2) $sql$
        || filters || ' ORDER BY s.client_id LIMIT $3';
    ELSE
      filters := $sql$ AND s.organisation_id = $1 AND s.ended_at IS NULL AND ($2 IS NULL OR s.client_id > $2)
        AND EXISTS (SELECT FROM mandate m
                     WHERE m.organisation_id = $1 AND m.client_id = s.client_id AND is_running(m)${counts('m')}) $sql$
        || filters || ' ORDER BY s.client_id LIMIT $3';
      source := $sql$ SELECT DISTINCT found.client_id FROM (
          SELECT own.client_id FROM unnest($9) AS place (id)
            CROSS JOIN LATERAL (SELECT s.client_id FROM assignment s WHERE s.employee_id = place.id $sql$
        || filters || $sql$) own
          UNION ALL
          SELECT own.client_id FROM unnest($10) AS place (id)
            CROSS JOIN LATERAL (SELECT s.client_id FROM assignment s WHERE s.team_id = place.id $sql$
        || filters || ') own) found ORDER BY found.client_id LIMIT $3';
    END IF;
    RETURN QUERY EXECUTE source
      USING office, after, most, by_employee, by_team, working, staffed, patterns, people, teams;
  END $$;
  CREATE FUNCTION described_clients(
    handled boolean, by_employee uuid, by_team uuid, sought text, after uuid, most int${asked ? ', given boolean DEFAULT NULL' : ''}
  ) RETURNS TABLE (client uuid, name text, reference text, is_handled boolean, assignments jsonb${asked ? ', is_given boolean' : ''})
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.client, CASE WHEN told.consented THEN c.name END, told.reference, who.is_handled, who.assignments${asked ? ', told.consented' : ''}
      FROM found_clients(handled, by_employee, by_team, sought, after, most${asked ? ', given' : ''}) AS f (client)
      JOIN client c ON c.id = f.client
     CROSS JOIN LATERAL (
       SELECT bool_or(m.activated_at IS NOT NULL) AS consented,
              (array_agg(m.reference ORDER BY m.requested_at DESC) FILTER (WHERE m.reference IS NOT NULL${told ? ` AND ${apart ? 'm.activated_at IS NOT NULL' : saidOf('m')}` : ''}))[1]
                AS reference
         FROM mandate m
        WHERE m.organisation_id = acting_organisation() AND m.client_id = f.client AND is_running(m)) told
     CROSS JOIN LATERAL (
       SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'id', a.id, 'employee', a.employee_id, 'team', a.team_id, 'name', coalesce(e.name, t.name)))
                ORDER BY a.id), '[]') AS assignments,
              coalesce(bool_or(CASE WHEN a.team_id IS NULL THEN is_employed(e) ELSE EXISTS (
                SELECT FROM team_member tm JOIN employee member ON member.id = tm.employee_id
                 WHERE tm.team_id = a.team_id AND is_employed(member)) END), false) AS is_handled
         FROM assignment a LEFT JOIN employee e ON e.id = a.employee_id LEFT JOIN team t ON t.id = a.team_id
        WHERE a.organisation_id = acting_organisation() AND a.client_id = f.client AND a.ended_at IS NULL) who
     ORDER BY f.client
  $$;
  REVOKE EXECUTE ON FUNCTION found_clients, described_clients FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION found_clients, described_clients TO volmacht_app;
`;
};
