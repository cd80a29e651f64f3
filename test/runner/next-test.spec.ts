import { PersonRegister } from '../../src/clients/person-register.port.ts';
import { people } from '../support/cast.ts';
import { openHouse } from '../support/house.ts';

const remembered = `SELECT nullif(current_setting('app.now', true), '') AS set, current_setting('app.now', true) = '' AS known`;

it('Who moves in where another test lived finds nothing of it', async () => {
  const first = await openHouse();
  const { app } = first;
  await first.world.client('999990007');
  first.clock.moveTo('2031-01-01');
  app.get(PersonRegister).find = () => Promise.reject(new Error('out of order'));
  await first.database.admin.query(`BEGIN; SET LOCAL app.now = '2031-01-01'; COMMIT`);
  await first.close();
  const next = await openHouse();
  try {
    expect(next.app).toBe(app);
    expect((await next.database.admin.query('SELECT FROM client')).rowCount).toBe(0);
    expect(next.clock.now().getUTCFullYear()).toBe(new Date().getUTCFullYear());
    expect(Object.keys(app.get(PersonRegister))).not.toContain('find');
    expect((await next.database.admin.query(remembered)).rows).toEqual([{ set: null, known: null }]);
    expect((await next.as(people.tax).get('/v1/me')).status).toBe(200);
  } finally {
    await next.close();
  }
});

it('A house whose product was closed is not lived in again', async () => {
  const first = await openHouse();
  await first.app.close();
  await first.close();
  const next = await openHouse();
  expect(next.app).not.toBe(first.app);
  await next.close();
});
