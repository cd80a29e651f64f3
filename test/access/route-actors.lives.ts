import type { Pool } from 'pg';
import { newId } from '../../src/platform/ids.ts';
import type { Asked } from './route-actors.requests.ts';

/** That a register told of the client what an official is to look at. */
export async function setLifeEvent(admin: Pool, client: string): Promise<string> {
  const id = newId();
  await admin.query(
    `INSERT INTO life_event (id, source, event_id, fingerprint, client_id, kind, effective_on, received_at, outcome,
                             question)
     VALUES ($1, 'x', $2, 'x', $3, 'emigration', current_date, now(), 'waiting', 'told-otherwise')`,
    [id, newId(), client],
  );
  return id;
}

/** Requests for the routes of life events, and of who could read what on a day. */
export const lifeRequests: Readonly<Record<string, Asked>> = {
  'POST /v1/life-events': {
    body: ({ bsn, day }) => ({ eventId: newId(), bsn, kind: 'coming-of-age', effectiveOn: day(0) }),
  },
  'GET /v1/life-events': { query: ({ client }) => `?client=${client}` },
  'GET /v1/access-history': { query: ({ day }) => `?day=${day(0)}` },
  'POST /v1/access-history/_search': { body: ({ bsn, day }) => ({ bsn, day: day(0) }) },
  'POST /v1/life-events/:event/resolution': {
    body: () => ({ decision: 'close', reason: 'The order is registered.' }),
  },
};
