import { BulkTidyService } from '../../../src/mandates/bulk/bulk-tidy.service.ts';
import { oins, people } from '../scene.ts';
import { type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const check = async (count = 3, who = office.joris) =>
  (await scene.send(who, scene.csv(scene.rows(count, (place) => (place === 1 ? { actions: 'delete' } : {})))))
    .body;
const see = (who: Office['joris'], run: { id: string }) => scene.as(who).get(`/v1/bulk-runs/${run.id}`);
const cancel = (who: Office['joris'], run: { id: string }, key?: string) =>
  scene.as(who).post(`/v1/bulk-runs/${run.id}/cancellation`, undefined, key);
const heldPersons = async (run: { id: string }) =>
  (await scene.kept(run)).filter(({ sealed, bsn_index, person_index }) => sealed ?? bsn_index ?? person_index)
    .length;

describe('Whose run it is', () => {
  it('Who sent the file and the administrators of his office see it; to anyone else it does not exist', async () => {
    const run = await check();
    const others = await scene.office();
    const seen = [];
    for (const who of [office.joris, office.anna, office.sara, office.bob, others.joris, others.anna]) {
      const answers = [await see(who, run), await scene.as(who).get(`/v1/bulk-runs/${run.id}/rows`)];
      seen.push(answers.map(({ status }) => status));
    }
    expect(seen).toEqual([
      [200, 200],
      [200, 200],
      [404, 404],
      [403, 403],
      [404, 404],
      [404, 404],
    ]);
    expect((await cancel(office.sara, run)).status).toBe(404);
    expect((await scene.as(people.yasmina).get(`/v1/bulk-runs/${run.id}`)).status).toBe(403);
  });

  it('Also in the list, newest first, page by page, by state and kind', async () => {
    const runs = [await check(), await check(2), await check(1)].map(({ id }) => id as string);
    const sara = await check(1, office.sara);
    const list = async (who: Office['joris'], query: string) =>
      (await scene.as(who).get(`/v1/bulk-runs${query}`)).body;
    const first = await list(office.joris, '?limit=2');
    const second = await list(office.joris, `?limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(runs.toReversed());
    expect(second.next).toBeUndefined();
    expect((await list(office.anna, '')).items).toHaveLength(4);
    expect((await list(office.sara, '')).items).toMatchObject([{ id: sara.id }]);
    await cancel(office.sara, sara);
    expect((await list(office.anna, '?state=cancelled&kind=request')).items).toHaveLength(1);
    expect((await list(office.anna, '?kind=renewal')).items).toEqual([]);
  });

  it('What the database shows by itself is no more than that', async () => {
    const run = await check();
    const who = async (name: string) =>
      (
        await scene.database.admin.query('SELECT id FROM employee WHERE organisation_id = $1 AND name = $2', [
          office.id,
          name,
        ])
      ).rows[0].id as string;
    const seen = async (actor: string, assurance = 'substantial') => {
      const client = await scene.database.admin.connect();
      try {
        await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
        await client.query(
          `SELECT set_config('app.actor', $1, true), set_config('app.now', now()::text, true), set_config('app.assurance', $2, true)`,
          [actor, assurance],
        );
        const rows = await client.query('SELECT FROM bulk_row WHERE run_id = $1', [run.id]);
        const runs = await client.query('SELECT FROM bulk_run WHERE id = $1', [run.id]);
        return [runs.rowCount, rows.rowCount];
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    expect(await seen(`employee:${await who('joris')}:${office.id}`)).toEqual([1, 3]);
    expect(await seen(`employee:${await who('anna')}:${office.id}`)).toEqual([1, 3]);
    expect(await seen(`employee:${await who('sara')}:${office.id}`)).toEqual([0, 0]);
    expect(await seen(`employee:${await who('joris')}:${office.id}`, 'low')).toEqual([0, 0]);
    expect(await seen(`employee:${await who('joris')}:${(await scene.office()).id}`)).toEqual([0, 0]);
    expect(await seen('official:test:olga', 'high')).toEqual([0, 0]);
    expect(await seen('job:run-bulk', 'high')).toEqual([1, 3]);
  });
});

describe('Rows of a run', () => {
  it('come in the order of the file, page by page, and by their state', async () => {
    const run = await check(5);
    const page = async (query: string) =>
      (await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/rows${query}`)).body;
    const first = await page('?limit=2');
    const second = await page(`?limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ number }: { number: number }) => number)).toEqual([
      1, 2, 3, 4,
    ]);
    expect((await page('?state=faulty')).items.map(({ line }: { line: number }) => line)).toEqual([3]);
    const wrong = await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/rows?cursor=x`);
    expect([wrong.status, wrong.body.errors[0].location.name]).toEqual([400, 'cursor']);
  });
});

describe('Cancelling, and what is kept', () => {
  it('A run that is cancelled holds no persons any more, says so, and cannot be confirmed', async () => {
    const run = await check();
    expect(await heldPersons(run)).toBe(2);
    const answer = await cancel(office.anna, run, 'once');
    expect([answer.status, answer.body.state]).toEqual([200, 'cancelled']);
    expect(answer.body.summary.nl.at(-1)).toMatch(
      /^Het is geannuleerd op \d+ \w+ \d{4}\. Er gaat niets uit\.$/,
    );
    expect(await heldPersons(run)).toBe(0);
    expect((await cancel(office.anna, run, 'once')).body).toEqual(answer.body);
    const again = await cancel(office.anna, run);
    expect([again.status, again.body.code, again.body.state]).toEqual([
      409,
      'move-not-possible',
      'cancelled',
    ]);
    expect((await scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/confirmation`)).status).toBe(409);
  });

  it('After six weeks nobody can be found in it, and it cannot be confirmed any more', async () => {
    const [old, dead] = [await check(), await check()];
    await scene.database.admin.query(
      `ALTER TABLE bulk_run DISABLE TRIGGER bulk_life; UPDATE bulk_run SET state = 'reading', checked_at = NULL WHERE id = '${dead.id}'; ALTER TABLE bulk_run ENABLE TRIGGER bulk_life`,
    );
    const tidy = scene.app.get(BulkTidyService);
    scene.clock.moveTo(scene.world.day(41));
    const young = await check();
    await tidy.tidy();
    expect([await heldPersons(old), (await scene.kept(dead)).length]).toEqual([2, 0]); // who died was never read to its end
    scene.clock.moveTo(scene.world.day(42));
    expect((await scene.as(office.joris).post(`/v1/bulk-runs/${old.id}/confirmation`)).body.code).toBe(
      'move-not-possible',
    );
    await tidy.tidy();
    expect([await heldPersons(old), await heldPersons(young)]).toEqual([0, 2]);
    expect((await scene.kept(old)).map(({ reference }) => reference)).toEqual([null, null, null]);
    expect((await see(office.joris, old)).body).toMatchObject({ total: 3, faulty: 1 });
  });
});

describe('Templates of an office', () => {
  const name = encodeURIComponent('Inkomstenbelasting, particulier');
  const lines = [
    { sender: oins.tax, category: 'financial', actions: ['read', 'download'] },
    { sender: oins.svb, category: 'all', actions: ['read'] },
  ];
  const put = (who: Office['joris'], body: object, as = name) =>
    scene.as(who).put(`/v1/scope-templates/${as}`, body);

  it('An administrator says what a name means, and rows use it in any case of letters', async () => {
    expect((await put(office.anna, { lines })).status).toBe(204);
    const rows = scene.rows(2, () => ({
      ...{ template: 'inkomstenbelasting, PARTICULIER', sender: '', category: '', actions: '' },
    }));
    const run = (await scene.send(office.joris, scene.csv(rows))).body;
    expect(run).toMatchObject({ ready: 2, sending: { senders: [{ mandates: 2 }, { mandates: 2 }] } });
    expect((await scene.kept(run))[0]?.lines).toEqual(lines);
    await put(office.anna, { lines: lines.slice(0, 1) }, name.toLowerCase());
    const { items } = (await scene.as(office.bob).get('/v1/scope-templates')).body;
    expect(items).toMatchObject([{ name: 'inkomstenbelasting, particulier', lines: lines.slice(0, 1) }]);
    expect((await scene.kept(run))[0]?.lines).toEqual(lines);
  });

  it('Others may not, lines are judged as in a request, and what ended is gone', async () => {
    expect((await put(office.joris, { lines })).body.code).toBe('role-too-small');
    const bad = [...lines, { sender: oins.system, category: 'care', actions: ['read'] }, lines[0]];
    const { status, body } = await put(office.anna, { lines: bad });
    expect([
      status,
      body.errors.map((each: { location: { pointer: string } }) => each.location.pointer),
    ]).toEqual([400, ['#/lines/3', '#/lines/2/sender']]);
    await put(office.anna, { lines });
    const other = await scene.office();
    expect((await scene.as(other.anna).get('/v1/scope-templates')).body.items).toEqual([]);
    expect((await scene.as(other.anna).delete(`/v1/scope-templates/${name}`)).status).toBe(404);
    expect((await scene.as(office.anna).delete(`/v1/scope-templates/${name}`)).status).toBe(204);
    expect((await scene.as(office.anna).delete(`/v1/scope-templates/${name}`)).status).toBe(404);
    expect((await scene.as(office.anna).get('/v1/scope-templates')).body.items).toEqual([]);
  });

  it('A citizen service number is no name of a template (R2)', async () => {
    const { status, text } = await put(office.anna, { lines }, '999990019');
    expect([status, text.includes('999990019')]).toEqual([400, false]);
  });
});
