import { deliver, people, type Scene, setScene } from './scene.ts';

let scene: Scene;
let bewind: string;
let money: string;
beforeEach(async () => {
  scene = await setScene();
  bewind = await scene.house.world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer, ground: 'bewind' },
  });
  money = await deliver(scene.house);
});
afterEach(() => scene.house.close());

const as = (who: keyof typeof people) => scene.house.as(people[who]);
const opens = async () => (await as('joris').get(`/v1/messages/${money}`)).status === 200;

describe('Two officials enter that a judge ended a shield', () => {
  it('R21: what Olga entered of its end is gone when she was suspended, also once she is back', async () => {
    const order = { category: 'financial', caseNumber: 'C/13/123456', orderedOn: scene.house.world.day(-3) };
    const { body } = await as('olga').post(`/v1/mandates/${bewind}/shields`, order);
    const end = (who: keyof typeof people) =>
      as(who).post(`/v1/mandates/${bewind}/shields/${body.id}/end`, {
        ...{ caseNumber: 'C/13/9', decidedOn: scene.house.world.day(-1), reason: 'The court lifted it.' },
      });
    expect((await end('olga')).status).toBe(200);
    const { admin } = scene.house.database;
    await admin.query(
      `INSERT INTO official (id, subject, since) VALUES (gen_random_uuid(), 'test:official-olga', now())
         ON CONFLICT DO NOTHING`,
    );
    for (const standing of ['suspended', 'active'])
      await admin.query(
        `UPDATE official SET standing = $1, reason = 'Fraud is feared.', changed_at = now(), changed_by = 'test:official-oscar'
          WHERE subject = 'test:official-olga'`,
        [standing],
      );
    expect((await end('otto')).body.endedAt).toBeUndefined(); // he is the first
    expect(await opens()).toBe(false);
    expect((await end('olga')).body.endedAt).toEqual(expect.any(String));
    expect(await opens()).toBe(true);
  });
});
