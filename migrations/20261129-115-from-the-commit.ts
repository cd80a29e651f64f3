import { sqlMigration } from './as-owner.ts';

/** When a work keeps how something was: now, or when it is committed. */
type When = 'at once' | 'at the commit';

const trigger = (when: When, name: string, on: string, how: string): string =>
  when === 'at once'
    ? `CREATE TRIGGER ${name} AFTER ${on} FOR EACH ROW ${how};`
    : `CREATE CONSTRAINT TRIGGER ${name} AFTER ${on} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW ${how};`;

/** What is kept of a row of these tables, as `AsItWas` laid it. */
const rows: Readonly<Record<string, readonly string[]>> = {
  organisation: ['NEW.standing'],
  employee: [
    ...['NEW.organisation_id', 'NEW.role', 'NEW.from_day', 'NEW.until_day', 'NEW.ended_at'],
    '(NEW.subject IS NOT NULL)',
  ],
  client: ['NEW.died_on'],
};
const remembering = (when: When): string =>
  Object.entries(rows)
    .map(([table, values]) => {
      const before = values.map((value) => value.replaceAll('NEW.', 'OLD.'));
      return `
  DROP TRIGGER remember_new ON ${table};
  DROP TRIGGER remember_change ON ${table};
  ${trigger(when, 'remember_new', `INSERT ON ${table}`, `EXECUTE FUNCTION remember_${table}()`)}
  ${trigger(
    when,
    'remember_change',
    `UPDATE ON ${table}`,
    `WHEN ((${before.join(', ')}) IS DISTINCT FROM (${values.join(', ')})) EXECUTE FUNCTION remember_${table}()`,
  )}`;
    })
    .join('');

/** What ends what somebody can read at an instant that people see: when it held in truth, and where that is asked. */
const others = [
  { table: 'assignment', column: 'held_until', seen: 'a.ended_at', asks: 'people_were' },
  { table: 'cover', column: 'held_until', seen: 'c.ended_at', asks: 'people_were' },
  { table: 'shield', column: 'held_from', seen: 's.made_at', asks: 'access_was' },
] as const;
const asking = (asks: string, from: string, to: string): string => `
  DO $asking$ BEGIN
    EXECUTE replace(pg_get_functiondef('${asks}'::regproc), $a$${from}$a$, $a$${to}$a$);
  END $asking$;`;
/** A work that began before midnight may have waited. */
const [endedSince, endedAbout] = ['m.ended_at > starts', "m.ended_at > starts - interval '1 hour'"];
const keeping = ({ table, column, seen, asks }: (typeof others)[number]): string => `
  ALTER TABLE ${table} ADD COLUMN ${column} timestamptz;
  COMMENT ON COLUMN ${table}.${column} IS 'By the commit: what people see is when the work began.';
  ${trigger(
    'at the commit',
    'remember_commit',
    table === 'shield' ? 'INSERT ON shield' : `UPDATE ON ${table}`,
    `${table === 'shield' ? '' : 'WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) '}EXECUTE FUNCTION keep_the_commit('${column}')`,
  )}
  ${asking(asks, seen, `coalesce(${seen[0]}.${column}, ${seen})`)}`;
const forgetting = ({ table, column, seen, asks }: (typeof others)[number]): string => `
  ${asking(asks, `coalesce(${seen[0]}.${column}, ${seen})`, seen)}
  DROP TRIGGER remember_commit ON ${table};
  ALTER TABLE ${table} DROP COLUMN ${column};`;

const statement = (what: string, table: string, name: string): string => `
  CREATE TRIGGER remember_${what.toLowerCase()} AFTER ${what} ON ${table} REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION ${name}();`;
const byStatement = (ids: string, name: string): string => `
  CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM remember_mandates(ARRAY(SELECT DISTINCT ${ids} FROM changed));
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC;`;
const byRow = (id: string, name: string): string => `
  CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    -- Who is gone by the commit leaves nothing to keep.
    PERFORM remember_mandates(ARRAY(SELECT m.id FROM mandate m WHERE m.id = NEW.${id}));
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC;`;

/**
 * Who could read what, and when: a change holds from its commit, and not from when its work began. Until then everybody
 * reads by what there was, however long the work waits for another one; so who did read is among those who could.
 */
export const FromTheCommit = sqlMigration(
  'FromTheCommit',
  1795910400115,
  `
  -- One instant for all that a work changes: that of its commit, by the clock of who works; never before a millisecond in
  -- which somebody read.
  CREATE OR REPLACE FUNCTION instant_of_change() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
  DECLARE known text := current_setting('app.took_hold', true);
  BEGIN
    IF coalesce(known, '') = '' THEN
      known := date_trunc('milliseconds', coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
                                          + (clock_timestamp() - now()) + interval '999 microseconds')::text;
      PERFORM set_config('app.took_hold', known, true);
    END IF;
    RETURN known::timestamptz;
  END $$;
  ${remembering('at the commit')}

  DROP TRIGGER remember_update ON mandate;
  DROP TRIGGER remember_insert ON scope_line;
  DROP TRIGGER remember_update ON scope_line;
  DROP FUNCTION remember_changed_mandates, remember_mandates_of_lines;
  ${byRow('id', 'remember_changed_mandate')}
  ${byRow('mandate_id', 'remember_mandate_of_line')}
  ${trigger('at the commit', 'remember_update', 'UPDATE ON mandate', 'EXECUTE FUNCTION remember_changed_mandate()')}
  ${trigger('at the commit', 'remember_insert', 'INSERT ON scope_line', 'EXECUTE FUNCTION remember_mandate_of_line()')}
  ${trigger('at the commit', 'remember_update', 'UPDATE ON scope_line', 'EXECUTE FUNCTION remember_mandate_of_line()')}
  DROP TRIGGER remember_member ON team_member;
  ${trigger('at the commit', 'remember_member', 'INSERT OR DELETE ON team_member', 'EXECUTE FUNCTION remember_team_member()')}

  CREATE FUNCTION keep_the_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    EXECUTE format('UPDATE %I SET %I = $1 WHERE id = $2', TG_TABLE_NAME, TG_ARGV[0]) USING instant_of_change(), NEW.id;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION keep_the_commit FROM PUBLIC;
  ${others.map(keeping).join('')}
  ${asking('access_was', endedSince, endedAbout)}
  `,
  `
  ${asking('access_was', endedAbout, endedSince)}
  ${others.map(forgetting).join('')}
  DROP FUNCTION keep_the_commit;
  DROP TRIGGER remember_member ON team_member;
  ${trigger('at once', 'remember_member', 'INSERT OR DELETE ON team_member', 'EXECUTE FUNCTION remember_team_member()')}
  DROP TRIGGER remember_update ON mandate;
  DROP TRIGGER remember_insert ON scope_line;
  DROP TRIGGER remember_update ON scope_line;
  DROP FUNCTION remember_changed_mandate, remember_mandate_of_line;
  ${byStatement('id', 'remember_changed_mandates')}
  ${byStatement('mandate_id', 'remember_mandates_of_lines')}
  ${statement('UPDATE', 'mandate', 'remember_changed_mandates')}
  ${statement('INSERT', 'scope_line', 'remember_mandates_of_lines')}
  ${statement('UPDATE', 'scope_line', 'remember_mandates_of_lines')}
  ${remembering('at once')}
  CREATE OR REPLACE FUNCTION instant_of_change() RETURNS timestamptz LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
  `,
);
