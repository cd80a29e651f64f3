import request from 'supertest';
import { bsns, deliver, file, nothing, people, type Scene, setScene, trailOf } from './scene.ts';
import { citizen, employee, kvks } from '../support/cast.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  const { world } = scene.house;
  await world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ actions: ['read', 'archive', 'download'] }],
  });
});
afterAll(() => scene.house.close());

const as = (who: object) => scene.house.as(who as typeof people.joris);
const open = (who: object, id: string) => as(who).get(`/v1/messages/${id}`);
const shown = async (who: object, id: string) => {
  const { body } = await as(who).get('/v1/messages?limit=100');
  return body.items.find((item: { id: string }) => item.id === id);
};

describe('Reading a message', () => {
  it('shows Joris the whole message of his client, and Yasmina her own', async () => {
    const id = await deliver(scene.house, { attachments: [file('a.txt', 'abc')] });
    for (const who of [people.joris, people.yasmina]) {
      const answer = await open(who, id);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        ...{ id, subject: 'Your assessment', body: 'You get 312 euros back.', category: 'financial' },
        client: { id: scene.yasmina },
        sender: { oin: people.tax.oin, nameNl: 'Afnemer 1000', nameEn: 'Sender 1000' },
        attachments: [{ name: 'a.txt', mediaType: 'text/plain', size: 3 }],
      });
      expect(JSON.stringify(answer.body)).not.toContain(bsns.yasmina);
    }
    const lines = await trailOf(scene.house, 'inbox.read');
    expect(lines.slice(-2)).toMatchObject([
      { actor_kind: 'employee', ground: 'mandate', client_id: scene.yasmina, object_id: id },
      { actor_kind: 'citizen', ground: 'own-affairs', client_id: scene.yasmina, object_id: id },
    ]);
  });

  it('marks it as read for Joris alone: for Yasmina and Bob it stays unread (R35)', async () => {
    const id = await deliver(scene.house);
    expect((await open(people.joris, id)).body.read).toBe(true);
    expect(await shown(people.joris, id)).toMatchObject({ read: true });
    expect(await shown(people.bob, id)).toMatchObject({ read: false });
    expect(await shown(people.yasmina, id)).toMatchObject({ read: false });
    const unread = await as(people.yasmina).get('/v1/messages?unread=true&limit=100');
    expect(unread.body.items.map((item: { id: string }) => item.id)).toContain(id);
  });

  it('lets each keep his own marks, and take them away (R35)', async () => {
    const id = await deliver(scene.house);
    const mark = (who: object, method: 'put' | 'delete', name: string) =>
      as(who)[method](`/v1/messages/${id}/${name}`);
    expect((await mark(people.joris, 'put', 'read-mark')).status).toBe(204);
    expect((await mark(people.joris, 'put', 'archive-mark')).status).toBe(204);
    expect((await mark(people.joris, 'put', 'archive-mark')).status).toBe(204);
    expect(await shown(people.joris, id)).toMatchObject({ read: true, archived: true });
    expect(await shown(people.yasmina, id)).toMatchObject({ read: false, archived: false });
    expect((await mark(people.joris, 'delete', 'read-mark')).status).toBe(204);
    expect((await mark(people.joris, 'delete', 'archive-mark')).status).toBe(204);
    expect((await mark(people.yasmina, 'delete', 'archive-mark')).status).toBe(204);
    expect(await shown(people.joris, id)).toMatchObject({ read: false, archived: false });
  });

  it('opens for ten tabs of the same reader at once', async () => {
    const id = await deliver(scene.house);
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(people.joris, id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  it('tells Bob that his role is too small to archive, and Joris what the client did not grant', async () => {
    const id = await deliver(scene.house);
    const bob = await as(people.bob).put(`/v1/messages/${id}/archive-mark`);
    expect([bob.status, bob.body.code]).toEqual([403, 'role-too-small']);
    await scene.house.world.mandate({ client: scene.pieter, organisation: scene.vermeer });
    const pieters = await deliver(scene.house, { recipient: { bsn: bsns.pieter } });
    const joris = await as(people.joris).put(`/v1/messages/${pieters}/archive-mark`);
    expect([joris.status, joris.body.code]).toEqual([403, 'action-not-granted']);
  });

  it('asks the level of the message of citizen and employee alike (R6), and never low of an employee (R5)', async () => {
    const id = await scene.house.world.message(scene.yasmina, { assurance: 'high' });
    for (const who of [people.yasmina, people.joris]) {
      const answer = await open(who, id);
      expect([answer.status, answer.body.code]).toEqual([403, 'assurance-too-low']);
      expect(answer.body.neededAssurance).toBe('high');
      expect(await shown(who, id)).toBeUndefined();
    }
    for (const who of [citizen(bsns.yasmina, 'high'), employee('joris', kvks.vermeer, 'high')]) {
      expect((await open(who, id)).status).toBe(200);
      expect(await shown(who, id)).toBeDefined();
    }
    const low = await open(employee('joris', kvks.vermeer, 'low'), id);
    expect([low.status, low.body.neededAssurance]).toEqual([403, 'substantial']);
  });
});

describe('A message that is not theirs looks as one that does not exist', () => {
  const paths = (message: string, attachment: string) =>
    [
      ['get', `/v1/messages/${message}`],
      ['put', `/v1/messages/${message}/read-mark`],
      ['delete', `/v1/messages/${message}/read-mark`],
      ['put', `/v1/messages/${message}/archive-mark`],
      ['get', `/v1/messages/${message}/attachments/${attachment}`],
    ] as const;

  it.each([
    ['Pieter, about a message of Yasmina', people.pieter],
    ['Gerda of another office', people.gerda],
    ['Anna, to whom Yasmina is not assigned', people.anna],
  ])('for %s', async (_, who) => {
    const id = await deliver(scene.house, { attachments: [file('a.txt', 'abc')] });
    const { rows } = await scene.house.database.admin.query(
      'SELECT id FROM attachment WHERE message_id = $1',
      [id],
    );
    const foreign = paths(id, rows[0].id as string);
    for (const [place, [method, path]] of paths(nothing, nothing).entries()) {
      const answers = [await as(who)[method](foreign[place]![1]), await as(who)[method](path)];
      const [one, other] = answers.map(({ status, headers, body }) => ({
        status,
        headers: { ...headers, date: '' },
        body: { ...body, instance: '' },
      }));
      expect(one).toEqual(other);
      expect(one?.status).toBe(404);
    }
    const reasons = (await trailOf(scene.house, 'inbox.read')).slice(-2).map(({ reason }) => reason);
    expect(reasons[1]).toBe('does-not-exist');
    expect(reasons[0]).not.toBe('does-not-exist');
  });

  it('and an attachment under another message of the same client does not exist', async () => {
    const [one, other] = [
      await deliver(scene.house, { attachments: [file('a.txt', 'abc')] }),
      await deliver(scene.house),
    ];
    const { body } = await open(people.joris, one);
    const path = (message: string) => `/v1/messages/${message}/attachments/${body.attachments[0].id}`;
    expect((await as(people.joris).get(path(one))).status).toBe(200);
    expect((await as(people.joris).get(path(other))).status).toBe(404);
  });

  it('and a HEAD discloses nothing, marks nothing and leaves no message behind', async () => {
    const id = await deliver(scene.house);
    const token = await scene.house.issuer.sign(people.joris);
    for (const path of [`/v1/messages/${id}`, '/v1/messages', `/v1/messages/${nothing}`]) {
      const answer = await request(scene.house.app.getHttpServer())
        .head(path)
        .set('Authorization', `Bearer ${token}`);
      expect([404, 405]).toContain(answer.status);
    }
    expect(await shown(people.joris, id)).toMatchObject({ read: false });
  });

  it('and a wrong id is a 400 that names it', async () => {
    const answer = await open(people.joris, 'not-an-id');
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ in: 'path', location: { name: 'message' } }]);
  });

  it('and nobody but citizens and employees knocks here', async () => {
    for (const who of [people.tax, people.olga, people.system])
      expect((await as(who).get('/v1/messages')).body.code).toBe('wrong-kind-of-actor');
    expect((await scene.house.as('nobody').get('/v1/messages')).status).toBe(401);
  });
});
