import { birthDates, bsns, oins, type Office } from '../scene.ts';
import { type BulkScene, openBulk, type Run } from './runs.ts';

let scene: BulkScene;
let office: Office;
beforeAll(async () => void (scene = await openBulk()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const line = (category: string, sender: string = oins.tax) => ({ sender, category, actions: ['read'] });
const ours = () => scene.count('mandate WHERE organisation_id = $1', [office.id]);
const linesOf = (outcome: string) =>
  scene.count(`trail WHERE organisation_id = $1 AND action = 'mandate.request' AND outcome = $2`, [
    office.id,
    outcome,
  ]);
const confirmed = async (rows: Parameters<BulkScene['requests']>[1]): Promise<Run> => {
  const run = await scene.requests(office.joris, rows);
  expect((await scene.confirm(office.joris, run)).status).toBe(200);
  return run;
};
const done = async (rows: Parameters<BulkScene['requests']>[1]): Promise<Run> => {
  const run = await confirmed(rows);
  await scene.carryOut();
  return scene.lookAt(office.joris, run);
};

describe('What was confirmed is carried out', () => {
  it('Two thousand rows become two thousand mandates, each with its task and its line in the trail', async () => {
    const run = await confirmed(scene.strangers(2_000));
    await scene.turn();
    while ((await scene.lookAt(office.joris, run)).state === 'running') await scene.turn();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 2_000, refused: 0 });
    expect(await ours()).toBe(2_000);
    expect(await scene.count(`job WHERE kind = 'offer-mandate'`)).toBe(2_000);
    expect(await linesOf('permitted')).toBe(2_000);
    // R3: nobody was offered anything yet, so nobody's own trail tells of it.
    expect(await scene.count(`trail WHERE organisation_id = $1 AND client_id IS NOT NULL`, [office.id])).toBe(
      0,
    );
    const rows = await scene.rows(run);
    expect(new Set(rows.map(({ mandate_id }) => mandate_id)).size).toBe(2_000);
    expect(await scene.count(`bulk_row WHERE sealed IS NOT NULL OR bsn_index IS NOT NULL`)).toBe(0);
  }, 60_000);

  it('A mandate from a file is as one that was asked for by itself', async () => {
    const [row] = scene.strangers(1);
    await done([row!]);
    const [fromFile] = (await scene.as(office.joris).get('/v1/mandates')).body.items;
    const other = await scene.office();
    const { body: single } = await scene.as(other.joris).post('/v1/mandate-requests', row);
    const alike = ({
      id: _,
      organisation: __,
      requestedAt: ___,
      lines,
      ...rest
    }: Record<string, unknown>) => ({
      ...rest,
      lines: (lines as object[]).map((each) => ({ ...each, id: undefined })),
    });
    expect(alike(fromFile)).toEqual(alike(single));
    const trail = async (mandate: { id: string }) => {
      const [first] = await scene.trail(mandate);
      const { action, outcome, object_kind, client_id, ground, details } = first ?? {};
      return { action, outcome, object_kind, client_id, ground, details };
    };
    expect(await trail(fromFile)).toEqual(await trail(single));
  });

  it('A faulty row, the same corrected, and one more: the two good ones become one mandate (R13, R15)', async () => {
    const rows = scene
      .strangers(1)
      .flatMap((row) => [
        { ...row, from: '' },
        row,
        { ...row, lines: [{ sender: oins.svb, category: 'care', actions: ['read'] }] },
      ]);
    const run = await scene.requests(office.joris, rows);
    expect(run).toMatchObject({ total: 3, ready: 2, sending: { mandates: 1 } });
    await scene.confirm(office.joris, run);
    await scene.carryOut();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 2, refused: 0 });
  });

  it('The rows of one client become one mandate and one letter, with every sender and action (R15)', async () => {
    const yasmina = { ...scene.strangers(1)[0]!, bsn: bsns.yasmina, birthDate: birthDates.yasmina };
    const run = await confirmed([
      { ...yasmina, lines: [line('financial'), line('care', oins.svb)] },
      ...scene.strangers(3),
      { ...yasmina, lines: [line('other', oins.town)] },
    ]);
    await scene.tasks();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 5, refused: 0 });
    expect(await ours()).toBe(4);
    const rows = await scene.rows(run);
    expect(rows[0]?.mandate_id).toBe(rows[4]?.mandate_id);
    const letters = await scene.letters({ id: rows[0]?.mandate_id ?? '' });
    expect(letters).toHaveLength(1);
    for (const name of ['1000', '2000', '3000']) expect(letters[0]?.text).toContain(`Afnemer ${name}`);
  });

  it('Nobody has access by it: a request alone gives none (R9)', async () => {
    await done([{ ...scene.strangers(1)[0]!, bsn: bsns.pieter, birthDate: birthDates.pieter }]);
    const message = await scene.world.message(await scene.world.client(bsns.pieter));
    expect((await scene.as(office.anna).get(`/v1/messages/${message}`)).status).toBe(404);
  });
});

describe('A row that turned out impossible is refused, and spoils no other (R13)', () => {
  it('Asked meanwhile by a colleague: refused with the first, and on the record (R14)', async () => {
    const rows = scene.strangers(5);
    const run = await confirmed(rows);
    const { body: first } = await scene.as(office.sara).post('/v1/mandate-requests', rows[2]);
    await scene.carryOut();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 4, refused: 1 });
    expect((await scene.rows(run))[2]).toMatchObject({
      ...{ state: 'refused', problem: 'duplicate-mandate', mandate_id: first.id },
    });
    expect([await ours(), await linesOf('permitted'), await linesOf('refused')]).toEqual([5, 5, 1]);
  });

  it('Confirmed when its first day has passed: refused', async () => {
    const run = await confirmed(scene.strangers(2, (place) => (place ? {} : { from: scene.world.day(0) })));
    scene.clock.moveTo(scene.world.day(1));
    await scene.carryOut();
    expect((await scene.rows(run)).map(({ problem }) => problem)).toEqual(['invalid-input', null]);
  });

  it('Against a constraint of the database: refused, and the others of its part are done', async () => {
    await scene.database.admin.query(`
      CREATE FUNCTION balk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'no' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'one_claim_at_a_time'; END $$;
      CREATE TRIGGER balk BEFORE INSERT ON mandate FOR EACH ROW WHEN (NEW.reference = 'dossier 3')
        EXECUTE FUNCTION balk();`);
    const run = await confirmed(scene.strangers(5));
    await scene.carryOut();
    await scene.database.admin.query('DROP FUNCTION balk CASCADE');
    expect((await scene.rows(run)).map(({ problem }) => problem)).toEqual([
      ...[null, null, 'duplicate-mandate', null, null],
    ]);
    expect([await ours(), await linesOf('permitted'), await linesOf('refused')]).toEqual([4, 4, 1]);
  });
});

describe('Confirming once is once', () => {
  it('The same key gets the same answer, another is refused while it runs and after', async () => {
    const run = await scene.requests(office.joris, scene.strangers(3));
    const first = await scene.confirm(office.joris, run, 'my-key');
    expect((await scene.confirm(office.joris, run, 'my-key')).body).toEqual(first.body);
    const other = await scene.confirm(office.joris, run);
    expect([other.status, other.body.code, other.body.state]).toEqual([409, 'move-not-possible', 'running']);
    await scene.carryOut();
    expect((await scene.confirm(office.joris, run)).body).toMatchObject({ status: 409, state: 'done' });
    expect((await scene.confirm(office.joris, run, 'my-key')).body).toEqual(first.body);
    expect(await ours()).toBe(3);
  });

  it('Two processes at once do each row once', async () => {
    const run = await confirmed(scene.strangers(600));
    await scene.database.admin.query(
      `INSERT INTO job (id, kind, payload, due_at) SELECT gen_random_uuid(), kind, payload, due_at FROM job
        WHERE kind = 'run-bulk'`,
    );
    await Promise.all([scene.turn(), scene.turn()]);
    await scene.hurry();
    await scene.carryOut();
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'done', done: 600, refused: 0 });
    expect(await ours()).toBe(600);
  });

  it('A file of which no row is right cannot be confirmed, and stays there to be looked at', async () => {
    const run = await scene.requests(
      office.joris,
      scene.strangers(2, () => ({ birthDate: 'unknown' })),
    );
    const answer = await scene.confirm(office.joris, run, 'friday');
    expect(answer.body).toMatchObject({ status: 409, code: 'nothing-to-confirm' });
    expect(answer.body.detail).toMatch(/^No row of this file can be carried out\. /);
    const dutch = await scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/confirmation`).set({
      'Accept-Language': 'nl',
    });
    expect(dutch.body.detail).toMatch(/^Geen enkele rij van dit bestand is uit te voeren\. /);
    expect(await scene.lookAt(office.joris, run)).toMatchObject({ state: 'checked', total: 2, faulty: 2 });
    expect((await scene.rows(run)).map(({ state }) => state)).toEqual(['faulty', 'faulty']);
    await scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/cancellation`).expect(200);
  });

  it('A colleague’s file is not his to confirm; an administrator’s it is', async () => {
    const run = await scene.requests(office.joris, scene.strangers(1));
    expect((await scene.confirm(office.sara, run)).status).toBe(404);
    expect((await scene.confirm((await scene.office()).anna, run)).status).toBe(404);
    expect((await scene.confirm(office.anna, run)).status).toBe(200);
  });
});
