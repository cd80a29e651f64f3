import { deliver } from '../inbox/scene.ts';
import { type Decisions, oins, openDecisions, people } from './scene.ts';

/** What is said of a message is not what it is: one that lies here is judged by our own facts. */
let scene: Decisions;
/** Two messages of Yasmina: the tax office about money, which her mandate covers, and the town about care. */
let money: string;
let care: string;
beforeEach(async () => {
  scene = await openDecisions();
  money = await deliver(scene.house);
  care = await deliver(scene.house, { type: 'support' }, people.town);
});
afterEach(() => scene.house.close());

const truth = () => ({ client: scene.yasmina, sender: oins.tax, category: 'financial' });
const described = (id: string, more: object = {}) => ({
  ...{ type: 'message', id },
  properties: { ...truth(), ...more },
});
const unknown = { decision: false, context: { reason: 'does-not-exist' } };
const shield = async () => {
  const { status } = await scene.house.as(people.yasmina).post('/v1/shields', { message: money });
  expect(status).toBe(201);
};

describe('A message that lies here, whatever is said of it', () => {
  it('is what it is: said truly it is a yes, with something else left out too', async () => {
    for (const properties of [
      truth(),
      { ...truth(), category: undefined },
      { client: scene.yasmina },
      {},
      { sender: oins.tax },
    ])
      expect(await scene.ask({ resource: { type: 'message', id: money, properties } })).toMatchObject({
        decision: true,
      });
  });

  it('is nothing when another client, sender or category is said, as one that nobody knows', async () => {
    expect(await scene.ask({ resource: described(care) })).toMatchObject(unknown);
    expect(await scene.ask({ resource: described(care.toUpperCase()) })).toMatchObject(unknown);
    for (const more of [
      { client: scene.pieter },
      { client: 'bsn:999999999' },
      { sender: oins.svb },
      { category: 'care' },
    ])
      expect(await scene.ask({ resource: described(money, more) })).toMatchObject(unknown);
    const ofPieter = { type: 'message', id: money, properties: { client: scene.pieter } };
    const pieter = { type: 'citizen', id: scene.pieter };
    for (const subject of [scene.joris, pieter])
      expect(await scene.ask({ subject, resource: ofPieter })).toMatchObject(unknown);
    expect(
      await scene.ask({ subject: pieter, resource: described(money, { client: scene.pieter }) }),
    ).toMatchObject(unknown);
  });

  it('stays hidden when she shields it, also described as it is', async () => {
    await shield();
    for (const id of [money, money.toUpperCase()])
      expect(await scene.ask({ resource: described(id) })).toMatchObject(unknown);
    // Another message of the same kind is not hidden by that.
    expect(await scene.ask({ resource: described('FBS-2026-0042') })).toMatchObject({ decision: true });
  });

  it('asks the level that it has here, and not a lower one that is said (R6)', async () => {
    await scene.house.database.admin.query(`UPDATE message SET assurance = 'high' WHERE id = $1`, [money]);
    expect(await scene.ask({ resource: described(money, { assurance: 'low' }) })).toMatchObject({
      decision: false,
      context: { reason: 'assurance-too-low' },
    });
  });

  it('is none of a system’s business when it is of a sender for whom that is not registered', async () => {
    await scene.register({ senders: [oins.town] });
    expect(await scene.ask({ resource: described(money) })).toMatchObject({
      context: { reason: 'caller-may-not-ask' },
    });
    expect(await scene.ask({ resource: described(money, { sender: oins.town }) })).toMatchObject(unknown);
  });
});

describe('A search for messages', () => {
  const search = async (properties: object, more: object = {}): Promise<(string | undefined)[]> => {
    const resource = { type: 'message', properties: { client: scene.yasmina, ...properties } };
    const { status, body } = await scene.post('search/resource', { ...scene.question(), resource, ...more });
    expect(status).toBe(200);
    return (body as { results: { id?: string }[] }).results.map(({ id }) => id);
  };
  const herself = () => ({ subject: { type: 'citizen', id: scene.yasmina } });

  it('finds what each may read by our own facts, and none that is outside the mandate or shielded (R34)', async () => {
    expect(await search({ sender: oins.tax, category: 'financial' })).toEqual([money]);
    await shield();
    expect(await search({ sender: oins.tax, category: 'financial' })).toEqual([]);
    expect(await search({})).toEqual([]);
  });

  it('is narrowed by what is said: by sender, by category, by both', async () => {
    expect((await search({}, herself())).toSorted()).toEqual([money, care].toSorted());
    expect(await search({ sender: oins.town }, herself())).toEqual([care]);
    expect(await search({ category: 'financial' }, herself())).toEqual([money]);
    expect(await search({ category: 'care' }, herself())).toEqual([care]);
    expect(await search({ sender: oins.town, category: 'financial' }, herself())).toEqual([]);
    expect(await search({ client: scene.pieter, sender: oins.tax }, herself())).toEqual([]);
  });

  it('gives a system nothing of a sender for whom it is not registered', async () => {
    await scene.register({ senders: [oins.town] });
    expect(await search({ sender: oins.town, category: 'care' }, herself())).toEqual([care]);
    expect(await search({ sender: oins.town }, herself())).toEqual([care]);
    expect(await search({ sender: oins.tax, category: 'financial' }, herself())).toEqual([]);
    expect(await search({}, herself())).toEqual([care]);
  });
});

describe('When a message came', () => {
  it('is said by an instant that exists', async () => {
    const resource = described('FBS-2026-0042', { deliveredAt: '2026-02-30T00:00:00Z' });
    const { status, body } = await scene.post('evaluation', scene.question({ resource }));
    const pointer = '#/resource/properties/deliveredAt';
    expect([status, body]).toMatchObject([400, { errors: [{ location: { pointer } }] }]);
    expect(
      await scene.ask({ resource: described('FBS-2026-0042', { deliveredAt: '2024-02-29T23:59+14:00' }) }),
    ).toMatchObject({ decision: true });
  });
});

describe('What is said without the sender', () => {
  it.each<[string, object]>([
    ['category', { category: 'other' }],
    ['deliveredAt', { deliveredAt: '2026-11-01T10:00:00Z' }],
    ['assurance', { assurance: 'high' }],
  ])('is not left out of an answer: %s is said to be wrong', async (name, properties) => {
    const pointer = `#/resource/properties/${name}`;
    const wrong = [400, { errors: [{ location: { pointer } }] }];
    for (const resource of [
      { type: 'inbox', id: scene.yasmina, properties },
      { type: 'message', id: money, properties },
      { type: 'message', id: 'FBS-2026-0042', properties: { ...properties, client: scene.yasmina } },
    ]) {
      const { status, body } = await scene.post('evaluation', scene.question({ resource }));
      expect([status, body]).toMatchObject(wrong);
      const { subject, context } = scene.question();
      const search = await scene.post('search/action', { subject, context, resource });
      expect([search.status, search.body]).toMatchObject(wrong);
    }
    const inboxes = { ...scene.question(), resource: { type: 'inbox', properties } };
    const search = await scene.post('search/resource', inboxes);
    expect([search.status, search.body]).toMatchObject(wrong);
  });
});
