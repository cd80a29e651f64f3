import { addDays, addYears, dayOf } from '../../../src/domain/day.ts';
import { bsns, oins, type Office } from '../scene.ts';
import { manyBsns } from '../../support/cast.ts';
import { type BulkScene, openBulk } from './runs.ts';

let scene: BulkScene;
let office: Office;
beforeAll(async () => void (scene = await openBulk()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const today = dayOf(new Date());
const until = addYears(today, 3);

/** So many mandates of the office, each of another client, handled by Joris. */
async function mandates(count: number, more: Record<string, unknown> = {}): Promise<string[]> {
  const made: string[] = [];
  for (const bsn of manyBsns(count)) {
    const client = await scene.world.client(bsn);
    made.push(await scene.world.mandate({ client, organisation: office.id, ...more }));
    await scene.world.assign(office.id, client, { employee: office.employees.joris });
  }
  return made;
}
const faultsOf = async (id: string) => {
  const { rows } = await scene.database.admin.query<{
    state: string;
    faults: { code: string; line?: number }[];
  }>('SELECT state, faults FROM bulk_row WHERE run_id = $1 ORDER BY number', [id]);
  return rows.map(({ state, faults }) => faults.map(({ code }) => code).join(' ') || state);
};
const done = async (kind: string, body: object, who = office.joris) => {
  const run = await scene.check(who, kind, body);
  expect((await scene.confirm(who, run)).status).toBe(200);
  await scene.carryOut();
  return scene.lookAt(office.anna, run);
};

describe('Renewing many at once', () => {
  it('Each becomes a request of its own that names its predecessor, from the day that one ends', async () => {
    const ids = await mandates(30, { until: addDays(today, 40) });
    expect(await done('renewal', { until, mandates: ids })).toMatchObject({
      state: 'done',
      done: 30,
      refused: 0,
    });
    const { rows } = await scene.database.admin.query(
      `SELECT n.state, n.from_day = m.until_day AS follows, n.until_day::text AS until, l.actions
         FROM mandate m JOIN mandate n ON n.predecessor = m.id JOIN scope_line l ON l.mandate_id = n.id
        WHERE m.id = ANY ($1)`,
      [ids],
    );
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ state: 'requested', follows: true, until, actions: ['read'] })]),
    );
    expect(
      await scene.count(`trail WHERE organisation_id = $1 AND action = 'mandate.renew'`, [office.id]),
    ).toBe(30);
  });

  it('The dry run says what is wrong with each', async () => {
    const [fine = '', over = ''] = [(await mandates(1, { until: addDays(today, 40) }))[0], await revoked()];
    const elsewhere = await scene.office();
    const client = await scene.world.client(bsns.pieter);
    const foreign = await scene.world.mandate({ client, organisation: elsewhere.id });
    const long = await scene.world.mandate({ client, organisation: office.id, until: addDays(today, 10) });
    const asked = await scene.check(office.anna, 'renewal', {
      ...{ until: addYears(today, 5), mandates: [fine, over, foreign, fine, 'no id', long] },
    });
    expect(await faultsOf(asked.id)).toEqual([
      ...['ready', 'not-running', 'unknown-mandate', 'repeated-mandate', 'mandate', 'ready'],
    ]);
    const again = await scene.check(office.anna, 'renewal', { until: addYears(today, 9), mandates: [fine] });
    expect(await faultsOf(again.id)).toEqual(['too-long']);
  });

  it('A list of mandates with more beside it is refused, and what is too much is named', async () => {
    const body = {
      mandates: [],
      until: scene.until,
      tot: scene.until,
      [bsns.pieter]: 1,
      [bsns.willem]: 1,
    };
    const answer = await scene.as(office.joris).post('/v1/bulk-runs?kind=renewal', body).expect(400);
    const errors = answer.body.errors as { code: string; location: { pointer: string } }[];
    expect(errors.map(({ code, location }) => `${location.pointer} ${code}`)).toEqual([
      '#/(not repeated) unknown-field',
      '#/tot unknown-field',
    ]);
  });

  it('A faulty row that names a mandate spoils no good one that names it too (R13)', async () => {
    const [id = ''] = await mandates(1, { until: addDays(today, 40) });
    const file = ['machtiging;tot', `${id};niks`, `${id};${until}`, `${id};${until}`].join('\n');
    const { body } = await scene
      .as(office.joris)
      .post('/v1/bulk-runs?kind=renewal')
      .set('Content-Type', 'text/csv')
      .send(file);
    expect(await faultsOf((body as { id: string }).id)).toEqual(['day-form', 'ready', 'repeated-mandate']);
  });

  it('One that was renewed by itself meanwhile is refused, the other is not (R13, R14)', async () => {
    const ids = await mandates(2, { until: addDays(today, 40) });
    const run = await scene.check(office.joris, 'renewal', { until, mandates: ids });
    await scene.as(office.joris).post(`/v1/mandates/${ids[0]}/renewal`, { until }).expect(201);
    await scene.confirm(office.joris, run);
    await scene.carryOut();
    expect((await scene.rows(run)).map(({ problem }) => problem)).toEqual(['duplicate-mandate', null]);
  });

  const revoked = async () =>
    scene.world.mandate({
      ...{ client: await scene.world.client(bsns.yasmina), organisation: office.id, state: 'revoked' },
      lines: [{ sender: oins.svb }],
    });
});

describe('Renouncing many at once', () => {
  it('Ends each at once, and says so in the trail', async () => {
    const ids = await mandates(30);
    expect(await done('renunciation', { mandates: ids })).toMatchObject({ state: 'done', done: 30 });
    expect(
      await scene.count(`mandate WHERE id = ANY ($1) AND state = 'renounced' AND ended_at IS NOT NULL`, [
        ids,
      ]),
    ).toBe(30);
    expect(await scene.count('scope_line WHERE mandate_id = ANY ($1) AND claims', [ids])).toBe(0);
    const { rows } = await scene.database.admin.query(
      `SELECT DISTINCT details, client_id IS NOT NULL AS told FROM trail
        WHERE organisation_id = $1 AND action = 'mandate.renounce'`,
      [office.id],
    );
    expect(rows).toEqual([{ details: { from: 'active', to: 'renounced' }, told: true }]);
  });

  it('An office that was suspended may still leave (R16)', async () => {
    const ids = await mandates(3);
    await scene.database.admin.query(`UPDATE organisation SET standing = 'suspended' WHERE id = $1`, [
      office.id,
    ]);
    expect(await done('renunciation', { mandates: ids })).toMatchObject({ state: 'done', done: 3 });
  });

  it('A client who went to a colleague meanwhile is not his to leave; a revoked one is over already', async () => {
    const ids = await mandates(3);
    const run = await scene.check(office.joris, 'renunciation', { mandates: ids });
    await scene.confirm(office.joris, run);
    await scene.database.admin.query(
      `UPDATE assignment SET employee_id = $2 WHERE client_id = (SELECT client_id FROM mandate WHERE id = $1)`,
      [ids[0], office.employees.sara],
    );
    await scene.database.admin.query(`UPDATE mandate SET state = 'revoked', ended_at = now() WHERE id = $1`, [
      ids[1],
    ]);
    await scene.carryOut();
    expect((await scene.rows(run)).map(({ problem }) => problem)).toEqual([
      ...['not-found', 'move-not-possible', null],
    ]);
    const { rows } = await scene.database.admin.query(
      `SELECT reason FROM trail WHERE organisation_id = $1 AND outcome = 'refused' ORDER BY reason`,
      [office.id],
    );
    expect(rows.map(({ reason }) => reason as string)).toEqual(['move-not-possible', 'not-assigned']);
  });

  it('What a colleague handles is as if it were not there, in the dry run already (R34)', async () => {
    const [id] = await mandates(1);
    await scene.world.assign(office.id, await scene.world.client(bsns.yasmina), {
      employee: office.employees.sara,
    });
    const hidden = await scene.world.mandate({
      ...{ client: await scene.world.client(bsns.yasmina), organisation: office.id },
    });
    const run = await scene.check(office.joris, 'renunciation', { mandates: [id, hidden] });
    expect(await faultsOf(run.id)).toEqual(['ready', 'unknown-mandate']);
  });

  it.each([
    ['a list is missing', { until: '2027-01-01' }],
    ['something else is in it', { mandates: [], extra: 1 }],
    ['it is no object', ['x']],
  ])('Refused as a whole when %s', async (_, body) => {
    const { status, body: answer } = await scene
      .as(office.joris)
      .post('/v1/bulk-runs?kind=renunciation', body);
    expect([status, answer.code]).toEqual([400, 'invalid-input']);
  });
});
