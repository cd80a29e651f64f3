import { Cipher } from '../../src/platform/cipher.ts';
import { newId } from '../../src/platform/ids.ts';
import { oins } from '../support/cast.ts';
import type { House } from '../support/house.ts';
import type { Asked } from './route-actors.requests.ts';

const papers = '/v1/paper-mandates';
const paper = `${papers}/:paperMandate`;
const pdf = Buffer.from('%PDF-1.7');
const copy = { mediaType: 'application/pdf', content: pdf.toString('base64') };
const lines = [{ sender: oins.svb, category: 'other', actions: ['read'] }];

let offices = 0;
/** What somebody abroad gave a recognised office of its own on paper, as another official entered it. */
export async function setPaper({ app, database: { admin }, world }: House) {
  const [client, id, evidence] = [newId(), newId(), newId()];
  const organisation = await world.organisation(String(93_000_000 + ++offices));
  await admin.query(`INSERT INTO client (id, abroad, since) VALUES ($1, true, now())`, [client]);
  await admin.query(
    `INSERT INTO paper_mandate (id, client_id, organisation_id, state, lines, from_day, until_day, note, reference,
                                fingerprint, claimed_birth_date, person, entered_by, entered_at)
     VALUES ($1, $2, $3, 'waiting', $4, current_date, current_date + 300, 'A letter.', $5, $5, '1955-03-14', 'matches',
             'test:official-otto', now())`,
    [id, client, organisation, JSON.stringify(lines), id],
  );
  await admin.query(
    `INSERT INTO paper_mandate_evidence VALUES ($1, $2, 'authorisation', 0, 'application/pdf', $3, 'x', $4)`,
    [evidence, id, pdf.length, app.get(Cipher).sealBytes(pdf, evidence)],
  );
  return { paperMandate: id as string, evidence: evidence as string };
}

const reason = () => ({ reason: 'Signature and passport agree.' });

/** Requests for the routes of mandates on paper. */
export const paperRequests: Readonly<Record<string, Asked>> = {
  [`POST ${papers}`]: {
    body: ({ unknownBsn, path, day }) => ({
      ...{ bsn: unknownBsn, birthDate: '1955-03-14', organisation: path.organisation, lines },
      ...{ from: day(0), until: day(300), note: 'A letter.' },
      evidence: [
        { ...copy, what: 'authorisation' },
        { ...copy, what: 'identity' },
      ],
    }),
  },
  [`GET ${papers}`]: {},
  [`GET ${paper}`]: {},
  [`GET ${paper}/evidence/:evidence`]: { path: ({ paper: { evidence } }) => ({ evidence }) },
  [`GET ${paper}/preview`]: {},
  [`POST ${paper}/confirmation`]: { body: reason },
  [`POST ${paper}/rejection`]: { body: reason },
};
