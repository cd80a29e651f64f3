import { accountHolder, european } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';
import { passport, people } from './scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

/** Another means takes the place of this one, by its code and two officials. */
async function rebound(client: string, from: Claims, to: Claims): Promise<string> {
  const { code } = await scene.announce(from);
  await scene.asked(202, scene.rebind(to, { code }));
  await scene.tasks();
  const { id } = await scene.waitingFor(client);
  await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
  return id;
}
/** Whose each of these is now, or why it opens nothing. */
const whose = (...means: Claims[]) =>
  Promise.all(means.map(async (each) => (await scene.me(each)).client ?? (await scene.me(each)).code));

describe('Undoing takes back what came by the wrong means', () => {
  it('Nobody comes back beside a later means; when that is undone too, who was first is back', async () => {
    const [a, b, c] = [someone('LT')(1), someone('LV')(1), someone('EE')(1)];
    const client = await scene.opened(a);
    const [first, second] = [await rebound(client, a, b), await rebound(client, b, c)];
    await scene.asked(200, scene.undo(first));
    expect(await whose(a, b, c)).toEqual(['means-replaced', 'means-ended', client]);
    await scene.asked(200, scene.undo(second));
    expect(await whose(a, b, c)).toEqual([client, 'means-ended', 'means-ended']);
  });

  it('Undone from the last to the first, each gives back what it took the place of', async () => {
    const [a, b, c] = [someone('PL')(1), someone('CZ')(1), someone('SK')(1)];
    const client = await scene.opened(a);
    const [first, second] = [await rebound(client, a, b), await rebound(client, b, c)];
    await scene.asked(200, scene.undo(second));
    expect(await whose(a, b, c)).toEqual(['means-replaced', client, 'means-ended']);
    await scene.asked(200, scene.undo(first));
    expect(await whose(a, b, c)).toEqual([client, 'means-ended', 'means-ended']);
  });

  it('Its codes are void, what they proved is not proved, and the official sees what was given meanwhile', async () => {
    const [holder, intruder] = [someone('FR')(1), { ...someone('FI')(1), birthdate: '1990-01-01' }];
    const client = await scene.opened(holder);
    await scene.rebind(intruder, { evidence: [passport], formerIdentifier: String(holder.eidas_id) });
    await scene.tasks();
    const { id } = await scene.waitingFor(client);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    const given = await scene.give(intruder);
    const [used, unused] = [await scene.announce(intruder), await scene.announce(intruder)];
    await scene.asked(202, scene.rebind(someone('SE')(1), { code: used.code }));
    await scene.tasks();
    const proved = await scene.waitingFor(client);
    expect(proved).toMatchObject({ candidates: [{ client, ground: 'proved' }] });

    await scene.asked(200, scene.undo(id));
    expect((await scene.see(proved.id)).candidates).toMatchObject([{ client, ground: 'void-proof' }]);
    expect((await scene.rebind(someone('DK')(1), { code: unused.code })).body.code).toBe('wrong-code');
    const { givenMeanwhile } = await scene.see(id);
    expect(givenMeanwhile).toMatchObject([{ mandate: given.id, state: 'active' }]);
    expect((await scene.mandatesOf(holder)).map((each) => each.id)).toEqual([given.id]);
  });

  it('A code of a means that was ended works no more', async () => {
    const holder = someone('IT')(1);
    await scene.opened(holder);
    const { code } = await scene.announce(holder);
    const { items } = await scene.asked(200, scene.as(holder).get('/v1/me/means'));
    const [own] = items as { id: string }[];
    await scene.asked(200, scene.as(people.olga).post(`/v1/means/${own?.id}/end`, { reason: 'Stolen.' }));
    expect((await scene.rebind(someone('SE')(2), { code })).body.code).toBe('wrong-code');
  });

  it('A letter whose code was brought is undone as well: Klaus reads again with what he had', async () => {
    const client = await scene.opened(people.klaus);
    const form = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', bsn: '999990056' };
    const id = await scene.entered(form);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    await scene.tasks();
    const namesake = european('AT/NL/klaus', ['Klaus', 'Weber'], '1955-03-14');
    await scene.asked(200, scene.redeem(namesake, await scene.inLetter(id)));
    expect(await whose(people.klaus, namesake)).toEqual(['means-replaced', client]);
    await scene.asked(200, scene.undo(id));
    expect(await whose(people.klaus, namesake)).toEqual([client, 'means-ended']);
    expect((await scene.redeem(accountHolder('again'), await scene.inLetter(id))).body.code).toBe(
      'wrong-code',
    );
  });
});
