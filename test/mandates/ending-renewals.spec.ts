import { addYears, dayOf } from '../../src/domain/day.ts';
import { type Answered, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let client: string;
beforeAll(async () => {
  scene = await openScene();
  client = await scene.world.client(people.yasmina.bsn as string);
});
beforeEach(async () => {
  office = await scene.office();
  await scene.world.assign(office.id, client, { employee: office.employees.joris });
});
afterAll(() => scene.close());

const until = addYears(dayOf(new Date()), 2);
/** A mandate that runs, and the office's request to go on after it. */
async function withRenewal({ offered = true } = {}): Promise<{ mandate: Answered; renewal: Answered }> {
  const mandate = await scene.active(office.joris);
  const renewal = await scene.expecting(201, scene.act(office.joris, mandate, 'renewal', { until }));
  if (offered) await scene.tasks();
  return { mandate, renewal };
}
const stateOf = async ({ id }: { id: string }) => (await scene.row({ id })).state;
const notices = async (claims: typeof office.joris) =>
  (await scene.as(claims).get('/v1/notices?limit=100')).body.items as {
    kind: string;
    mandate: string;
    words: { nl: string; en: string };
  }[];
const heard = async (claims: typeof office.joris, about: readonly Answered[]) =>
  (await notices(claims))
    .filter(({ mandate }) => about.some(({ id }) => id === mandate))
    .map(({ kind }) => kind)
    .toSorted();
/** Nothing binds Yasmina and the office again. */
async function isOver(renewal: Answered): Promise<void> {
  await scene.tasks();
  const consent = await scene.act(people.yasmina, renewal, 'consent');
  expect([404, 409]).toContain(consent.status);
  const code = await scene.act(office.joris, renewal, 'activation', { code: await scene.code(renewal) });
  expect(code.body.code).toBe('move-not-possible');
}

describe('Who ends a mandate ends the open request to renew it', () => {
  it('The office renounces: its own request goes with it, and Yasmina hears of both', async () => {
    const { mandate, renewal } = await withRenewal();
    const { status, body } = await scene.act(office.joris, mandate, 'renunciation');
    expect([status, body.state, body.endedRenewal]).toEqual([200, 'renounced', renewal.id]);
    expect(await stateOf(renewal)).toBe('withdrawn');
    await isOver(renewal);
    const both = [mandate, renewal];
    expect(await heard(people.yasmina, both)).toEqual(['renewal-withdrawn', 'renounced']);
    expect(await heard(office.joris, both)).toEqual([]);
    const [told] = (await notices(people.yasmina)).filter(({ mandate: id }) => id === mandate.id);
    expect(told?.words.nl).toMatch(/^Kantoor \d{8} heeft uw machtiging opgezegd op \d+ \p{L}+ \d{4}\. /u);
    expect(told?.words.en).toMatch(/^Kantoor \d{8} ended your authorisation on \d+ \p{L}+ \d{4}\. /u);
    const history = (await scene.as(people.yasmina).get(`/v1/mandates/${renewal.id}/history`)).body.items;
    expect(history.at(-1)).toMatchObject({
      ...{ move: 'withdraw', from: 'offered', to: 'withdrawn', by: { party: 'organisation' } },
      details: { predecessor: mandate.id },
    });
  });

  it('A request that she never heard of goes without a word to her (R3)', async () => {
    const { mandate, renewal } = await withRenewal({ offered: false });
    await scene.act(office.joris, mandate, 'renunciation');
    expect(await stateOf(renewal)).toBe('withdrawn');
    expect(await heard(people.yasmina, [mandate, renewal])).toEqual(['renounced']);
    await isOver(renewal);
  });

  it('Yasmina revokes: the request is declined, and the office hears of both', async () => {
    const { mandate, renewal } = await withRenewal();
    const { body } = await scene.act(people.yasmina, mandate, 'revocation');
    expect([body.state, body.endedRenewal]).toEqual(['revoked', renewal.id]);
    expect(await stateOf(renewal)).toBe('declined');
    await isOver(renewal);
    expect(await heard(office.joris, [mandate, renewal])).toEqual(['renewal-declined', 'revoked']);
    expect(await heard(people.yasmina, [mandate, renewal])).toEqual([]);
    const words = (await notices(office.anna)).find(({ kind }) => kind === 'revoked')?.words;
    expect(words?.nl).toContain('Yasmina el Amrani heeft de machtiging ingetrokken op ');
  });

  it('An official enters her letter: the same, and on the record as his act for her (R16)', async () => {
    const { mandate, renewal } = await withRenewal();
    const how = { receivedBy: 'letter', note: 'Came by post on Monday.' };
    await scene.expecting(200, scene.act(people.olga, mandate, 'revocation', how));
    expect(await stateOf(renewal)).toBe('declined');
    expect(await heard(office.joris, [mandate, renewal])).toEqual(['renewal-declined', 'revoked']);
    expect((await scene.trail(renewal)).at(-1)).toMatchObject({
      ...{ action: 'mandate.decline', actor_kind: 'official', client_id: client },
      details: { from: 'offered', to: 'declined' },
    });
  });

  it('She ends the last line of it: that is revoking', async () => {
    const { mandate, renewal } = await withRenewal();
    await scene.act(people.yasmina, mandate, `scope-lines/${mandate.lines[0]?.id}/end`);
    expect(await Promise.all([mandate, renewal].map(stateOf))).toEqual(['revoked', 'declined']);
  });

  it('What was not offered yet when she revoked is not offered any more, nor sent by post', async () => {
    const { mandate, renewal } = await withRenewal({ offered: false });
    await scene.act(people.yasmina, mandate, 'revocation');
    expect(await stateOf(renewal)).toBe('requested');
    await scene.tasks();
    expect(await stateOf(renewal)).toBe('lapsed');
    expect(await scene.letters(renewal)).toEqual([]);
    expect((await scene.see(people.yasmina, renewal)).status).toBe(404);
  });

  it('Many at once: the yearly list ends each with its request', async () => {
    const { mandate, renewal } = await withRenewal();
    const { body } = await scene
      .as(office.joris)
      .post('/v1/mandate-reviews/_end', { mandates: [mandate.id, renewal.id] });
    expect(body.items).toMatchObject([
      { mandate: mandate.id, outcome: 'done', endedRenewal: renewal.id },
      { mandate: renewal.id, outcome: 'refused', code: 'move-not-possible' },
    ]);
    expect(await stateOf(renewal)).toBe('withdrawn');
    expect(await heard(people.yasmina, [mandate, renewal])).toEqual(['renewal-withdrawn', 'renounced']);
  });

  it('What she consented to already stays: that is a mandate of its own', async () => {
    const { mandate, renewal } = await withRenewal();
    await scene.expecting(200, scene.act(people.yasmina, renewal, 'consent'));
    const { body } = await scene.act(office.joris, mandate, 'renunciation');
    expect(body.endedRenewal).toBeUndefined();
    expect(await stateOf(renewal)).toBe('active');
  });

  it('Consent and renunciation at once: either both are over, or she consented first', async () => {
    for (let round = 0; round < 6; round++) {
      office = await scene.office();
      await scene.world.assign(office.id, client, { employee: office.employees.joris });
      const { mandate, renewal } = await withRenewal();
      const [consent, ended] = await Promise.all([
        scene.act(people.yasmina, renewal, 'consent'),
        scene.act(office.joris, mandate, 'renunciation'),
      ]);
      expect(ended.status).toBe(200);
      expect(await stateOf(renewal)).toBe(consent.status === 200 ? 'active' : 'withdrawn');
    }
  });

  it('An offer under way and a revocation at once leave nothing to answer', async () => {
    for (let round = 0; round < 6; round++) {
      office = await scene.office();
      await scene.world.assign(office.id, client, { employee: office.employees.joris });
      const { mandate, renewal } = await withRenewal({ offered: false });
      await Promise.all([scene.tasks(), scene.act(people.yasmina, mandate, 'revocation')]);
      await scene.tasks();
      expect(['declined', 'lapsed']).toContain(await stateOf(renewal));
    }
  });
});
