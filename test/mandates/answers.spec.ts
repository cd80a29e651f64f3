import { type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const low = { ...people.yasmina, acr: 'http://eidas.europa.eu/LoA/low' };
const reason = 'Under investigation.';
const heard = { receivedBy: 'letter', note: 'Letter of 20 November.' };
const nothing = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
const places = ({ errors }: { errors: { location: { pointer: string }; code: string }[] }) =>
  errors.map(({ location, code }) => `${location.pointer} ${code}`);
const lastOf = async (mandate: { id: string }) => (await scene.trail(mandate)).at(-1);

describe('The client answers what an office asked', () => {
  it('Yasmina consents: it is active, on the record, and from then on the office knows her name', async () => {
    const offered = await scene.offered(office.joris, { reference: 'dossier 118' });
    const { status, body } = await scene.act(people.yasmina, offered, 'consent');
    expect([status, body.state, body.answerBy]).toEqual([200, 'active', undefined]);
    expect(await lastOf(offered)).toMatchObject({
      ...{
        action: 'mandate.consent',
        outcome: 'permitted',
        actor_kind: 'citizen',
        client_id: await scene.clientOf(offered),
      },
      ...{ organisation_kvk: office.kvk, details: { from: 'offered', to: 'active' } },
    });
    expect((await scene.see(office.anna, offered)).body).toMatchObject({
      ...{ state: 'active', reference: 'dossier 118', client: { name: 'Yasmina el Amrani' } },
    });
  });

  it('Consent asks substantial assurance; declining, narrowing and revoking do not', async () => {
    const offered = await scene.offered(office.joris);
    const refused = await scene.act(low, offered, 'consent');
    expect(refused.body).toMatchObject({ status: 403, neededAssurance: 'substantial' });
    expect((await scene.act(low, offered, 'refusal')).body.state).toBe('declined');
    const active = await scene.active(office.joris);
    const line = { id: active.lines[0]?.id, actions: ['read'] };
    expect((await scene.act(low, active, 'narrowing', { lines: [line] })).status).toBe(200);
    expect((await scene.act(low, active, 'revocation', {})).body.state).toBe('revoked');
  });

  it('Yasmina declines, and the office hears that', async () => {
    const offered = await scene.offered(office.joris);
    expect((await scene.act(people.yasmina, offered, 'refusal')).body.state).toBe('declined');
    const { body } = await scene.see(office.joris, offered);
    expect([body.state, body.client.name, typeof body.endedAt]).toEqual(['declined', undefined, 'string']);
  });

  it('The office takes its request back, also while it is suspended', async () => {
    const offered = await scene.offered(office.joris);
    await standing('suspended');
    expect((await scene.act(office.joris, offered, 'withdrawal')).body.state).toBe('withdrawn');
    expect((await scene.act(people.yasmina, offered, 'consent')).body.code).toBe('office-may-not-act');
    await standing('recognised');
    expect((await scene.act(people.yasmina, offered, 'consent')).body.code).toBe('move-not-possible');
  });
});

describe('A client gives a mandate himself', () => {
  const grant = (who = people.yasmina, organisation = office.id) => {
    const { lines, from, until } = scene.wish();
    return scene.as(who).post('/v1/mandates', { organisation, lines, from, until });
  };

  it('Yasmina chooses an office: the mandate is active at once, and the office learns who she is', async () => {
    const { status, body } = await grant();
    expect([status, body.state, body.initiative]).toEqual([201, 'active', 'client']);
    await scene.tasks();
    expect((await scene.see(office.anna, body)).body.client.name).toBe('Yasmina el Amrani');
  });

  it('Not to an office that is not recognised, which looks as if it did not exist', async () => {
    const shut = await scene.office({ standing: 'suspended' });
    const [hidden, missing] = [await grant(people.yasmina, shut.id), await grant(people.yasmina, nothing)];
    expect([hidden.status, hidden.body.code]).toEqual([404, 'not-found']);
    expect({ ...missing.body, instance: '' }).toEqual({ ...hidden.body, instance: '' });
  });

  it('Not at low assurance, and not by who is no citizen', async () => {
    expect((await grant(low)).body.code).toBe('assurance-too-low');
    for (const who of [office.joris, people.olga, people.tax])
      expect((await grant(who)).body.code).toBe('wrong-kind-of-actor');
  });
});

describe('Either side ends it at any time (R16)', () => {
  it('Yasmina revokes without a reason', async () => {
    const active = await scene.active(office.joris);
    const { body } = await scene.act(people.yasmina, active, 'revocation');
    expect([body.state, typeof body.endedAt]).toEqual(['revoked', 'string']);
    expect(await lastOf(active)).toMatchObject({ details: { from: 'active', to: 'revoked' } });
  });

  it('Joris renounces, also when his office is suspended; Bob the reader may not', async () => {
    const active = await scene.active(office.joris);
    for (const employee of [office.employees.bob, office.employees.joris])
      await scene.world.assign(office.id, active.client.id, { employee });
    await standing('suspended');
    expect((await scene.act(office.bob, active, 'renunciation')).body.code).toBe('role-too-small');
    expect((await scene.act(office.joris, active, 'renunciation')).body.state).toBe('renounced');
  });

  it.each(['desk', 'letter'])(
    'Olga enters a revocation that came by %s, and says what was received',
    async (way) => {
      const active = await scene.active(office.joris);
      const { body } = await scene.act(people.olga, active, 'revocation', { ...heard, receivedBy: way });
      expect(body.state).toBe('revoked');
      expect(await lastOf(active)).toMatchObject({
        ...{ actor_kind: 'official', client_id: active.client.id },
        details: { to: 'revoked', receivedBy: way, note: heard.note },
      });
      const seen = (await scene.as(people.yasmina).get(`/v1/mandates/${active.id}/history`)).body.items.at(
        -1,
      );
      expect([seen.by.party, seen.details]).toEqual(['official', { receivedBy: way }]);
    },
  );

  it.each([
    ['nothing', {}, ['#/receivedBy required', '#/note required']],
    ['no note', { receivedBy: 'desk' }, ['#/note required']],
    ['an unknown way', { ...heard, receivedBy: 'pigeon' }, ['#/receivedBy one-of']],
  ])('An official who says %s is asked for it', async (_, body, expected) => {
    const active = await scene.active(office.joris);
    const answer = await scene.act(people.olga, active, 'revocation', body);
    expect([answer.status, places(answer.body)]).toEqual([400, expected]);
    expect((await scene.see(people.yasmina, active)).body.state).toBe('active');
  });

  it.each([
    [heard, ['#/receivedBy only-officials', '#/note only-officials']],
    [{ note: heard.note }, ['#/note only-officials']],
  ])('A client does not say how it was received: %j', async (body, expected) => {
    const active = await scene.active(office.joris);
    const answer = await scene.act(people.yasmina, active, 'revocation', body);
    expect([answer.status, places(answer.body)]).toEqual([400, expected]);
  });
});

describe('An official suspends and resumes, and says why', () => {
  it('The office reads nothing while it is suspended, and reads again after', async () => {
    const active = await scene.active(office.joris);
    const client = active.client.id;
    await scene.world.assign(office.id, client, { employee: office.employees.joris });
    const list = async () => (await scene.as(office.joris).get(`/v1/messages?client=${client}`)).body;
    for (const body of [{}, { reason: ' x ' }])
      expect(places((await scene.act(people.olga, active, 'suspension', body)).body)).toEqual([
        '#/reason text',
      ]);
    expect((await scene.act(people.olga, active, 'suspension', { reason })).body.state).toBe('suspended');
    expect((await list()).code).toBe('mandate-suspended');
    expect((await scene.act(people.olga, active, 'suspension', { reason })).body.code).toBe(
      'move-not-possible',
    );
    expect((await scene.act(people.olga, active, 'resumption', { reason })).body.state).toBe('active');
    expect((await list()).items).toEqual([]);
    const changes = (await scene.trail(active)).filter(({ actor_kind: kind }) => kind === 'official');
    expect(changes).toMatchObject([
      { action: 'mandate.suspend', details: { from: 'active', to: 'suspended', reason } },
      { action: 'mandate.resume', details: { from: 'suspended', to: 'active', reason } },
    ]);
  });

  it.each([
    ['Yasmina revokes', people.yasmina, 'revocation', 'revoked'],
    ['The office renounces', undefined, 'renunciation', 'renounced'],
  ])('%s what is suspended', async (_, who, move, state) => {
    const active = await scene.active(office.joris);
    await scene.expecting(200, scene.act(people.olga, active, 'suspension', { reason }));
    expect((await scene.act(who ?? office.anna, active, move)).body.state).toBe(state);
  });
});

const standing = (state: string) =>
  scene.database.admin.query('UPDATE organisation SET standing = $1 WHERE id = $2', [state, office.id]);
