import { oins } from '../../support/cast.ts';
import { type Cells, dutch, type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => {
  scene = await openFiles();
  office = await scene.office();
});
afterAll(() => scene.close());

const count = 10_000;
const bad = 300;
/** Every kind of fault that a row can have by itself or beside another; each stands in the file several times. */
const kinds: readonly [code: string, (row: Cells, before: Cells) => Cells][] = [
  ['bsn', (row) => ({ ...row, bsn: '999999999' })],
  ['day', (row) => ({ ...row, birthDate: '30-02-1980' })],
  ['required', (row) => ({ ...row, until: '' })],
  ['before-start', (row) => ({ ...row, until: row.from ?? '' })],
  ['too-long', (row) => ({ ...row, until: '2099-12-31' })],
  ['in-the-past', (row) => ({ ...row, from: '2020-01-01', until: '2024-01-01' })],
  ['sender', (row) => ({ ...row, sender: '9,9E+19' })],
  ['unknown-sender', (row) => ({ ...row, sender: oins.system })],
  ['category', (row) => ({ ...row, category: 'geheim' })],
  ['actions', (row) => ({ ...row, actions: 'verwijderen' })],
  ['unknown-template', (row) => ({ ...row, template: 'btw', sender: '', category: '', actions: '' })],
  ['template-and-lines', (row) => ({ ...row, template: 'aangifte' })],
  ['text', (row) => ({ ...row, reference: `kenmerk${'x'.repeat(80)}` })],
  ['repeated-in-file', (_, before) => before],
  ['other-period', (row, before) => ({ ...row, ...before, sender: oins.svb, from: '2027-06-01' })],
  ['other-birth-date', (row, before) => ({ ...row, ...before, sender: oins.svb, birthDate: '1981-01-01' })],
];

describe('A file of ten thousand rows with three hundred bad ones of every kind', () => {
  it('is judged to the last row, and each bad row is found with its kind', async () => {
    const put = { lines: [{ sender: oins.tax, category: 'financial', actions: ['read'] }] };
    expect((await scene.as(office.anna).put('/v1/scope-templates/aangifte', put)).status).toBe(204);
    const rows = scene.rows(count);
    const expected = new Map<number, string>();
    for (let turn = 0; turn < bad; turn++) {
      const place = 20 + turn * 33;
      const [code, spoil] = kinds[turn % kinds.length]!;
      rows[place] = spoil(rows[place]!, rows[place - 1]!);
      expected.set(place + 1, code);
    }
    const file = `\ufeff${scene.csv(rows, { names: dutch, sign: ';', end: '\r\n' })}`;
    const heap = process.memoryUsage().rss;
    const began = performance.now();
    const { status, body: run } = await scene.send(office.joris, file);
    const took = Math.round(performance.now() - began);
    const grew = Math.round((process.memoryUsage().rss - heap) / 1024 / 1024);
    process.stderr.write(
      `${count} rows (${Math.round(file.length / 1024)} KiB) checked in ${took} ms, +${grew} MiB\n`,
    );
    expect([status, run.total, run.faulty, run.ready]).toEqual([201, count, bad, count - bad]);
    const clients = new Set(rows.filter((_, place) => !expected.has(place + 1)).map(({ bsn }) => bsn)).size;
    expect(run.sending).toMatchObject({ mandates: clients, letters: clients });
    const faulty = await scene.rowsOf(office.joris, run, '&state=faulty');
    expect(faulty).toHaveLength(bad);
    for (const { number, line, faults } of faulty) {
      expect([number, line]).toEqual([number, number + 1]);
      expect([number, faults.map(({ code }) => code)]).toEqual([
        number,
        expect.arrayContaining([expected.get(number)]),
      ]);
    }
    expect(run.summary.nl).toEqual([
      expect.stringMatching(/^Op \d+ \w+ \d{4} is een bestand met 10\.000 rijen gecontroleerd\.$/),
      'In orde: 9.700 rijen. Met een fout: 300 rijen. Met de foute rijen gebeurt niets.',
      `Bevestigt u dit? Dan worden ${clients.toLocaleString('nl')} machtigingen aangevraagd.`,
      `Er gaan dan hoogstens ${clients.toLocaleString('nl')} brieven uit: één voor elke cliënt die bekend is.`,
    ]);
    expect(run.summary.en[1]).toBe(
      'Right: 9,700 rows. With a fault: 300 rows. Nothing is done with the faulty rows.',
    );
    const again = performance.now();
    const other = await scene.send(office.joris, JSON.stringify(scene.json(scene.rows(count))), {
      type: 'application/json',
    });
    process.stderr.write(`the same as JSON in ${Math.round(performance.now() - again)} ms\n`);
    expect(other.body).toMatchObject({ total: count, ready: count });
  }, 120_000);
});
