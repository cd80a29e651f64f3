import { IdentityUpkeepService } from '../../src/clients-abroad/upkeep/identity-upkeep.service.ts';
import { citizen, european, manyBsns, oins } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import {
  asPerson,
  openRebindings,
  type RebindingScene,
  someone,
  stranger,
  takenOver,
  whose,
} from './rebinding.scene.ts';
import { people } from './scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

const bsns = manyBsns(60);
/** Whom the register knows, by another name. */
const numberOfAnother = '999990032';
const given = async (who: Claims) => (await scene.mandatesOf(who)).map(({ id }) => id).toSorted();

describe('What somebody got who had an account already is taken back (decision 81)', () => {
  it('The holder reads his own again; the other has his own account back, and nothing of the holder’s', async () => {
    const [holder, other] = [someone('LT')(1), stranger('FI')];
    const [client, own] = [await scene.opened(holder), await scene.opened(other)];
    const [first, his] = [await scene.give(holder), await scene.give(other)];
    const message = await scene.world.message(client, { subject: 'To the holder' });
    const id = await takenOver(scene, holder, client, other);
    expect(await whose(scene, holder, other)).toEqual(['means-replaced', client]);
    expect((await scene.as(other).get(`/v1/messages/${message}`)).status).toBe(200);
    const meanwhile = await scene.asked(
      201,
      scene.as(other).post('/v1/mandates', {
        organisation: await scene.world.organisation('90005678'),
        lines: [{ sender: oins.town, category: 'care', actions: ['read'] }],
        ...{ from: scene.world.day(0), until: scene.world.day(30) },
      }),
    );

    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, holder, other)).toEqual([client, own]);
    expect(await given(holder)).toEqual([first.id, meanwhile.id].toSorted());
    expect(await given(other)).toEqual([his.id]);
    expect((await scene.as(other).get(`/v1/messages/${message}`)).status).toBe(404);
    expect((await scene.as(holder).get(`/v1/messages/${message}`)).status).toBe(200);
    const { givenMeanwhile } = await scene.see(id);
    expect(givenMeanwhile).toMatchObject([{ mandate: meanwhile.id, state: 'active' }]);
    const record = JSON.stringify((await scene.as(other).get('/v1/trail-entries?limit=100')).body);
    expect([record.includes(message), record.includes(String(first.id))]).toEqual([false, false]);
    expect((await scene.undo(id)).body.code).toBe('move-not-possible');
  });

  it('So it is with the holder’s own code, and after an official ended the wrong means', async () => {
    const [holder, other] = [someone('SE')(1), someone('DK')(1)];
    const [client, own] = [await scene.opened(holder), await scene.opened(other)];
    const { code } = await scene.announce(holder);
    await scene.asked(202, scene.rebind(other, { code }));
    await scene.tasks();
    const { id } = await scene.waitingFor(client);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    const later = await scene.announce(other);
    const { items } = await scene.asked(200, scene.as(other).get('/v1/me/means'));
    const live = (items as { id: string; replacedAt?: string }[]).find((each) => !each.replacedAt);
    await scene.asked(200, scene.as(people.olga).post(`/v1/means/${live?.id}/end`, { reason: 'Stolen.' }));
    expect(await whose(scene, holder, other)).toEqual(['means-replaced', 'means-ended']);
    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, holder, other)).toEqual([client, own]);
    expect((await scene.rebind(someone('NO')(1), { code: later.code })).body.code).toBe('wrong-code');
  });

  it('Who has a BSN and was given another’s account keeps his own, and reads nothing of theirs in his record', async () => {
    const [holder, other] = [someone('EE')(1), citizen(bsns[0] ?? '')];
    const [client, own] = [await scene.opened(holder), (await scene.me(other)).client ?? ''];
    const [first, his] = [await scene.give(holder), await scene.give(other)];
    const id = await takenOver(scene, holder, client, other, asPerson(holder));
    expect(await whose(scene, holder, other)).toEqual([own, own]);
    await scene.asked(200, scene.as(holder).post(`/v1/mandates/${first.id}/revocation`, {}));

    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, holder, other)).toEqual([client, own]);
    expect([await given(holder), await given(other)]).toEqual([[first.id], [his.id]]);
    const record = JSON.stringify((await scene.as(other).get('/v1/trail-entries?limit=100')).body);
    expect([record.includes(String(first.id)), record.includes(String(his.id))]).toEqual([false, true]);
    const [kept] = await scene.rows('SELECT name FROM client WHERE id = $1', client);
    expect(kept?.name).toBe(`Toni ${String(holder.family_name)}`);
    expect(await scene.rows('SELECT FROM client_contact WHERE client_id = $1', client)).toHaveLength(1);
  });

  it('Two that were taken over one after the other are given back in any order', async () => {
    const [holder, one, two] = [someone('PL')(1), stranger('CZ'), stranger('SK')];
    const client = await scene.opened(holder);
    const [ofOne, ofTwo] = [await scene.opened(one), await scene.opened(two)];
    const first = await takenOver(scene, holder, client, one);
    const second = await takenOver(scene, one, client, two);
    await scene.asked(200, scene.undo(first));
    expect(await whose(scene, holder, one, two)).toEqual(['means-replaced', ofOne, client]);
    await scene.asked(200, scene.undo(second));
    expect(await whose(scene, holder, one, two)).toEqual([client, ofOne, ofTwo]);
  });

  it('Six weeks after the decision name and address are no longer kept for it; the rest is still given back', async () => {
    const [holder, other] = [someone('HU')(1), stranger('SI')];
    const [client, own] = [await scene.opened(holder), await scene.opened(other)];
    const id = await takenOver(scene, holder, client, other);
    const personal = 'SELECT personal IS NULL AS gone FROM identity_join WHERE case_id = $1';
    expect(await scene.rows(personal, id)).toEqual([{ gone: false }]);
    scene.clock.moveTo(scene.world.day(43));
    await scene.app.get(IdentityUpkeepService).keepUp();
    expect(await scene.rows(personal, id)).toEqual([{ gone: true }]);
    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, holder, other)).toEqual([client, own]);
    scene.clock.backToNow();
  });
});

describe('What officials or the source decided wrongly about an account is taken back too', () => {
  it('Carmen was taken for María: María reads again, and Carmen has the account that was being checked', async () => {
    const maria = european('ES/NL/maria-1', ['María', 'García Ruiz'], '1950-06-15');
    const client = await scene.opened(maria);
    const own = await scene.opened(people.carmen);
    const [waiting] = await scene.cases('account');
    const id = String(waiting?.id);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    expect(await whose(scene, maria, people.carmen)).toEqual(['means-replaced', client]);
    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, maria, people.carmen)).toEqual([client, own]);
    await scene.give(people.carmen);
    expect((await scene.see(id)).givenMeanwhile).toEqual([]);
  });

  it('A link to the BSN of another is undone: the account is without one again, with what was its own', async () => {
    const [who, other] = [someone('IT')(1), citizen(numberOfAnother)];
    const own = await scene.opened(who);
    const mandate = await scene.give(who);
    const numbered = { ...who, bsn: numberOfAnother };
    await scene.asked(202, scene.as(numbered).post('/v1/clients-abroad/account/link', { confirmed: true }));
    await scene.tasks();
    const client = await scene.world.client(numberOfAnother);
    const id = String((await scene.cases('link')).find((each) => each.client === own)?.id);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    expect(await whose(scene, who, other)).toEqual([client, client]);
    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, who, other)).toEqual([own, client]);
    expect([await given(who), await given(other)]).toEqual([[mandate.id], []]);
    expect((await scene.account(who)).body.citizenServiceNumber).toBe('being-checked');
  });

  it('An account that opened for somebody new is nobody else’s: there is nothing to undo', async () => {
    const client = await scene.opened(someone('GR')(1));
    const [own] = await scene.rows(`SELECT id FROM identity_case WHERE client_id = $1`, client);
    expect((await scene.undo(String(own?.id))).body.code).toBe('move-not-possible');
  });
});
