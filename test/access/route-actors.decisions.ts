import type { Pool } from 'pg';
import { registration } from '../decisions/scene.ts';
import { exchangeForm } from '../decisions/exchange/scene.ts';
import { employee, oins } from '../support/cast.ts';
import type { Asked } from './route-actors.requests.ts';

/** That the machine which is no sender may ask for decisions. */
export const setCaller = (admin: Pool) =>
  admin.query(
    `INSERT INTO decision_caller (oin, name, purpose, tells, searches, per_minute, changed_at, changed_by)
     VALUES ($1, 'x', 'x', 'as-subject', true, 100000, now(), 'x') ON CONFLICT DO NOTHING`,
    [oins.system],
  );

const read = { name: 'read' };
const subject = { type: 'citizen', id: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const caller = { path: () => ({ oin: oins.svb }) };

/** Requests for the routes of the decision point. */
export const decisionRequests: Readonly<Record<string, Asked>> = {
  'GET /.well-known/authzen-configuration': {},
  'HEAD /.well-known/authzen-configuration': {},
  'POST /access/v1/evaluation': {
    body: ({ client }) => ({ subject, action: read, resource: { type: 'inbox', id: client } }),
  },
  'POST /access/v1/evaluations': {
    body: ({ client }) => ({
      subject,
      action: read,
      evaluations: [{ resource: { type: 'inbox', id: client } }],
    }),
  },
  'POST /access/v1/search/subject': {
    body: ({ client }) => ({
      subject: { type: 'citizen' },
      action: read,
      resource: { type: 'inbox', id: client },
    }),
  },
  'POST /access/v1/search/resource': {
    body: () => ({ subject, action: read, resource: { type: 'inbox' } }),
  },
  'POST /access/v1/search/action': {
    body: ({ client }) => ({ subject, resource: { type: 'inbox', id: client } }),
  },
  'GET /.well-known/oauth-authorization-server': {},
  'POST /oauth/token': {
    body: async ({ client, kvk }, _actor, issuer) =>
      exchangeForm({
        subject_token: await issuer.sign(employee('cees', kvk)),
        represents: client,
      }),
  },
  'GET /v1/decision-callers': {},
  'PUT /v1/decision-callers/:oin': { ...caller, body: () => registration() },
  'DELETE /v1/decision-callers/:oin': caller,
};
