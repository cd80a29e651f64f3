import { oins } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { inARow } from '../support/in-a-row.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';
import { passport, people } from './scene.ts';

let scene: RebindingScene;
let office: string;
beforeAll(async () => {
  scene = await openRebindings();
  office = await scene.world.organisation('90005678');
});
afterAll(() => scene.close());

const give = (who: Claims) =>
  scene.as(who).post('/v1/mandates', {
    lines: [{ sender: oins.tax, category: 'financial', actions: ['read'] }],
    ...{ organisation: office, from: scene.world.day(0), until: scene.world.day(90) },
  });

/** The account of a holder was given to another, who has one himself. */
async function takenOver() {
  const [holder, other] = [someone('LT')(1), { ...someone('FI')(1), birthdate: '1990-01-01' }];
  const client = await scene.opened(holder);
  await scene.opened(other);
  await scene.asked(202, scene.rebind(other, { evidence: [passport], formerIdentifier: holder.eidas_id }));
  await scene.tasks();
  const { id } = await scene.waitingFor(client);
  await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
  return { holder, other, client, id };
}

/** Whether what the client gave came before the case was undone. */
const before = (client: string, id: string) =>
  scene.rows(
    'SELECT g.activated_at <= c.undone_at AS before FROM mandate g, identity_case c WHERE g.client_id = $1 AND c.id = $2',
    ...[client, id],
  );

describe('What is given by a means, and the end of that means, come one after the other', () => {
  it('Undone first: nothing is given, and who asks again hears that his means opens it no more', async () => {
    const { other, client, id } = await takenOver();
    const [undone, given] = await inARow(scene.database, client, [
      async () => scene.undo(id),
      async () => give(other),
    ]);
    expect([undone?.status, given?.status]).toEqual([200, 503]);
    expect(await scene.rows('SELECT FROM mandate WHERE client_id = $1', client)).toEqual([]);
  });

  it('Given first: it is listed to who undid it, as of before', async () => {
    const { other, client, id } = await takenOver();
    const [given, undone] = await inARow(scene.database, client, [
      async () => give(other),
      async () => scene.undo(id),
    ]);
    expect([given?.status, undone?.status]).toEqual([201, 200]);
    expect((await scene.see(id)).givenMeanwhile).toMatchObject([{ mandate: given?.body.id }]);
    expect(await before(client, id)).toEqual([{ before: true }]);
  });

  it('Also when he who undoes it began sooner, and waited', async () => {
    const { other, client, id } = await takenOver();
    const session = await scene.database.admin.connect();
    await session.query('BEGIN');
    await session.query('SELECT FROM identity_case WHERE id = $1 FOR UPDATE', [id]);
    const undoing = scene.undo(id).then((answer) => answer.status);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const given = await scene.asked(201, give(other));
    await session.query('ROLLBACK');
    session.release();
    expect(await undoing).toBe(200);
    expect((await scene.see(id)).givenMeanwhile).toMatchObject([{ mandate: given.id }]);
    expect(await before(client, id)).toEqual([{ before: true }]);
  });

  it('Of a means that an official ends it is the same', async () => {
    const who = someone('PL')(1);
    const client = await scene.opened(who);
    const [means] = await scene.rows('SELECT id FROM client_means WHERE client_id = $1', client);
    const [ended, given] = await inARow(scene.database, client, [
      async () => scene.as(people.olga).post(`/v1/means/${String(means?.id)}/end`, { reason: 'Stolen.' }),
      async () => give(who),
    ]);
    expect([ended?.status, given?.status]).toEqual([200, 503]);
    expect((await give(who)).body.code).toBe('means-ended');
    expect(await scene.rows('SELECT FROM mandate WHERE client_id = $1', client)).toEqual([]);
  });
});
