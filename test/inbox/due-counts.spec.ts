import { employee } from '../support/cast.ts';
import { kvks, people } from './scene.ts';
import { cees, dirk, openOffice } from './work.scene.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
  const { scene, house, act } = office;
  const { world } = house;
  await world.mandate({ client: scene.pieter, organisation: scene.vermeer });
  const due = (client: string, days: number, more: object = {}) =>
    world.message(client, { reply_by: world.day(days), reply_kind: 'payment', ...more });
  for (const days of [-3, 0, 7, 8]) await due(scene.yasmina, days);
  await act(people.joris, await due(scene.yasmina, -1), 'taking');
  await act(people.joris, await due(scene.pieter, 7), 'taking');
  await act(cees, await due(scene.pieter, 1), 'taking');
  await act(cees, await due(scene.pieter, -9), 'handling');
  await due(scene.yasmina, -2, { category: 'care' }); // no mandate for it
  await world.message(scene.yasmina); // asks for no reply
  await act(people.gerda, await due(scene.yasmina, 30), 'taking'); // for Vermeer it is in nobody's hand
});
afterAll(() => office.house.close());

const counts = async (who: object) => {
  const { body } = await office.as(who).get('/v1/messages/_counts/due');
  return {
    more: body.more,
    items: body.items.map((item: { holder?: { name: string } } & Record<string, number>) =>
      [item.holder?.name ?? 'nobody', item.overdue, item.today, item.thisWeek, item.later].join(' '),
    ),
  };
};

describe('Who has how much to reply to', () => {
  it('Joris sees what is overdue, for today, this week and later, by who has it', async () => {
    expect(await counts(people.joris)).toEqual({
      more: [],
      items: ['nobody 1 1 1 2', 'cees 0 0 1 0', 'joris 1 0 1 0'],
    });
  });

  it('counts for each only what he may read himself (R34), and nothing after a revocation (R17)', async () => {
    expect(await counts(dirk)).toEqual({ more: [], items: [] });
    // Haven has the same client: what Vermeer's people have in hand is for Haven in nobody's.
    expect((await counts(people.gerda)).items).toEqual(['nobody 2 1 1 1', 'gerda 0 0 0 1']);
    const ed = await office.house.world.employee(office.scene.vermeer, 'ed');
    await office.house.world.assign(office.scene.vermeer, office.scene.pieter, { employee: ed });
    expect((await counts(employee('ed', kvks.vermeer))).items).toEqual(['cees 0 0 1 0', 'joris 0 0 1 0']);
    await office.as(people.yasmina).post(`/v1/mandates/${office.mandate}/revocation`);
    expect((await counts(people.joris)).items).toEqual(['cees 0 0 1 0', 'joris 0 0 1 0']);
  });

  it('What a colleague had who leaves is nobody’s (R33)', async () => {
    const { house, ids } = office;
    await house.database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [ids.cees]);
    expect((await counts(people.joris)).items).toEqual(['nobody 0 0 1 0', 'joris 0 0 1 0']);
  });

  it('counts to a limit in each column, and says where', async () => {
    const { house, scene } = office;
    await house.database.admin.query(
      `INSERT INTO message (client_id, id, sender, category, assurance, subject, body, delivered_at, reply_by, reply_kind)
       SELECT $1, gen_random_uuid(), $2, 'financial', 'low', 'x', 'x', now(), current_date + 20, 'payment'
         FROM generate_series(1, 300)`,
      [scene.pieter, people.tax.oin],
    );
    const found = await counts(people.joris);
    expect(found).toEqual({ more: ['later'], items: ['nobody 0 0 1 250', 'joris 0 0 1 0'] });
  });
});
