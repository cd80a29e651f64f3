import { sqlMigration } from './as-owner.ts';

/** The values of a row as they are in the table, and what of them is kept. */
interface Remembered {
  readonly table: string;
  /** The table that keeps how it was, and the column in it that names the row. */
  readonly kept: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, string>>;
  /** What has to be so for there to be something to keep. */
  readonly only?: string;
}

const lists = ({ columns }: Remembered): { names: string; values: string; sets: string } => ({
  names: Object.keys(columns).join(', '),
  values: Object.values(columns).join(', '),
  sets: Object.keys(columns)
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
});

/**
 * A trigger that closes the period of how a row was, and opens that of how it is, at the instant of the work that changed
 * it. What changes again in the same instant is kept as it ended. A clock that is behind does not turn time round.
 */
function remembering(one: Remembered): string {
  const { table, kept, key, columns, only = 'true' } = one;
  const { names, values, sets } = lists(one);
  return `
  CREATE FUNCTION remember_${table}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE at timestamptz := instant_of_change();
  BEGIN
    at := greatest(at, (SELECT k.since FROM ${kept} k WHERE k.${key} = NEW.id AND k.until IS NULL));
    DELETE FROM ${kept} k WHERE k.${key} = NEW.id AND k.until IS NULL AND k.since = at;
    UPDATE ${kept} k SET until = at WHERE k.${key} = NEW.id AND k.until IS NULL;
    IF ${only} THEN
      INSERT INTO ${kept} (${key}, since, ${names}) VALUES (NEW.id, at, ${values})
        ON CONFLICT (${key}, since) DO UPDATE SET until = NULL, ${sets};
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER remember_new AFTER INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION remember_${table}();
  CREATE TRIGGER remember_change AFTER UPDATE ON ${table} FOR EACH ROW
    WHEN ((${Object.values(columns)
      .map((value) => value.replaceAll('NEW.', 'OLD.'))
      .join(', ')}) IS DISTINCT FROM (${values}))
    EXECUTE FUNCTION remember_${table}();
  REVOKE EXECUTE ON FUNCTION remember_${table} FROM PUBLIC;`;
}

const standings: Remembered = {
  ...{ table: 'organisation', kept: 'standing_was', key: 'organisation_id' },
  columns: { standing: 'NEW.standing' },
};
const employments: Remembered = {
  ...{ table: 'employee', kept: 'employment_was', key: 'employee_id' },
  columns: {
    ...{ organisation_id: 'NEW.organisation_id', role: 'NEW.role', from_day: 'NEW.from_day' },
    ...{ until_day: 'NEW.until_day', ended_at: 'NEW.ended_at', accepted: '(NEW.subject IS NOT NULL)' },
  },
};
const deaths: Remembered = {
  ...{ table: 'client', kept: 'death_was', key: 'client_id', only: 'NEW.died_on IS NOT NULL' },
  columns: { died_on: 'NEW.died_on' },
};
const remembered = [standings, employments, deaths];

/** A version of each mandate that these rows name. */
const mandatesOf = (ids: string, name: string): string => `
  CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM remember_mandates(ARRAY(SELECT DISTINCT ${ids} FROM changed));
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC;`;

/** On which table a statement is followed by it. */
const after = (what: 'INSERT' | 'UPDATE', table: string, name: string): string => `
  CREATE TRIGGER remember_${what.toLowerCase()} AFTER ${what} ON ${table} REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION ${name}();`;

/**
 * What a decision looks at is kept with the time in which it was so, whichever way it changed: mandates with their lines,
 * as the facts of a decision tell them; standings, employments, who was in which team, who was known to have died. Ending
 * closes a period and never erases. Assignments and covers keep their own times.
 */
export const AsItWas = sqlMigration(
  'AsItWas',
  1795910400060,
  `
  -- When a change happens: at the instant of the work, or now, for who administers the server.
  CREATE FUNCTION instant_of_change() RETURNS timestamptz LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

  CREATE TABLE mandate_was (
    client_id uuid NOT NULL,
    mandate_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz CHECK (until > since),
    facts jsonb NOT NULL,
    PRIMARY KEY (client_id, mandate_id, since)
  );
  CREATE UNIQUE INDEX mandate_was_once ON mandate_was (mandate_id) WHERE until IS NULL;
  CREATE TABLE standing_was (
    organisation_id uuid NOT NULL REFERENCES organisation,
    since timestamptz NOT NULL,
    until timestamptz CHECK (until > since),
    standing text NOT NULL,
    PRIMARY KEY (organisation_id, since)
  );
  CREATE TABLE employment_was (
    employee_id uuid NOT NULL REFERENCES employee,
    organisation_id uuid NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz CHECK (until > since),
    role text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    ended_at timestamptz,
    accepted boolean NOT NULL,
    PRIMARY KEY (employee_id, since)
  );
  CREATE INDEX employment_was_of_office ON employment_was (organisation_id, since);
  CREATE TABLE team_member_was (
    team_id uuid NOT NULL REFERENCES team,
    employee_id uuid NOT NULL REFERENCES employee,
    since timestamptz NOT NULL,
    until timestamptz CHECK (until > since),
    PRIMARY KEY (team_id, employee_id, since)
  );
  CREATE TABLE death_was (
    client_id uuid NOT NULL REFERENCES client,
    since timestamptz NOT NULL,
    until timestamptz CHECK (until > since),
    died_on date NOT NULL,
    PRIMARY KEY (client_id, since)
  );
  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['mandate_was', 'standing_was', 'employment_was', 'team_member_was', 'death_was'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
    END LOOP;
  END $policies$;
  ${remembered.map(remembering).join('')}

  -- A version of each of these mandates, when it differs from the one before. One by one, by their keys.
  CREATE FUNCTION remember_mandates(which uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    at timestamptz;
    each uuid; is_now record; before record;
  BEGIN
    FOREACH each IN ARRAY which LOOP
      at := instant_of_change();
      SELECT m.client_id, m.organisation_id, authority_facts(m) AS facts INTO is_now FROM mandate m WHERE m.id = each;
      SELECT k.since, k.facts INTO before FROM mandate_was k WHERE k.mandate_id = each AND k.until IS NULL;
      IF before.facts IS NOT DISTINCT FROM is_now.facts THEN CONTINUE; END IF;
      IF before.since >= at THEN
        UPDATE mandate_was SET client_id = is_now.client_id, facts = is_now.facts
         WHERE mandate_id = each AND until IS NULL;
        CONTINUE;
      END IF;
      UPDATE mandate_was SET until = at WHERE mandate_id = each AND until IS NULL;
      INSERT INTO mandate_was (client_id, mandate_id, organisation_id, since, facts)
        VALUES (is_now.client_id, each, is_now.organisation_id, at, is_now.facts)
        ON CONFLICT (client_id, mandate_id, since) DO UPDATE SET facts = excluded.facts;
    END LOOP;
  END $$;
  REVOKE EXECUTE ON FUNCTION remember_mandates FROM PUBLIC;
  ${mandatesOf('id', 'remember_changed_mandates')}
  ${mandatesOf('mandate_id', 'remember_mandates_of_lines')}
  -- A mandate has lines from the statement on that follows it in the same work; before, it gives nothing.
  ${after('UPDATE', 'mandate', 'remember_changed_mandates')}
  ${after('INSERT', 'scope_line', 'remember_mandates_of_lines')}
  ${after('UPDATE', 'scope_line', 'remember_mandates_of_lines')}

  -- Who parts from a team was in it: the table of members holds those of now.
  CREATE FUNCTION remember_team_member() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE at timestamptz := instant_of_change();
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO team_member_was (team_id, employee_id, since) VALUES (NEW.team_id, NEW.employee_id, at)
        ON CONFLICT (team_id, employee_id, since) DO UPDATE SET until = NULL;
    ELSE
      DELETE FROM team_member_was
       WHERE team_id = OLD.team_id AND employee_id = OLD.employee_id AND until IS NULL AND since >= at;
      UPDATE team_member_was SET until = at
       WHERE team_id = OLD.team_id AND employee_id = OLD.employee_id AND until IS NULL;
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION remember_team_member FROM PUBLIC;
  CREATE TRIGGER remember_member AFTER INSERT OR DELETE ON team_member FOR EACH ROW
    EXECUTE FUNCTION remember_team_member();

  -- What there is already, as far as it tells: a mandate since it was activated, then as it ended.
  INSERT INTO standing_was SELECT id, registered_at, NULL, standing FROM organisation;
  INSERT INTO employment_was
    SELECT id, organisation_id, invited_at, NULL, role, from_day, until_day, ended_at, subject IS NOT NULL FROM employee
     WHERE ended_at IS NULL OR ended_at <= invited_at;
  INSERT INTO employment_was
    SELECT id, organisation_id, invited_at, ended_at, role, from_day, until_day, NULL, subject IS NOT NULL FROM employee
     WHERE ended_at > invited_at;
  INSERT INTO employment_was
    SELECT id, organisation_id, ended_at, NULL, role, from_day, until_day, ended_at, subject IS NOT NULL FROM employee
     WHERE ended_at > invited_at;
  INSERT INTO team_member_was SELECT team_id, employee_id, since, NULL FROM team_member;
  INSERT INTO death_was SELECT id, since, NULL, died_on FROM client WHERE died_on IS NOT NULL;
  INSERT INTO mandate_was
    SELECT client_id, id, organisation_id, activated_at, ended_at, authority_facts(m)
           || jsonb_build_object('state', 'active', 'endedAt', NULL)
      FROM mandate m WHERE ended_at > activated_at;
  INSERT INTO mandate_was
    SELECT client_id, id, organisation_id, coalesce(ended_at, activated_at, requested_at), NULL, authority_facts(m)
      FROM mandate m;

  -- All that is to be known of who could read a client's messages in a stretch of time: for himself, and for officials
  -- with the people of the offices too. What it finds goes to the rules of src/domain/access-history.ts.
  CREATE FUNCTION access_was(whose uuid, starts timestamptz, ends timestamptz, after_mandate uuid, most int) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    with_people boolean := acting_kind() = 'official' AND assurance_suffices('substantial');              -- R5
    asked uuid[]; offices uuid[];
  BEGIN
    IF NOT with_people AND whose IS DISTINCT FROM acting_client() THEN RETURN NULL; END IF;
    asked := ARRAY(
      SELECT m.id FROM mandate m
       WHERE m.client_id = whose AND m.activated_at < ends AND (m.ended_at IS NULL OR m.ended_at > starts)
         AND (after_mandate IS NULL OR m.id > after_mandate)
       ORDER BY m.id LIMIT most);
    offices := ARRAY(SELECT DISTINCT organisation_id FROM mandate WHERE id = ANY (asked));
    RETURN jsonb_build_object(
      'mandates', to_jsonb(asked),
      'deaths', (SELECT coalesce(jsonb_agg(jsonb_build_object('since', d.since, 'until', d.until, 'value', d.died_on)), '[]')
                   FROM death_was d WHERE d.client_id = whose AND d.since < ends AND coalesce(d.until > starts, true)),
      'shields', (SELECT coalesce(jsonb_agg(jsonb_build_object('since', s.made_at, 'until', s.ended_at, 'value',
                           jsonb_build_object('by', s.shielded_by, 'organisation', s.organisation_id, 'sender', s.sender,
                                              'message', s.message_id, 'category', s.category)) ORDER BY s.id), '[]')
                    FROM shield s
                   WHERE s.client_id = whose AND s.made_at < ends AND coalesce(s.ended_at > starts, true)),
      'offices', (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', o.id, 'name', o.name, 'kvk', o.kvk,
          'standings', (SELECT coalesce(jsonb_agg(jsonb_build_object('since', s.since, 'until', s.until, 'value', s.standing)), '[]')
                          FROM standing_was s
                         WHERE s.organisation_id = o.id AND s.since < ends AND coalesce(s.until > starts, true)),
          -- Also what a mandate follows, whenever that ended.
          'mandates', (SELECT coalesce(jsonb_agg(jsonb_build_object('since', w.since, 'until', w.until, 'value', w.facts)), '[]')
                         FROM mandate_was w
                        WHERE w.client_id = whose AND w.organisation_id = o.id
                          AND w.since < ends AND coalesce(w.until > starts, true)),
          'people', CASE WHEN with_people THEN people_were(o.id, whose, starts, ends) END)), '[]')
        FROM organisation o WHERE o.id = ANY (offices)));
  END $$;
  CREATE FUNCTION people_were(office uuid, whose uuid, starts timestamptz, ends timestamptz) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'employees', (SELECT coalesce(jsonb_agg(one.employee), '[]') FROM (
        SELECT jsonb_build_object('id', e.id, 'name', e.name, 'employments', jsonb_agg(jsonb_build_object(
                 'since', w.since, 'until', w.until, 'value', jsonb_build_object(
                   'role', w.role, 'from', w.from_day, 'until', w.until_day, 'endedAt', w.ended_at,
                   'accepted', w.accepted)))) AS employee
          FROM employment_was w JOIN employee e ON e.id = w.employee_id
         WHERE w.organisation_id = office AND w.since < ends AND coalesce(w.until > starts, true)
         GROUP BY e.id, e.name) one),
      'members', (SELECT coalesce(jsonb_agg(jsonb_build_object('since', w.since, 'until', w.until, 'value',
                           jsonb_build_object('team', w.team_id, 'employee', w.employee_id))), '[]')
                    FROM team_member_was w JOIN team t ON t.id = w.team_id AND t.organisation_id = office
                   WHERE w.since < ends AND coalesce(w.until > starts, true)),
      'assignments', (SELECT coalesce(jsonb_agg(jsonb_build_object('since', a.since, 'until', a.ended_at, 'value',
                               jsonb_build_object('team', a.team_id, 'employee', a.employee_id))), '[]')
                        FROM assignment a
                       WHERE a.organisation_id = office AND a.client_id = whose
                         AND a.since < ends AND coalesce(a.ended_at > starts, true)),
      'covers', (SELECT coalesce(jsonb_agg(jsonb_build_object('since', c.since, 'until', c.ended_at, 'value',
                          jsonb_build_object('absent', c.absent, 'substitute', c.substitute,
                                             'from', c.from_day, 'until', c.until_day))), '[]')
                   FROM cover c
                  WHERE c.organisation_id = office AND c.since < ends AND coalesce(c.ended_at > starts, true)))
  $$;
  REVOKE EXECUTE ON FUNCTION access_was, people_were FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION access_was TO volmacht_app;
  `,
  `
  DROP FUNCTION access_was, people_were;
  DROP TRIGGER remember_member ON team_member;
  DROP TRIGGER remember_update ON mandate;
  DROP TRIGGER remember_insert ON scope_line;
  DROP TRIGGER remember_update ON scope_line;
  DROP FUNCTION remember_team_member, remember_changed_mandates, remember_mandates_of_lines, remember_mandates;
  ${remembered
    .map(
      ({ table }) => `
  DROP TRIGGER remember_new ON ${table};
  DROP TRIGGER remember_change ON ${table};
  DROP FUNCTION remember_${table};`,
    )
    .join('')}
  DROP TABLE mandate_was, standing_was, employment_was, team_member_was, death_was;
  DROP FUNCTION instant_of_change;
  `,
);
