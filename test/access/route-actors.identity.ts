import { ContactStore } from '../../src/clients/contact.store.ts';
import { hashOfLetterCode } from '../../src/clients-abroad/onboarding/onboarding-letters.ts';
import type { Day } from '../../src/domain/day.ts';
import { Cipher } from '../../src/platform/cipher.ts';
import { Clock } from '../../src/platform/clock.ts';
import { newCode, newId, newReference } from '../../src/platform/ids.ts';
import type { House } from '../support/house.ts';
import { setPaper } from './route-actors.papers.ts';
import type { Asked } from './route-actors.requests.ts';

const abroad = '/v1/clients-abroad';
const cases = '/v1/identity-cases';
const [confirmed, wish] = [{ confirmed: true }, { language: 'en', timeZone: 'Europe/Brussels' }];
const evidence = [{ mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7').toString('base64') }];
const person = { givenNames: 'Rosa', familyName: 'Pinas', birthDate: '1953-07-01' };
/** Who the letter is for: who signs in with a European means in these scenes. */
const bearer = { givenNames: 'Ada', familyName: 'Abroad', birthDate: '1970-01-01' as Day };
let forms = 0;
const form = () => ({
  ...{ ...person, ...wish, evidence },
  address: { country: 'SR', street: `Voorbeeldlaan ${++forms}`, place: 'Paramaribo' },
});

/** A mandate on paper of somebody else, and two cases of the client: one that waits for an official, and one whose letter went out. */
export async function setCases(house: House, client: string) {
  const { app, database } = house;
  const cipher = app.get(Cipher);
  const [waiting, written, copy] = [newId(), newId(), newId()];
  const [reference, code] = [newReference(), newCode()];
  const dossier = JSON.stringify({ person, address: ['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME'] });
  await database.admin.query(
    `INSERT INTO identity_case (id, kind, state, made_by, dossier_sealed, created_at, waiting_since)
     VALUES ($1, 'onboarding', 'waiting', 'official:test:otto', $2, now(), now())`,
    [waiting, cipher.seal(dossier, waiting)],
  );
  await database.admin.query(
    `INSERT INTO identity_case (id, kind, state, made_by, client_id, dossier_sealed, created_at, decided_at, decided_by,
                                decision_reason, reference, code_hash, code_until, letters, bearer_index)
     VALUES ($1, 'onboarding', 'granted', 'official:test:otto', $2, $3, $6, $6, 'official:test:olga', 'x', $4, $5,
             current_date + 90, 1, $7)`,
    [
      ...[written, client, cipher.seal(dossier, written), reference, hashOfLetterCode(code, reference)],
      app.get(Clock).now(),
      app.get(ContactStore).bearerOf(bearer),
    ],
  );
  await database.admin.query(
    `INSERT INTO identity_evidence VALUES ($1, $2, 0, 'application/pdf', 8, 'x', $3)`,
    [copy, waiting, cipher.sealBytes(Buffer.from('%PDF-1.7'), copy)],
  );
  const [means, others] = [newId(), newId()];
  for (const id of [means, others])
    await database.admin.query(
      `INSERT INTO client_means (id, client_id, kind, means_index, sealed, since) VALUES ($1::uuid, $2, 'account', $1::text, 'x', now())`,
      [id, client],
    );
  const paper = await setPaper(house);
  const path = {
    identityCase: waiting as string,
    evidence: copy as string,
    paperMandate: paper.paperMandate,
    means: means as string,
  };
  return { written, others, letter: { reference, code }, paper, path };
}

/** Requests for the routes about who somebody is. */
export const identityRequests: Readonly<Record<string, Asked>> = {
  [`GET ${abroad}/account`]: {},
  [`POST ${abroad}/account`]: { body: () => ({ ...confirmed, ...wish }) },
  [`POST ${abroad}/account/link`]: { body: () => confirmed },
  [`POST ${abroad}/account/code`]: { body: ({ letter }) => ({ ...confirmed, ...letter }) },
  [`POST ${abroad}/rebinding-codes`]: { body: () => confirmed },
  [`POST ${abroad}/rebindings`]: { body: () => ({ ...confirmed, person, evidence }) },
  [`POST ${abroad}/onboardings`]: { body: form },
  [`POST ${abroad}/onboarding-requests`]: { body: form },
  [`GET ${cases}`]: {},
  [`GET ${cases}/:identityCase`]: {},
  [`GET ${cases}/:identityCase/evidence/:evidence`]: {},
  [`POST ${cases}/:identityCase/decision`]: {
    body: () => ({ decision: 'refuse', reason: 'The photograph differs.' }),
  },
  [`POST ${cases}/:identityCase/confirmation`]: {
    body: () => ({ proposal: newId(), client: newId(), reason: 'Looked at it too.' }),
  },
  [`POST ${cases}/:identityCase/undo`]: { body: () => ({ reason: 'It was not his.' }) },
  'GET /v1/me/means': {},
  'POST /v1/me/means/:means/end': {},
  'POST /v1/means/:means/end': {
    path: ({ others }) => ({ means: others }),
    body: () => ({ reason: 'It is not his.' }),
  },
  [`POST ${cases}/:identityCase/letter`]: { path: ({ written }) => ({ identityCase: written }) },
  'GET /v1/me/preferences': {},
  'PUT /v1/me/preferences': { body: () => wish },
};
