import { bsns, kvks, oins, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

/** Vermeer's office with Joris (handler), Bob (reader) and Anna (administrator), Haven's with Gerda, and clients. */
export interface Scene {
  readonly house: House;
  readonly vermeer: string;
  readonly haven: string;
  readonly joris: string;
  readonly yasmina: string;
  readonly pieter: string;
}

/** Joris and Bob handle Yasmina and Pieter. Nobody has a mandate yet. */
export async function setScene(): Promise<Scene> {
  const house = await openHouse();
  const { world } = house;
  await world.senders();
  const vermeer = await world.organisation(kvks.vermeer);
  const haven = await world.organisation(kvks.haven);
  const joris = await world.employee(vermeer, 'joris');
  const bob = await world.employee(vermeer, 'bob', 'reader');
  await world.employee(vermeer, 'anna', 'administrator');
  await world.employee(haven, 'gerda', 'administrator');
  const [yasmina, pieter] = [await world.client(bsns.yasmina), await world.client(bsns.pieter)];
  for (const client of [yasmina, pieter])
    for (const employee of [joris, bob]) await world.assign(vermeer, client, { employee });
  return { house, vermeer, haven, joris, yasmina, pieter };
}

/** What a sender sends for Yasmina; a test says what differs. */
export const letter = (more: Record<string, unknown> = {}) => ({
  recipient: { bsn: bsns.yasmina },
  type: 'assessment',
  subject: 'Your assessment',
  body: 'You get 312 euros back.',
  ...more,
});

/** An attachment with this content. */
export const file = (name: string, content: Buffer | string, mediaType = 'text/plain') => ({
  name,
  mediaType,
  content: Buffer.from(content).toString('base64'),
});

/** The tax office delivers to Yasmina; the id of the message. */
export async function deliver(
  house: House,
  more: Record<string, unknown> = {},
  sender: (typeof people)['tax'] = people.tax,
): Promise<string> {
  const answer = await house.as(sender).post('/v1/messages', letter(more));
  if (answer.status !== 201) throw new Error(`not delivered: ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

/** The lines in the trail for one action, oldest first. */
export async function trailOf(house: House, action: string): Promise<Record<string, unknown>[]> {
  const { rows } = await house.database.admin.query<Record<string, unknown>>(
    'SELECT * FROM trail WHERE action = $1 ORDER BY position',
    [action],
  );
  return rows;
}

/** A UUID that belongs to nothing. */
export const nothing = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
export { bsns, kvks, oins, people };
