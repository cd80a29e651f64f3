import { flat } from './onboarding.scene.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';
import { passport, people } from './scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

/** Somebody has an account; another, who differs in everything, asks for it with evidence. */
async function asked(country: string) {
  const [holder, other] = [someone(country)(1), { ...someone('FI')(1), birthdate: '1990-01-01' }];
  const client = await scene.opened(holder);
  await scene.rebind(other, { evidence: [passport], formerIdentifier: String(holder.eidas_id) });
  await scene.tasks();
  const { id, ...seen } = await scene.waitingFor(client);
  return { holder, other, client, id, seen };
}

describe('A re-binding takes two officials, and can be undone', () => {
  it('The official sees what differs before he decides, and alone he takes the account from nobody', async () => {
    const { holder, client, id, seen } = await asked('LT');
    expect(seen.candidates).toMatchObject([{ client, differs: ['name', 'birth-date', 'country'] }]);
    await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
    expect((await scene.me(holder)).client).toBe(client);
    expect((await scene.confirm(id, people.olga)).body.code).toBe('same-official');
  });

  it('Who had the account is told when he signs in: what happened, since when, and where to object', async () => {
    const { holder, client, id } = await asked('LV');
    const decided = await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    const { status, body } = await scene.as(holder).get('/v1/me');
    expect([status, body.code]).toEqual([403, 'means-replaced']);
    expect(body.since).toBe((decided.decision as { at: string }).at);
    expect(body.detail).toContain('Object in writing');
    expect(body.writeTo.join()).toContain('Postbus 00000');
  });

  it('Fatima, whose address the register knows, is written that a means was added to her account', async () => {
    const client = await scene.world.client('999993653');
    const other = someone('EE')(1);
    await scene.rebind(other, { evidence: [passport] });
    await scene.tasks();
    const [waiting] = await scene.rows(
      `SELECT id FROM identity_case WHERE kind = 'rebinding' AND state = 'waiting' ORDER BY created_at DESC LIMIT 1`,
    );
    const id = String(waiting?.id);
    await scene.rows(
      `INSERT INTO identity_candidate VALUES ($1, $2, 'same-person', gen_random_uuid())`,
      id,
      client,
    );
    const letters = scene.newLetters();
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    await scene.tasks();
    const [letter] = await letters();
    expect(letter?.address).toEqual(['Fatima Özdemir', 'Beispielallee 5', '10115 Berlin', 'Duitsland']);
    expect(flat(letter?.text ?? '')).toContain('A means of sign-in was added to your account');
  });

  it('An official undoes it: the former holder is back, and the other has nothing at the next request', async () => {
    const { holder, other, client, id } = await asked('BG');
    expect((await scene.undo(id)).body.code).toBe('move-not-possible');
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    expect((await scene.me(other)).client).toBe(client);
    expect((await scene.as(people.olga).post(`/v1/identity-cases/${id}/undo`, {})).status).toBe(400);
    expect(await scene.asked(200, scene.undo(id))).toMatchObject({
      state: 'granted',
      undone: { reason: 'Wrong.' },
    });
    expect((await scene.me(holder)).client).toBe(client);
    const { status, body } = await scene.as(other).get('/v1/messages');
    expect([status, body.code]).toEqual([403, 'means-ended']);
    expect((await scene.undo(id)).body.code).toBe('move-not-possible');
  });

  it('Who got the account reads nothing of what its former holder asked before', async () => {
    const { holder, other, client, id } = await asked('MT');
    await scene.rebind(holder, { evidence: [passport] });
    await scene.tasks();
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    const { body } = await scene.account(other);
    expect([body.state, body.rebinding]).toEqual(['open', undefined]);
  });
});
