import { rowsOf } from '../support/csv-rows.ts';
import type { Claims } from '../support/house.ts';
import { ask, rest } from '../support/slow-reader.ts';
import { bsns, deliver, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
let mandates: string[];
beforeAll(async () => {
  scene = await setScene();
  const { world, database } = scene.house;
  mandates = [];
  for (const client of [scene.yasmina, scene.pieter])
    mandates.push(await world.mandate({ client, organisation: scene.vermeer }));
  await database.admin.query(`UPDATE client SET name = '@Yasmina' WHERE id = $1`, [scene.yasmina]);
});
afterAll(() => scene.house.close());

const path = '/v1/messages/_export';
async function exported(claims: Parameters<Scene['house']['as']>[0], query = '', language = '') {
  const answer = await scene.house
    .as(claims)
    .get(path + query)
    .set('Accept-Language', language);
  return { answer, rows: answer.status === 200 ? rowsOf(answer.text) : [] };
}

describe('The list of messages in a file for a spreadsheet', () => {
  it('holds what the list over all clients holds, spreadsheet-safe and without a BSN (R2)', async () => {
    const by = scene.house.world.day(30);
    const one = await deliver(scene.house, {
      ...{ subject: `=HYPERLINK("x";${bsns.yasmina})`, reply: { by, kind: 'objection' } },
    });
    const two = await deliver(scene.house, { recipient: { bsn: bsns.pieter } });
    const { answer, rows } = await exported(people.joris);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="berichten-${scene.house.world.day(0)}.csv"`,
    });
    expect(answer.text.startsWith('\ufeffBezorgd;Cliënt;Afzender;Rubriek;Onderwerp;')).toBe(true);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(rows).toEqual([
      [
        ...[time, '', 'Afnemer 1000', 'financieel', 'Your assessment', '', '', '0'],
        ...['nee', 'nee', 'open', '', 'nee', two, scene.pieter],
      ],
      [
        ...[
          time,
          "'@Yasmina",
          'Afnemer 1000',
          'financieel',
          `'=HYPERLINK("x";******019)`,
          by,
          'bezwaar',
          '0',
        ],
        ...['nee', 'nee', 'open', '', 'nee', one, scene.yasmina],
      ],
    ]);
  });

  it('takes the filters of the list, and none that it does not know', async () => {
    const { rows } = await exported(people.joris, `?client=${scene.pieter}&unread=true`, 'en');
    expect(rows.map((row) => [row[3], row[14]])).toEqual([['financial', scene.pieter]]);
    expect((await exported(people.joris, '?category=care')).rows).toEqual([]);
    const { answer } = await exported(people.joris, '?cursor=x');
    expect([answer.status, answer.body.errors[0].location]).toEqual([400, { name: 'cursor' }]);
  });

  it('takes words to look for as well, in the body of a request, for they may be personal', async () => {
    const letter = { recipient: { bsn: bsns.pieter }, body: 'Uw huurtoeslag verandert.' };
    const id = await deliver(scene.house, letter);
    const found = async (body: object, claims: Claims = people.joris) =>
      scene.house.as(claims).post(path, body).set('Accept-Language', 'en');
    const answer = await found({ text: 'huurtoeslagen', category: 'financial' });
    expect(answer.headers['content-disposition']).toContain('messages-');
    expect(rowsOf(answer.text).map((row) => row[13])).toEqual([id]);
    expect(rowsOf((await found({ text: 'huurtoeslagen', category: 'care' })).text)).toEqual([]);
    expect(rowsOf((await found({ text: 'huurtoeslagen' }, people.gerda)).text)).toEqual([]);
    for (const [body, at] of [
      [{}, '#/text'],
      [{ text: 'de het een' }, '#/text'],
      [{ text: 'x', limit: 3 }, '#/limit'],
    ] as const) {
      const { status, body: problem } = await found(body);
      expect([status, problem.errors[0].location]).toEqual([400, { pointer: at }]);
    }
    expect(JSON.stringify(await trailOf(scene.house, 'inbox.list'))).not.toContain('huurtoeslagen');
  });

  it('is a client’s own for a client, nobody’s for another office, and a problem for who may not', async () => {
    expect((await exported(people.yasmina)).rows.map((row) => row[14])).toEqual([scene.yasmina]);
    expect((await exported(people.gerda)).rows).toEqual([]);
    expect((await exported(people.gerda, `?client=${scene.yasmina}`)).answer.status).toBe(404);
    expect((await exported(people.olga)).answer.status).toBe(403);
  });

  describe('of many messages', () => {
    beforeAll(async () => {
      await scene.house.database.admin.query(
        `INSERT INTO message (client_id, id, sender, type, category, assurance, subject, body, delivered_at)
         SELECT ($1::uuid[])[1 + number % 2], gen_random_uuid(), '00000099000000001000', 'assessment', 'financial', 'low',
                'Number ' || number, 'Body', now() - number * interval '1 minute'
           FROM generate_series(1, 10200) number`,
        [[scene.yasmina, scene.pieter]],
      );
    }, 30_000);

    it('comes in pages, each on the record with each client on it, and says that more do not fit (R35)', async () => {
      const before = (await trailOf(scene.house, 'inbox.list')).length;
      const { rows } = await exported(people.joris);
      expect(rows).toHaveLength(10_001);
      expect(new Set(rows.map((row) => row[13])).size).toBe(10_001);
      expect(rows.at(-1)).toEqual([expect.stringContaining('Dit bestand houdt hier op')]);
      const lines = (await trailOf(scene.house, 'inbox.list')).slice(before);
      expect(lines).toHaveLength(60);
      for (const client of [scene.yasmina, scene.pieter, null])
        expect(lines.filter((line) => line.client_id === client)).toHaveLength(20);
    }, 30_000);

    it('holds nothing of a client after he revoked, and goes on with the others (R17)', async () => {
      const { house, pieter } = scene;
      const response = await ask(house, people.joris, 'GET', path);
      const answer = await house.as(people.pieter).post(`/v1/mandates/${mandates[1]}/revocation`);
      expect(answer.status).toBe(200);
      const told = (await trailOf(house, 'inbox.list')).filter((line) => line.client_id === pieter).length;
      const { bytes, whole } = await rest(response);
      expect(whole).toBe(true);
      const rows = rowsOf(bytes.toString());
      const his = rows.filter((row) => row[14] === pieter).length;
      expect(his).toBeLessThan(5_000);
      expect(rows.filter((row) => row[14] === scene.yasmina).length).toBeGreaterThan(5_000);
      const after = (await trailOf(house, 'inbox.list')).filter((line) => line.client_id === pieter).length;
      expect(after - told).toBeLessThanOrEqual(1); // the page under way
    }, 30_000);

    it('is visibly not whole when the one client that it is of revokes', async () => {
      const { house, yasmina } = scene;
      const response = await ask(house, people.joris, 'GET', `${path}?client=${yasmina}`);
      await house.as(people.yasmina).post(`/v1/mandates/${mandates[0]}/revocation`).expect(200);
      expect((await rest(response)).whole).toBe(false);
      expect((await trailOf(house, 'inbox.list')).at(-1)).toMatchObject({ reason: 'mandate-revoked' });
    }, 30_000);
  });
});
