import pg from 'pg';
import { employee } from '../support/cast.ts';
import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const approvals = async (order: { id: string }) =>
  ((await scene.see(cast.otto, order)).checks as { approvals: { official: string; replaces?: string }[] })
    .approvals;
const standing = async (who: typeof cast.otto, of: string, decision: 'suspension' | 'reinstatement') => {
  const { items } = (await scene.as(who).get('/v1/officials')).body as {
    items: { id: string; official: string }[];
  };
  const id = items.find(({ official }) => official === `test:official-${of}`)?.id;
  return scene.expecting(
    200,
    scene.as(who).post(`/v1/officials/${id}/${decision}`, { reason: 'Looked into.' }),
  );
};

describe('R21, R32: who is succeeded is a part of what is approved', () => {
  /** Two guardians for Pieter's money, and an order by which De Haven takes the place of one. */
  const choosing = async () => {
    const give = (organisation: string) =>
      scene.world.mandate({ client: scene.pieter, organisation, ground: 'bewind' });
    const bridge = await scene.world.organisation('90007777', { name: 'De Brug', kind: 'guardianship' });
    const [vermeers, bridges] = [await give(scene.vermeer), await give(bridge)];
    return { vermeers, bridges, order: await scene.waiting({ position: 'successor' }) };
  };

  it('begins anew with who chooses otherwise: no official decides that by himself', async () => {
    const { vermeers, bridges, order } = await choosing();
    await scene.expecting(200, scene.approve(cast.olga, order, { replaces: vermeers }));
    expect(await approvals(order)).toMatchObject([{ official: 'test:official-olga', replaces: vermeers }]);
    const other = await scene.expecting(200, scene.approve(cast.otto, order, { replaces: bridges }));
    expect(other.state).toBe('in-verification');
    expect(await approvals(order)).toMatchObject([{ official: 'test:official-otto', replaces: bridges }]);
    for (const id of [vermeers, bridges]) expect(await scene.mandate(id)).toMatchObject({ end_reason: null });
    const done = await scene.expecting(200, scene.approve(cast.olga, order, { replaces: bridges }));
    expect(done.state).toBe('active');
    expect(await scene.mandate(bridges)).toMatchObject({ end_reason: 'replaced' });
    expect(await scene.mandate(vermeers)).toMatchObject({ end_reason: null });
  });

  it('also with who names somebody where a colleague named nobody', async () => {
    const { vermeers, order } = await choosing();
    await scene.expecting(200, scene.approve(cast.olga, order));
    const named = await scene.expecting(200, scene.approve(cast.otto, order, { replaces: vermeers }));
    expect(named.state).toBe('in-verification');
  });

  it('tells who says nothing of it whom his colleague chose, in both languages', async () => {
    const { vermeers, order } = await choosing();
    await scene.expecting(200, scene.approve(cast.olga, order, { replaces: vermeers }));
    for (const [language, says] of [
      ['nl', 'Uw collega koos dat Kantoor Vermeer wordt opgevolgd.'],
      ['en', 'Your colleague chose that Kantoor Vermeer is succeeded.'],
    ] as const) {
      const silent = await scene
        .as(cast.otto)
        .post(`/v1/court-orders/${order.id}/approval`, { reason: 'Compared.' })
        .set('accept-language', language);
      expect([silent.status, silent.body.obstacle]).toEqual([409, 'chosen-by-a-colleague']);
      expect(silent.body.detail).toContain(says);
    }
    expect((await scene.see(cast.otto, order)).state).toBe('in-verification');
  });

  it('by the database too: what approved another choice is gone, and nobody chooses while it begins', async () => {
    const { vermeers, bridges, order } = await choosing();
    await scene.expecting(200, scene.approve(cast.olga, order, { replaces: vermeers }));
    const as = async (...statements: string[]) => {
      const client = new pg.Client({ connectionString: scene.database.url });
      await client.connect();
      const setting = [`official:test:official-otto`, scene.clock.now().toISOString()];
      await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
      await client.query(
        `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', 'substantial', true)`,
        setting,
      );
      let answer = '';
      for (const sql of statements)
        answer = await client.query(sql.replace('$1', `'${order.id}'`).replace('$2', `'${bridges}'`)).then(
          ({ rowCount }) => `${rowCount} rows`,
          (error: { code: string }) => error.code,
        );
      await client.query(answer.endsWith('rows') ? 'COMMIT' : 'ROLLBACK');
      await client.end();
      return answer;
    };
    const verified = `state = 'verified', verified_at = acting_now(), verified_by = 'officials'`;
    await scene.database.admin.query(
      `INSERT INTO official (id, subject, since) VALUES (gen_random_uuid(), 'test:official-otto', now())`,
    );
    const approved = `INSERT INTO court_order_approval (order_id, round, official, at, reason)
      SELECT id, round, acting_id(), acting_now(), 'Compared.' FROM court_order WHERE id = $1`;
    const begins = `UPDATE court_order SET replaces = $2, ${verified} WHERE id = $1`;
    expect(await as(approved, begins)).toBe('23514');
    expect(await as('UPDATE court_order SET replaces = $2 WHERE id = $1')).toBe('1 rows');
    expect(await approvals(order)).toEqual([]);
  });
});

describe('R21: an official who was suspended since he approved', () => {
  it('approves again when he is back: what he did before does not come back with him', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.approve(cast.otto, order));
    await standing(cast.olga, 'otto', 'suspension');
    await scene.expecting(200, scene.approve(cast.olga, order));
    await standing(cast.olga, 'otto', 'reinstatement');
    expect((await scene.see(cast.olga, order)).state).toBe('in-verification');
    expect(await approvals(order)).toMatchObject([{ official: 'test:official-olga' }]);
    const done = await scene.expecting(200, scene.approve(cast.otto, order));
    expect(done.state).toBe('active');
  });
});

describe('A guardian who may represent nobody now', () => {
  it('is told to the officials before, and does not begin until he is recognised again', async () => {
    const order = await scene.waiting();
    const set = (now: string) =>
      scene.database.admin.query('UPDATE organisation SET standing = $2 WHERE id = $1', [scene.haven, now]);
    await set('suspended');
    const { body } = await scene.as(cast.olga).get(`/v1/court-orders/${order.id}/consequences`);
    expect(body.obstacles).toMatchObject([{ kind: 'guardian-out' }]);
    await scene.expecting(200, scene.approve(cast.olga, order));
    const second = await scene.approve(cast.otto, order);
    expect([second.status, second.body.obstacle]).toEqual([409, 'guardian-out']);
    expect(await scene.notices(cast.pieter, 'guardianship-began')).toEqual([]);
    await set('recognised');
    const done = await scene.expecting(200, scene.approve(cast.otto, order));
    expect(done.state).toBe('active');
  });

  it('R30: nor a person who died, though an order of his is approved', async () => {
    const ruben = await scene.world.organisation('90008888', { name: 'Ruben', kind: 'guardianship' });
    const id = await scene.world.employee(ruben, 'ruben', 'administrator');
    await scene.world.assign(ruben, scene.pieter, { employee: id });
    const order = await scene.waiting({}, employee('ruben', '90008888'));
    const person = await scene.world.client('999990044');
    await scene.database.admin.query(
      `UPDATE organisation SET kvk = NULL, kind = 'individual', person = $2 WHERE id = $1`,
      [ruben, person],
    );
    await scene.database.admin.query(`UPDATE client SET died_on = '2026-11-20' WHERE id = $1`, [person]);
    const { body } = await scene.as(cast.olga).get(`/v1/court-orders/${order.id}/consequences`);
    expect(body.obstacles).toMatchObject([{ kind: 'guardian-out' }]);
  });
});
