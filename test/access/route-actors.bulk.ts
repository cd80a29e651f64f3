import type { Pool } from 'pg';
import { newId } from '../../src/platform/ids.ts';
import { oins } from '../support/cast.ts';
import type { Asked } from './route-actors.requests.ts';

const lines = [{ sender: oins.svb, category: 'care', actions: ['read'] }];
const run = '/v1/bulk-runs/:run';

/** Two runs that an employee sent in: one that was checked, with a row that is ready, and one that was cancelled. */
export async function setRuns(admin: Pool, office: string, startedBy: string) {
  const [checked, over] = [newId(), newId()];
  await admin.query(
    `INSERT INTO bulk_run (id, organisation_id, started_by, kind, source, state, total, ready, created_at, heard_at, checked_at,
                           finished_at)
     SELECT id, $3, $4, 'request', 'csv', state, 1, 1, now(), now(), now(), CASE state WHEN 'cancelled' THEN now() END
       FROM (VALUES ($1::uuid, 'checked'), ($2::uuid, 'cancelled')) AS given (id, state)`,
    [checked, over, office, startedBy],
  );
  await admin.query(
    `INSERT INTO bulk_row (run_id, number, organisation_id, line, state) VALUES ($1, 1, $2, 2, 'ready')`,
    [checked, office],
  );
  await admin.query(`INSERT INTO scope_template VALUES ($1, $2, 'care', $3, now())`, [
    newId(),
    office,
    JSON.stringify(lines),
  ]);
  return { checked, over };
}

/** What is asked of the work on many mandates at once. */
export const bulkRequests: Readonly<Record<string, Asked>> = {
  'GET /v1/bulk-runs': {},
  'POST /v1/bulk-runs': {
    body: ({ unknownBsn, day }) => ({
      requests: [{ bsn: unknownBsn, birthDate: '1980-01-01', lines, from: day(0), until: day(300) }],
    }),
  },
  [`GET ${run}`]: {},
  [`GET ${run}/rows`]: {},
  [`GET ${run}/result`]: {},
  // Of a run that is over, so that the stream of its events ends.
  [`GET ${run}/events`]: { path: ({ runOver }) => ({ run: runOver }) },
  [`POST ${run}/confirmation`]: {},
  [`POST ${run}/cancellation`]: {},
  'GET /v1/scope-templates': {},
  'PUT /v1/scope-templates/:name': { path: () => ({ name: 'benefits' }), body: () => ({ lines }) },
  'DELETE /v1/scope-templates/:name': { path: () => ({ name: 'care' }) },
};
