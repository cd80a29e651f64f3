import { deliver, nothing, oins, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
let mandate: string;
let [money, care, untyped] = ['', '', ''];
beforeEach(async () => {
  scene = await setScene();
  mandate = await scene.house.world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ category: 'all', actions: ['read', 'archive', 'download'] }],
  });
  money = await deliver(scene.house);
  care = await deliver(scene.house, { type: 'support' });
  untyped = await deliver(scene.house, { type: 'unheard-of' });
});
afterEach(() => scene.house.close());

const as = (who: keyof typeof people) => scene.house.as(people[who]);
const shield = (wish: object, who: keyof typeof people = 'yasmina') => as(who).post('/v1/shields', wish);
const seen = async (who: keyof typeof people, query = '') =>
  ((await as(who).get(`/v1/messages${query}`)).body as { items: { id: string }[] }).items.map(({ id }) => id);
/** An answer without what differs from one to the next. */
const bare = ({ status, body, headers }: { status: number; body: object; headers: object }) => ({
  status,
  body: JSON.stringify({ ...body, instance: '' }),
  headers: Object.keys(headers).toSorted(),
});

describe('Yasmina shields from Vermeer', () => {
  it('one message: Joris sees it nowhere from the next request on, and she sees it as before', async () => {
    expect(await seen('joris')).toEqual([untyped, care, money]);
    const made = await shield({ message: care });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ message: care, by: 'client' });
    expect(await seen('joris')).toEqual([untyped, money]);
    expect(await seen('joris', `?client=${scene.yasmina}`)).toEqual([untyped, money]);
    expect((await as('joris').get(`/v1/messages/${care}`)).status).toBe(404);
    expect(await seen('yasmina')).toEqual([untyped, care, money]);
    expect((await as('yasmina').get(`/v1/messages/${care}`)).status).toBe(200);
  });

  it('one message: also from who finishes something after the end of what she gave (R31)', async () => {
    await scene.house.database.admin.query(
      `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'curatele' WHERE id = $1`,
      [mandate],
    );
    await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer, ground: 'urgent-acts', predecessor: mandate },
      ...{ lines: [{ category: 'all' }], until: scene.house.world.day(30) },
    });
    expect(await seen('joris')).toEqual([untyped, care, money]);
    await shield({ message: care });
    expect(await seen('joris')).toEqual([untyped, money]);
    expect(await seen('joris', `?client=${scene.yasmina}`)).toEqual([untyped, money]);
    expect((await as('joris').get(`/v1/messages/${care}`)).status).toBe(404);
  });

  it.each([
    ['a sender', () => ({ sender: oins.tax }), () => []],
    ['a category; what has none stays', () => ({ category: 'financial' }), () => [untyped, care]],
    ['a category of a sender', () => ({ sender: oins.tax, category: 'care' }), () => [untyped, money]],
    [
      'a category of another sender: nothing',
      () => ({ sender: oins.svb, category: 'care' }),
      () => [untyped, care, money],
    ],
    ['from Vermeer alone', () => ({ category: 'care', organisation: scene.vermeer }), () => [untyped, money]],
    [
      'from another office: nothing',
      () => ({ category: 'care', organisation: scene.haven }),
      () => [untyped, care, money],
    ],
  ])('%s', async (_, wish, left) => {
    expect((await shield(wish())).status).toBe(201);
    expect(await seen('joris')).toEqual(left());
  });

  it('in every way of asking: opening, marks, work, attachments, counts, search, export and zip', async () => {
    await as('joris').post(`/v1/messages/${care}/taking`);
    await shield({ message: care });
    const none = nothing;
    for (const [verb, path] of [
      ['get', ''],
      ['get', '/work'],
      ['put', '/read-mark'],
      ['put', '/archive-mark'],
      ['delete', '/read-mark'],
      ['get', `/attachments/${nothing}`],
    ] as const)
      expect([path, bare(await as('joris')[verb](`/v1/messages/${care}${path}`))]).toEqual([
        path,
        bare(await as('joris')[verb](`/v1/messages/${none}${path}`)),
      ]);
    for (const move of ['taking', 'handling', 'reopening'])
      expect(bare(await as('joris').post(`/v1/messages/${care}/${move}`))).toEqual(
        bare(await as('joris').post(`/v1/messages/${none}/${move}`)),
      );
    const found = await as('joris').post('/v1/messages/_search', { text: 'assessment' });
    expect((found.body.items as { id: string }[]).map(({ id }) => id)).toEqual([untyped, money]);
    expect(JSON.stringify((await as('joris').get('/v1/messages/_counts')).body)).not.toMatch(/:3\b/);
    const due = await as('joris').get('/v1/messages/_counts/due');
    expect(JSON.stringify(due.body)).not.toContain(care);
    const csv = await as('joris').get('/v1/messages/_export');
    expect(csv.text.trim().split('\n')).toHaveLength(3);
    const [zip, otherZip] = [
      await as('joris').post('/v1/messages/_download', { messages: [care] }),
      await as('joris').post('/v1/messages/_download', { messages: [none] }),
    ];
    expect(zip.status).toBe(otherZip.status);
  });

  it('and Joris learns of no shield: not in its answers, not in the history of the mandate, not in a refusal', async () => {
    const before = bare(await as('joris').get(`/v1/mandates/${mandate}`));
    const history = await as('joris').get(`/v1/mandates/${mandate}/history`);
    await shield({ category: 'care' });
    expect(bare(await as('joris').get(`/v1/mandates/${mandate}`))).toEqual(before);
    expect((await as('joris').get(`/v1/mandates/${mandate}/history`)).body.items).toEqual(history.body.items);
    expect((await as('joris').get('/v1/shields')).status).toBe(403);
    expect((await as('joris').get(`/v1/messages/${care}`)).text).not.toMatch(/shield|afgescherm/i);
    const refused = (await trailOf(scene.house, 'inbox.read')).at(-1);
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'shielded' }); // the true reason is on the record
  });

  it('is shown it in her own record, by kind; an official sees no more', async () => {
    const made = await shield({ message: care });
    const [line] = await trailOf(scene.house, 'shield.make');
    expect(line).toMatchObject({ client_id: scene.yasmina, mandate_id: null, object_id: made.body.id });
    expect(line?.details).toEqual({ hides: 'message' });
    const own = await as('yasmina').get('/v1/trail-entries');
    expect(own.body.items[0].sentence.nl).toBe('U schermde iets af voor vertegenwoordigers.');
  });

  it('and shows it again when she ends it; what she ended she does not end twice', async () => {
    const { body } = await shield({ message: care });
    expect((await as('yasmina').post(`/v1/shields/${body.id}/end`)).body.endedAt).toBeDefined();
    expect(await seen('joris')).toEqual([untyped, care, money]);
    expect((await as('yasmina').post(`/v1/shields/${body.id}/end`)).status).toBe(409);
    expect((await as('yasmina').get('/v1/shields')).body.items).toEqual([]);
    expect((await as('yasmina').get('/v1/shields?past=true')).body.items).toHaveLength(1);
  });

  it('but not from what she shields twice, and not by ending what is another’s', async () => {
    const { body } = await shield({ message: care });
    expect((await shield({ message: care })).body.code).toBe('already-exists');
    expect((await as('pieter').post(`/v1/shields/${body.id}/end`)).status).toBe(404);
    expect((await as('pieter').get('/v1/shields')).body.items).toEqual([]);
  });

  it.each([
    ['nothing at all', {}, '#', 'one-thing'],
    ['two things at once', { message: nothing, category: 'care' }, '#', 'one-thing'],
    ['a message that is not hers', { message: nothing }, '#/message', 'unknown'],
    ['a sender that nobody registered', { sender: oins.system }, '#/sender', 'unknown'],
    ['an office that is not there', { category: 'care', organisation: nothing }, '#/organisation', 'unknown'],
    ['every sender', { sender: '*' }, '#/sender', 'oin'],
  ])('and hears what is wrong with %s', async (_, wish, location, code) => {
    const { status, body } = await shield(wish);
    expect([status, body.errors[0]]).toMatchObject([400, { location: { pointer: location }, code }]);
  });

  it('the same request twice has one effect', async () => {
    const key = 'one-shield';
    const first = await as('yasmina').post('/v1/shields', { message: care }, key);
    const again = await as('yasmina').post('/v1/shields', { message: care }, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await as('yasmina').get('/v1/shields')).body.items).toHaveLength(1);
  });
});

describe('Before she shields, Yasmina sees what it would hide', () => {
  it('and from whom', async () => {
    const wish = { sender: oins.tax };
    const { body } = await as('yasmina').post('/v1/shields/_preview', wish);
    expect(body).toEqual({
      messages: 3,
      from: [{ id: scene.vermeer, name: expect.any(String), messages: 3 }],
    });
    expect(await seen('joris')).toHaveLength(3);
  });

  it('and a preview of the mandate tells what is shielded', async () => {
    await shield({ category: 'care' });
    const { body } = await as('yasmina').get(`/v1/mandates/${mandate}/preview`);
    expect(body).toMatchObject({ shielded: 1, opens: [{ messages: 2 }] });
    expect(body.sentenceEn).toMatch(/ What is shielded the office does not see: 1 message\.$/);
  });
});
