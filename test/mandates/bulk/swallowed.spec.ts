import { type Cells, dutch, type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const checked = async (file: string | Buffer) => {
  const { status, body } = await scene.send(office.joris, file);
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};
const faulty = (run: { id: string }) => scene.rowsOf(office.joris, run, '&state=faulty');
/** A file of so many rows, the header on line 1, of which one line was written otherwise. */
const fileWith = (count: number, line: number, write: (line: string) => string, cells?: Cells): string[] => {
  const rows = scene.rows(count, () => cells ?? {});
  const lines = scene.csv(rows, { names: dutch, sign: ';' }).split('\n');
  lines[line - 1] = write(lines[line - 1] ?? '');
  return lines;
};
const unclosed = (line: string): string => line.replace(';financial;', ';"financial;');

describe('Who forgets to close a quotation mark is told which lines it swallowed', () => {
  it('By name of the lines, in both languages, and the run says how many nobody judged', async () => {
    const lines = fileWith(1_600, 102, unclosed);
    lines[1_501] = (lines[1_501] ?? '').replace('read download', '"read, download"');
    const run = await checked(lines.join('\n'));
    expect(run).toMatchObject({ total: 200, ready: 199, faulty: 1, unjudged: 1_400 });
    const [row] = await faulty(run);
    expect([row?.line, row?.faults]).toEqual([
      102,
      [
        {
          ...{ code: 'unclosed-quote', line: 102, lastLine: 1502 },
          en: 'Lines 102 to 1502 were read as one row: a quotation mark on line 102 is not closed.',
          nl: 'De regels 102 tot en met 1502 zijn als één rij gelezen: een aanhalingsteken op regel 102 is niet gesloten.',
        },
      ],
    ]);
    expect(run.summary.en).toContain(
      'Not judged: 1,400 lines, because a quotation mark was not closed. Repair it and send the file again.',
    );
    expect(run.summary.nl).toContain(
      'Niet beoordeeld: 1.400 regels, want een aanhalingsteken is niet gesloten. Herstel dat en stuur het bestand opnieuw.',
    );
    await scene.as(office.joris).post(`/v1/bulk-runs/${run.id}/confirmation`).expect(200);
    const { body: later } = await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}`);
    expect([later.unjudged, later.summary.en.join(' ')]).toEqual([
      1_400,
      expect.stringContaining('1,400 lines'),
    ]);
  });

  it('Also when the swallowed row has as many cells as any other, and only one line is lost', async () => {
    const lines = fileWith(9, 4, (line) => line.replace('read download', '"read, download'));
    lines[4] = (lines[4] ?? '').replace('read download', '"read, download"');
    const run = await checked(lines.join('\n'));
    expect(run).toMatchObject({ total: 8, ready: 7, unjudged: 1 });
    expect((await faulty(run)).map(({ line, faults }) => [line, faults])).toMatchObject([
      [4, [{ code: 'unclosed-quote', line: 4, lastLine: 5 }]],
    ]);
    expect(run.summary.en).toContain(
      'Not judged: 1 line, because a quotation mark was not closed. Repair it and send the file again.',
    );
  });

  it('Also in a column without a name, of which nothing is read', async () => {
    const lines = fileWith(9, 3, (line) => line).map((line) => line && `${line};`);
    lines[2] += '"note';
    lines[6] += '"another note"';
    const run = await checked(lines.join('\n'));
    expect(run).toMatchObject({ total: 5, ready: 4, unjudged: 4 });
    expect((await faulty(run))[0]?.faults).toMatchObject([{ code: 'unclosed-quote', line: 3, lastLine: 7 }]);
  });

  it('Also up to the end of the file, empty lines among them', async () => {
    const lines = fileWith(9, 5, unclosed);
    lines.splice(1, 0, '', '');
    const run = await checked(lines.join('\r\n'));
    expect(run).toMatchObject({ total: 4, ready: 3, unjudged: 5 });
    expect((await faulty(run))[0]).toMatchObject({
      line: 7,
      faults: [{ code: 'unclosed-quote', line: 7, lastLine: 12 }],
    });
  });

  it('In the header, so that nothing can be read: the file is refused with that', async () => {
    for (const more of ['', '"lezen, downloaden";x\n']) {
      const lines = fileWith(9, 1, (line) => line.replace(';Rubriek', ';"Rubriek'));
      const { status, body } = await scene.send(office.joris, lines.join('\n') + more);
      expect([status, body.errors.map(({ code }: { code: string }) => code)]).toEqual([400, ['quotes']]);
      expect(body.errors[0].detail).toMatch(/quotation mark/);
    }
  });

  it('A line break in a cell whose quotation marks are closed swallows nothing', async () => {
    const lines = fileWith(3, 3, (line) => line.replace('read download', '"lezen\r\ndownloaden"'));
    expect(await checked(lines.join('\r\n'))).toMatchObject({ total: 3, ready: 3, unjudged: 0 });
  });
});

describe('Who puts a file together from pieces need not mind the ends of its lines', () => {
  it.each([
    ['a header of Windows over rows of Unix', (line: number) => (line === 0 ? '\r\n' : '\n')],
    ['a header of Unix over rows of Windows', (line: number) => (line === 0 ? '\n' : '\r\n')],
    ['a header of Windows over rows of an old Mac', (line: number) => (line === 0 ? '\r\n' : '\r')],
    ['all three by turns', (line: number) => ['\r\n', '\n', '\r'][line % 3] as string],
  ])('%s', async (_, endOf) => {
    const rows = scene.rows(7, (place) => (place === 4 ? { birthDate: '1980-02-30' } : {}));
    const lines = scene.csv(rows, { names: dutch, sign: ';' }).trimEnd().split('\n');
    const file = lines.map((line, place) => line + endOf(place)).join('');
    for (const cut of [1, file.indexOf('\r') + 1, Math.floor(file.length / 2)]) {
      const { body } = await scene.stream(office.joris, [file.slice(0, cut), file.slice(cut)]);
      expect(body).toMatchObject({ total: 7, ready: 6, unjudged: 0 });
      expect((await faulty(body as { id: string }))[0]).toMatchObject({ line: 6, faults: [{ code: 'day' }] });
    }
  });
});
