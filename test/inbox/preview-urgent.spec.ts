import { deliver, oins, people, type Scene, setScene } from './scene.ts';

let scene: Scene;
let [money, care] = ['', ''];
beforeEach(async () => {
  scene = await setScene();
  money = await deliver(scene.house);
  care = await deliver(scene.house, { type: 'support' });
});
afterEach(() => scene.house.close());

const as = (who: keyof typeof people) => scene.house.as(people[who]);
/** Vermeer had this, it ended, and an official allowed to finish something. One more letter about money comes after. */
async function finishing(ground: string, endReason: string): Promise<string> {
  const { world, database } = scene.house;
  const office = { client: scene.yasmina, organisation: scene.vermeer };
  const sender = ground === 'voluntary' ? oins.tax : '*';
  const lines = [{ sender, category: 'all', actions: ['read'] }];
  const ended = await world.mandate({ ...office, ground, lines });
  await database.admin.query(
    `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = $2 WHERE id = $1`,
    [ended, endReason],
  );
  const urgent = { ...office, ground: 'urgent-acts', predecessor: ended, lines, until: world.day(30) };
  const id = await world.mandate(urgent);
  await deliver(scene.house);
  return id;
}
const shield = (wish: object) => as('yasmina').post('/v1/shields', wish);
/** How many it says that Vermeer reads and does not, and how many Joris finds. */
async function counted(mandate: string) {
  const { body } = await as('yasmina').get(`/v1/mandates/${mandate}/preview`);
  const { items } = (await as('joris').get('/v1/messages')).body as { items: { id: string }[] };
  const of = (groups: { messages: number }[]) => groups.reduce((sum, { messages }) => sum + messages, 0);
  return { opens: of(body.opens), shut: of(body.staysShut), shielded: body.shielded, found: items.length };
}

describe('What Yasmina reads of what may be finished after an end (R31)', () => {
  it('of what she gave: what she shields is not counted, as it is not seen', async () => {
    const mandate = await finishing('voluntary', 'curatele');
    expect(await counted(mandate)).toEqual({ opens: 2, shut: 1, shielded: 0, found: 2 });
    await shield({ message: care });
    expect(await counted(mandate)).toEqual({ opens: 1, shut: 1, shielded: 1, found: 1 });
    await shield({ category: 'financial' });
    expect(await counted(mandate)).toEqual({ opens: 0, shut: 0, shielded: 2, found: 0 });
  });

  it('of a measure: what she shields stays open to who was her guardian', async () => {
    const mandate = await finishing('curatele', 'lifted');
    await shield({ message: money });
    expect(await counted(mandate)).toEqual({ opens: 2, shut: 1, shielded: 0, found: 2 });
  });

  it('no new ones come with it, and that is what it says', async () => {
    const mandate = await finishing('voluntary', 'curatele');
    const { body } = await as('yasmina').get(`/v1/mandates/${mandate}/preview`);
    expect(body.sentenceEn).toBe('This opens 2 messages of Sender 1000 now, and no new ones.');
    expect(body.sentenceNl).toBe('Dit opent nu 2 berichten van Afnemer 1000, en geen nieuwe.');
  });

  it('a shield tells that it keeps something from who finishes what she gave, and not what he never reads', async () => {
    await finishing('voluntary', 'curatele');
    const { body } = await as('yasmina').post('/v1/shields/_preview', { category: 'financial' });
    expect(body).toMatchObject({ messages: 2, from: [{ id: scene.vermeer, messages: 1 }] });
  });
});
