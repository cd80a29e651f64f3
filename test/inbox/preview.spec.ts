import { bsns, deliver, nothing, oins, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  for (let count = 0; count < 14; count++) await deliver(scene.house);
  for (let count = 0; count < 3; count++) await deliver(scene.house, {}, people.town);
  await deliver(scene.house, { type: 'support' }, people.town);
  await deliver(scene.house, { type: 'unheard-of' });
  await deliver(scene.house, {}, people.svb);
  await deliver(scene.house, { recipient: { bsn: bsns.pieter } });
});
afterAll(() => scene.house.close());

const today = () => scene.house.world.day(0);
const read = ['read'];
const taxAndTown = [
  { sender: oins.tax, category: 'financial', actions: read },
  { sender: oins.town, category: 'financial', actions: ['read', 'archive'] },
];
const expected = () => ({
  opens: [
    { category: 'financial', actions: read, messages: 14, oldest: today(), newest: today() },
    { category: 'financial', actions: ['read', 'archive'], messages: 3 },
  ],
  staysShut: [
    { sender: { oin: oins.tax }, messages: 1 },
    { sender: { oin: oins.svb }, category: 'financial', messages: 1 },
    { sender: { oin: oins.town }, category: 'care', messages: 1 },
  ],
  notAbout: ['care', 'other'],
  sentenceEn:
    'This opens 14 messages of Sender 1000 and 3 messages of Sender 3000 now, and new ones of the same kind. Not: care, other, 2 messages of other kinds.',
  sentenceNl:
    'Dit opent nu 14 berichten van Afnemer 1000 en 3 berichten van Afnemer 3000, en nieuwe van dezelfde soort. Niet: zorg, overig, 2 andere berichten.',
});
const preview = (lines: unknown, who: object = people.yasmina) =>
  scene.house.as(who as typeof people.yasmina).post('/v1/mandates/_preview', { lines });

describe('Before she consents, Yasmina sees what consent would open', () => {
  it('of a mandate that she was offered', async () => {
    const id = await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer, state: 'offered' },
      lines: taxAndTown,
    });
    const answer = await scene.house.as(people.yasmina).get(`/v1/mandates/${id}/preview`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(expected());
    expect((await trailOf(scene.house, 'mandate.preview')).at(-1)).toMatchObject({
      ...{ outcome: 'permitted', mandate_id: id, client_id: scene.yasmina },
    });
  });

  it('of what she thinks of granting, and changes nothing by it', async () => {
    const answer = await preview(taxAndTown);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(expected());
  });

  it('counts what has no category only under a sender-wide line (R36)', async () => {
    const { body } = await preview([{ sender: oins.tax, category: 'all', actions: read }]);
    expect(body.opens).toMatchObject([{ messages: 15 }]);
    expect(body.notAbout).toEqual([]);
  });

  it('says that a line without reading opens nothing to read', async () => {
    const { body } = await preview([{ sender: oins.tax, category: 'financial', actions: ['archive'] }]);
    expect(body.opens).toMatchObject([{ messages: 14, actions: ['archive'] }]);
    expect(body.sentenceEn).toContain('This opens no messages now');
    expect(body.staysShut.map(({ messages }: { messages: number }) => messages)).toContain(14);
  });

  it('leaves an ended line out', async () => {
    const [tax, town] = taxAndTown;
    const id = await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.haven },
      lines: [{ ...tax, endedAt: new Date(Date.now() - 1000) }, town!],
    });
    const { body } = await scene.house.as(people.yasmina).get(`/v1/mandates/${id}/preview`);
    expect(body.opens).toMatchObject([{ sender: { oin: oins.town } }]);
  });

  it('names each line with a sender that does not exist, and a wish without lines', async () => {
    const unknown = await preview([...taxAndTown, { sender: oins.system, category: 'care', actions: read }]);
    expect(unknown.status).toBe(400);
    expect(unknown.body.errors).toMatchObject([
      { location: { pointer: '#/lines/2/sender' }, code: 'unknown' },
    ]);
    expect((await preview([])).body.errors).toMatchObject([{ location: { pointer: '#/lines' } }]);
  });

  it('shows Pieter a mandate of hers as one that does not exist, and one not yet offered to nobody', async () => {
    const id = await scene.house.world.mandate({
      client: scene.yasmina,
      organisation: scene.vermeer,
      state: 'offered',
      lines: [{ sender: oins.svb }],
    });
    const requested = await scene.house.world.mandate({
      client: scene.yasmina,
      organisation: scene.haven,
      state: 'requested',
      lines: [{ sender: oins.svb }],
    });
    const ask = (who: object, mandate: string) =>
      scene.house.as(who as typeof people.pieter).get(`/v1/mandates/${mandate}/preview`);
    const unknown = await ask(people.pieter, nothing);
    for (const [who, mandate] of [
      [people.pieter, id],
      [people.yasmina, requested],
    ] as const) {
      const answer = await ask(who, mandate);
      expect(answer.status).toBe(404);
      expect({ ...answer.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    }
  });

  it('is for clients only', async () => {
    for (const who of [people.joris, people.olga, people.tax])
      expect((await preview(taxAndTown, who)).body.code).toBe('wrong-kind-of-actor');
  });
});
