import { accountHolder } from '../support/cast.ts';
import { flat, granted } from './onboarding.scene.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const secondLetter = (id: string) => scene.as(people.oscar).post(`/v1/identity-cases/${id}/letter`);
const stateOf = async (id: string) => ((await scene.see(id)).code as { state: string }).state;

describe('A letter that should not have gone out is stopped before its code is used', () => {
  it('Its code opens nothing, now and later; there is no second letter, and it is on record', async () => {
    const { id, client } = await granted(scene);
    const letter = await scene.inLetter(id);
    const body = await scene.asked(200, scene.undo(id, people.oscar));
    expect(body).toMatchObject({ state: 'granted', code: { state: 'void' }, undone: { reason: 'Wrong.' } });
    const answer = await scene.redeem(accountHolder('thief'), letter);
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong-code']);
    expect(await stateOf(id)).toBe('void');
    for (const again of [await secondLetter(id), await scene.undo(id)])
      expect([again.status, again.body.code]).toEqual([409, 'move-not-possible']);
    expect(await scene.rows('SELECT FROM client_means WHERE client_id = $1', client)).toEqual([]);
    const [line] = await scene.rows(
      `SELECT outcome, client_id AS client FROM trail WHERE action = 'identity-case.undo' AND object_id = $1
        ORDER BY at LIMIT 1`,
      id,
    );
    expect(line).toEqual({ outcome: 'permitted', client });
  });

  it('One that waits to be printed is not printed', async () => {
    const { id } = await granted(scene);
    expect(await scene.letters(id)).toHaveLength(1);
    const again = () => scene.as(people.oscar).post(`/v1/identity-cases/${id}/letter`);
    await scene.asked(200, again()); // waits, as nobody prints until the test says so
    await scene.asked(200, scene.undo(id));
    await scene.tasks();
    expect(await scene.letters(id)).toHaveLength(1);
  });

  it('Who did not ask for it reads in the letter what to do, in both languages', async () => {
    const { id } = await granted(scene);
    const text = flat((await scene.letters(id))[0]?.text ?? '');
    expect(text).toContain(
      'Schrijf ons zo snel mogelijk, en noem het kenmerk. Wij zorgen dan dat de code niet meer werkt.',
    );
    expect(text).toContain(
      'Write to us as soon as you can, and name the reference. We make sure that the code works no longer.',
    );
    expect(text).not.toMatch(/Gooi deze brief|throw this letter/);
  });

  it('Of a stop and a redemption at once one comes first: a code that was used is undone with its means', async () => {
    for (let round = 0; round < 3; round++) {
      const { id, client } = await granted(scene);
      const letter = await scene.inLetter(id);
      const who = accountHolder(`at-once-${round}`);
      const [stop] = await Promise.all([scene.undo(id), scene.redeem(who, letter)]);
      expect(stop.status).toBe(200);
      expect((await scene.me(who)).client).not.toBe(client);
    }
  });
});
