import type { Pool } from 'pg';
import { newId } from '../../src/platform/ids.ts';
import type { Asked } from './route-actors.requests.ts';

const office = '/v1/representative-organisations/:organisation';

/** That one employee stands in for another, from today. */
export async function setCover(
  admin: Pool,
  organisation: string,
  { absent, substitute }: { absent: string; substitute: string },
): Promise<string> {
  const id = newId();
  await admin.query(
    `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
     VALUES ($1, $2, $3, $4, current_date, current_date + 5, now(), $4)`,
    [id, organisation, absent, substitute],
  );
  return id;
}

const wish: Asked['body'] = ({ anna, colleague, day }) => ({
  ...{ absent: colleague, substitute: anna, from: day(20), until: day(30) },
});

/** Requests for the routes of the office at work. */
export const officeRequests: Readonly<Record<string, Asked>> = {
  [`POST ${office}/clients/_search`]: { body: () => ({ words: 'nobody' }) },
  [`POST ${office}/assignments/_bulk`]: {
    body: ({ client, colleague }) => ({ clients: [client], to: { employee: colleague } }),
  },
  [`GET ${office}/workload`]: {},
  [`PUT ${office}/teams/:team/name`]: { body: () => ({ name: 'Benefits' }) },
  [`GET ${office}/covers`]: {},
  [`POST ${office}/covers`]: { body: wish },
  [`POST ${office}/covers/_preview`]: { body: wish },
  [`POST ${office}/covers/:cover/end`]: {},
  'GET /v1/mandates/:mandate/handlers': {},
};
