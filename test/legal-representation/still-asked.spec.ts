import { PersonRegister } from '../../src/clients/person-register.port.ts';
import { type Answered, cast, evidence, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const approve = (order: Answered, language = 'en') =>
  scene.approve(cast.olga, order).set('Accept-Language', language);
/** Registers that do not answer yet, until they are well again. */
function silent(): () => void {
  const register = scene.app.get(PersonRegister);
  register.find = () => Promise.reject(new Error('no answer'));
  return () => void delete (register as Partial<PersonRegister>).find;
}
const nextTry = (seconds: number) =>
  scene.database.admin.query(
    `UPDATE job SET due_at = $1::timestamptz + make_interval(secs => $2) WHERE kind = 'check-court-order'`,
    [scene.clock.now(), seconds],
  );

describe('An official approves while the registers are still asked', () => {
  it('reads in his language what is waited for and when to try again, and then it goes', async () => {
    const repair = silent();
    const order = await scene.waiting();
    await nextTry(20);
    const { status, body, headers } = await approve(order);
    expect([status, body.code, body.state]).toEqual([409, 'move-not-possible', 'registered']);
    expect(body.detail).toMatch(
      /^The registers have yet to answer about this order\. Try again in 2[12] seconds\.$/,
    );
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(22);
    expect((await approve(order, 'nl')).body.detail).toMatch(
      /^De registers hebben nog niet geantwoord over dit besluit\. Probeer het over \d+ seconden opnieuw\.$/,
    );
    await nextTry(600);
    expect((await approve(order)).body.detail).toContain('in 11 minutes');
    repair();
    await nextTry(0);
    await scene.tasks();
    expect((await approve(order)).status).toBe(200);
  });

  it('the same for what the office supplemented', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.act(cast.olga, order, 'supplement-request', { reason: 'Which day?' }));
    const repair = silent();
    const { bsn: _b, ground: _g, ...told } = scene.said({ caseNumber: order.caseNumber });
    await scene.expecting(200, scene.act(cast.gerda, order, 'supplement', { ...told, evidence }));
    await nextTry(30);
    const { body } = await approve(order);
    expect([body.code, body.state, body.person]).toEqual(['move-not-possible', 'in-verification', 'unasked']);
    repair();
    await nextTry(0);
    await scene.tasks();
    expect((await approve(order)).status).toBe(200);
  });

  it('nobody asks any more: he reads whom to tell', async () => {
    silent();
    const order = await scene.waiting();
    await scene.database.admin.query(`UPDATE job SET given_up = true WHERE kind = 'check-court-order'`);
    const { body, headers } = await approve(order);
    expect([body.code, headers['retry-after']]).toEqual(['move-not-possible', undefined]);
    expect(body.detail).toContain('no longer asked');
    expect((await approve(order, 'nl')).body.detail).toContain('Meld dit bij de beheerder');
  });

  it('what was taken back is not waited for', async () => {
    silent();
    const order = await scene.waiting();
    await scene.expecting(200, scene.act(cast.gerda, order, 'withdrawal'));
    const { body } = await approve(order);
    expect([body.code, body.detail]).toEqual([
      'move-not-possible',
      'This cannot be done in the state that it is in now.',
    ]);
  });
});
