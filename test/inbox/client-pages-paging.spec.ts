import { newId } from '../../src/platform/ids.ts';
import { oins, people, type Scene, setScene } from './scene.ts';

type Listed = { items: { client: { id: string } }[]; next?: string; prev?: string };

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.house.close());

const each = 'unnest($1::uuid[]) WITH ORDINALITY AS each (id, place)';

/** So many clients of Vermeer, whom Joris handles. */
async function clients(many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, () => newId() as string);
  for (const [sql, ...values] of [
    [`INSERT INTO client (id, bsn_index, bsn_sealed, since) SELECT id, id, 'x', now() FROM ${each}`],
    [
      `INSERT INTO assignment (id, organisation_id, client_id, employee_id, since)
       SELECT id, $2, id, $3, now() FROM ${each}`,
      ...[scene.vermeer, scene.joris],
    ],
    [
      `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, activated_at)
       SELECT id, id, $2, 'active', '2026-01-01', '2030-01-01', '2026-03-01', now(), now() FROM ${each}`,
      scene.vermeer,
    ],
    [
      `INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
       SELECT id, id, id, $2, $3, 'all', '{read}', '[2026-01-01,2030-01-01)', true FROM ${each}`,
      ...[scene.vermeer, oins.tax],
    ],
  ] as [string, ...string[]][])
    await scene.house.database.admin.query(sql, [ids, ...values]);
  return ids;
}

/** Messages to each of these: `again` times, an interval apart, of which the last so long ago. */
const messages = (
  to: string[],
  { again = '1', ago = '0 minutes', attachments = 0 }: { again?: string; ago?: string; attachments?: number },
) =>
  scene.house.database.admin.query(
    `INSERT INTO message (client_id, id, sender, category, subject, body, assurance, attachments, delivered_at)
     SELECT id, gen_random_uuid(), $2, 'financial', 'x', 'x', 'low', $4::int,
            date_trunc('milliseconds', now()) - $3::interval - (place + 500 * turn) * interval '1 second'
       FROM ${each}, generate_series(1, ${again}) AS turn`,
    [to, oins.tax, ago, attachments],
  );

const get = async (query = ''): Promise<Listed> =>
  (await scene.house.as(people.joris).get(`/v1/messages/_counts/clients${query}`).expect(200)).body;
const ofPage = ({ items }: Listed) => items.map(({ client }) => client.id);

/** Every page, by the links of one way; the last of them. */
async function follow(first: Listed, way: 'next' | 'prev', query: string): Promise<[string[][], Listed]> {
  const pages = [ofPage(first)];
  let page = first;
  for (let cursor = page[way]; cursor; cursor = page[way]) {
    page = await get(`${query}&cursor=${cursor}`);
    pages.push(ofPage(page));
  }
  return [pages, page];
}

describe('Clients with messages, page by page', () => {
  it.each([20, 90])('of %i no one is missing and no one is there twice, on and back', async (many) => {
    const all = await clients(many);
    await messages(all, { again: '1 + place % 3' });
    const [pages, last] = await follow(await get('?limit=7'), 'next', '?limit=7');
    expect(pages.flat()).toEqual(all);
    const [backwards] = await follow(last, 'prev', '?limit=7');
    expect(backwards.toReversed()).toEqual(pages);
  });

  it('stops looking after so many messages, tells where to go on, and names only what Joris may see (R34)', async () => {
    const all = await clients(90);
    const theirs = await clients(90);
    await scene.house.database.admin.query(
      'UPDATE assignment SET ended_at = now() WHERE client_id = ANY ($1)',
      [theirs],
    );
    await messages(all, { again: '80' });
    await messages(theirs, { again: '110', ago: '2 days' });
    const rare = all.slice(0, 3);
    await messages(rare, { ago: '4 days', attachments: 1 });
    const first = await get('?attached=true');
    expect(ofPage(first)).toEqual([]);
    const [pages, last] = await follow(first, 'next', '?attached=true');
    expect(pages.flat()).toEqual(rare);
    const [, id] = Buffer.from(first.next ?? '', 'base64url')
      .toString()
      .split(/ \S+Z /);
    await scene.house.as(people.joris).get(`/v1/messages/${id}`).expect(200);
    expect((await follow(last, 'prev', '?attached=true'))[0].flat()).toEqual([...rare]);
  }, 60_000);
});

describe('The numbers beside the list', () => {
  it('count on when the first clients have too little', async () => {
    await messages(await clients(70), {});
    const numbers = await scene.house.as(people.joris).get('/v1/messages/_counts').expect(200);
    const one = await scene.house.as(people.joris).get('/v1/messages/_counts?only=all').expect(200);
    const all = { count: 70, more: false };
    expect([numbers.body, one.body]).toMatchObject([{ all, unread: all, heldByNobody: all }, { all }]);
  });
});
