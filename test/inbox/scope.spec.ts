import pg from 'pg';
import { bsns, deliver, file, kvks, oins, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
let mandate: string;
const messages: Record<string, string> = {};
beforeAll(async () => {
  scene = await setScene();
  const { world } = scene.house;
  mandate = await world.mandate({ client: scene.yasmina, organisation: scene.vermeer });
  await world.mandate({
    ...{ client: scene.pieter, organisation: scene.vermeer },
    lines: [{ sender: oins.svb, category: 'all' }],
  });
  const pieter = { recipient: { bsn: bsns.pieter } };
  messages.tax = await deliver(scene.house, { attachments: [file('a.txt', 'abc')] });
  messages.care = await deliver(scene.house, { type: 'support' });
  messages.untyped = await deliver(scene.house, { type: 'unheard-of' });
  messages.svb = await deliver(scene.house, {}, people.svb);
  messages.pieterSvb = await deliver(scene.house, pieter, people.svb);
  messages.pieterUntyped = await deliver(scene.house, { ...pieter, type: undefined }, people.svb);
  messages.pieterTax = await deliver(scene.house, pieter);
});
afterAll(() => scene.house.close());

const nameOf = (id: string) => Object.keys(messages).find((name) => messages[name] === id);
const list = async (who: object, query = '') => {
  const answer = await scene.house.as(who as typeof people.joris).get(`/v1/messages${query}`);
  expect(answer.status).toBe(200);
  return (answer.body.items as { id: string }[]).map(({ id }) => nameOf(id));
};

describe('A list holds what its reader may read, and no page or filter tells more (R34)', () => {
  it('shows Yasmina everything of hers, newest first', async () => {
    expect(await list(people.yasmina)).toEqual(['svb', 'untyped', 'care', 'tax']);
    expect(await list(people.yasmina, `?client=${scene.yasmina}`)).toHaveLength(4);
  });

  it('shows Joris what the mandates cover: without a type only under a sender-wide scope (R36)', async () => {
    expect(await list(people.joris)).toEqual(['pieterUntyped', 'pieterSvb', 'tax']);
    expect(await list(people.joris, `?client=${scene.yasmina}`)).toEqual(['tax']);
    expect(await list(people.joris, `?client=${scene.pieter}`)).toEqual(['pieterUntyped', 'pieterSvb']);
    const untyped = await scene.house.as(people.joris).get(`/v1/messages/${messages.untyped}`);
    expect(untyped.status).toBe(404);
  });

  it.each([
    ['?category=care', []],
    ['?category=financial', ['pieterSvb', 'tax']],
    [`?sender=${oins.tax}`, ['tax']],
    [`?sender=${oins.town}`, []],
    ['?unread=false', []],
    ['?archived=true', []],
    ['?archived=false&unread=true', ['pieterUntyped', 'pieterSvb', 'tax']],
    ['?until=2020-01-01', []],
    ['?from=2020-01-01', ['pieterUntyped', 'pieterSvb', 'tax']],
  ])('narrows by %s', async (query, expected) => {
    expect(await list(people.joris, query)).toEqual(expected);
  });

  it.each([
    ['Joris over all clients', people.joris, ''],
    ['Yasmina over her own', people.yasmina, ''],
  ])('goes page by page for %s, each message once', async (_, who) => {
    const all = await list(who);
    const paged: (string | undefined)[] = [];
    let next: string | undefined = '/v1/messages?limit=1';
    while (next) {
      const answer: { body: { items: { id: string }[] }; headers: { link?: string } } = await scene.house
        .as(who)
        .get(next);
      paged.push(...answer.body.items.map(({ id }) => nameOf(id)));
      next = /<([^>]*)>; rel="next"/.exec(answer.headers.link ?? '')?.[1];
    }
    expect(paged).toEqual(all);
  });

  it('tells each client on the list in his own trail (R35)', async () => {
    await list(people.joris);
    const lines = (await trailOf(scene.house, 'inbox.list')).slice(-3);
    expect(lines).toMatchObject([
      { client_id: null, ground: 'office' },
      { client_id: scene.pieter, ground: 'mandate', organisation_kvk: kvks.vermeer },
      { client_id: scene.yasmina, ground: 'mandate', mandate_id: mandate },
    ]);
  });

  it('shows nothing under a line that lets Joris archive but not read', async () => {
    const { admin } = scene.house.database;
    await admin.query(`UPDATE scope_line SET actions = ARRAY['archive'] WHERE mandate_id = $1`, [mandate]);
    expect(await list(people.joris)).toEqual(['pieterUntyped', 'pieterSvb']);
    for (const path of [`?client=${scene.yasmina}`, `/${messages.tax}`]) {
      const answer = await scene.house.as(people.joris).get(`/v1/messages${path}`);
      expect([answer.status, answer.body.code]).toEqual([403, 'action-not-granted']);
    }
    const other = await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer },
      lines: [{ sender: oins.town, category: 'all' }],
    });
    expect(await list(people.joris, `?client=${scene.yasmina}`)).toEqual([]);
    await admin.query('DELETE FROM scope_line WHERE mandate_id = $1', [other]);
    await admin.query('DELETE FROM mandate WHERE id = $1', [other]);
    await admin.query(`UPDATE scope_line SET actions = ARRAY['read'] WHERE mandate_id = $1`, [mandate]);
  });

  it('shows Anna the administrator no client whom others handle (R33)', async () => {
    expect(await list(people.anna)).toEqual([]);
    const one = await scene.house.as(people.anna).get(`/v1/messages?client=${scene.yasmina}`);
    expect(one.status).toBe(404);
  });

  it('shows Pieter nothing of Yasmina, and Gerda nothing at all', async () => {
    expect(await list(people.pieter)).toEqual(['pieterTax', 'pieterUntyped', 'pieterSvb']);
    expect(await list(people.gerda)).toEqual([]);
    for (const who of [people.pieter, people.gerda])
      expect((await scene.house.as(who).get(`/v1/messages?client=${scene.yasmina}`)).status).toBe(404);
  });

  it('refuses a cursor, limit or filter that is not one, naming each', async () => {
    const answer = await scene.house
      .as(people.joris)
      .get('/v1/messages?limit=0&client=x&unread=maybe&from=31-12');
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveLength(4);
    expect((await scene.house.as(people.joris).get('/v1/messages?cursor=abc')).status).toBe(400);
  });
});

describe('When authority ends', () => {
  it.each([
    ['revoked', 'mandate-revoked'],
    ['renounced', 'mandate-renounced'],
    ['suspended', 'mandate-suspended'],
  ])('a %s mandate closes list and message, and says why', async (state, code) => {
    const { admin } = scene.house.database;
    const over = state === 'suspended' ? null : new Date();
    await admin.query('UPDATE mandate SET state = $1, ended_at = $2 WHERE id = $3', [state, over, mandate]);
    expect(await list(people.joris)).toEqual(['pieterUntyped', 'pieterSvb']);
    for (const path of [`?client=${scene.yasmina}`, `/${messages.tax}`]) {
      const answer = await scene.house.as(people.joris).get(`/v1/messages${path}`);
      expect([answer.status, answer.body.code]).toEqual([403, code]);
    }
    await admin.query(`UPDATE mandate SET state = 'active', ended_at = NULL WHERE id = $1`, [mandate]);
    expect(await list(people.joris)).toContain('tax');
  });

  it('death of the client closes everything to the office (R30)', async () => {
    const { admin } = scene.house.database;
    await admin.query(`UPDATE client SET died_on = '2026-11-01' WHERE id = $1`, [scene.pieter]);
    expect(await list(people.joris)).toEqual(['tax']);
    const one = await scene.house.as(people.joris).get(`/v1/messages?client=${scene.pieter}`);
    expect([one.status, one.body.code]).toEqual([403, 'client-died']);
    expect((await scene.house.as(people.joris).get(`/v1/messages/${messages.pieterSvb}`)).status).toBe(404);
    await admin.query('UPDATE client SET died_on = NULL WHERE id = $1', [scene.pieter]);
  });

  it('an office that is suspended sees nothing, and hears why', async () => {
    const { admin } = scene.house.database;
    await admin.query(`UPDATE organisation SET standing = 'suspended' WHERE id = $1`, [scene.vermeer]);
    const answer = await scene.house.as(people.joris).get('/v1/messages');
    expect([answer.status, answer.body.code]).toEqual([403, 'organisation-suspended']);
    await admin.query(`UPDATE organisation SET standing = 'recognised' WHERE id = $1`, [scene.vermeer]);
  });
});

describe('Row-level security by itself', () => {
  it.each([
    ['Joris', () => `employee:${scene.joris}:${scene.vermeer}`, 3],
    ['someone of another office', () => `employee:${scene.joris}:${scene.haven}`, 0],
    ['an employee who does not exist', () => `employee:${scene.haven}:${scene.vermeer}`, 0],
    ['an official', () => 'official:test:olga', 0],
    ['a job', () => 'job:tidy-up', 0],
    ['another sender', () => `sender:${oins.town}`, 0],
  ])('shows %s so many messages', async (_, actor, count) => {
    const client = new pg.Client({
      connectionString: scene.house.database.url,
      options: '-c role=volmacht_app',
    });
    await client.connect();
    try {
      await client.query('BEGIN');
      const set = `SELECT set_config('app.actor', $1, true), set_config('app.now', now()::text, true), set_config('app.assurance', 'high', true)`;
      await client.query(set, [actor()]);
      expect((await client.query('SELECT FROM message')).rowCount).toBe(count);
      const parts = count > 0 ? 1 : 0;
      for (const table of ['attachment', 'attachment_part'])
        expect((await client.query(`SELECT FROM ${table}`)).rowCount).toBe(parts);
      expect((await client.query('SELECT FROM message_mark')).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });
});
