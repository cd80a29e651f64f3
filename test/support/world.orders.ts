import type { Pool } from 'pg';
import { newId } from '../../src/platform/ids.ts';

/** Whose order it is, and what it says. */
export interface OrderWish {
  readonly client: string;
  readonly organisation: string;
  readonly ground: string;
}

/** Somebody of the office who can have handed something in; one who left, when nobody works there. */
async function someoneOf(admin: Pool, organisation: string): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    'SELECT id FROM employee WHERE organisation_id = $1 ORDER BY id LIMIT 1',
    [organisation],
  );
  if (rows[0]) return rows[0].id;
  const id = newId();
  await admin.query(
    `INSERT INTO employee (id, organisation_id, subject, name, role, from_day, ended_at, invited_at)
     VALUES ($1, $2, $3, 'Who left', 'reader', '2020-01-01', '2020-02-01', '2020-01-01')`,
    [id, organisation, `test:left-${id}`],
  );
  return id;
}

/** A court order that was verified: without one no measure works. */
export async function verifiedOrder(admin: Pool, wish: OrderWish): Promise<string> {
  const id = newId();
  await admin.query(
    `INSERT INTO court_order (id, client_id, organisation_id, ground, position, state, court, case_number, given_on,
                              partial, divided, registered_at, submitted_by, submitter, round, person, verified_at, verified_by)
     VALUES ($1, $2, $3, $4, 'additional', 'verified', 'Rechtbank Voorbeeldstad', $5, '2020-01-01', false, false, now(),
             $6, 'test:someone', 1, 'matches', now(), 'officials')`,
    [
      id,
      wish.client,
      wish.organisation,
      wish.ground,
      `C/99/${id.slice(-8)}`,
      await someoneOf(admin, wish.organisation),
    ],
  );
  return id;
}

/** That an official allowed urgent acts after the end of this mandate (R31). */
async function allowedUrgentActs(
  admin: Pool,
  {
    client,
    organisation,
    mandate,
    until,
  }: { client: string; organisation: string; mandate: string; until: string },
): Promise<string> {
  const id = newId();
  await admin.query(
    `INSERT INTO urgent_act (id, mandate_id, client_id, organisation_id, state, reason, until_day, asked_by, asker,
                             asked_at, decided_by, decided_at, answer)
     VALUES ($1, $2, $3, $4, 'allowed', 'Something urgent.', $5, $6, 'test:someone', now(), 'test:official-olga', now(), 'Yes.')`,
    [id, mandate, client, organisation, until, await someoneOf(admin, organisation)],
  );
  return id;
}

/** What a mandate rests on besides its client's will: an order, which it names, or what an official allowed. */
export async function basisOf(
  admin: Pool,
  { predecessor, until, ...wish }: OrderWish & { predecessor?: string | undefined; until: string },
): Promise<string | null> {
  if (wish.ground === 'urgent-acts' && predecessor)
    await allowedUrgentActs(admin, { ...wish, mandate: predecessor, until });
  return ['voluntary', 'urgent-acts'].includes(wish.ground) ? null : verifiedOrder(admin, wish);
}
