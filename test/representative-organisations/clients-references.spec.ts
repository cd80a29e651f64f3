import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

it('A request is tied to nobody before it is given: not by what was written on it, nor to who gave a mandate before', async () => {
  const { world, database } = house;
  const { admin } = database;
  const office = await world.organisation(kvks.vermeer);
  await world.employee(office, 'anna', 'administrator');
  const yasmina = await world.client(bsns.yasmina);
  const pieter = await world.client(bsns.pieter);
  const willem = await world.client(bsns.willem);
  await world.mandate({ client: yasmina, organisation: office });
  await admin.query(`UPDATE mandate SET reference = 'D-2031'`);
  await world.mandate({ client: willem, organisation: office, state: 'revoked' });
  for (const client of [yasmina, pieter, willem])
    await world.mandate({ client, organisation: office, state: 'requested', lines: [] });
  await admin.query(
    `UPDATE mandate SET reference = 'MISTYPED', requested_at = now() WHERE activated_at IS NULL`,
  );
  const path = `/v1/representative-organisations/${office}/clients`;
  const { items } = (await house.as(people.anna).get(path)).body;
  const told = (items as { client: string; reference?: string }[]).map(({ client, reference }) => [
    client,
    reference,
  ]);
  expect(Object.fromEntries(told)).toEqual({ [yasmina]: 'D-2031' });
  const search = await house.as(people.anna).post(`${path}/_search`, { words: 'mistyped' });
  expect(search.body.items).toEqual([]);
  const employee = await world.employee(office, 'joris');
  const assigned = await house
    .as(people.anna)
    .post(path.replace('clients', 'assignments'), { client: willem, employee });
  expect([assigned.status, assigned.body.errors?.[0]?.location]).toEqual([400, { pointer: '#/client' }]);
});
