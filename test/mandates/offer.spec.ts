import { PersonRegister } from '../../src/clients/person-register.port.ts';
import { birthDates, bsns, type Office, openScene, people, type Scene } from './scene.ts';
import { citizen } from '../support/cast.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const fatima = citizen(bsns.fatima);
const asFatima = { bsn: bsns.fatima, birthDate: birthDates.fatima };
const stranger = { bsn: '999991772', birthDate: '1990-01-01' };
const moveTo = (days: number) => scene.clock.moveTo(scene.world.day(days));
const claimed = async (mandate: { id: string }) => (await scene.row(mandate)).claimed_birth_date;

describe('A mandate is offered by a task, to the right person only (R3)', () => {
  it('Yasmina sees it once the register knows her; before that not even she does', async () => {
    const asked = await scene.ask(office.joris, { reference: 'dossier 118' });
    // The house has a worker of its own, which may be first.
    if ((await scene.row(asked)).offered_at === null)
      expect((await scene.see(people.yasmina, asked)).status).toBe(404);
    await scene.tasks();
    const { body } = await scene.see(people.yasmina, asked);
    expect(body).toMatchObject({
      ...{ state: 'offered', initiative: 'organisation', answerBy: scene.world.day(90) },
      client: { name: 'Yasmina el Amrani' },
    });
    expect(body.reference).toBeUndefined();
  });

  it.each([
    ['Willem, of whom the office gave another date of birth', { bsn: bsns.willem, birthDate: '1941-03-01' }],
    ['Someone whom the register does not know', stranger],
  ])('%s is never offered it', async (_, person) => {
    const asked = await scene.offered(office.joris, person);
    const client = citizen(person.bsn);
    for (const path of ['', '/history'])
      expect((await scene.as(client).get(`/v1/mandates/${asked.id}${path}`)).status).toBe(404);
    expect((await scene.act(client, asked, 'consent')).status).toBe(404);
    expect((await scene.as(client).get('/v1/mandates')).body.items).toEqual([]);
    expect((await scene.as(client).get('/v1/me/trail')).text).not.toContain(asked.id);
    expect(await scene.letters(asked)).toEqual([]);
    expect(await scene.row(asked)).toMatchObject({ state: 'requested', offered_at: null, code_hash: null });
  });

  it('A register that does not answer never means "nobody": it is asked again', async () => {
    const repair = scene.breakRegister(2);
    const asked = await scene.offered(office.joris);
    expect(await scene.row(asked)).toMatchObject({ state: 'requested', offered_at: null });
    expect(await claimed(asked)).not.toBeNull();
    for (let attempt = 0; attempt < 2; attempt++) {
      await scene.hurry();
      await scene.tasks();
    }
    repair();
    expect((await scene.see(people.yasmina, asked)).body.state).toBe('offered');
  });

  it('A task that comes twice makes one offer and one letter', async () => {
    const asked = await scene.offered(office.joris);
    const code = await scene.code(asked);
    await scene.database.admin.query(
      `INSERT INTO job (id, kind, payload, due_at) VALUES (gen_random_uuid(), 'offer-mandate', $1, now())`,
      [{ mandate: asked.id }],
    );
    await scene.tasks();
    expect(await scene.letters(asked)).toHaveLength(1);
    expect((await scene.act(office.joris, asked, 'activation', { code })).status).toBe(200);
  });

  it('The dead are asked nothing (R30)', async () => {
    const register = scene.app.get(PersonRegister);
    const alive = await register.find(bsns.henk as never);
    const repair = scene.replaceRegister(async () => alive && { ...alive, diedOn: '2026-01-01' as never });
    const asked = await scene.offered(office.joris, { bsn: bsns.henk, birthDate: birthDates.henk });
    repair();
    expect(await scene.row(asked)).toMatchObject({ state: 'requested', offered_at: null });
  });
});

describe('How long a client has to answer (R11)', () => {
  const activated = async (person: Record<string, unknown>, days: number) => {
    const offered = await scene.offered((office = await scene.office()).joris, person);
    const code = await scene.code(offered);
    moveTo(days);
    const { status, body } = await scene.act(office.joris, offered, 'activation', { code });
    scene.clock.backToNow();
    return [status, body.code ?? body.state];
  };

  it('The code works for 60 days in the Netherlands, 90 abroad; the letter names the last day', async () => {
    expect(await activated({}, 59)).toEqual([200, 'active']);
    expect(await activated({}, 60)).toEqual([409, 'wrong-code']);
    expect(await activated(asFatima, 89)).toEqual([200, 'active']);
    expect(await activated(asFatima, 90)).toEqual([409, 'move-not-possible']);
  });

  it.each([
    ['Yasmina', people.yasmina, {}],
    ['Fatima', fatima, asFatima],
  ])(
    'Online %s may answer until the request lapses, on the same day for everyone',
    async (_, who, person) => {
      const [one, other] = [
        await scene.offered(office.joris, person),
        await scene.offered((await scene.office()).joris, person),
      ];
      moveTo(90);
      expect((await scene.see(who, one)).body.state).toBe('lapsed');
      const late = await scene.act(who, one, 'consent');
      expect(late.body).toMatchObject({ status: 409, code: 'move-not-possible', state: 'lapsed' });
      moveTo(89);
      expect((await scene.act(who, other, 'consent')).body.state).toBe('active');
    },
  );

  it('Yasmina may give herself what she let lapse', async () => {
    await scene.offered(office.joris, { until: scene.world.day(700) });
    moveTo(90);
    const { lines } = scene.wish();
    const period = { from: scene.world.day(90), until: scene.world.day(300) };
    const grant = await scene
      .as(people.yasmina)
      .post('/v1/mandates', { organisation: office.id, lines, ...period });
    expect([grant.status, grant.body.state]).toEqual([201, 'active']);
  });
});

describe('What the office claimed is not kept', () => {
  it.each([
    ['offered', {}],
    ['not offered', stranger],
  ])('The date of birth is erased when the register was asked: %s', async (_, person) => {
    expect(await claimed(await scene.offered(office.joris, person))).toBeNull();
  });

  it('Also when the request was taken back before that', async () => {
    const repair = scene.breakRegister(1);
    const asked = await scene.offered(office.joris);
    await scene.act(office.joris, asked, 'withdrawal');
    await scene.hurry();
    await scene.tasks();
    repair();
    expect(await claimed(asked)).toBeNull();
    expect(await scene.row(asked)).toMatchObject({ state: 'withdrawn', offered_at: null });
  });
});
