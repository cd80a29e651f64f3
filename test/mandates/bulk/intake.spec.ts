import { oins } from '../../support/cast.ts';
import { bsns as known } from '../scene.ts';
import { type Cells, dutch, type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const checked = async (file: string | Buffer, options = {}) => {
  const { status, body } = await scene.send(office.joris, file, options);
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};
const faultsOf = async (file: string, options = {}) =>
  (await scene.rowsOf(office.joris, await checked(file, options))).map(({ line, faults }) => ({
    line,
    faults: faults.map(({ column, code }) => `${column ?? '-'}: ${code}`),
  }));

describe('A file is read as people write it', () => {
  it('Dutch header with capitals, semicolons, a BOM and Dutch words and dates', async () => {
    const rows = scene.rows(3).map((row): Cells => ({
      ...row,
      ...{
        birthDate: '29-2-1980',
        until: '31-12-2028',
        category: 'Financieel',
        actions: 'lezen, downloaden',
      },
    }));
    const run = await checked(`\ufeff${scene.csv(rows, { names: dutch, sign: ';' })}`);
    expect(run).toMatchObject({
      state: 'checked',
      total: 3,
      ready: 3,
      faulty: 0,
      source: 'csv',
      kind: 'request',
    });
    const [first] = await scene.kept(run);
    expect(first).toMatchObject({
      state: 'ready',
      line: 2,
      lines: [{ sender: oins.tax, category: 'financial', actions: ['read', 'download'] }],
    });
  });

  it.each([
    ['commas', { sign: ',' }],
    ['tabs', { sign: '\t' }],
    ['line ends of Windows', { sign: ';', end: '\r\n' }],
  ])('With %s', async (_, options) => {
    expect(await checked(scene.csv(scene.rows(2), options))).toMatchObject({ total: 2, ready: 2 });
  });

  it.each(['\n', '\r\n'])(
    'A quoted line break (%j) stays in its cell, and the lines are counted on',
    async (end) => {
      const rows = scene.rows(3, (place) => (place === 0 ? { reference: `first${end}second` } : {}));
      const file = scene.csv([...rows.slice(0, 2), { ...rows[2], birthDate: '1980-02-30' }], { end });
      expect(await faultsOf(file)).toEqual([
        { line: 2, faults: ['reference: text'] },
        { line: 4, faults: [] },
        { line: 5, faults: ['birthDate: day'] },
      ]);
    },
  );

  it('A first line that tells the sign between the cells is no header', async () => {
    const rows = scene.rows(2, () => ({ reference: 'one; two, three' }));
    const file = scene.csv(rows, { sign: '|', end: '\r\n' }).replaceAll('"', '');
    expect(await checked(`sep=|\r\n${file}`)).toMatchObject({ total: 2, ready: 2 });
  });

  it('Empty lines and empty rows are no rows, and a BSN that lost its leading zero gets it back', async () => {
    const [row] = scene.rows(1);
    const file = scene.csv([row!], { sign: ';' });
    expect(await checked(`${file}\n;;;;;;;;\n\n`)).toMatchObject({ total: 1, ready: 1 });
    expect(await faultsOf(scene.csv([{ ...row, bsn: '12345678' }]))).toMatchObject([
      { faults: ['bsn: bsn'] },
    ]);
    expect(await faultsOf(scene.csv([{ ...row, bsn: '02564440' }]))).toMatchObject([{ faults: [] }]);
  });

  it('The same rows as CSV and as JSON, as a list or in an object, give the same run', async () => {
    const rows = scene.rows(40, (place) => ({
      ...(place % 5 === 1 ? { birthDate: '1980-02-30', until: '2020-01-01' } : {}),
      ...(place % 7 === 3 ? { sender: oins.system, category: 'gossip' } : {}),
      ...(place === 9 ? { bsn: known.yasmina } : {}),
      ...(place === 12 ? { bsn: known.yasmina, sender: oins.svb, reference: 'dossier 9' } : {}),
    }));
    const same = async (file: string, type: string) => {
      office = await scene.office();
      const run = await checked(file, { type });
      const told = (await scene.rowsOf(office.joris, run)).map(({ number, state, reference, faults }) => {
        return { number, state, reference, faults: faults.map(({ field, code }) => `${field} ${code}`) };
      });
      const kept = (await scene.kept(run)).map(({ leader, lines, from_day, until_day }) => {
        return { leader, lines, from_day, until_day };
      });
      const { total, ready, faulty, sending } = run;
      return { total, ready, faulty, sending, told, kept };
    };
    const csv = await same(scene.csv(rows), 'text/csv');
    expect(csv).toMatchObject({ total: 40, faulty: 13 });
    expect(await same(JSON.stringify(scene.json(rows)), 'application/json')).toEqual(csv);
    expect(
      await same(JSON.stringify({ requests: scene.json(rows) }), 'application/json; charset=utf-8'),
    ).toEqual(csv);
  });
});
