import { newId } from '../../src/platform/ids.ts';
import { bsns, file, letter, oins, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await setScene()));
afterAll(() => scene.house.close());

const send = (body: unknown, key?: string, who = people.tax) =>
  scene.house.as(who).post('/v1/messages', body, key);
const pointers = (body: { errors: { location: { pointer: string }; code: string }[] }) =>
  body.errors.map(({ location, code }) => `${location.pointer} ${code}`);
const kept = async (id: string) =>
  (await scene.house.database.admin.query('SELECT * FROM message WHERE id = $1', [id])).rows[0];

describe('A sender delivers a message', () => {
  it('puts it in the inbox, says when, and records it without the BSN (R2)', async () => {
    const answer = await send(letter());
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      deliveredAt: expect.stringMatching(/Z$/),
      typeKnown: true,
      category: 'financial',
    });
    expect(JSON.stringify(answer.body)).not.toContain(bsns.yasmina);
    const { rows } = await scene.house.database.admin.query('SELECT t::text AS line FROM trail t');
    expect(JSON.stringify(rows)).not.toContain(bsns.yasmina);
    const [line] = await trailOf(scene.house, 'inbox.deliver');
    expect(line).toMatchObject({ client_id: scene.yasmina, object_id: answer.body.id, actor_id: oins.tax });
  });

  it.each([
    ['an unknown type', letter({ type: 'no-such-type' })],
    ['no type', letter({ type: undefined })],
    ['the type of another sender only', letter({ type: 'pension' })],
  ])('keeps a message with %s without type and category, and says so (R36)', async (_, body) => {
    const { admin } = scene.house.database;
    await admin.query(
      `INSERT INTO message_type VALUES ($1, 'pension', 'a', 'b', 'financial', 'low') ON CONFLICT DO NOTHING`,
      [oins.svb],
    );
    const answer = await send(body);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ typeKnown: false, notice: expect.stringContaining('sender-wide') });
    expect(answer.body.category).toBeUndefined();
    expect(await kept(answer.body.id)).toMatchObject({ type: null, category: null });
  });

  it.each([
    ['low', 'low', 'low'],
    ['substantial', 'low', 'substantial'],
    ['low', 'high', 'high'],
    ['high', 'substantial', 'high'],
  ])(
    'asks of its readers the highest of sender (%s) and type (%s): %s (R6)',
    async (sender, type, needed) => {
      const { admin } = scene.house.database;
      await admin.query('UPDATE sender SET assurance = $1 WHERE oin = $2', [sender, oins.town]);
      await admin.query('UPDATE message_type SET assurance = $1 WHERE sender = $2', [type, oins.town]);
      const answer = await send(letter(), newId(), people.town);
      expect(await kept(answer.body.id)).toMatchObject({ assurance: needed });
    },
  );

  it('delivers once, however often and however concurrently the same is sent (R13)', async () => {
    const key = newId();
    const body = letter({ subject: 'Once', attachments: [file('a.txt', 'once')] });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(body, key)));
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    for (const { status, body: refused } of answers)
      if (status === 409) expect(refused.code).toBe('request-in-progress');
    const again = await send(body, key);
    expect(again.status).toBe(201);
    for (const answer of answers) if (answer.status === 201) expect(answer.body).toEqual(again.body);
    const { rows } = await scene.house.database.admin.query(`SELECT id FROM message WHERE subject = 'Once'`);
    expect(rows).toEqual([{ id: again.body.id }]);
    const other = await send({ ...body, subject: 'Twice' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
  });

  it('names every field that is wrong, and echoes nothing (R1, R2)', async () => {
    const answer = await send({
      recipient: { bsn: '123456789' },
      subject: 'x'.repeat(256),
      body: 'é'.repeat(300 * 1024),
      attachments: [{ name: '', mediaType: 'text/html', content: 7 }],
      sender: oins.svb,
    });
    expect(answer.status).toBe(400);
    expect(pointers(answer.body).toSorted()).toEqual([
      '#/attachments/0/content base64',
      '#/attachments/0/mediaType one-of',
      '#/attachments/0/name file-name',
      '#/body text',
      '#/recipient/bsn bsn',
      '#/sender unknown-field',
      '#/subject text',
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('123456789');
  });

  it('takes names and texts in every script', async () => {
    const subject = 'Ğülşen O’Brïen-Łukaszewicz 山田 ‍नमस्ते';
    const answer = await send(letter({ subject, body: 'Zoë\n\tשלום 🎉' }));
    expect(answer.status).toBe(201);
    expect(await kept(answer.body.id)).toMatchObject({ subject, body: 'Zoë\n\tשלום 🎉' });
  });

  it.each([
    ['a citizen', people.yasmina],
    ['an employee', people.joris],
    ['an official', people.olga],
    ['a machine that is no sender', people.system],
  ])('is refused to %s', async (_, who) => {
    const answer = await scene.house.as(who).post('/v1/messages', letter());
    expect([answer.status, answer.body.code]).toEqual([403, 'wrong-kind-of-actor']);
  });

  it('wants an Idempotency-Key, and takes no more than 24 MiB', async () => {
    expect((await send(letter(), '')).body.errors).toMatchObject([{ location: { name: 'Idempotency-Key' } }]);
    const large = await send(letter({ attachments: [file('a.txt', 'a'.repeat(19 * 1024 * 1024))] }));
    expect([large.status, large.body.code]).toEqual([413, 'payload-too-large']);
  });
});
