import pg from 'pg';

const offices = ['90000050', '90000500', '90001234', '90050000'];

/**
 * Whose working day is measured: in each of the four offices somebody who sees all its clients, and in the two
 * largest those who see little. `sees` is counted in the world.
 */
export async function castOf({ databaseUrl }) {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const { rows } = await admin.query(
    `SELECT o.kvk, o.id AS organisation, e.id AS employee, e.name, e.role,
            (SELECT count(*)::int FROM mandate m WHERE m.organisation_id = o.id AND m.state = 'active') AS clients,
            (SELECT count(DISTINCT a.client_id)::int FROM assignment a
              WHERE a.organisation_id = o.id AND a.ended_at IS NULL AND (a.employee_id = e.id OR a.team_id IN (
                SELECT team_id FROM team_member tm WHERE tm.employee_id = e.id))) AS assigned,
            (SELECT count(DISTINCT m.client_id)::int FROM mandate m WHERE m.organisation_id = o.id AND m.state = 'active'
                AND NOT EXISTS (SELECT FROM assignment a WHERE a.organisation_id = o.id AND a.client_id = m.client_id
                                   AND a.ended_at IS NULL)) AS nobodys
       FROM organisation o JOIN employee e ON e.organisation_id = o.id
      WHERE o.kvk = ANY ($1) AND e.name <> 'colleague' AND e.role <> 'reader'
      ORDER BY clients, assigned DESC`,
    [offices],
  );
  await admin.end();
  const person = (row) => ({
    ...row,
    sees: row.role === 'administrator' ? row.nobodys : row.assigned,
    actor: {
      ...{ kind: 'employee', employee: row.employee, organisation: row.organisation, subject: 'bench' },
      assurance: 'substantial',
    },
  });
  const all = rows.map(person);
  const largest = all.at(-1).clients;
  return {
    everyone: all.filter(({ name }) => name === 'everyone'),
    few: all.filter(({ name, clients, role }) =>
      role === 'administrator' ? clients === largest : name.startsWith('sees-'),
    ),
  };
}
