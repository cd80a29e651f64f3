import { bsns, oins, people } from '../support/cast.ts';
import type { Answered, Office } from '../mandates/scene.ts';
import { type LifeScene, openLifeScene } from './scene.ts';

let scene: LifeScene;
let office: Office;
let mandate: Answered;
let yasmina: string;
beforeEach(async () => {
  scene = await openLifeScene();
  office = await scene.office();
  mandate = await scene.active(office.joris);
  yasmina = mandate.client.id;
});
afterEach(() => scene.close());

const told = (kind: string, on: number, more: object = {}) =>
  scene.tell({ bsn: bsns.yasmina, kind, effectiveOn: scene.world.day(on), ...more });
type Notice = { kind: string; mandate?: string; organisation?: object; words: { nl: string; en: string } };
const notices = async (who: object) =>
  (await scene.as(who as never).get('/v1/notices')).body.items as Notice[];
const running = async () => (await scene.row(mandate)).state;
const brussels = { country: 'BE', address: ['Rue Exemple 1', '1000 Brussel'] };

describe('Yasmina goes to live in Belgium', () => {
  it('is a client abroad from then on, her mandates stay, and only she hears of it', async () => {
    await told('emigration', -3, brussels);
    expect(await scene.clientRow(yasmina)).toMatchObject({
      ...{ abroad: true, country: 'BE', residence_since: expect.anything() },
    });
    expect(await running()).toBe('active');
    const [notice] = await notices(people.yasmina);
    expect(notice).toMatchObject({ kind: 'moved-abroad' });
    expect(notice).not.toHaveProperty('mandate');
    expect(notice).not.toHaveProperty('organisation');
    expect(notice?.words.nl).toMatch(
      /^U woont sinds .* in het buitenland\. .* Klopt dit niet\? Neem contact op/,
    );
    expect(await notices(office.anna)).toEqual([]);
  });

  it('has ninety days for the code of a letter, though the register that was asked is behind (R11)', async () => {
    await told('emigration', -3, brussels);
    const other = await scene.office();
    const offered = await scene.offered(other.joris);
    const until = await scene.row(offered);
    expect(new Date(until.code_until as string).getTime()).toBeGreaterThan(Date.now() + 85 * 86_400_000);
    expect((await scene.clientRow(yasmina)).abroad).toBe(true);
  });

  it('comes back, and is no client abroad any more', async () => {
    await told('emigration', -9, brussels);
    await told('return', -2, { address: ['Voorbeeldstraat 12', '3511 AB Utrecht'] });
    expect(await scene.clientRow(yasmina)).toMatchObject({ abroad: false, country: null });
    expect((await notices(people.yasmina)).map(({ kind }) => kind)).toEqual(['came-back', 'moved-abroad']);
  });

  it('also when the return is told first', async () => {
    await told('return', -2, { address: ['Voorbeeldstraat 12'] });
    await told('emigration', -9, brussels);
    expect((await scene.clientRow(yasmina)).abroad).toBe(false);
    expect((await notices(people.yasmina)).map(({ kind }) => kind)).toEqual(['came-back']);
  });

  it('moves there, which is no office’s affair', async () => {
    await told('emigration', -9, brussels);
    await told('address-change', -2, { country: 'BE', address: ['Rue Exemple 2', '1000 Brussel'] });
    expect(await scene.clientRow(yasmina)).toMatchObject({ abroad: true, country: 'BE' });
    expect((await notices(people.yasmina))[0]).toMatchObject({ kind: 'moved' });
    expect(await notices(office.anna)).toEqual([]);
  });
});

describe('Yasmina is called otherwise, and comes of age', () => {
  it('her new name is used at once, and she and her office hear of it', async () => {
    await told('name-change', -3, { name: 'Yasmina Bakker' });
    expect((await scene.see(office.anna, mandate)).body.client.name).toBe('Yasmina Bakker');
    expect((await notices(people.yasmina))[0]?.words.en).toMatch(/^Since .* you are called Yasmina Bakker\./);
    const [notice] = await notices(office.anna);
    expect(notice).toMatchObject({ kind: 'name-changed', mandate: mandate.id });
    expect(notice?.words.nl).toMatch(/^Een cliënt heeft sinds .* een andere naam: Yasmina Bakker\./);
  });

  it('her name is not undone by a register that was asked and is behind', async () => {
    await told('name-change', -3, { name: 'Yasmina Bakker' });
    await scene.active((await scene.office()).joris);
    expect((await scene.clientRow(yasmina)).name).toBe('Yasmina Bakker');
  });

  it('from her eighteenth birthday on she decides herself: she and her office hear so, and nothing ends', async () => {
    await told('coming-of-age', 0);
    expect(await running()).toBe('active');
    for (const who of [people.yasmina, office.anna])
      expect((await notices(who))[0]).toMatchObject({ kind: 'came-of-age' });
  });
});

describe('A register says that Yasmina is under curatele', () => {
  it('while that waits for the order she gives nothing new: what is in doubt is not allowed (R26)', async () => {
    const other = await scene.office();
    const asked = await scene.offered(other.joris);
    await told('curatele', -3);
    const wish = {
      ...{ organisation: (await scene.office()).id, from: scene.world.day(0), until: scene.world.day(90) },
      lines: [{ sender: oins.tax, category: 'care', actions: ['read'] }],
    };
    const given = await scene.as(people.yasmina).post('/v1/mandates', wish);
    expect([given.status, given.body.code]).toEqual([403, 'under-guardianship']);
    expect(given.body.detail).toContain('or a register says so');
    expect((await scene.act(people.yasmina, asked, 'consent')).status).toBe(403);
    const [event] = await scene.queue();
    const path = `/v1/life-events/${String(event?.id)}/resolution`;
    await scene.as(people.olga).post(path, { decision: 'close', reason: 'That was somebody else.' });
    expect((await scene.act(people.yasmina, asked, 'consent')).status).toBe(200);
  });

  it('an official who had put a mandate on hold does not let it go on meanwhile', async () => {
    const move = (which: string) =>
      scene.as(people.olga).post(`/v1/mandates/${mandate.id}/${which}`, { reason: 'Looked into it.' });
    expect((await move('suspension')).status).toBe(200);
    await told('curatele', -3);
    const refused = await move('resumption');
    expect([refused.status, refused.body.code]).toEqual([403, 'under-guardianship']);
    const [event] = await scene.queue();
    const path = `/v1/life-events/${String(event?.id)}/resolution`;
    await scene.as(people.olga).post(path, { decision: 'close', reason: 'That was somebody else.' });
    expect(await move('resumption')).toMatchObject({ status: 200, body: { state: 'active' } });
  });

  it('what she gave stays: an official is asked to have the order registered, and she hears that', async () => {
    await told('curatele', -3);
    expect(await running()).toBe('active');
    expect((await notices(people.yasmina))[0]?.words.nl).toMatch(
      /Tot dan blijven uw machtigingen zoals ze zijn, en kunt u geen nieuwe geven\./,
    );
    expect(await notices(office.anna)).toEqual([]);
    const [event] = await scene.queue();
    expect(event).toMatchObject({ kind: 'curatele', outcome: 'waiting', question: { code: 'order-needed' } });
    const path = `/v1/life-events/${String(event?.id)}/resolution`;
    const wish = { decision: 'carry-out', reason: 'It stands in the register.' };
    const carried = await scene.as(people.olga).post(path, wish);
    expect([carried.status, carried.body.code]).toEqual([409, 'move-not-possible']);
    const closed = await scene
      .as(people.olga)
      .post(path, { decision: 'close', reason: 'The order is registered.' });
    expect(closed.body).toMatchObject({ outcome: 'closed', settled: { reason: 'The order is registered.' } });
    expect(await scene.queue()).toEqual([]);
  });
});
