import { bsns, deliver, kvks, people } from './scene.ts';
import { cees, openOffice, type Told } from './work.scene.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;
let scene: Office['scene'];
let mandate: Office['mandate'];
let act: Office['act'];
let look: Office['look'];
let as: Office['as'];
beforeAll(async () => void ({ scene, mandate, act, look, as } = await openOffice()));
afterAll(() => scene.house.close());

const noted = ({ items }: Told) => items.map((item) => [item.act, item.by?.name, item.note]);

describe('What was noted when a message was handled', () => {
  it('Joris notes the first, Cees the second, and the office keeps both, each with its act', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'handling', { note: 'Eerste.' });
    await act(cees, id, 'reopening');
    await act(cees, id, 'handling');
    await act(people.joris, id, 'reopening', { take: true });
    await act(people.joris, id, 'handling', { note: 'Tweede.' });
    const seen = await look(people.bob, id);
    expect(noted(seen)).toEqual([
      ['handle', 'joris', 'Tweede.'],
      ['reopen', 'joris', undefined],
      ['handle', 'cees', undefined],
      ['reopen', 'cees', undefined],
      ['handle', 'joris', 'Eerste.'],
    ]);
    expect(seen.work).toMatchObject({ state: 'handled', note: 'Tweede.' });
    const { body } = await as(people.joris).get(`/v1/messages/${id}/work?limit=1`);
    expect(noted(body)).toEqual([['handle', 'joris', 'Tweede.']]);
    const next = await as(people.joris).get(`/v1/messages/${id}/work?cursor=${body.next}`);
    expect(noted(next.body).at(-1)).toEqual(['handle', 'joris', 'Eerste.']);
  });

  it('Yasmina sees who handled it and when, another office nothing, and neither a note (R35)', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'handling', { note: 'She forgot to sign.' });
    await act(people.joris, id, 'reopening');
    const hers = await as(people.yasmina).get(`/v1/messages/${id}/work`);
    expect(hers.body.items).toMatchObject([
      { act: 'reopen', organisation: { name: `Office ${kvks.vermeer}` } },
      { act: 'handle', organisation: { name: `Office ${kvks.vermeer}` } },
    ]);
    const theirs = await as(people.gerda).get(`/v1/messages/${id}/work`);
    for (const { text } of [hers, theirs]) expect(text).not.toContain('forgot');
    expect(
      JSON.stringify((await scene.house.database.admin.query('SELECT details FROM trail')).rows),
    ).not.toContain('forgot');
  });

  it('What is noted once is not changed or taken away, nor written in another’s name, by the application itself', async () => {
    const id = await deliver(scene.house, { recipient: { bsn: bsns.yasmina } });
    await act(people.joris, id, 'handling', { note: 'Paid.' });
    const client = await scene.house.database.admin.connect();
    const attempt = async (who: string, sql: string) => {
      await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
      await client.query(
        `SELECT set_config('app.actor', $1, true), set_config('app.now', now()::text, true),
                set_config('app.assurance', 'substantial', true)`,
        [who],
      );
      const outcome = await client.query(sql).then(
        ({ rowCount }) => rowCount,
        ({ code }: { code: string }) => code,
      );
      await client.query('ROLLBACK');
      return outcome;
    };
    const joris = `employee:${scene.joris}:${scene.vermeer}`;
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM employee WHERE name = 'cees'`);
    try {
      expect(await attempt(joris, 'SELECT FROM message_note')).toBeGreaterThan(0);
      expect(await attempt(joris, `UPDATE message_note SET note = 'x'`)).toBe('42501');
      expect(await attempt(joris, 'DELETE FROM message_note')).toBe('42501');
      expect(
        await attempt(
          joris,
          `INSERT INTO message_note SELECT gen_random_uuid(), organisation_id, client_id, message_id, 'x', '${rows[0]?.id}',
                  acting_now() FROM message_note LIMIT 1`,
        ),
      ).toBe('42501');
      expect(await attempt(`citizen:${scene.yasmina}`, 'SELECT FROM message_note')).toBe(0);
      const ofThis = `SELECT FROM message_note WHERE message_id = '${id}'`;
      expect(await attempt(joris, ofThis)).toBe(1);
      await as(people.yasmina).post('/v1/shields', { message: id }).expect(201);
      expect(await attempt(joris, ofThis)).toBe(0); // shielded, and what was noted of it too
      await as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`).expect(200);
      expect(await attempt(joris, 'SELECT FROM message_note')).toBe(0); // R17
    } finally {
      client.release();
    }
  });
});
