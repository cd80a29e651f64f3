import { bsns, kvks, people } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';

/** Sara works for two offices, and her sign-in service gives her the same subject in both. */
const sara = (kvk: string): Claims => ({ ...people.joris, sub: 'eh-sara', kvk });
const [atVermeer, atHaven] = [sara(kvks.vermeer), sara(kvks.haven)];

let house: House;
let offices: Record<string, string>;
let saras: Record<string, string>;
let clients: Record<string, string>;
let messages: Record<string, string>;
beforeAll(async () => {
  house = await openHouse();
  const { world } = house;
  await world.senders();
  const settle = async (kvk: string, name: string, bsn: string) => {
    const office = await world.organisation(kvk, { name });
    const employee = await world.employee(office, 'sara', 'administrator', { subject: 'test:eh-sara' });
    const colleague = await world.employee(office, `colleague of ${name}`);
    const client = await world.client(bsn);
    await world.mandate({ client, organisation: office, requestedBy: employee });
    await world.assign(office, client, { employee });
    await world.team(office, `team of ${name}`, [employee]);
    await house.database.admin.query(`UPDATE client SET name = $2 WHERE id = $1`, [
      client,
      `Client of ${name}`,
    ]);
    const cover = { absent: employee, substitute: colleague, from: world.day(1), until: world.day(9) };
    const as = house.as(sara(kvk));
    await as.post(`/v1/representative-organisations/${office}/covers`, cover);
    const message = await world.message(client, { subject: `Letter to the client of ${name}` });
    return { office, employee, client, message };
  };
  const vermeer = await settle(kvks.vermeer, 'Vermeer', bsns.yasmina);
  const haven = await settle(kvks.haven, 'Haven', bsns.pieter);
  offices = { vermeer: vermeer.office, haven: haven.office };
  saras = { vermeer: vermeer.employee, haven: haven.employee };
  clients = { vermeer: vermeer.client, haven: haven.client };
  messages = { vermeer: vermeer.message, haven: haven.message };
});
afterAll(() => house.close());

const me = async (who: Claims) => (await house.as(who).get('/v1/me')).body;

describe('Sara works for two offices', () => {
  it('and sees both in each sign-in, and which one this is', async () => {
    const office = (name: 'vermeer' | 'haven', current: boolean) => ({
      ...{ organisation: offices[name], name: name === 'vermeer' ? 'Vermeer' : 'Haven', kvk: kvks[name] },
      ...{ since: '2020-01-01', current },
    });
    expect(await me(atVermeer)).toMatchObject({
      employee: saras.vermeer,
      offices: [office('haven', false), office('vermeer', true)],
    });
    expect(await me(atHaven)).toMatchObject({
      employee: saras.haven,
      offices: [office('haven', true), office('vermeer', false)],
    });
    expect(await me(sara(kvks.new))).toMatchObject({
      kind: 'newcomer',
      offices: [office('haven', false), office('vermeer', false)],
    });
  });

  it('while anyone else sees his own only, and a citizen none', async () => {
    await house.world.employee(offices.vermeer ?? '', 'joris');
    expect((await me(people.joris)).offices).toMatchObject([
      { organisation: offices.vermeer, current: true },
    ]);
    expect((await me(people.nadia)).offices).toEqual([]);
    expect((await me(people.yasmina)).offices).toBeUndefined();
  });

  it('and on no list of one office does anything of the other show', async () => {
    const own = (office: string) => `/v1/representative-organisations/${office}`;
    const lists = (office: string) => [
      ...['clients', 'employees', 'teams', 'covers', 'workload'].map((each) => `${own(office)}/${each}`),
      ...['/v1/messages', '/v1/mandates', '/v1/mandate-reviews', '/v1/notices', '/v1/inbox-views'],
    ];
    const [marksVermeer, marksHaven] = ['vermeer', 'haven'].map((name) => [
      ...[saras[name], clients[name], messages[name]],
      ...(name === 'vermeer' ? ['Vermeer', 'vermeer'] : ['Haven', 'haven']),
    ]);
    for (const [who, office, foreign] of [
      [atVermeer, offices.vermeer, marksHaven],
      [atHaven, offices.haven, marksVermeer],
    ] as const) {
      for (const path of lists(office ?? '')) {
        const { status, text } = await house.as(who).get(path);
        expect([path, status]).toEqual([path, 200]);
        for (const mark of foreign ?? []) expect([path, text.includes(mark ?? '')]).toEqual([path, false]);
      }
      const words = { words: 'client' };
      const { body } = await house.as(who).post(`${own(office ?? '')}/clients/_search`, words);
      expect(body.items).toHaveLength(1);
    }
  });

  it('and nothing of the other opens: not its lists, its messages, its mandates or its changes', async () => {
    const haven = `/v1/representative-organisations/${offices.haven}`;
    const as = house.as(atVermeer);
    for (const path of ['clients', 'employees', 'teams', 'covers', 'workload'])
      expect((await as.get(`${haven}/${path}`)).status).toBe(404);
    expect((await as.get(`/v1/messages/${messages.haven}`)).status).toBe(404);
    expect((await as.get(`/v1/messages?client=${clients.haven}`)).status).toBe(404);
    const wish = { clients: [clients.haven], to: { employee: saras.vermeer } };
    const vermeer = `/v1/representative-organisations/${offices.vermeer}/assignments/_bulk`;
    expect((await as.post(vermeer, wish)).body.left).toMatchObject([{ code: 'unknown' }]);
    expect((await house.as(atHaven).get(`/v1/messages/${messages.haven}`)).status).toBe(200);
  });

  it('and who leaves one of them keeps the other', async () => {
    await house.database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [saras.vermeer]);
    expect((await house.as(atVermeer).get(`/v1/messages/${messages.vermeer}`)).body.code).toBe(
      'employment-ended',
    );
    expect((await me(atHaven)).offices).toMatchObject([{ organisation: offices.haven }]);
    expect((await house.as(atHaven).get(`/v1/messages/${messages.haven}`)).status).toBe(200);
  });
});
