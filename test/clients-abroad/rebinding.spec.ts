import { european } from '../support/cast.ts';
import { people } from './scene.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

describe.each(['AT', 'BE', 'ES'])('Somebody from %s has a new identifier', (country) => {
  it('She shows both, an official grants it, and all that she has is hers; the old one stops at once', async () => {
    const by = someone(country);
    const client = await scene.opened(by(1));
    const mandate = await scene.give(by(1));
    const { code } = await scene.announce(by(1));
    const answer = await scene.rebind(by(2), { code });
    expect([answer.status, answer.body]).toEqual([202, { state: 'being-checked' }]);
    await scene.tasks();
    expect((await scene.account(by(2))).body).toMatchObject({
      state: 'being-checked',
      rebinding: 'being-checked',
    });
    const waiting = await scene.waitingFor(client);
    expect(waiting).toMatchObject({ origin: 'sign-in', country, candidates: [{ client, ground: 'proved' }] });
    expect((await scene.as(by(1)).get('/v1/mandates')).status).toBe(200); // nothing changed yet

    await scene.asked(200, scene.decide(waiting.id, { decision: 'grant', client }));
    expect(await scene.me(by(2))).toMatchObject({ kind: 'citizen', client });
    expect((await scene.mandatesOf(by(2))).map(({ id }) => id)).toEqual([mandate.id]);
    const old = await scene.as(by(1)).get('/v1/mandates');
    expect([old.status, old.body.code]).toEqual([403, 'means-replaced']);
    expect((await scene.account(by(2))).body.means).toMatchObject([
      { kind: 'eidas', country },
      { kind: 'eidas', country, replacedAt: expect.any(String) },
    ]);
    // Her record tells it, and an official finds it.
    const { body } = await scene.as(by(2)).get('/v1/trail-entries');
    const actions = body.items.map((each: { action: string }) => each.action);
    expect(actions).toEqual(
      expect.arrayContaining(['identity-case.confirm', 'means.rebind', 'means.announce']),
    );
  });
});

describe('What is shown by signing in with both', () => {
  it('is settled by the source when it says the same', async () => {
    const [klaus, newer] = [people.klaus, european('DE/NL/klaus-weber-2', ['Klaus', 'Weber'], '1955-03-14')];
    const client = await scene.opened(klaus);
    const { code } = await scene.announce(klaus);
    await scene.rebind(newer, { code });
    await scene.tasks();
    expect(await scene.me(newer)).toMatchObject({ client });
    expect((await scene.as(klaus).get('/v1/me')).body.code).toBe('means-replaced');
  });

  it('goes with a code that works for an hour, once, and not for its owner', async () => {
    const by = someone('FR');
    await scene.opened(by(1));
    const { code, until } = await scene.announce(by(1));
    expect((await scene.rebind(by(1), { code })).body.code).toBe('wrong-code');
    scene.clock.moveToInstant(until);
    expect((await scene.rebind(by(2), { code })).body.code).toBe('wrong-code');
    scene.clock.backToNow();
    expect((await scene.rebind(by(3), { code })).status).toBe(202);
    expect((await scene.rebind(by(4), { code })).body.code).toBe('wrong-code');
    await scene.tasks();
  });

  it('locks who guesses: after five wrong codes he waits an hour (R10)', async () => {
    const by = someone('LV');
    for (let tries = 0; tries < 5; tries++)
      expect((await scene.rebind(by(1), { code: `AAAAA-BBBBB-CCCCC-${tries}2345` })).body.code).toBe(
        'wrong-code',
      );
    const locked = await scene.rebind(by(1), { code: 'AAAAA-BBBBB-CCCCC-99999' });
    expect([locked.status, locked.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect((await scene.account(by(1))).status).toBe(200);
  });

  it('A wrong code that is repeated with its key counts once (R13)', async () => {
    const by = someone('EE');
    for (let tries = 0; tries < 8; tries++)
      expect((await scene.rebind(by(1), { code: 'AAAAA-BBBBB-CCCCC-DDDDD' }, 'the-same-key')).body.code).toBe(
        'wrong-code',
      );
  });
});
