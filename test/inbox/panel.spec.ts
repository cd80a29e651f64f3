import { employee } from '../support/cast.ts';
import { kvks, oins, people, type Scene, setScene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  const { house, yasmina, pieter, vermeer } = scene;
  for (const client of [yasmina, pieter])
    await house.world.mandate({
      client,
      organisation: vermeer,
      lines: [{ category: 'all', actions: ['read'] }],
    });
});
afterAll(() => scene.house.close());

/** So many messages of the tax office to Pieter, so many days ago. */
const sent = (many: number, daysAgo: number, more: Record<string, unknown> = {}) => {
  const columns = { category: 'financial', assurance: 'low', ...more };
  const names = Object.keys(columns);
  return scene.house.database.admin.query(
    `INSERT INTO message (client_id, id, sender, subject, body, delivered_at, ${names.join(', ')})
     SELECT $1, gen_random_uuid(), $2, 'x', 'x', now() - $3 * interval '1 day',
            ${names.map((_, place) => `$${place + 5}`).join(', ')} FROM generate_series(1, $4)`,
    [scene.pieter, oins.tax, daysAgo, many, ...Object.values(columns)],
  );
};
const panel = async (query = '') =>
  (await scene.house.as(people.joris).get(`/v1/messages/_counts${query}`).expect(200)).body;
const exactly = (count: number) => ({ count, more: false });
const full = { count: 99, more: true };

describe('The numbers beside the list', () => {
  it('are exact for what is rare and old, behind hundreds of newer messages', async () => {
    const { world } = scene.house;
    await sent(300, 1);
    await sent(7, 20, { category: 'care' });
    await sent(3, 21, { attachments: 1 });
    await sent(2, 22, { reply_by: world.day(-4), reply_kind: 'payment' });
    await sent(4, 23, { reply_by: world.day(5), reply_kind: 'payment' });
    await sent(5, 24, { assurance: 'high', category: 'care' }); // not at his level
    expect(await panel()).toEqual({
      ...{ all: full, unread: full, unreadByOffice: full, financial: full, heldByNobody: full },
      ...{ care: exactly(7), other: exactly(0), attached: exactly(3), heldByMe: exactly(0) },
      ...{ overdue: exactly(2), replyWithinWeek: exactly(6) },
    });
    expect(await panel('?category=care')).toMatchObject({
      ...{ all: exactly(7), care: exactly(7), financial: exactly(0), overdue: exactly(0) },
    });
  });

  it('tell one of them by itself, and the same of it', async () => {
    const all = await panel();
    expect(Object.keys(all)).toHaveLength(11);
    for (const [name, number] of Object.entries(all))
      for (const [query, told] of [
        ['', number],
        ['&category=care', (await panel('?category=care'))[name]],
      ])
        expect(await panel(`?only=${name}${query}`)).toEqual({ [name]: told });
    expect((await scene.house.as(people.joris).get('/v1/messages/_counts?only=read')).status).toBe(400);
  });

  it('says of more that is overdue than it counts, that it is more within the week too', async () => {
    await sent(120, 30, { reply_by: scene.house.world.day(-9), reply_kind: 'payment' });
    expect(await panel()).toMatchObject({ overdue: full, replyWithinWeek: full, care: exactly(7) });
    const { items } = (await scene.house.as(people.joris).get('/v1/messages/_counts/senders').expect(200))
      .body;
    expect(items).toMatchObject([{ oin: oins.tax, ...full }]);
  });

  it('count nothing for who handles nobody (R34)', async () => {
    await scene.house.world.employee(scene.vermeer, 'cees');
    const { body } = await scene.house
      .as(employee('cees', kvks.vermeer))
      .get('/v1/messages/_counts')
      .expect(200);
    expect(Object.values(body)).toEqual(Array(11).fill(exactly(0)));
  });
});
