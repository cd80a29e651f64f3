import pg from 'pg';
import { Desk } from '../../src/access/desk.ts';
import { UnitOfWork } from '../../src/audit/unit-of-work.ts';
import type { MandateId } from '../../src/domain/ids.ts';
import { people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Scene, setScene } from './scene.ts';

let house: House;
let scene: Scene;
beforeAll(async () => {
  house = await openHouse();
  scene = await setScene(house);
});
afterAll(() => house.close());

const lastLine = async () =>
  (await house.database.admin.query('SELECT * FROM trail ORDER BY position DESC LIMIT 1')).rows[0];
const lines = async () => (await house.database.admin.query('SELECT FROM trail')).rowCount;

/** What the application's own role may say to the database, as an official whom every policy lets through. */
async function asApplication(statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: house.database.url, options: '-c role=volmacht_app' });
  await client.connect();
  try {
    await client.query(
      `SELECT set_config('app.actor', 'official:x', false), set_config('app.now', '2027-01-01', false), set_config('app.assurance', 'high', false)`,
    );
    return (await client.query(statement)).command;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

describe('Nobody rewrites the record, the application least of all (R40)', () => {
  beforeAll(() => house.as(people.yasmina).get('/v1/me'));

  it.each([
    `UPDATE trail SET outcome = 'refused', reason = 'no-mandate'`,
    'DELETE FROM trail',
    'TRUNCATE trail',
    'ALTER TABLE trail DISABLE TRIGGER ALL',
    'ALTER TABLE trail DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE trail DROP COLUMN reason',
    'DROP TABLE trail',
    'DROP POLICY trail_read ON trail',
    'CREATE RULE forget AS ON INSERT TO trail DO INSTEAD NOTHING',
    'SET ROLE volmacht_owner; DELETE FROM trail',
    `INSERT INTO trail (id, position, at, action, outcome, actor_kind, actor_id, assurance) OVERRIDING SYSTEM VALUE
       VALUES ((SELECT id FROM trail LIMIT 1), 1, now(), 'self.see', 'permitted', 'citizen', 'x', 'low')
       ON CONFLICT (id) DO UPDATE SET action = 'inbox.read'`,
  ])('refuses: %s', async (statement) => {
    const before = await lines();
    // A test signs in as administrator, who can take on any role; the application cannot, and then this is 42501 too.
    const allowed = statement.startsWith('SET ROLE') ? asSignedIn(statement) : asApplication(statement);
    expect(await allowed).toBe('42501');
    expect(await lines()).toBe(before);
  });

  it('does not let the application give itself the right to', async () => {
    await asApplication('GRANT DELETE, UPDATE, TRUNCATE ON trail TO volmacht_app'); // a warning, and nothing granted
    expect(await asApplication('DELETE FROM trail')).toBe('42501');
  });

  it('lets the application add and read, or the refusals above would say nothing', async () => {
    expect(await asApplication('SELECT FROM trail')).toBe('SELECT');
    expect(
      await asApplication(
        `INSERT INTO trail (id, at, action, outcome, actor_kind, actor_id, assurance)
           VALUES ('0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11', '2027-01-01', 'self.see', 'permitted', 'official', 'x', 'high')`,
      ),
    ).toBe('INSERT');
  });
});

/** As a role that signs in by itself and may only become the application, as in production. */
async function asSignedIn(statement: string): Promise<string> {
  const name = `signed_in_${Date.now()}`;
  const { admin } = house.database;
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'x' IN ROLE volmacht_app`);
  const url = Object.assign(new URL(house.database.url), { username: name, password: 'x' }).href;
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return ((await client.query(statement)) as unknown as { command: string }[])
      .map(({ command }) => command)
      .join();
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
    await admin.query(`DROP ROLE ${name}`);
  }
}

describe('A refusal is recorded with its true reason, whatever the answer tells', () => {
  it('at the door: Joris knocks where only officials may', async () => {
    const answer = await house.as(people.joris).post('/v1/trail-entries/_search', {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'wrong-kind-of-actor' } });
    expect(await lastLine()).toMatchObject({
      ...{ action: 'trail.search', outcome: 'refused', reason: 'wrong-kind-of-actor', client_id: null },
      ...{ actor_kind: 'employee', actor_id: scene.joris, assurance: 'substantial' },
    });
  });

  it('at the door: Joris signed in too lightly (R5)', async () => {
    await house.as({ ...people.joris, acr: 'http://eidas.europa.eu/LoA/low' }).get('/v1/me');
    expect(await lastLine()).toMatchObject({
      reason: 'assurance-too-low',
      assurance: 'low',
      outcome: 'refused',
    });
  });

  it('at the desk: to Gerda another office’s mandate does not exist; the trail knows better', async () => {
    const answer = await house.as(people.gerda).get(`/v1/mandates/${scene.mandate}/history`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(answer.text).not.toContain('not-a-party');
    expect(await lastLine()).toMatchObject({
      ...{ action: 'mandate.history', outcome: 'refused', reason: 'not-a-party', actor_id: scene.gerda },
      ...{ client_id: scene.yasmina, mandate_id: scene.mandate, organisation_id: scene.haven },
    });
  });

  it('at the desk: what really does not exist is recorded as that', async () => {
    await house.as(people.gerda).get('/v1/mandates/0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11/history');
    expect(await lastLine()).toMatchObject({ reason: 'does-not-exist', client_id: null, mandate_id: null });
  });

  it('keeps nothing of what the refused use case had begun', async () => {
    const { yasmina, mandate, actors } = scene;
    const begun = house.app.get(UnitOfWork).run(actors.olga, async (work) => {
      await work.query(`UPDATE mandate SET state = 'suspended' WHERE id = $1`, [mandate]);
      await house.app.get(Desk).demand(work, { action: 'mandate.consent', mandate: mandate as MandateId });
    });
    await expect(begun).rejects.toMatchObject({ reason: 'wrong-kind-of-actor' });
    const { rows } = await house.database.admin.query('SELECT state FROM mandate WHERE client_id = $1', [
      yasmina,
    ]);
    expect(rows).toEqual([{ state: 'active' }]);
  });
});

describe('Without a record nothing happens (R40)', () => {
  const stateOf = async () =>
    (await house.database.admin.query('SELECT state FROM mandate WHERE id = $1', [scene.mandate])).rows[0]
      .state;

  it('does not commit a use case that never asks for access', async () => {
    const forgetful = house.app.get(UnitOfWork).run(scene.actors.olga, async (work) => {
      await work.query(`UPDATE mandate SET state = 'suspended' WHERE id = $1`, [scene.mandate]);
      return 'done';
    });
    await expect(forgetful).rejects.toThrow('a use case must ask for access before it ends');
    expect(await stateOf()).toBe('active');
  });

  it('undoes what cannot be told: nothing is sent to the database behind it', async () => {
    const untold = house.app.get(UnitOfWork).run(scene.actors.olga, async (work) => {
      await work.query(`UPDATE mandate SET state = 'suspended' WHERE id = $1`, [scene.mandate]);
      await house.app.get(Desk).demand(work, { action: 'self.see' });
      work.remark({ details: { count: 1n } } as never); // no JSON
    });
    await expect(untold).rejects.toThrow(/BigInt/);
    expect(await stateOf()).toBe('active');
  });

  describe('when the trail cannot be written', () => {
    beforeAll(() => house.database.admin.query('REVOKE INSERT ON trail FROM volmacht_app'));
    afterAll(() => house.database.admin.query('GRANT INSERT ON trail TO volmacht_app'));

    it('discloses nothing to Yasmina: 503, with a time to come back', async () => {
      const answer = await house.as(people.yasmina).get('/v1/trail-entries?own=true');
      expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(answer.headers['retry-after']).toBe('2');
      expect(answer.body).not.toHaveProperty('items');
      expect(answer.text).not.toMatch(/permission|trail-append|42501/);
    });

    it('does not even refuse: at the door and at the desk the answer is the same 503', async () => {
      for (const path of ['/v1/trail-entries', `/v1/mandates/${scene.mandate}/history`])
        expect(await house.as(people.gerda).get(path)).toMatchObject({ status: 503 });
    });

    it('changes nothing', async () => {
      const change = house.app.get(UnitOfWork).run(scene.actors.olga, async (work) => {
        await work.query(`UPDATE mandate SET state = 'suspended' WHERE id = $1`, [scene.mandate]);
        return scene.act(scene.actors.olga, { action: 'mandate.suspend', mandate: scene.mandate });
      });
      await expect(change).rejects.toMatchObject({ code: 'unavailable' });
      expect(await stateOf()).toBe('active');
    });
  });

  it('works again when the trail does', async () => {
    expect((await house.as(people.yasmina).get('/v1/trail-entries')).status).toBe(200);
  });
});
