import pg from 'pg';

const assigned = `EXISTS (
  SELECT FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
   WHERE a.organisation_id = m.organisation_id AND a.client_id = m.client_id AND a.ended_at IS NULL
     AND $4 IN (a.employee_id, tm.employee_id))`;
const nobodys = `NOT EXISTS (
  SELECT FROM assignment a
   WHERE a.organisation_id = m.organisation_id AND a.client_id = m.client_id AND a.ended_at IS NULL)`;

/** Mandates, scope lines and assignments joined with messages: what one would write first. */
const joined = (administrator) => `
  FROM mandate m
  JOIN scope_line l ON l.mandate_id = m.id AND l.ended_at IS NULL AND 'read' = ANY (l.actions)
  JOIN message g ON g.client_id = l.client_id AND g.sender = l.sender
                AND (l.category = 'all' OR l.category = g.category)
  JOIN client c ON c.id = g.client_id AND c.died_on IS NULL
  LEFT JOIN message_mark k ON k.client_id = g.client_id AND k.message_id = g.id AND k.reader = $2
 WHERE m.organisation_id = $1 AND m.state = 'active' AND m.from_day <= $3 AND $3 < m.until_day
   AND g.assurance IN ('low', 'substantial')
   AND (${assigned}${administrator ? ` OR ${nobodys}` : ''})`;

/**
 * The yardstick on a connection of its own: the same answer by join and sort, as the administrator of the server, so
 * without row-level security or a function per row: as fast as such a query can be.
 */
export async function yardstick(url, now) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam' }).format(now);
  const valuesOf = ({ organisation, employee }) => {
    const reader = `employee:${employee}:${organisation}`;
    return [organisation, reader, today, employee];
  };
  const ask = async (name, text, { actor, role }) => {
    const values = valuesOf(actor);
    const began = performance.now();
    const { rows } = await client.query({ name: `${name} ${role}`, text, values });
    return { result: rows, milliseconds: performance.now() - began };
  };
  const from = ({ role }) => joined(role === 'administrator');
  const unreadOnly = 'AND k.read_at IS NULL';
  return {
    list: (person, unread = false) =>
      ask(
        `list ${unread}`,
        `SELECT g.id, g.client_id, c.name, g.sender, g.category, g.subject, g.delivered_at, k.read_at, k.archived_at
         ${from(person)} ${unread ? unreadOnly : ''} ORDER BY g.delivered_at DESC, g.id DESC LIMIT 50`,
        person,
      ),
    count: (person) => ask('count', `SELECT count(*)::int AS number ${from(person)} ${unreadOnly}`, person),
    async explain({ actor, role }) {
      const text = `SELECT g.id, g.client_id, c.name, g.sender, g.category, g.subject, g.delivered_at
        ${joined(role === 'administrator')} ORDER BY g.delivered_at DESC, g.id DESC LIMIT 50`;
      const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ${text}`, valuesOf(actor));
      return { text, plan: rows.map((row) => row['QUERY PLAN']).join('\n') };
    },
    /** On what was measured. */
    async facts() {
      const { rows } = await client.query(
        `SELECT current_setting('server_version') || ', shared_buffers ' || current_setting('shared_buffers') AS server,
                (SELECT count(*)::int FROM feed) AS feed`,
      );
      return rows[0];
    },
    close: () => client.end(),
  };
}
