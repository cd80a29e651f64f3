import { oins } from '../support/cast.ts';
import { join, joris, twoOfOne } from './joined.scene.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

/** A measure of a court on the one who has the BSN, from yesterday on. */
async function measure(
  client: string,
  ground: 'curatele' | 'bewind' | 'mentorschap',
  sender = '*',
): Promise<void> {
  const guardian = await scene.world.organisation('90007777', { kind: 'guardianship' });
  const category = { curatele: 'all', bewind: 'financial', mentorschap: 'care' }[ground];
  await scene.world.mandate({ client, organisation: guardian, ground, lines: [{ sender, category }] });
}
const lines = (mandate: string | undefined) =>
  scene.rows(
    `SELECT category, ended_at IS NULL AS open FROM scope_line WHERE mandate_id = $1 ORDER BY category`,
    mandate,
  );
const stateOf = async (mandate: string | undefined) =>
  (await scene.rows('SELECT state, end_reason AS reason FROM mandate WHERE id = $1', mandate))[0];

describe('What the law forbids the one that stays, the other’s mandates do not give either', () => {
  it('Curatele ends what he gave under the other pseudonym (R26)', async () => {
    const two = await twoOfOne(scene);
    await scene.database.admin.query(
      `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'curatele' WHERE id = $1`,
      [two.mandates[1]],
    );
    await scene.database.admin.query('UPDATE scope_line SET claims = false WHERE mandate_id = $1', [
      two.mandates[1],
    ]);
    await measure(two.client, 'curatele');
    await join(scene, two);
    expect(await stateOf(two.mandates[0])).toEqual({ state: 'ended', reason: 'curatele' });
  });

  it('Bewind ends it for money, and leaves care and other (R27)', async () => {
    const two = await twoOfOne(scene);
    await scene.database.admin.query(`UPDATE scope_line SET category = 'all' WHERE mandate_id = $1`, [
      two.mandates[0],
    ]);
    await scene.database.admin.query(
      `UPDATE mandate SET state = 'ended', ended_at = now() - interval '30 days', end_reason = 'bewind' WHERE id = $1`,
      [two.mandates[1]],
    );
    await scene.database.admin.query('UPDATE scope_line SET claims = false WHERE mandate_id = $1', [
      two.mandates[1],
    ]);
    await measure(two.client, 'bewind');
    await join(scene, two);
    expect(await stateOf(two.mandates[0])).toEqual({ state: 'active', reason: null });
    expect(await lines(two.mandates[0])).toEqual([
      { category: 'all', open: false },
      { category: 'care', open: true },
      { category: 'other', open: true },
    ]);
    const { body } = await scene.as(joris).get(`/v1/messages/${two.messages[0]}`);
    expect(body.code).toBe('scope-line-ended-by-law'); // it was not the client who ended it
  });

  it('Bewind leaves nothing of a mandate for money alone; mentorschap leaves all of it', async () => {
    const two = await twoOfOne(scene);
    await scene.database.admin.query(`DELETE FROM scope_line WHERE mandate_id = $1`, [two.mandates[1]]);
    await scene.database.admin.query(`DELETE FROM mandate WHERE id = $1`, [two.mandates[1]]);
    await measure(two.client, 'bewind');
    await join(scene, two);
    expect(await stateOf(two.mandates[0])).toEqual({ state: 'ended', reason: 'bewind' });

    const others = await scene.opened({
      ...people.elise,
      sub: 'x',
      eidas_id: 'BE/NL/other',
      family_name: 'Other',
    });
    const office = await scene.world.organisation('90001235');
    const mandate = await scene.world.mandate({ client: others, organisation: office });
    const ward = await scene.world.client('999990032');
    const guardian = await scene.world.organisation('90007778', { kind: 'guardianship' });
    await scene.world.mandate({
      client: ward,
      organisation: guardian,
      ground: 'mentorschap',
      lines: [{ sender: '*', category: 'care' }],
    });
    await join(scene, { account: others, client: ward });
    expect(await stateOf(mandate)).toEqual({ state: 'active', reason: null });
  });

  /** What he gave under the other pseudonym is all there is. */
  const oneOfOne = async () => {
    const two = await twoOfOne(scene);
    await scene.database.admin.query(`DELETE FROM scope_line WHERE mandate_id = $1`, [two.mandates[1]]);
    await scene.database.admin.query(`DELETE FROM mandate WHERE id = $1`, [two.mandates[1]]);
    return two;
  };

  it('Curatele whose curator was dismissed still ends it (R26)', async () => {
    const two = await oneOfOne();
    await measure(two.client, 'curatele');
    await scene.database.admin.query(
      `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'dismissed' WHERE ground = 'curatele'`,
    );
    await join(scene, two);
    expect(await stateOf(two.mandates[0])).toEqual({ state: 'ended', reason: 'curatele' });
    const { status } = await scene.as(joris).get(`/v1/messages/${two.messages[0]}`);
    expect(status).not.toBe(200);
  });

  it('Partial bewind ends what its order names, and nothing of another sender (R24, R27)', async () => {
    const two = await oneOfOne();
    await scene.database.admin.query(
      `INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
         SELECT gen_random_uuid(), mandate_id, client_id, organisation_id, $2, category, actions, period, claims
           FROM scope_line WHERE mandate_id = $1`,
      [two.mandates[0], oins.svb],
    );
    await measure(two.client, 'bewind', oins.svb);
    await scene.database.admin.query('UPDATE court_order SET partial = true');
    await join(scene, two);
    expect(await stateOf(two.mandates[0])).toEqual({ state: 'active', reason: null });
    const open = 'SELECT sender FROM scope_line WHERE mandate_id = $1 AND ended_at IS NULL';
    expect(await scene.rows(open, two.mandates[0])).toEqual([{ sender: oins.tax }]);
  });

  it('Of who died nothing goes on (R30)', async () => {
    const two = await twoOfOne(scene);
    await scene.database.admin.query(`UPDATE client SET died_on = '2026-01-01' WHERE id = $1`, [two.client]);
    await join(scene, two);
    expect(await stateOf(two.mandates[0])).toEqual({ state: 'ended', reason: 'death' });
    expect((await scene.as(people.elise).get('/v1/me')).body.code).toBe('person-died');
  });

  it('An official who finds who it is has a line in the trail for each mandate that ended', async () => {
    const account = await scene.opened(people.carmen);
    const office = await scene.world.organisation('90001236');
    const mandate = await scene.world.mandate({ client: account, organisation: office });
    const ward = await scene.world.client('999990081');
    await measure(ward, 'curatele');
    const [waiting] = await scene.cases('account');
    await scene.asked(200, scene.decide(waiting?.id ?? '', { decision: 'grant', client: ward }));
    const written = await scene.rows(
      `SELECT action, client_id AS client, mandate_id AS mandate, organisation_id AS office, details->>'reason' AS reason
         FROM trail WHERE actor_kind = 'official' AND action IN ('identity-case.confirm', 'mandate.end') ORDER BY position`,
    );
    expect(written).toEqual([
      {
        action: 'identity-case.confirm',
        client: ward,
        mandate: null,
        office: null,
        reason: 'Looked at it too.',
      },
      { action: 'mandate.end', client: ward, mandate, office, reason: 'curatele' },
    ]);
  });

  it('A shield of either holds for all of it from then on', async () => {
    const two = await twoOfOne(scene);
    const shield = { category: 'financial' };
    await scene.asked(201, scene.as(people.elise).post('/v1/shields', shield));
    await scene.asked(201, scene.as(people.yasmina).post('/v1/shields', shield)); // she has the BSN that stays
    await join(scene, two);
    expect(
      await scene.rows('SELECT FROM shield WHERE client_id = $1 AND ended_at IS NULL', two.client),
    ).toHaveLength(1);
    expect(await scene.rows('SELECT FROM shield WHERE client_id = $1', two.client)).toHaveLength(2);
  });
});
