import { birthDates, bsns, oins, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
let real: string;
let mistaken: string;
beforeAll(async () => {
  house = await openHouse();
  await house.world.senders();
  const vermeer = await house.world.organisation('90001234', { name: 'Kantoor Vermeer' });
  await house.world.employee(vermeer, 'joris');
  await house.world.employee(vermeer, 'anna', 'administrator');
});
afterAll(() => house.close());

const ask = async (category: string, birthDate: string = birthDates.yasmina): Promise<string> => {
  const { day } = house.world;
  const answer = await house.as(people.joris).post('/v1/mandate-requests', {
    ...{ bsn: bsns.yasmina, birthDate, from: day(0), until: day(100) },
    lines: [{ sender: oins.tax, category, actions: ['read'] }],
  });
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const line = async (who: 'joris' | 'anna' | 'yasmina' | 'olga', mandate: string) => {
  const { body } = await house.as(people[who]).get(`/v1/mandates/${mandate}/history`);
  return (body.items as { move: string; from?: string; to?: string; by: { party: string } }[]).map(
    ({ move, from, to, by }) => [by.party, move, from, to].filter(Boolean).join(' '),
  );
};

describe('A mandate lives through the API, and its time line tells it', () => {
  it('looks the same to the office for a person who does not exist, until Yasmina answers (R3)', async () => {
    [real, mistaken] = [await ask('financial'), await ask('care', '1950-01-01')];
    await house.finishTasks();
    expect(await line('olga', real)).toEqual([
      'organisation request requested',
      'service offer requested offered',
    ]);
    expect(await line('olga', mistaken)).toEqual(['organisation request requested']);
    for (const mandate of [real, mistaken])
      expect(await line('joris', mandate)).toEqual(['organisation request requested']);

    const { status } = await house.as(people.yasmina).post(`/v1/mandates/${real}/consent`, {});
    expect(status).toBe(200);
    const whole = [
      'organisation request requested',
      'service offer requested offered',
      'client consent offered active',
    ];
    expect(await line('anna', real)).toEqual(whole); // Joris asked; now it is for who handles her (R33)
    await house.as(people.yasmina).post(`/v1/mandates/${real}/revocation`, {});
    expect(await line('yasmina', real)).toEqual([...whole, 'client revoke active revoked']);
  });

  it('is in Yasmina’s own record too', async () => {
    const { items } = (await house.as(people.yasmina).get('/v1/trail-entries')).body as {
      items: { sentence: { en: string } }[];
    };
    expect(items.map(({ sentence }) => sentence.en)).toEqual(
      expect.arrayContaining([
        'You revoked an authorisation.',
        'You consented to an authorisation.',
        'This service offered an authorisation.',
      ]),
    );
  });

  it('tells Yasmina nothing of the request that named her wrongly (R3)', async () => {
    const { text } = await house.as(people.yasmina).get('/v1/trail-entries?own=true');
    expect(text).not.toContain(mistaken);
    expect(text).toContain(real);
  });
});
