import { nothing } from '../inbox/scene.ts';
import { employee, kvks } from '../support/cast.ts';
import { bsns, oins } from './scene.ts';
import { type Exchanging, openExchange } from './exchange/scene.ts';

/** R3: whether somebody is known here is told to nobody who is refused, whatever he himself lacks. */
let scene: Exchanging;
/** Henk is known here, and gave nothing to anybody; whom nobody knows has another BSN and another id. */
let known: string;
beforeEach(async () => {
  scene = await openExchange();
  known = await scene.house.world.client(bsns.henk);
});
afterEach(() => scene.house.close());

const low = { assurance: 'low' };
const ofTax = (assurance: string) => ({ sender: oins.tax, category: 'financial', assurance });
/** Each subject in his own state of affairs, and what the two inboxes of a pair may be asked about. */
async function subjects(): Promise<Record<string, object>> {
  const { house, vermeer, haven } = scene;
  const { database, world } = house;
  const [left, starts] = [await world.employee(vermeer, 'left'), await world.employee(vermeer, 'starts')];
  await database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [left]);
  await database.admin.query('UPDATE employee SET from_day = $2 WHERE id = $1', [starts, world.day(7)]);
  const gerda = await world.employee(haven, 'gerard');
  await database.admin.query(`UPDATE organisation SET standing = 'suspended' WHERE id = $1`, [haven]);
  const of = (type: string, id: string, more: object = {}) => ({ subject: { type, id }, ...more });
  const anybody = { context: { assurance: 'high' } };
  return {
    'Joris, to whom Henk gave nothing': of('employee', scene.jorisId),
    'Joris, signed in low': of('employee', scene.jorisId, { context: low }),
    'who left': of('employee', left),
    'who starts next week': of('employee', starts),
    'of a suspended office': of('employee', gerda),
    'an employee whom nobody knows': of('employee', nothing),
    'the office': of('organisation', vermeer),
    'the office, signed in low': of('organisation', vermeer, { context: low }),
    'a suspended office': of('organisation', haven),
    'another citizen': of('citizen', scene.yasmina, anybody),
    'another citizen, signed in low': of('citizen', scene.yasmina, { context: low }),
    'a citizen whom nobody knows': of('citizen', `bsn:${bsns.sanne}`, anybody),
    'a machine': of('system', '00000099000000009000'),
  };
}

describe('An inbox of somebody whom nobody knows', () => {
  it.each(['as-subject', 'nothing'])(
    'is answered about as that of Henk, to everybody, to a system that hears %s (R3)',
    async (tells) => {
      const everybody = await subjects();
      await scene.register({ tells });
      const heard = new Set<unknown>();
      for (const [who, subject] of Object.entries(everybody))
        for (const [ofHenk, ofNobody] of [
          [known, nothing],
          [`bsn:${bsns.henk}`, `bsn:${bsns.sanne}`],
        ] as const)
          for (const what of [{}, ofTax('low'), ofTax('high')])
            for (const name of 'sender' in what ? ['read', 'archive'] : ['read']) {
              const ask = async (id: string) =>
                scene.ask({
                  action: { name },
                  ...subject,
                  resource: { type: 'inbox', id, properties: what },
                });
              const answer = await ask(ofHenk);
              heard.add(answer.context?.reason);
              expect([who, name, JSON.stringify(await ask(ofNobody))]).toEqual([
                who,
                name,
                JSON.stringify(answer),
              ]);
            }
      const reasons = ['assurance-too-low', 'does-not-exist', 'employment-ended', 'organisation-suspended'];
      expect([...heard].toSorted()).toEqual(
        tells === 'nothing' ? [undefined] : [...reasons, 'wrong-kind-of-actor'],
      );
    },
  );

  it('is told to who watches over authorisations as one that does not exist, and otherwise in the same words', async () => {
    const everybody = await subjects();
    await scene.register({ tells: 'true-reason' });
    for (const [who, subject] of Object.entries(everybody)) {
      const ask = async (id: string) => scene.ask({ ...subject, resource: { type: 'inbox', id } });
      const [ofHenk, ofNobody] = [await ask(known), await ask(nothing)];
      const said = ofNobody.context?.reason === 'does-not-exist';
      if (!said) expect([who, ofNobody]).toEqual([who, ofHenk]);
      else expect(ofHenk.context?.reason).toMatch(/^(no-mandate|not-a-party|does-not-exist)$/);
    }
  });

  it('gets no token, in the same words, whatever the employee lacks', async () => {
    const { database } = scene.house;
    const pairs = [
      [known, nothing],
      [`bsn:${bsns.henk}`, `bsn:${bsns.sanne}`],
    ] as const;
    const same = async (reason: string, claims = employee('joris', kvks.vermeer)) => {
      for (const [ofHenk, ofNobody] of pairs) {
        const answer = await scene.exchange({ represents: ofHenk }, claims);
        expect(answer).toMatchObject({ status: 400, reason });
        expect(await scene.exchange({ represents: ofNobody }, claims)).toEqual(answer);
      }
    };
    await same('does-not-exist');
    await same('assurance-too-low', employee('joris', kvks.vermeer, 'low'));
    await database.admin.query(`UPDATE organisation SET standing = 'suspended' WHERE id = $1`, [
      scene.vermeer,
    ]);
    await same('organisation-suspended');
  });
});
