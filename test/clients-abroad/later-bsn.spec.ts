import { IdentityUpkeepService } from '../../src/clients-abroad/upkeep/identity-upkeep.service.ts';
import { citizen, european, manyBsns } from '../support/cast.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

const bsns = manyBsns(50);

describe('A BSN is issued later', () => {
  it('With DigiD and the code of the account, and the word of an official, the two become one', async () => {
    const by = someone('DE');
    const [numbered] = bsns;
    const account = await scene.opened(by(1));
    const mandate = await scene.give(by(1));
    const client = await scene.world.client(numbered ?? '');
    await scene.world.message(client, { subject: 'Welcome' });
    const { code } = await scene.announce(by(1));
    await scene.rebind(citizen(numbered ?? ''), { code });
    await scene.tasks();
    const waiting = await scene.waitingFor(account);
    expect(waiting).toMatchObject({ client, candidates: [{ client: account, ground: 'proved' }] });
    await scene.asked(200, scene.decide(waiting.id, { decision: 'grant', client: account }));
    for (const who of [by(1), citizen(numbered ?? '')]) {
      expect(await scene.me(who)).toMatchObject({ kind: 'citizen', client });
      expect((await scene.mandatesOf(who)).map(({ id }) => id)).toEqual([mandate.id]);
      expect((await scene.as(who).get('/v1/messages')).body.items).toHaveLength(1);
    }
  });

  it('When the sign-in service names it, the account goes on as it was until he asks; then the two become one', async () => {
    const sanne = european('BG/NL/sanne', ['Sanne', 'Bakker'], '1996-08-30');
    const numbered = { ...sanne, bsn: '999990007' }; // whom the register knows, by the same name
    const unheard = scene.replaceSource(() => Promise.resolve({ outcome: 'no-match' }));
    const account = await scene.opened(sanne);
    unheard();
    const mandate = await scene.give(sanne);
    expect(await scene.me(numbered)).toMatchObject({ client: account }); // signing in changes nothing (R37)
    await scene.asked(202, scene.as(numbered).post('/v1/clients-abroad/account/link', { confirmed: true }));
    const repair = scene.replaceSource(() => Promise.resolve({ outcome: 'no-match' }));
    await scene.tasks();
    repair();
    const client = await scene.world.client('999990007');
    expect(await scene.me(sanne)).toMatchObject({ client });
    expect((await scene.mandatesOf(sanne)).map(({ id }) => id)).toEqual([mandate.id]);
  });

  it('When the sign-in service names a BSN of somebody of another name, officials decide', async () => {
    const by = someone('HU');
    const account = await scene.opened(by(1));
    const numbered = { ...by(1), bsn: '999990032' };
    await scene.asked(202, scene.as(numbered).post('/v1/clients-abroad/account/link', { confirmed: true }));
    await scene.tasks();
    expect(await scene.me(by(1))).toMatchObject({ client: account });
    const [waiting] = await scene.cases('link');
    expect(waiting).toMatchObject({ client: account });
  });

  it('The source finds it when it is asked again, and so does the service by itself after a month', async () => {
    const [asks, waits] = [someone('RO'), someone('RO')];
    const accounts = [await scene.opened(asks(1)), await scene.opened(waits(1))];
    const found = new Map([asks, waits].map((by, place) => [String(by(1).family_name), bsns[2 + place]]));
    const repair = scene.replaceSource(({ familyName, givenNames, birthDate }) =>
      Promise.resolve(
        found.has(familyName)
          ? ({
              outcome: 'match',
              found: {
                bsn: found.get(familyName),
                person: {
                  name: `${givenNames} ${familyName}`,
                  birthDate,
                  abroad: true,
                  language: 'en',
                  address: [],
                },
              },
            } as never)
          : { outcome: 'no-match' },
      ),
    );
    await scene.asked(202, scene.as(asks(1)).post('/v1/clients-abroad/account/link', { confirmed: true }));
    await scene.tasks();
    expect((await scene.account(asks(1))).body.citizenServiceNumber).toBe('linked');
    expect((await scene.account(waits(1))).body.citizenServiceNumber).toBe('being-checked');
    expect((await scene.me(asks(1))).client).not.toBe(accounts[0]);
    expect((await scene.me(waits(1))).client).toBe(accounts[1]);

    scene.clock.moveTo(scene.world.day(31));
    await scene.app.get(IdentityUpkeepService).keepUp();
    await scene.tasks();
    expect((await scene.account(waits(1))).body.citizenServiceNumber).toBe('linked');
    scene.clock.backToNow();
    repair();
  });

  it('Two people with a BSN each do not become one, whatever they show: that is said when it is proposed', async () => {
    const [one, other] = [citizen(bsns[5] ?? ''), citizen(bsns[6] ?? '')];
    const client = (await scene.me(one)).client;
    const { code } = await scene.announce(one);
    await scene.rebind(other, { code });
    await scene.tasks();
    const waiting = await scene.waitingFor(client ?? '');
    const { status, body } = await scene.propose(waiting.id, { decision: 'grant', client });
    expect([status, body.code]).toEqual([409, 'move-not-possible']);
    expect(body.detail).toContain('These are two people');
    expect((await scene.see(waiting.id)).proposal).toBeUndefined();
    await scene.asked(200, scene.propose(waiting.id, { decision: 'refuse' }));
  });
});
