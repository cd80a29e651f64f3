import { oins, type Office } from '../scene.ts';
import { type BulkScene, openBulk, type Row, type Run } from './runs.ts';

let scene: BulkScene;
let office: Office;
beforeAll(async () => void (scene = await openBulk()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const care = { lines: [{ sender: oins.svb, category: 'care', actions: ['read'] }] };
const confirmed = async (rows: readonly Row[]): Promise<Run> => {
  const run = await scene.requests(office.joris, rows);
  expect(run).toHaveProperty('sending.letters', 2);
  const { status, body } = await scene.confirm(office.joris, run);
  expect([status, body.sending]).toEqual([200, undefined]);
  return run;
};
const twice = (row: Row): Row[] => [row, { ...row, ...care }];

describe('What became of a run, as a manager reads it', () => {
  it('of two clients with two rows each, one of whom a colleague asked meanwhile: one mandate, two rows refused (R15)', async () => {
    const [mine, hers] = scene.strangers(2) as [Row, Row];
    const run = await confirmed([...twice(mine), ...twice(hers)]);
    await scene.as(office.sara).post('/v1/mandate-requests', hers);
    await scene.carryOut();
    const { done, refused, sending, summary } = await scene.lookAt(office.joris, run);
    expect([done, refused, sending]).toEqual([2, 2, undefined]);
    const { nl, en } = summary as { nl: string[]; en: string[] };
    expect(nl).toContain('Aangevraagd: 1 machtiging, voor 2 rijen.');
    expect(nl).toContain('Niet gelukt: 2 rijen. Bij elke rij staat waarom.');
    expect(en).toContain('Asked for: 1 mandate, for 2 rows.');
    const listed = await scene.as(office.joris).get('/v1/bulk-runs?state=done');
    expect(listed.body.items[0].summary).toEqual(summary);
  });

  it('of two clients who were both asked meanwhile: that no mandate was asked for, and no letter is promised', async () => {
    const [mine, hers] = scene.strangers(2) as [Row, Row];
    const run = await confirmed([mine, ...twice(hers)]);
    for (const row of [mine, hers]) await scene.as(office.sara).post('/v1/mandate-requests', row);
    await scene.carryOut();
    const { summary, sending } = await scene.lookAt(office.joris, run);
    expect([sending, (summary as { nl: string[] }).nl]).toEqual([
      undefined,
      expect.arrayContaining([
        'Er is geen machtiging aangevraagd.',
        expect.stringMatching(/^Niet gelukt: 3/),
      ]),
    ]);
  });

  it('in whose way stands what a colleague asked: named to Anna, and not to Joris, who may not see it (R34)', async () => {
    const [mine, hers, known] = scene.strangers(3) as [Row, Row, Row];
    const ask = async (row: Row) =>
      (await scene.as(office.sara).post('/v1/mandate-requests', row).expect(201)).body.id as string;
    const before = await ask(known);
    const run = await confirmed([mine, hers, known]);
    const after = await ask(hers);
    await scene.carryOut();
    const path = `/v1/bulk-runs/${run.id}`;
    const said = async (who: typeof office.joris) =>
      [
        (await scene.as(who).get(`${path}/rows`)).body.items as { mandate?: string; faults: object[] }[],
        (await scene.as(who).get(`${path}/result`)).text,
      ] as const;
    const [rows, file] = await said(office.joris);
    expect(rows.map(({ mandate }) => mandate !== undefined)).toEqual([true, false, false]);
    expect(rows[2]?.faults).toMatchObject([{ code: 'duplicate-mandate' }]);
    for (const id of [before, after]) {
      expect(JSON.stringify(rows)).not.toContain(id);
      expect(file).not.toContain(id);
    }
    const [all, whole] = await said(office.anna);
    expect([all[1]?.mandate, all[2]?.faults[0]]).toEqual([
      after,
      expect.objectContaining({ mandate: before }),
    ]);
    expect(whole).toContain(after);
  });

  it('of one whom nobody confirmed, and that was cancelled: that nothing goes out', async () => {
    const run = await scene.requests(office.joris, scene.strangers(2));
    const { body } = await scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/cancellation`);
    expect([body.state, body.sending]).toEqual(['cancelled', undefined]);
    expect(body.summary.nl.at(-1)).toContain('Er gaat niets uit.');
  });
});
