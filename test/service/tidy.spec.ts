import { TidyService } from '../../src/service/tidy.service.ts';
import { people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(async () => {
  house.clock.backToNow();
  await house.close();
});

it('a repeated request finds its answer for a day and more, and after two days it is gone', async () => {
  const register = () =>
    house
      .as(people.nadia)
      .post(
        '/v1/representative-organisations',
        { name: 'Groen', kind: 'other', administratorName: 'Nadia Groen' },
        'one-key',
      );
  expect((await register()).status).toBe(201);
  const kept = async () => (await house.database.admin.query('SELECT FROM answer')).rowCount;
  const tidy = () => house.app.get(TidyService).tidy();

  house.clock.moveTo(house.world.day(1));
  await tidy();
  expect(await kept()).toBe(1);
  house.clock.moveTo(house.world.day(4));
  expect((await tidy()).answers).toBe(1);
  expect(await kept()).toBe(0);

  const { rows } = await house.database.admin.query(
    `SELECT actor_id, details FROM trail WHERE action = 'house.tidy' ORDER BY position DESC LIMIT 1`,
  );
  expect(rows[0]).toMatchObject({ actor_id: 'tidy-up', details: { answers: 1 } });
});
