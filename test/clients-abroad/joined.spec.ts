import { newId } from '../../src/platform/ids.ts';
import { oins } from '../support/cast.ts';
import { bsn, joris, join, namedIn, twoOfOne } from './joined.scene.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

describe('Two pseudonyms of one person become one, and nothing of either is lost', () => {
  it('Mandates, messages, marks, assignments, work, notes, notices and feed are those of the one that stays', async () => {
    const two = await twoOfOne(scene);
    const { account, client, mandates, messages, office, handler } = two;
    // Élise reads hers, Joris reads both, takes one in hand, notes that it is done, and archives it.
    await scene.as(people.elise).get(`/v1/messages/${messages[0]}`);
    for (const message of messages) await scene.as(joris).get(`/v1/messages/${message}`);
    await scene.asked(200, scene.as(joris).post(`/v1/messages/${messages[0]}/taking`));
    await scene.asked(200, scene.as(joris).post(`/v1/messages/${messages[0]}/handling`, { note: 'Paid.' }));
    await scene.as(joris).put(`/v1/messages/${messages[0]}/archive-mark`);
    await scene.database.admin.query(
      `INSERT INTO notice VALUES ($1, 'review-due', $2, $3, $4, 'organisation', now(), now(), now())`,
      [newId(), account, office, mandates[0]],
    );
    const before = [await namedIn(scene, account), await namedIn(scene, client)];
    await join(scene, two);

    const [left, now] = [await namedIn(scene, account), await namedIn(scene, client)];
    expect(Object.keys(left)).toEqual(['trail']); // written then, and never rewritten
    for (const [table, rows] of Object.entries(before[0] ?? {}))
      if (!['trail', 'mandate_was', 'client_contact', 'client_preference'].includes(table))
        // what becomes one, or tells more
        expect([table, now[table]]).toEqual([table, rows + (before[1]?.[table] ?? 0)]);

    expect((await scene.me(people.elise)).client).toBe(client);
    const own = (await scene.as(people.elise).get('/v1/messages')).body.items;
    expect(own.map(({ id, read }: { id: string; read: boolean }) => [id, read]).toSorted()).toEqual(
      [
        [messages[0], true],
        [messages[1], false],
      ].toSorted(),
    );
    const seen = (await scene.as(joris).get('/v1/messages')).body.items;
    expect(seen.map(({ id, read }: { id: string; read: boolean }) => [id, read]).toSorted()).toEqual(
      messages.map((id) => [id, true]).toSorted(),
    );
    expect((await scene.as(joris).get('/v1/mandates')).body.items).toHaveLength(2);
    const work = await scene.as(joris).get(`/v1/messages/${messages[0]}/work`);
    expect(work.body).toMatchObject({
      work: { state: 'handled' },
      items: [{ act: 'handle', note: 'Paid.' }, { act: 'take' }],
    });
    expect(
      await scene.rows('SELECT FROM assignment WHERE employee_id = $1 AND ended_at IS NULL', handler),
    ).toHaveLength(1);
  });

  it('Each mandate can still be ended by itself, and one never takes the claim of the other (R14, R16)', async () => {
    const two = await twoOfOne(scene);
    await join(scene, two);
    const asElise = scene.as(people.elise);
    const [first, second] = two.mandates;
    const lines = (await asElise.get(`/v1/mandates/${first}`)).body.lines as { id: string }[];
    const narrowed = { lines: [{ id: lines[0]?.id, actions: ['read'] }] };
    await scene.asked(200, asElise.post(`/v1/mandates/${first}/narrowing`, narrowed));
    await scene.asked(200, asElise.post(`/v1/mandates/${second}/revocation`, {}));
    expect((await scene.as(joris).get(`/v1/messages/${two.messages[1]}`)).status).toBe(200); // by the first
    await scene.asked(200, asElise.post(`/v1/mandates/${first}/revocation`, {}));
    expect((await scene.as(joris).get(`/v1/messages/${two.messages[1]}`)).status).toBe(403);
  });

  it('Her record goes on: what was done before, under the other pseudonym, is hers to read', async () => {
    const two = await twoOfOne(scene);
    await scene.as(joris).get(`/v1/messages/${two.messages[0]}`);
    await join(scene, two);
    const { body } = await scene.as(people.elise).get('/v1/trail-entries?own=true');
    const lines = body.items as { action: string; who: { capacity: string }; message?: string }[];
    expect(lines.some(({ action, message }) => action === 'inbox.read' && message === two.messages[0])).toBe(
      true,
    );
    expect(lines.some(({ action, who }) => action === 'identity.match' && who.capacity === 'service')).toBe(
      true,
    );
    const search = async (client: string) =>
      (await scene.as(people.olga).post('/v1/trail-entries/_search', { client, limit: 100 })).body.items
        .length as number;
    const found = await search(two.account);
    expect(found).toBeGreaterThan(1);
    expect(await search(two.client)).toBe(found + 1); // the line of the search before
    const other = await scene.as(people.pieter).get('/v1/trail-entries?own=true');
    expect(JSON.stringify(other.body)).not.toContain(two.messages[0]);
  });

  it('A pseudonym that became another takes no more: who acts a moment too late is asked to try again', async () => {
    const two = await twoOfOne(scene);
    await join(scene, two);
    const admin = scene.database.admin;
    const late = [
      scene.world.message(two.account),
      scene.world.mandate({ client: two.account, organisation: two.office }),
      scene.world.assign(two.office, two.account, { employee: two.handler }),
    ];
    for (const act of late) await expect(act).rejects.toMatchObject({ code: '40001' });
    expect(Object.keys(await namedIn(scene, two.account))).toEqual(['trail']);
    await expect(join(scene, two)).rejects.toMatchObject({ code: '23514' });
    await expect(
      admin.query('UPDATE client SET bsn_index = $2 WHERE id = $1', [two.account, 'x']),
    ).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('A delivery and a gift at the same moment end with the one that stays, or say that they did not happen', async () => {
    const two = await twoOfOne(scene);
    const line = { sender: oins.town, category: 'care', actions: ['read'] };
    const wish = {
      organisation: two.office,
      lines: [line],
      from: scene.world.day(0),
      until: scene.world.day(30),
    };
    const deliver = () =>
      scene.as(people.tax).post('/v1/messages', { recipient: { bsn }, subject: 'Now', body: 'Now.' });
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, deliver),
      scene.as(people.elise).post('/v1/mandates', wish),
      join(scene, two).then(() => ({ status: 200 })),
      ...Array.from({ length: 6 }, deliver),
    ]);
    for (const { status } of answers) expect([200, 201, 503]).toContain(status);
    expect(Object.keys(await namedIn(scene, two.account))).toEqual(['trail']);
    const delivered = answers.filter(({ status }, place) => status === 201 && place !== 6).length;
    expect(await scene.rows('SELECT FROM message WHERE client_id = $1', two.client)).toHaveLength(
      delivered + 2,
    );
  });
});
