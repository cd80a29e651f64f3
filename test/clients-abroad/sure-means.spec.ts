import { european } from '../support/cast.ts';
import { openRebindings, type RebindingScene } from './rebinding.scene.ts';
import { passport, people } from './scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

const klausOf = (country: string, name = 'klaus', level?: 'low') =>
  european(`${country}/NL/${name}`, ['Klaus', 'Weber'], '1955-03-14', level);

describe('What opens somebody’s inbox to another means', () => {
  it('A European means of level low opens none, and neither does a code that was made at low', async () => {
    const client = await scene.opened(people.klaus);
    const low = klausOf('FI', 'low', 'low');
    const { status, body } = await scene.rebind(low, { evidence: [passport] });
    expect([status, body.code]).toEqual([403, 'assurance-too-low']);
    for (const [path, wish] of [
      ['/v1/clients-abroad/rebinding-codes', { confirmed: true }],
      ['/v1/clients-abroad/account/link', { confirmed: true }],
    ] as const)
      expect((await scene.as({ ...people.klaus, acr: low.acr }).post(path, wish)).body.code).toBe(
        'assurance-too-low',
      );
    await scene.tasks();
    expect((await scene.me(people.klaus)).client).toBe(client);
  });

  it('Evidence is looked at by officials, also when the source knows who it is; Klaus reads on meanwhile', async () => {
    const client = await scene.opened(people.carmen); // any account: the source is asked about the new means
    expect(client).not.toBe('no client');
    const newer = klausOf('SE');
    expect((await scene.rebind(newer, { evidence: [passport] })).status).toBe(202);
    await scene.tasks();
    expect((await scene.me(newer)).kind).toBe('unlinked');
    expect((await scene.as(people.klaus).get('/v1/messages')).status).toBe(200);
    expect(await scene.waitingFor(await scene.world.client('999990056'))).toMatchObject({ outcome: 'match' });
  });

  it('Another identifier of the same country takes the place of none by the source alone', async () => {
    const newer = klausOf('DE', 'klaus-weber-9');
    const own = await scene.opened(newer);
    const klaus = await scene.world.client('999990056');
    expect(own).not.toBe(klaus);
    expect((await scene.me(people.klaus)).client).toBe(klaus);
    const waiting = (await scene.cases('account')).find((each) => each.client === own);
    await scene.asked(200, scene.decide(waiting?.id ?? '', { decision: 'grant', client: klaus }));
    expect((await scene.me(newer)).client).toBe(klaus);
  });

  it('The database lets a job grant no re-binding that nobody proved, and a low means ask for none', async () => {
    const waiting = await scene.waitingFor(await scene.world.client('999990056'));
    const session = await scene.database.admin.connect();
    const as = async (actor: string, assurance: string) => {
      await session.query('ROLLBACK; BEGIN; SET LOCAL ROLE volmacht_app');
      await session.query(
        `SELECT set_config('app.actor', $1, true), set_config('app.assurance', $2, true),
                set_config('app.now', $3, true)`,
        [actor, assurance, scene.clock.now().toISOString()],
      );
    };
    try {
      await scene.rows(
        `UPDATE identity_case SET state = 'checking', waiting_since = NULL WHERE id = $1`,
        waiting.id,
      );
      await as('job:match-identities', 'high');
      const grant = `UPDATE identity_case SET state = 'granted', client_id = $2, decided_at = acting_now(),
                       decided_by = 'job:match-identities' WHERE id = $1`;
      await expect(
        session.query(grant, [waiting.id, await scene.world.client('999990056')]),
      ).rejects.toMatchObject({ constraint: 'rebinding_proved' });
      await as('unlinked:x', 'low');
      await expect(
        session.query(`INSERT INTO identity_case (id, kind, state, made_by, means_kind, means_index, means_sealed,
          created_at) VALUES (gen_random_uuid(), 'rebinding', 'checking', 'unlinked:x', 'eidas', 'x', 'x', now())`),
      ).rejects.toMatchObject({ constraint: 'case_means_sure' });
    } finally {
      await session.query('ROLLBACK');
      session.release();
    }
  });
});
