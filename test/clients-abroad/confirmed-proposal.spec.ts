import { newId } from '../../src/platform/ids.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let id: string;
let candidates: string[];
beforeAll(async () => {
  scene = await openScene();
  await scene.opened(people.carmen);
  id = (await scene.cases('account'))[0]?.id ?? '';
  candidates = ((await scene.see(id)).candidates as { client: string }[]).map(({ client }) => client);
});
afterAll(() => scene.close());

/** Olga proposes one of the two whom she may be; what Oscar then sees. */
async function proposed(place: number) {
  const client = candidates[place];
  await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
  return (await scene.see(id, people.oscar)).proposal as { id: string; client: string };
}

describe('A confirmation is of the proposal that lies there (decision 68)', () => {
  it('Who looked at another proposal confirms nothing, also when it names the same client', async () => {
    const seen = await proposed(0);
    for (const place of [1, 0]) {
      const lying = await proposed(place);
      for (const named of [seen, { ...seen, client: lying.client }, { ...lying, client: newId() }]) {
        const { status, body } = await scene.confirm(id, people.oscar, named);
        expect([status, body.code]).toEqual([412, 'changed-meanwhile']);
      }
    }
    expect(candidates).not.toContain((await scene.me(people.carmen)).client);
  });

  it.each([
    ['no proposal', { client: newId() }, '#/proposal'],
    ['no client', { proposal: newId() }, '#/client'],
  ])('It says what it confirms: %s', async (_, wrong, pointer) => {
    const path = `/v1/identity-cases/${id}/confirmation`;
    const { status, body } = await scene.as(people.oscar).post(path, { reason: 'Looked.', ...wrong });
    expect([status, body.errors[0].location.pointer]).toEqual([400, pointer]);
  });

  it('The database grants nothing that another proposal said, and lets none be rewritten', async () => {
    const lying = await proposed(1);
    const session = await scene.database.admin.connect();
    const as = async (official: string) => {
      await session.query('ROLLBACK; BEGIN; SET LOCAL ROLE volmacht_app');
      await session.query(
        `SELECT set_config('app.actor', $1, true), set_config('app.assurance', 'substantial', true),
                set_config('app.now', $2, true)`,
        [`official:test:official-${official}`, scene.clock.now().toISOString()],
      );
    };
    try {
      await as('oscar');
      const grant = `UPDATE identity_case SET state = 'granted', client_id = $2, decided_at = acting_now(),
        decision_reason = 'x', decided_by = 'official:test:official-oscar', confirmed_proposal = $3 WHERE id = $1`;
      await expect(session.query(grant, [id, lying.client, newId()])).rejects.toMatchObject({
        constraint: 'proposal_confirmed',
      });
      await as('olga');
      const swap = `UPDATE identity_proposal SET client_id = $2, proposed_at = acting_now(), reason = 'x',
        proposed_by = 'official:test:official-olga' WHERE case_id = $1`;
      await expect(session.query(swap, [id, candidates[0]])).rejects.toMatchObject({
        constraint: 'proposal_anew',
      });
    } finally {
      await session.query('ROLLBACK');
      session.release();
    }
  });

  it('What he saw opens when he confirms that', async () => {
    const seen = await proposed(0);
    expect(await scene.asked(200, scene.confirm(id, people.oscar, seen))).toMatchObject({ state: 'granted' });
    expect((await scene.me(people.carmen)).client).toBe(seen.client);
  });
});
