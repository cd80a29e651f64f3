import { WordsService } from '../../src/inbox/office-list/words.service.ts';
import { bsns, deliver, kvks, oins, people, type Scene, setScene, trailOf } from './scene.ts';

type Item = { id: string; subject: string; office?: Record<string, unknown>; reply?: unknown };
type Listed = { items: Item[]; next?: string; prev?: string };

let scene: Scene;
let mandate: string;
beforeEach(async () => {
  scene = await setScene();
  const { world } = scene.house;
  mandate = await world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ category: 'all', actions: ['read', 'download'] }],
  });
  await world.mandate({
    ...{ client: scene.pieter, organisation: scene.vermeer },
    lines: [{ category: 'all', actions: ['read', 'download'] }],
  });
});
afterEach(() => scene.house.close());

const get = (who: object, query = '') => scene.house.as(who as never).get(`/v1/messages${query}`);
const subjects = async (who: object, query = ''): Promise<string[]> =>
  ((await get(who, query).expect(200)).body as Listed).items.map(({ subject }) => subject);
const search = async (who: object, text: string, more: object = {}) =>
  (
    (
      await scene.house
        .as(who as never)
        .post('/v1/messages/_search', { text, ...more })
        .expect(200)
    ).body as Listed
  ).items.map(({ subject }) => subject);
const toPieter = { recipient: { bsn: bsns.pieter } };

describe('What the list may never do', () => {
  it('shows, counts and finds nothing of a client who revoked a moment ago, and rewrites nothing (R17, R34)', async () => {
    await deliver(scene.house, { subject: 'Aanslag' });
    const counts = async () => (await get(people.joris, '/_counts').expect(200)).body;
    expect((await counts()).all).toEqual({ count: 1, more: false });
    const { admin } = scene.house.database;
    await scene.house.app.get(WordsService).catchUp();
    const before = await admin.query('SELECT xmin, ctid FROM feed');
    await scene.house.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`, {}).expect(200);
    expect(await subjects(people.joris)).toEqual([]);
    expect(await search(people.joris, 'aanslag')).toEqual([]);
    expect((await counts()).all).toEqual({ count: 0, more: false });
    expect((await get(people.joris, '/_counts/senders').expect(200)).body.items).toEqual([]);
    expect((await admin.query('SELECT xmin, ctid FROM feed')).rows).toEqual(before.rows);
  });

  it('opens history with consent, in the same instant', async () => {
    const { house } = scene;
    await deliver(house, { recipient: { bsn: bsns.willem }, subject: 'Before consent' });
    const willem = await house.world.client(bsns.willem);
    const offered = await house.world.mandate({
      ...{ client: willem, organisation: scene.vermeer, state: 'offered' },
      lines: [{ category: 'all' }],
    });
    await house.world.assign(scene.vermeer, willem, { employee: scene.joris });
    expect(await subjects(people.joris)).toEqual([]);
    await house.as(people.willem).post(`/v1/mandates/${offered}/consent`, {}).expect(200);
    expect(await subjects(people.joris)).toEqual(['Before consent']);
  });

  it('misses no message that is delivered while the client consents', async () => {
    const { house } = scene;
    const willem = await house.world.client(bsns.willem);
    for (let round = 0; round < 12; round++) {
      const offered = await house.world.mandate({
        ...{ client: willem, organisation: scene.vermeer, state: 'offered' },
        lines: [{ category: 'all' }],
      });
      await Promise.all([
        ...[1, 2, 3].map(() => deliver(house, { recipient: { bsn: bsns.willem }, subject: 'At once' })),
        house.as(people.willem).post(`/v1/mandates/${offered}/consent`, {}).expect(200),
      ]);
      const { rows } = await house.database.admin.query<{ feed: number; inbox: number }>(
        `SELECT (SELECT count(*)::int FROM feed WHERE client_id = $1) AS feed,
                (SELECT count(*)::int FROM message WHERE client_id = $1) AS inbox`,
        [willem],
      );
      expect(rows[0]?.feed).toBe(rows[0]?.inbox);
      await house.database.admin.query('DELETE FROM feed WHERE client_id = $1', [willem]);
      await house.database.admin.query(
        `UPDATE mandate SET state = 'revoked', ended_at = now() WHERE id = $1`,
        [offered],
      );
      await house.database.admin.query(`UPDATE scope_line SET claims = false WHERE mandate_id = $1`, [
        offered,
      ]);
    }
  });

  it('counts for each filter, sender and client what the list shows, and nothing of others', async () => {
    const { house } = scene;
    await deliver(house, { subject: 'Tax' });
    await deliver(house, { ...toPieter, subject: 'Due', reply: { by: house.world.day(3), kind: 'payment' } });
    await deliver(house, { recipient: { bsn: bsns.willem }, subject: 'Of a stranger' });
    const panel = (await get(people.joris, '/_counts').expect(200)).body;
    expect(panel).toMatchObject({
      ...{ all: { count: 2, more: false }, unread: { count: 2 }, unreadByOffice: { count: 2 } },
      ...{ replyWithinWeek: { count: 1 }, overdue: { count: 0 }, heldByMe: { count: 0 } },
      ...{ heldByNobody: { count: 2 }, financial: { count: 2 }, care: { count: 0 }, attached: { count: 0 } },
    });
    const senders = (await get(people.joris, '/_counts/senders?unread=true').expect(200)).body.items;
    expect(senders).toMatchObject([{ oin: oins.tax, count: 2, more: false }]);
    const willem = await house.world.client(bsns.willem);
    const clients = [scene.pieter, willem, scene.yasmina];
    const answer = await house.as(people.joris).post('/v1/messages/_counts/clients', { clients }).expect(200);
    expect(answer.body.items.map(({ count }: { count: number }) => count)).toEqual([1, 0, 1]);
    expect((await get(people.gerda, '/_counts').expect(200)).body.all).toEqual({ count: 0, more: false });
    expect((await get(people.yasmina, '/_counts')).status).toBe(403);
  });

  it('tells every client on a page in his own trail, with the mandate (R35)', async () => {
    await deliver(scene.house, { subject: 'Aanslag' });
    await search(people.joris, 'aanslag');
    expect((await trailOf(scene.house, 'inbox.list')).slice(-2)).toMatchObject([
      { client_id: null, ground: 'office', details: { messages: 1, search: true } },
      { client_id: scene.yasmina, ground: 'mandate', mandate_id: mandate, organisation_kvk: kvks.vermeer },
    ]);
  });

  it('names each mandate by which something was shown, and each client who was counted (R35)', async () => {
    const { house } = scene;
    const second = await house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer },
      lines: [{ sender: oins.svb, category: 'all' }],
    });
    await deliver(house, { subject: 'Tax' });
    await house
      .as(people.svb)
      .post('/v1/messages', { recipient: { bsn: bsns.yasmina }, subject: 'x', body: 'x' });
    const mandates = async (action: string, last: number) =>
      (await trailOf(house, action))
        .slice(-last)
        .map(({ client_id, mandate_id }) => client_id && mandate_id)
        .toSorted();
    await subjects(people.joris);
    expect(await mandates('inbox.list', 2)).toEqual([mandate, second].toSorted());
    await subjects(people.joris, `?client=${scene.yasmina}&sender=${oins.svb}`);
    expect(await mandates('inbox.list', 1)).toEqual([second]);
    const clients = [scene.yasmina, scene.pieter];
    await house.as(people.joris).post('/v1/messages/_counts/clients', { clients }).expect(200);
    expect((await trailOf(house, 'inbox.count')).at(-1)).toMatchObject({ client_id: scene.yasmina });
    await get(people.joris, `/_counts?client=${scene.yasmina}`).expect(200);
    expect((await trailOf(house, 'inbox.list')).at(-1)).toMatchObject({ client_id: scene.yasmina });
    expect((await get(people.gerda, `/_counts?client=${scene.yasmina}`)).status).toBe(404);
  });

  it('keeps the mark of the office true while one reader reads and another takes his mark away', async () => {
    const { house } = scene;
    const path = `/v1/messages/${await deliver(house)}/read-mark`;
    for (let round = 0; round < 12; round++) {
      await house.as(people.joris).put(path).expect(204);
      await house.as(people.bob).delete(path).expect(204);
      await Promise.all([house.as(people.joris).delete(path), house.as(people.bob).put(path)]);
      expect(await subjects(people.bob, '?unreadByOffice=false')).toEqual(['Your assessment']);
      await house.as(people.bob).delete(path).expect(204);
      expect(await subjects(people.bob, '?unreadByOffice=true')).toEqual(['Your assessment']);
    }
  });

  it('has nothing in the hands of someone who stood in, once that is over (R33)', async () => {
    const { house } = scene;
    const stand = await house.world.employee(scene.vermeer, 'clerk');
    const anna = house.as(people.anna);
    const covers = `/v1/representative-organisations/${scene.vermeer}/covers`;
    const day = (days: number) => house.world.day(days);
    await anna
      .post(covers, { absent: scene.joris, substitute: stand, from: day(0), until: day(2) })
      .expect(201);
    const message = await deliver(house);
    await house.as(people.joris).post(`/v1/messages/${message}/giving`, { employee: stand }).expect(200);
    expect(await subjects(people.joris, '?holder=nobody')).toEqual([]);
    house.clock.moveTo(day(3));
    expect(await subjects(people.joris, '?holder=nobody')).toEqual(['Your assessment']);
    expect(await subjects(people.joris, '?work=open')).toEqual(['Your assessment']);
    await house.as(people.joris).post(`/v1/messages/${message}/taking`, {}).expect(200);
    expect(await subjects(people.joris, '?holder=me')).toEqual(['Your assessment']);
  });
});
