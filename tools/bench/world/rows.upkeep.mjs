import { createHash } from 'node:crypto';
import { lastDelivery } from './sizes.mjs';

/** The id of the run of an office, as the database makes it below. */
export const runOf = (organisation) =>
  createHash('md5')
    .update(`run ${organisation}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const at = `'${new Date(lastDelivery).toISOString()}'::timestamptz`;

/**
 * What an office looks at besides messages: a notice of each mandate that runs, spread over a year, and for who sees
 * all clients a file of as many renunciations as a file holds, that was checked and not confirmed.
 */
export const fillUpkeep = {
  notices: `
    INSERT INTO notice (id, kind, client_id, organisation_id, mandate_id, recipient, due_on, about, made_at)
    SELECT md5('notice ' || m.id)::uuid, 'review-due', m.client_id, m.organisation_id, m.id, 'organisation',
           made::date, made::date, made
      FROM mandate m CROSS JOIN LATERAL (
        SELECT ${at} - make_interval(mins => (uuid_hash(m.id) & 524287)) AS made) spread
     WHERE m.state = 'active'`,
  runs: `
    INSERT INTO bulk_run (id, organisation_id, started_by, kind, source, state, total, ready, created_at, checked_at,
                          heard_at)
    SELECT md5('run ' || e.organisation_id)::uuid, e.organisation_id, e.id, 'renunciation', 'csv', 'checked',
           counted.rows, counted.rows, ${at}, ${at}, ${at}
      FROM employee e CROSS JOIN LATERAL (
        SELECT least(count(*), 10000)::int AS rows FROM mandate m
         WHERE m.organisation_id = e.organisation_id AND m.state = 'active') counted
     WHERE e.name = 'everyone'`,
  'rows of runs': `
    INSERT INTO bulk_row (run_id, number, organisation_id, line, state, mandate_id)
    SELECT r.id, k.number, r.organisation_id, k.number + 1, 'ready', k.id
      FROM bulk_run r CROSS JOIN LATERAL (
        SELECT m.id, row_number() OVER (ORDER BY m.id)::int AS number FROM mandate m
         WHERE m.organisation_id = r.organisation_id AND m.state = 'active' ORDER BY m.id LIMIT 10000) k`,
};
