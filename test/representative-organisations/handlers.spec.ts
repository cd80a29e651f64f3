import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

const [first, last] = ['2027-08-01', '2027-08-15']; // 1 to 14 August

let house: House;
let [office, mandate, letter] = ['', '', ''];
beforeEach(async () => {
  house = await openHouse();
  const { world } = house;
  await world.senders();
  office = await world.organisation(kvks.vermeer, { name: 'Kantoor Vermeer' });
  await world.employee(office, 'anna', 'administrator');
  const [bob, joris] = [await world.employee(office, 'bob'), await world.employee(office, 'joris')];
  const yasmina = await world.client(bsns.yasmina);
  mandate = await world.mandate({
    client: yasmina,
    organisation: office,
    until: '2028-12-31',
    from: '2026-01-01',
  });
  letter = await world.message(yasmina);
  await world.assign(office, yasmina, { employee: bob });
  const cover = { absent: bob, substitute: joris, from: first, until: last };
  await house.as(people.anna).post(`/v1/representative-organisations/${office}/covers`, cover);
});
afterEach(() => house.close());

const sees = (who: Parameters<House['as']>[0]) => house.as(who);
const reads = (who: Parameters<House['as']>[0]) => house.as(who).get(`/v1/messages/${letter}`);

describe('Yasmina, the client (R35)', () => {
  it('sees by how many people of the office she is helped, and when a colleague stands in; never who', async () => {
    const look = async () => (await sees(people.yasmina).get(`/v1/mandates/${mandate}/handlers`)).body;
    const before = await look();
    expect(before).toEqual({
      organisation: { id: office, name: 'Kantoor Vermeer', kvk: kvks.vermeer },
      people: 1,
      sentence: {
        nl: 'Bij Kantoor Vermeer werkt 1 persoon voor u.',
        en: 'At Kantoor Vermeer, 1 person works for you.',
      },
      standingIn: [
        {
          ...{ from: first, until: last },
          sentence: {
            nl: 'Van 1 augustus 2027 tot en met 14 augustus 2027 neemt een collega het werk over.',
            en: 'From 1 August 2027 up to and including 14 August 2027 a colleague stands in.',
          },
        },
      ],
    });
    house.clock.moveTo('2027-08-03');
    expect((await look()).people).toBe(2);
    house.clock.moveTo('2027-08-15');
    expect(await look()).toMatchObject({ people: 1, standingIn: [] });
    await sees(people.yasmina).post(`/v1/mandates/${mandate}/revocation`);
    expect(await look()).toMatchObject({ people: 0, standingIn: [] });
    expect((await sees(people.pieter).get(`/v1/mandates/${mandate}/handlers`)).status).toBe(404);
  });

  it('finds in her trail that a substitute read it', async () => {
    house.clock.moveTo('2027-08-03');
    await reads(people.bob);
    await reads(people.joris);
    const { items } = (await sees(people.yasmina).get('/v1/trail-entries')).body;
    const opened = items.filter(({ action }: { action: string }) => action === 'inbox.read');
    expect(opened.map(({ cover }: { cover?: boolean }) => cover ?? false)).toEqual([true, false]);
    expect(opened[0].sentence.nl).toContain('in plaats van een collega');
  });

  it('and a client whom nobody handles is helped by the administrators', async () => {
    await house.database.admin.query('UPDATE assignment SET ended_at = now()');
    const { body } = await sees(people.yasmina).get(`/v1/mandates/${mandate}/handlers`);
    expect(body).toMatchObject({ people: 1, standingIn: [] });
    await house.database.admin.query(`UPDATE organisation SET standing = 'suspended'`);
    const later = await sees(people.yasmina).get(`/v1/mandates/${mandate}/handlers`);
    expect(later.body).toMatchObject({
      people: 0,
      sentence: { en: 'Nobody at Kantoor Vermeer can do anything for you now.' },
    });
  });

  it.each(['bob', 'olga', 'tax'] as const)('and %s does not ask this', async (who) => {
    expect((await sees(people[who]).get(`/v1/mandates/${mandate}/handlers`)).status).toBe(403);
  });
});
