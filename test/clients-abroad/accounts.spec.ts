import { european } from '../support/cast.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const counts = async () =>
  (
    await scene.rows(
      'SELECT (SELECT count(*) FROM client) AS clients, (SELECT count(*) FROM client_means) AS means',
    )
  )[0];
const from = (country: string, name: string, born = '1960-02-29') =>
  european(`${country}/NL/${name}`, ['Test', name], born);

describe('An account opens only when somebody asks for it (R37)', () => {
  it('Signing in and looking around changes nothing', async () => {
    const before = await counts();
    for (const path of ['/v1/me', '/v1/clients-abroad/account', '/v1/messages', '/v1/mandates'])
      await scene.as(people.elise).get(path);
    await scene.tasks();
    expect(await counts()).toEqual(before);
    expect((await scene.account(people.elise)).body).toMatchObject({ state: 'none', means: [] });
    expect(await scene.me(people.elise)).toEqual({ kind: 'unlinked', assurance: 'substantial' });
  });

  it('Nothing of the house is open to a means of nobody, and it hears why', async () => {
    const { status, body } = await scene.as(people.elise).get('/v1/messages');
    expect([status, body.code]).toEqual([403, 'means-not-linked']);
    expect(body.detail).toMatch(/No account belongs to this means/);
    const dutch = await scene.as(people.elise).get('/v1/mandates').set('Accept-Language', 'nl');
    expect(dutch.body.detail).toMatch(/Bij dit inlogmiddel hoort nog geen account/);
  });

  it.each([
    ['not confirmed', { confirmed: false }, '#/confirmed'],
    ['confirmed by a word', { confirmed: 'true' }, '#/confirmed'],
    ['no such time zone', { timeZone: 'Mars/Olympus' }, '#/timeZone'],
    ['another language', { language: 'de' }, '#/language'],
  ])('It is asked for in whole: %s', async (_, wrong, pointer) => {
    const { status, body } = await scene.ask(people.elise, wrong);
    expect(status).toBe(400);
    expect(body.errors[0].location.pointer).toBe(pointer);
  });

  it('A means of level low, and an account that proves nothing, open none', async () => {
    const low = european('BE/NL/low-1', ['Lou', 'Laag'], '1970-01-01', 'low');
    for (const who of [low, { sub: 'account-x', means: 'account', acr: low.acr }]) {
      const { status, body } = await scene.ask(who);
      expect([status, body.code]).toEqual([403, 'assurance-too-low']);
    }
  });
});

describe('Who it is, is found out behind the answer', () => {
  it('Klaus from Germany is known: he is the citizen of his BSN, and his messages are there', async () => {
    const client = await scene.world.client('999990056');
    await scene.world.message(client, { subject: 'Your pension' });
    expect(await scene.opened(people.klaus)).toBe(client);
    expect((await scene.account(people.klaus)).body).toMatchObject({
      ...{ state: 'open', citizenServiceNumber: 'linked' },
      means: [{ kind: 'eidas', country: 'DE' }],
    });
    const { body } = await scene.as(people.klaus).get('/v1/messages');
    expect(body.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Your pension']);
  });

  it('Élise from Belgium is not: she gets an account under a pseudonym of her own', async () => {
    await scene.opened(people.elise);
    const [row] = await scene.rows(
      'SELECT * FROM client WHERE id = $1',
      (await scene.me(people.elise)).client,
    );
    expect(row).toMatchObject({ bsn_index: null, bsn_sealed: null, name: 'Élise Dubois', abroad: true });
    expect((await scene.account(people.elise)).body).toMatchObject({
      ...{ state: 'open', citizenServiceNumber: 'being-checked' },
      means: [{ kind: 'eidas', country: 'BE' }],
    });
  });

  it('Asking twice is asking once', async () => {
    const who = from('PT', 'Twice');
    expect((await scene.ask(who)).status).toBe(202);
    expect((await scene.ask(who)).status).toBe(202);
    await scene.tasks();
    const { client } = await scene.me(who);
    expect(await scene.rows('SELECT state FROM identity_case WHERE client_id = $1', client)).toEqual([
      { state: 'granted' },
    ]);
    expect((await scene.ask(who)).body.code).toBe('wrong-kind-of-actor');
  });

  it('The identifier is case-sensitive: another spelling is another person (R1)', async () => {
    await scene.opened(from('FR', 'Marie-1'));
    expect((await scene.me(from('FR', 'marie-1'))).kind).toBe('unlinked');
    expect((await scene.me(from('FR', 'Marie-1'))).kind).toBe('citizen');
  });

  it('It is kept sealed, and found by a keyed index, like a BSN', async () => {
    const dump = JSON.stringify([
      await scene.rows('SELECT * FROM client_means'),
      await scene.rows('SELECT * FROM identity_case'),
      await scene.rows('SELECT * FROM client_contact'),
      await scene.rows('SELECT * FROM trail'),
      await scene.rows('SELECT * FROM answer'),
    ]);
    for (const secret of ['elise-dubois', 'Dubois', '1961-07-21', 'klaus-weber'])
      expect([secret, dump.includes(secret)]).toEqual([secret, false]);
  });
});

describe('A source that fails knows nobody, and takes nobody for unknown', () => {
  it('It is being checked until the source answers', async () => {
    const who = from('IT', 'Patient');
    const repair = scene.replaceSource(() => Promise.reject(new Error('no answer')));
    await scene.ask(who);
    await scene.tasks();
    expect((await scene.account(who)).body).toMatchObject({ state: 'being-checked' });
    expect((await scene.me(who)).kind).toBe('unlinked');
    repair();
    await scene.hurry();
    await scene.tasks();
    expect((await scene.account(who)).body).toMatchObject({ state: 'open' });
  });

  it('The simulator does so for who is called Störung', async () => {
    const who = european('DE/NL/stoerung', ['Egon', 'Störung'], '1966-06-06');
    await scene.ask(who);
    await scene.tasks();
    expect((await scene.account(who)).body).toMatchObject({ state: 'being-checked' });
    expect((await scene.rows(`SELECT failure FROM job WHERE kind = 'match-identity'`))[0]).toEqual({
      failure: expect.stringMatching(/^unavailable at /),
    });
  });
});
