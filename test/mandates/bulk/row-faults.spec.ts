import { oins } from '../../support/cast.ts';
import { birthDates, bsns as known } from '../scene.ts';
import { type Cells, dutch, english, type FileScene, type Office, openFiles } from './files.ts';

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

describe('Every fault of a row, with line, column and sentence', () => {
  it('All at once, in the words of the file, and never the value', async () => {
    const bad: Cells = {
      ...{
        bsn: '999999999',
        birthDate: '31-02-1980',
        from: '2020-01-01',
        until: '2019-01-01',
        sender: '9,9E+19',
      },
      ...{ category: 'geheim', actions: 'lezen lezen', reference: `bel ${known.pieter}` },
    };
    const run = await checked(scene.csv([bad], { names: dutch, sign: ';' }));
    const [row] = await scene.rowsOf(office.joris, run);
    expect(row).toMatchObject({ number: 1, line: 2, state: 'faulty' });
    expect(row?.faults.map(({ column, code }) => `${column}: ${code}`).toSorted()).toEqual([
      'Acties: actions',
      'Afzender: sender',
      'BSN: bsn',
      'Geboortedatum: day',
      'Kenmerk: text',
      'Rubriek: category',
      'Tot: before-start',
      'Vanaf: in-the-past',
    ]);
    for (const { nl, en } of row?.faults ?? [])
      expect([nl, en]).toEqual([expect.any(String), expect.any(String)]);
    expect(JSON.stringify(row)).not.toMatch(/999999999|999990032|geheim/);
    const [kept] = await scene.kept(run);
    expect(kept).toMatchObject({ sealed: null, bsn_index: null, person_index: null, reference: null });
  });

  it('Of a day that is none it says what is wrong: how it is written, that there is none, or how far away it is', async () => {
    const days = ['1800-01-01', '17-5-1984', '31-02-1980', '17-05-84', '30819', '2200-01-01'];
    const rows = scene.rows(days.length, (place) => ({ birthDate: days[place] ?? '' }));
    const told = async (file: string, options = {}) =>
      (await scene.rowsOf(office.joris, await checked(file, options))).map(({ faults }) =>
        faults.map(({ code, nl }) => `${code}: ${nl.split(':')[0]}`).join(),
      );
    const [tooLongAgo, form, noDay, tooFar] = [
      'too-long-ago: Deze dag is te lang geleden. Dagen van vóór 1900 zijn hier niet bekend.',
      'day-form: Schrijf een dag als 2027-01-31',
      'day: Deze dag bestaat niet.',
      'too-far-ahead: Deze dag is te ver weg. Dagen na 2199 zijn hier niet bekend.',
    ];
    expect(await told(scene.csv(rows))).toEqual([tooLongAgo, '', noDay, form, form, tooFar]);
    expect(await told(JSON.stringify(scene.json(rows)), { type: 'application/json' })).toEqual([
      ...[tooLongAgo, form, form, form, form, tooFar],
    ]);
  });

  it.each<[string, Cells, string]>([
    ['more than five years', { until: '2099-01-01' }, 'until: too-long'],
    ['an end before the start', { until: '2026-01-01' }, 'until: before-start'],
    ['a start in the past', { from: '2026-01-01' }, 'from: in-the-past'],
    ['an empty cell', { birthDate: '' }, 'birthDate: required'],
    [
      'a template that the office has not',
      { template: 'tax', sender: '', category: '', actions: '' },
      'template: unknown-template',
    ],
    ['an unknown sender', { sender: oins.system }, 'sender: unknown-sender'],
    ['an unknown action', { actions: 'delete' }, 'actions: actions'],
    ['a sender without a category', { category: '' }, 'category: required'],
    ['nothing asked', { sender: '', category: '', actions: '' }, 'sender: required'],
  ])('%s', async (_, more, expected) => {
    const [row] = await faultsOf(
      scene.csv(
        scene.rows(1, () => more),
        { names: english },
      ),
    );
    expect(row?.faults).toContain(expected);
  });

  it('A character that is no UTF-8 is found in its cell, in CSV and in JSON', async () => {
    const text = scene.csv(scene.rows(2, (place) => (place === 0 ? { reference: 'caf@' } : {})));
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf('@')] = 0xe9; // é as Windows writes it
    const run = await checked(bytes);
    const [first, second] = await scene.rowsOf(office.joris, run);
    expect([first?.faults, second?.faults]).toEqual([
      [
        expect.objectContaining({
          column: 'reference',
          code: 'encoding',
          nl: expect.stringContaining('UTF-8'),
        }),
      ],
      [],
    ]);
    const json = Buffer.from(
      JSON.stringify(scene.json(scene.rows(1, () => ({ reference: 'caf@', bsn: known.willem })))),
    );
    json[json.indexOf('@')] = 0xe9;
    const other = (await scene.stream(office.joris, [json], { type: 'application/json' })).body;
    expect((await scene.rowsOf(office.joris, other))[0]?.faults).toMatchObject([{ code: 'encoding' }]);
  });

  it('A row with more cells than the header, and a quotation mark that is not closed, spoil no other row', async () => {
    const file = scene.csv(scene.rows(3));
    const [head, one, two, three] = file.split('\n');
    expect(await faultsOf([head, one, `${two},x`, three, '"999,unclosed', ''].join('\n'))).toEqual([
      { line: 2, faults: [] },
      { line: 3, faults: ['-: cell-count'] },
      { line: 4, faults: [] },
      { line: 5, faults: ['-: quotes'] },
    ]);
  });

  it('A JSON row that is no object, or holds a field that is not known, spoils no other row', async () => {
    const [row, other] = scene.json(scene.rows(2));
    const yasmina = { ...row, bsn: known.yasmina, birthDate: birthDates.yasmina };
    const nul = { ...other, lines: undefined, template: '\u0000', reference: '\u0000\ud800' };
    const rows = [
      null,
      7,
      [],
      { ...other, [known.pieter]: 1 },
      { ...row, lines: [{ sender: 7 }] },
      nul,
      yasmina,
    ];
    const run = await checked(JSON.stringify(rows), { type: 'application/json' });
    const faults = (await scene.rowsOf(office.joris, run)).map((each) => each.faults.map(({ code }) => code));
    expect(faults).toEqual([
      ...[['object'], ['object'], ['object'], ['unknown-field']],
      ['sender', 'required', 'required'],
      ['text', 'unknown-template'],
      [],
    ]);
  });

  it('A field that is not known is named with its place, unless its name may be somebody’s number (R2)', async () => {
    const [row] = scene.json(scene.rows(1));
    const [line] = (row as { lines: object[] }).lines;
    const rows = [
      { ...row, geslacht: 'V' },
      { ...row, lines: [{ ...line, categorie: 'care' }] },
      { ...row, [known.pieter]: 1 },
    ];
    const run = await checked(JSON.stringify(rows), { type: 'application/json' });
    const found = (await scene.rowsOf(office.joris, run)).map(({ number, faults }) => [number, ...faults]);
    const named = (name: string, field: string) => ({
      ...{ field, column: field, pointer: `#/${field}`, code: 'unknown-field' },
      ...{ nl: `Het veld ‘${name}’ is hier niet bekend.`, en: `The field “${name}” is not known here.` },
    });
    expect(found).toEqual([
      [1, named('geslacht', 'geslacht')],
      [2, named('categorie', 'lines/0/categorie')],
      [
        3,
        expect.objectContaining({
          field: '(not repeated)',
          en: expect.stringMatching(/not repeated, because/),
        }),
      ],
    ]);
    const { text } = await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/result`);
    expect(text).toContain(';Het veld ‘geslacht’ is hier niet bekend.;');
    expect(JSON.stringify(found) + text).not.toContain(known.pieter);
  });

  it('Of a hundred fields that are not known the first ten are named', async () => {
    const [row] = scene.json(scene.rows(1));
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, place) => [`${place}`, 1]));
    const run = await checked(JSON.stringify([{ ...row, ...many }]), { type: 'application/json' });
    expect((await scene.rowsOf(office.joris, run))[0]?.faults).toHaveLength(10);
  });
});
