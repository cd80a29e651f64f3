import type { Claims } from '../support/house.ts';
import { passport, people } from './scene.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

describe('Who has lost the old means sends evidence', () => {
  it('Nothing is granted by the evidence alone: an official compares', async () => {
    const by = someone('PT');
    const client = await scene.opened(by(1));
    const mandate = await scene.give(by(1));
    const formerIdentifier = String(by(1).eidas_id);
    expect(
      (await scene.rebind(by(2), { evidence: [passport], formerIdentifier, note: 'Stolen in Porto.' }))
        .status,
    ).toBe(202);
    await scene.tasks();
    expect((await scene.me(by(2))).kind).toBe('unlinked');
    const waiting = await scene.waitingFor(client);
    expect(waiting).toMatchObject({
      note: 'Stolen in Porto.',
      candidates: [{ client, ground: 'former-identifier', name: expect.any(String) }],
      evidence: [{ mediaType: 'application/pdf' }],
    });
    await scene.asked(200, scene.decide(waiting.id, { decision: 'grant', client }));
    expect((await scene.mandatesOf(by(2))).map(({ id }) => id)).toEqual([mandate.id]);
  });

  it('The answer is the same for who is known here and who is not', async () => {
    const [known, unknown] = [someone('IE'), someone('IE')];
    await scene.opened(known(1));
    const [one, other] = [
      await scene.rebind(known(2), { evidence: [passport] }),
      await scene.rebind(unknown(2), { evidence: [passport] }),
    ];
    expect([one.status, one.text, one.headers['content-length']]).toEqual([
      other.status,
      other.text,
      other.headers['content-length'],
    ]);
    await scene.tasks();
    const shown = async (who: Claims) => (await scene.account(who)).text;
    expect(await shown(known(2))).toBe(await shown(unknown(2)));
  });

  it('A refusal is told without its reason, and the old means goes on', async () => {
    const by = someone('HR');
    const client = await scene.opened(by(1));
    await scene.rebind(by(2), { evidence: [passport] });
    await scene.tasks();
    const waiting = await scene.waitingFor(client);
    await scene.asked(
      200,
      scene.decide(waiting.id, { decision: 'refuse', reason: 'The photograph differs.' }),
    );
    const { body, text } = await scene.account(by(2));
    expect(body).toMatchObject({ state: 'none', rebinding: 'refused' });
    expect(text).not.toContain('photograph');
    expect((await scene.me(by(1))).client).toBe(client);
  });

  it.each([
    ['neither code nor evidence', {}, ['#/evidence']],
    ['an account that says no name', { evidence: [passport] }, ['#/person']],
    [
      'a program as evidence',
      { evidence: [{ mediaType: 'image/png', content: 'TVqQAA==' }] },
      ['#/evidence/0/mediaType'],
    ],
    [
      'an identifier for another country',
      { formerIdentifier: 'DE/BE/x', evidence: [passport] },
      ['#/formerIdentifier'],
    ],
  ])('%s is a fault that is named', async (_, more, pointers) => {
    const who =
      pointers[0] === '#/person'
        ? { sub: 'account-none', means: 'account', acr: people.elise.acr }
        : someone('SK')(1);
    const { status, body } = await scene.rebind(who, more);
    expect(status).toBe(400);
    expect(body.errors.map(({ location }: { location: { pointer: string } }) => location.pointer)).toEqual(
      pointers,
    );
  });

  it('One request of a sign-in at a time', async () => {
    const by = someone('SI');
    await scene.rebind(by(1), { evidence: [passport] });
    expect((await scene.rebind(by(1), { evidence: [passport] })).body.code).toBe('already-exists');
  });
});
