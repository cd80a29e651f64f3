import type { Pool } from 'pg';
import { Cipher } from '../../src/platform/cipher.ts';
import { newId } from '../../src/platform/ids.ts';
import type { House } from '../support/house.ts';
import type { Asked } from './route-actors.requests.ts';

/** How far the order is that the scene holds; without it there is none. */
export type OrderState = 'in-verification' | 'supplement-requested' | 'verified';

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
const court = 'Rechtbank Voorbeeldstad';

/** An order about the client, that somebody of the office handed in; and an official, a report and urgent acts. */
export async function setOrder(
  { app, database: { admin } }: House,
  { client, organisation, by, mandate }: Record<'client' | 'organisation' | 'by' | 'mandate', string>,
  state: OrderState,
) {
  const [order, evidence, colleague, act, report, given] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  await admin.query(`UPDATE client SET name = 'A ward' WHERE id = $1`, [client]);
  await admin.query(
    `INSERT INTO court_order (id, client_id, organisation_id, ground, position, state, court, case_number, given_on,
                              partial, divided, registered_at, submitted_by, submitter, round, waits_since, person,
                              verified_at, verified_by)
     SELECT $1, $2, $3, 'mentorschap', 'additional', $4::text, $5, $6, current_date - 1, false, false, now(), $7, 'test:eh', 1,
            now(), 'matches', given.at, CASE WHEN given.at IS NOT NULL THEN 'officials' END
       FROM (SELECT CASE WHEN $4::text = 'verified' THEN now() END AS at) AS given`,
    [order, client, organisation, state, court, `C/99/${order.slice(-12)}`, by],
  );
  const sealed = app.get(Cipher).sealBytes(pdf, evidence);
  await admin.query(
    `INSERT INTO court_order_evidence VALUES ($1, $2, 'application/pdf', $3, 'x', $4, now(), $5)`,
    [order, evidence, pdf.length, sealed, by],
  );
  if (state === 'verified')
    await admin.query(
      `WITH m AS (
         INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, offered_at,
                              activated_at, ground, court_order_id)
         VALUES ($1, $2, $3, 'active', current_date - 1, 'infinity', current_date, now(), now(), now(), 'mentorschap', $4))
       INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, ground, sender, category, actions, period, claims)
       VALUES ($5, $1, $2, $3, 'mentorschap', '*', 'care', '{read}', daterange(current_date - 1, NULL), false)`,
      [given, client, organisation, order, newId()],
    );
  await admin.query(`INSERT INTO official (id, subject, since) VALUES ($1, $2, now())`, [
    colleague,
    `test:${colleague}`,
  ]);
  const suspended = newId();
  await admin.query(
    `INSERT INTO official (id, subject, standing, reason, since, changed_at, changed_by)
     VALUES ($1, $2, 'suspended', 'Left.', now(), now(), 'test:other')`,
    [suspended, `test:${suspended}`],
  );
  await admin.query(
    `INSERT INTO urgent_act (id, mandate_id, client_id, organisation_id, state, reason, until_day, asked_by, asker, asked_at)
     VALUES ($1, $2, $3, $4, 'requested', 'A last return.', current_date + 30, $5, 'test:eh', now())`,
    [act, mandate, client, organisation, by],
  );
  await admin.query(
    `INSERT INTO court_register_report (id, event_id, fingerprint, received_at, court, case_number, kind, on_day, outcome, why)
     VALUES ($1, $2, 'x', now(), $3, 'C/99/none', 'lifted', current_date, 'waits', 'unknown-order')`,
    [report, report, court],
  );
  return { order, evidence, official: colleague, suspended, act, report };
}

/** Susan, whom a colleague suspended. */
export async function setSuspendedOfficial(admin: Pool): Promise<void> {
  await admin.query(
    `INSERT INTO official (id, subject, standing, reason, since, changed_at, changed_by)
     VALUES ($1, 'test:official-susan', 'suspended', 'Left.', now(), now(), 'test:official-olga')`,
    [newId()],
  );
}

const reason = () => ({ reason: 'Compared with the order.' });
const copy = [{ mediaType: 'application/pdf', content: pdf.toString('base64') }];
const said = (caseNumber: string, givenOn: string) => ({
  court,
  caseNumber,
  givenOn,
  birthDate: '1980-01-01',
});
const order = '/v1/court-orders/:order';
const waiting = { order: 'in-verification' } as const;
const verified = { order: 'verified' } as const;
let cases = 0;

/** Requests for the routes of court orders, officials, urgent acts and the judiciary's register. */
export const orderRequests: Readonly<Record<string, Asked>> = {
  'POST /v1/court-orders': {
    body: ({ unknownBsn, day }) => ({
      ...{ ...said(`C/98/${++cases}`, day(-1)), ground: 'bewind', bsn: unknownBsn, evidence: copy },
    }),
  },
  'GET /v1/court-orders': { ...verified, query: ({ client }) => `?client=${client}` },
  [`GET ${order}`]: verified,
  [`GET ${order}/consequences`]: verified,
  [`GET ${order}/evidence/:evidence`]: verified,
  [`POST ${order}/supplement`]: {
    order: 'supplement-requested',
    body: ({ day }) => said(`C/97/${++cases}`, day(-1)),
  },
  [`POST ${order}/withdrawal`]: waiting,
  [`POST ${order}/approval`]: { ...waiting, body: reason },
  [`POST ${order}/rejection`]: { ...waiting, body: reason },
  [`POST ${order}/supplement-request`]: { ...waiting, body: reason },
  [`POST ${order}/register-check`]: waiting,
  [`POST ${order}/changes`]: {
    ...verified,
    body: ({ day }) => ({ kind: 'lifted', on: day(0), ...reason() }),
  },

  'GET /v1/officials': verified,
  'POST /v1/officials': { body: () => ({ official: `test:${newId()}` }) },
  'POST /v1/officials/:official/suspension': { ...verified, body: reason },
  'POST /v1/officials/:official/reinstatement': {
    ...{ ...verified, body: reason },
    path: ({ path }) => ({ official: (path as { suspended?: string }).suspended ?? '' }),
  },

  'POST /v1/mandates/:mandate/urgent-acts': {
    mandate: 'ended',
    body: ({ day }) => ({ reason: 'A last return has to be made.', until: day(30) }),
  },
  'GET /v1/urgent-acts': verified,
  'POST /v1/urgent-acts/:act/permission': { ...verified, mandate: 'ended', body: reason },
  'POST /v1/urgent-acts/:act/refusal': { ...verified, body: reason },

  'POST /v1/court-register-reports': {
    body: ({ day }) => ({ eventId: newId(), court, caseNumber: 'C/99/none', kind: 'lifted', on: day(0) }),
  },
  'GET /v1/court-register-reports': verified,
  'POST /v1/court-register-reports/:report/settlement': { ...verified, body: reason },
};
