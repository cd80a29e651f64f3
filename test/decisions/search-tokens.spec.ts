import { createCipheriv } from 'node:crypto';
import { deliver, trailOf } from '../inbox/scene.ts';
import { type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const messages = () => ({
  ...scene.question(),
  resource: { type: 'message', properties: { client: scene.yasmina } },
});
interface Page {
  readonly page: { readonly next_token: string };
  readonly results: readonly { readonly id: string }[];
}
/** Two thousand messages outside Joris's mandate: with the last of them a page of a search ends. */
const hideThousands = async () => {
  await deliver(scene.house, { type: 'support' });
  const { rows } = await scene.house.database.admin.query(
    `INSERT INTO message
     SELECT (jsonb_populate_record(m, jsonb_build_object('id', '00000000-0000-4000-8000-' || lpad(n::text, 12, '0')))).*
       FROM message m, generate_series(1, 2000) n RETURNING id`,
  );
  return rows.map(({ id }) => String(id));
};
const cutShort = async (search: object = messages()) =>
  (await scene.post('search/resource', search)).body as Page;
/** Whatever of it can be read, in the ways in which it may have been written. */
const readable = (token: string) =>
  [token, ...token.split('.')].flatMap((part) => [
    part,
    ...(['base64url', 'hex'] as const).map((form) => Buffer.from(part, form).toString('latin1')),
    Buffer.from(part, 'base64url').toString('hex'),
  ]);

describe('The token of a next page', () => {
  it('tells no id of what was looked at and is hidden (R34, R33)', async () => {
    const hidden = await hideThousands();
    const { results, page } = await cutShort();
    expect(results).toEqual([]);
    expect(page.next_token).not.toBe('');
    const told = readable(page.next_token).join(' ');
    expect(hidden.filter((id) => told.includes(id) || told.includes(id.replaceAll('-', '')))).toEqual([]);
  });

  it('goes on behind what was looked at, and finds what is there', async () => {
    await hideThousands();
    const money = await deliver(scene.house);
    const { page } = await cutShort();
    const next = await scene.post('search/resource', { ...messages(), page: { token: page.next_token } });
    expect((next.body as Page).results).toEqual([{ type: 'message', id: money }]);
  });

  it('is of one search and of one system: anybody else who sends it is refused', async () => {
    await hideThousands();
    const { page } = await cutShort();
    const again = { ...messages(), page: { token: page.next_token } };
    const other = { ...again, action: { name: 'download' } };
    expect((await scene.post('search/resource', other)).status).toBe(400);
    await scene.register({}, oins.town);
    expect((await scene.post('search/resource', again, people.town)).status).toBe(400);
    expect((await scene.post('search/resource', again)).status).toBe(200);
  });

  it('cannot be made or changed, to begin where somebody likes', async () => {
    await hideThousands();
    const { page } = await cutShort();
    const [key = '', nonce = '', tag = '', text = ''] = page.next_token.split('.');
    const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
    const own = Buffer.concat([cipher.update('ffffffff-ffff-8fff-bfff-ffffffffffff'), cipher.final()]);
    const forged = [
      [key, nonce, tag, `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`],
      [key, nonce, Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url'), text],
      [key, ...[Buffer.alloc(12), cipher.getAuthTag(), own].map((part) => part.toString('base64url'))],
      ['no-key', nonce, tag, text],
      [key, nonce, tag],
      ['x'.repeat(5_000)],
    ].map((parts) => parts.join('.'));
    for (const token of forged) {
      const { status, body } = await scene.post('search/resource', { ...messages(), page: { token } });
      expect([status, body]).toMatchObject([
        400,
        { errors: [{ code: 'form', location: { pointer: '#/page/token' } }] },
      ]);
    }
  });
});

describe('How far a search comes', () => {
  /** How many were decided about, and whether there was a token. */
  const farness = async (what: string, search: object) => {
    const { status, body } = await scene.post(`search/${what}`, search);
    const line = (await trailOf(scene.house, 'decision.search')).at(-1);
    const { page } = body as Page;
    return { status, decided: (line?.details as { decided: number }).decided, ends: page.next_token === '' };
  };
  const nothing = { status: 200, decided: 0, ends: true };

  it.each<[string, Record<string, unknown>, () => object]>([
    ['a citizen about the inbox of another', {}, () => ({ subject: { type: 'citizen', id: scene.pieter } })],
    [
      'an office that she never authorised',
      {},
      () => ({ subject: { type: 'organisation', id: scene.haven } }),
    ],
    [
      'of senders about whom the system may not ask',
      { senders: [oins.town] },
      () => ({
        resource: {
          type: 'message',
          properties: { client: scene.yasmina, sender: oins.town, category: 'care' },
        },
      }),
    ],
  ])('does not say how many messages there are: %s', async (_, registration, more) => {
    await hideThousands();
    await scene.register(registration);
    expect(await farness('resource', { ...messages(), ...more() })).toEqual(nothing);
  });

  it('does not say which mandates were not offered to a client, nor which offices asked for one (R3)', async () => {
    const { house, pieter, vermeer } = scene;
    await house.world.mandate({ client: pieter, organisation: vermeer, state: 'requested' });
    const subject = { type: 'citizen', id: pieter };
    const see = { ...scene.question(), subject, action: { name: 'see' }, resource: { type: 'mandate' } };
    expect(await farness('resource', see)).toEqual(nothing);
    const resource = { ...scene.inbox(), id: pieter };
    for (const type of ['employee', 'organisation'])
      expect(await farness('subject', { ...scene.question(), subject: { type }, resource })).toEqual(nothing);
  });

  it('is to the mandate that is asked about, also when nobody answered it yet', async () => {
    const { house, pieter, vermeer } = scene;
    const id = await house.world.mandate({ client: pieter, organisation: vermeer, state: 'requested' });
    const resource = { type: 'mandate', id };
    const search = {
      ...scene.question(),
      subject: { type: 'organisation' },
      action: { name: 'see' },
      resource,
    };
    const { body } = await scene.post('search/subject', search);
    expect((body as Page).results).toEqual([{ type: 'organisation', id: vermeer }]);
  });
});
