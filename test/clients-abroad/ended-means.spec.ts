import { accountHolder, european } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';
import { passport, people } from './scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

/** Ends the only means that he has, as he may. */
async function ended(who: Claims): Promise<void> {
  const { items } = await scene.asked(200, scene.as(who).get('/v1/me/means'));
  const [own] = items as { id: string }[];
  await scene.asked(200, scene.as(who).post(`/v1/me/means/${own?.id}/end`));
}
/** What waits of who asked with a means that was ended. */
const again = async () => (await scene.cases('account')).filter((each) => each.again);

describe('Who ended his own means asks for an account with it again (decision 81)', () => {
  it('The refusal says so; the source alone gives him nothing, and two officials give him back what he had', async () => {
    const client = await scene.opened(people.klaus); // whom the source knows
    await ended(people.klaus);
    const { status, body } = await scene.as(people.klaus).get('/v1/messages');
    expect([status, body.code]).toEqual([403, 'means-ended']);
    expect(body.detail).toContain('ask for an account again');
    expect((await scene.account(people.klaus)).body).toMatchObject({
      state: 'none',
      explanation: { en: expect.stringContaining('An official looks at your request') },
    });

    for (let times = 0; times < 3; times++) {
      await scene.asked(202, scene.ask(people.klaus));
      await scene.tasks();
    }
    expect((await scene.me(people.klaus)).code).toBe('means-ended');
    expect((await scene.account(people.klaus)).body.state).toBe('being-checked');
    const [waiting, ...others] = await again();
    expect(others).toEqual([]);
    const id = String(waiting?.id);
    expect((await scene.see(id)).candidates).toMatchObject([{ client, ground: 'former-identifier' }]);
    await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
    expect((await scene.me(people.klaus)).code).toBe('means-ended');
    expect((await scene.confirm(id, people.olga)).body.code).toBe('same-official');
    await scene.asked(200, scene.confirm(id));
    expect((await scene.me(people.klaus)).client).toBe(client);
    expect((await scene.account(people.klaus)).body.means).toMatchObject([{ kind: 'eidas', country: 'DE' }]);
  });

  it('With it he does nothing else: no code, no evidence, no look at who he is', async () => {
    const who = someone('LT')(1);
    await scene.opened(who);
    await ended(who);
    const refused = await Promise.all([
      scene.rebind(who, { evidence: [passport] }),
      scene.as(who).get('/v1/me'),
      scene.as(who).get('/v1/mandates'),
      scene.as(who).post('/v1/clients-abroad/rebinding-codes', { confirmed: true }),
    ]);
    for (const { status, body } of refused) expect([status, body.code]).toEqual([403, 'means-ended']);
  });

  it('Whose account a letter opened is told to ask for a letter, and not for what is refused', async () => {
    const form = async () => {
      const id = await scene.entered({ familyName: 'Pinas Again' });
      return { id, client: ((await scene.see(id)).candidates as { client: string }[])[0]?.client };
    };
    const [rosa, { id }] = [accountHolder('rosa-again'), await form()];
    await scene.asked(200, scene.decide(id, { decision: 'grant' }));
    await scene.tasks();
    await scene.asked(200, scene.redeem(rosa, await scene.inLetter(id)));
    const own = (await scene.me(rosa)).client;
    const [means] = await scene.rows('SELECT id FROM client_means WHERE client_id = $1', own);
    const end = `/v1/means/${String(means?.id)}/end`;
    await scene.asked(200, scene.as(people.olga).post(end, { reason: 'By mistake.' }));
    const refused = (await scene.as(rosa).get('/v1/mandates')).body;
    expect([refused.code, refused.detail]).toEqual(['means-ended', expect.stringContaining('a new letter')]);
    const said = (await scene.account(rosa)).body.explanation as { en: string };
    expect(said.en).toContain('Ask for a new letter');
    expect(said.en).not.toContain('ask for an account');

    const again = await form();
    await scene.asked(200, scene.decide(again.id, { decision: 'grant', client: again.client ?? own }));
    await scene.tasks();
    await scene.asked(200, scene.redeem(rosa, await scene.inLetter(again.id)));
    expect((await scene.me(rosa)).client).toBe(own);
  });

  it('Officials who refuse leave it as it is, and he may ask once more', async () => {
    const who = someone('LV')(1);
    await scene.opened(who);
    await ended(who);
    await scene.asked(202, scene.ask(who));
    await scene.tasks();
    const [waiting] = await again();
    await scene.asked(200, scene.propose(String(waiting?.id), { decision: 'refuse' }));
    expect((await scene.account(who)).body.state).toBe('none');
    await scene.asked(202, scene.ask(who));
    await scene.tasks();
    expect(await again()).toHaveLength(1);
  });
});

describe('Who was taken for another asks anew with his own means', () => {
  it('What the source decided is undone: he is nobody here, and an official opens an account for somebody new', async () => {
    const namesake = european('AT/NL/fatima-x', ['Fatima', 'Özdemir'], '1962-12-09');
    const fatima = await scene.opened(namesake);
    const [settled] = await scene
      .cases('account', 'granted')
      .then((all) => all.filter((each) => each.client === fatima));
    await scene.asked(200, scene.undo(String(settled?.id)));
    expect((await scene.me(namesake)).code).toBe('means-ended');
    await scene.asked(202, scene.ask(namesake));
    await scene.tasks();
    const waiting = (await again()).find(({ person }) => person?.familyName === 'Özdemir');
    // The source names her still; that he had her account by a mistake is no ground.
    expect((await scene.see(String(waiting?.id))).candidates).toMatchObject([
      { client: fatima, ground: 'source' },
    ]);
    const opened = await scene.asked(200, scene.propose(String(waiting?.id), { decision: 'grant' }));
    expect(opened).toMatchObject({ state: 'granted' });
    expect((await scene.me(namesake)).client).toBe(opened.client);
    expect(opened.client).not.toBe(fatima);
  });

  it('The database leaves it to officials, whatever a job asks', async () => {
    const who = someone('EE')(1);
    await scene.opened(who);
    await ended(who);
    const unheard = scene.replaceSource(() => Promise.reject(new Error('no answer')));
    await scene.asked(202, scene.ask(who));
    await scene.tasks();
    unheard();
    const session = await scene.database.admin.connect();
    try {
      await session.query('BEGIN; SET LOCAL ROLE volmacht_app');
      await session.query(
        `SELECT set_config('app.actor', 'job:match-identities', true), set_config('app.assurance', 'high', true),
                set_config('app.now', $1, true)`,
        [scene.clock.now().toISOString()],
      );
      await session.query(`SELECT open_client('00000000-0000-4000-8000-000000000009', 'New')`);
      const grant = `UPDATE identity_case SET state = 'granted', client_id = '00000000-0000-4000-8000-000000000009',
                       decided_at = acting_now(), decided_by = 'job:match-identities' WHERE again AND state = 'checking'`;
      await expect(session.query(grant)).rejects.toMatchObject({ constraint: 'case_asked_again' });
    } finally {
      await session.query('ROLLBACK');
      session.release();
    }
  });
});
