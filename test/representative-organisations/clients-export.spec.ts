import { bsns, kvks, people } from '../support/cast.ts';
import { rowsOf } from '../support/csv-rows.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
let vermeer: string;
let clients: string[];
beforeAll(async () => {
  house = await openHouse();
  const { world, database } = house;
  await world.senders();
  vermeer = await world.organisation(kvks.vermeer);
  const joris = await world.employee(vermeer, 'joris');
  await world.employee(vermeer, 'anna', 'administrator');
  const haven = await world.organisation(kvks.haven);
  await world.employee(haven, 'gerda', 'administrator');
  clients = [];
  for (const bsn of [bsns.yasmina, bsns.pieter]) {
    const client = await world.client(bsn);
    const mandate = await world.mandate({ client, organisation: vermeer });
    await database.admin.query(`UPDATE mandate SET reference = '-2+3' WHERE id = $1`, [mandate]);
    await database.admin.query(`UPDATE client SET name = $2 WHERE id = $1`, [
      client,
      `Name; ${bsn.slice(-3)}`,
    ]);
    clients.push(client);
  }
  await world.assign(vermeer, clients[0]!, { employee: joris });
  await world.assign(vermeer, clients[0]!, { team: await world.team(vermeer, '=Income tax') });
});
afterAll(() => house.close());

const path = () => `/v1/representative-organisations/${vermeer}/clients/_export`;

describe('The clients of an office in a file for a spreadsheet', () => {
  it('are all of them for an administrator, and his own for who handles some (R33)', async () => {
    const all = await house.as(people.anna).get(path());
    expect(all.headers['content-disposition']).toBe(
      `attachment; filename="clienten-${house.world.day(0)}.csv"`,
    );
    expect(rowsOf(all.text).map((row) => row[4])).toEqual(clients.toSorted());
    const own = await house.as(people.joris).get(path()).set('Accept-Language', 'en-GB');
    expect(own.text.startsWith('\ufeffClient;Reference;Is handled;Handled by;Pseudonym\r\n')).toBe(true);
    expect(rowsOf(own.text)).toEqual([['Name; 019', "'-2+3", 'yes', 'joris, =Income tax', clients[0]]]);
    expect(all.text + own.text).not.toContain(bsns.yasmina);
  });

  it('take the filters of the list', async () => {
    const { text } = await house.as(people.anna).get(`${path()}?withoutHandler=true`);
    expect(rowsOf(text).map((row) => [row[2], row[4]])).toEqual([['nee', clients[1]]]);
  });

  it('are not for others, and each page is on the record', async () => {
    expect((await house.as(people.gerda).get(path())).status).toBe(404);
    expect((await house.as(people.yasmina).get(path())).status).toBe(403);
    const { rows } = await house.database.admin.query(
      `SELECT outcome, details FROM trail WHERE action = 'clients.see' ORDER BY position`,
    );
    expect(rows.map(({ outcome }) => outcome as string)).toEqual([
      ...['permitted', 'permitted', 'permitted', 'refused', 'refused'],
    ]);
    expect(rows[0]).toMatchObject({ details: { clients: 2, file: 'csv' } });
  });
});
