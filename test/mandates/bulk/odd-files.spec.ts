import { gzipSync } from 'node:zlib';
import { addDays } from '../../../src/domain/day.ts';
import { type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

/** The answer to a file as a whole: its faults, and how many characters it takes to say them. */
async function refusal(file: string, options = {}) {
  const { status, body, text } = await scene.send(office.joris, file, options);
  const errors = (body.errors ?? []) as { code: string; detail: string }[];
  return { status, codes: errors.map(({ code }) => code), errors, size: text.length };
}

describe('A header that is no header is refused with one fault, whatever its size', () => {
  it.each<[string, () => string]>([
    ['millions of columns', () => `bsn;${'x;'.repeat(4e6)}\n1`],
    ['millions of columns after a line without anything', () => `\n\nbsn;${'x;'.repeat(4e6)}\n1`],
    ['millions of columns after the line of a spreadsheet', () => `sep=;\nbsn;${'x;'.repeat(4e6)}\n1`],
    ['35,000 columns', () => `bsn;${'x;'.repeat(35_000)}\n1`],
    ['101 columns', () => `bsn${';x'.repeat(100)}\n1`],
    ['millions of columns without a name', () => `${';'.repeat(8e6)}bsn\n1`],
    ['one name of more than 16 KiB', () => `bsn;${'x'.repeat(17_000)}\n1`],
    ['a quotation mark that is never closed', () => `"bsn;${'x;\n'.repeat(1e6)}`],
  ])('%s', async (_, file) => {
    const { status, codes, size } = await refusal(file());
    expect([status, codes]).toEqual([400, ['too-long-header']]);
    expect(size).toBeLessThan(1_000);
  });

  it('A hundred columns get a fault each, up to a hundred, and the sentence that there are more', async () => {
    const { codes, errors } = await refusal(`bsn${';x'.repeat(99)}\n1`);
    expect(codes).toEqual([...Array.from({ length: 99 }, () => 'unknown-column'), 'required', 'more-faults']);
    expect(errors.at(-1)?.detail).toMatch(/more/);
  });

  it('A row of millions of cells has one fault, and spoils no other', async () => {
    const [head, one, two] = scene.csv(scene.rows(2), { sign: ';' }).split('\n');
    const { body } = await scene.send(office.joris, [head, one, 'x;'.repeat(3e6), two, ''].join('\n'));
    expect(body).toMatchObject({ total: 3, ready: 2, faulty: 1 });
  });

  it('A header of a hundred columns of which most have no name is a header', async () => {
    const [head, one] = scene.csv(scene.rows(1), { sign: ';' }).split('\n');
    const wide = `${head}${';'.repeat(80)}\n${one}\n`;
    expect((await scene.send(office.joris, wide)).body).toMatchObject({ total: 1, ready: 1 });
  });
});

describe('Lines without anything at the start', () => {
  it.each(['\n', '\r\n', '  \n \n', '\ufeff\n', '\r'])(
    '%j does not say what stands between the cells',
    async (start) => {
      for (const sign of [',', ';', '\t']) {
        const end = /\r?\n$|\r$/.exec(start)?.[0];
        const { body } = await scene.send(office.joris, start + scene.csv(scene.rows(2), { sign, end }));
        expect(body).toMatchObject({ total: 2, ready: 2 });
      }
    },
  );
});

it.each([
  [';', ', '],
  [',', ';'],
  ['\t', ';'],
  ['\t', ','],
])(
  'Actions are told apart in a file with %j between its cells when %j is between them',
  async (sign, between) => {
    const file = scene.csv(
      scene.rows(1, () => ({ actions: ['lezen', 'downloaden'].join(between) })),
      { sign },
    );
    const run = (await scene.send(office.joris, file)).body;
    expect((await scene.rowsOf(office.joris, run))[0]?.faults).toEqual([]);
  },
);

describe('What cannot be', () => {
  it('Somebody who is born tomorrow is a fault; who is born today is not', async () => {
    const today = scene.today();
    const rows = scene.rows(2, (place) => ({ birthDate: place ? today : addDays(today, 1) }));
    const { body } = await scene.send(office.joris, scene.csv(rows));
    const [tomorrow, now] = await scene.rowsOf(office.joris, body);
    expect(tomorrow?.faults).toMatchObject([{ column: 'birthDate', code: 'in-the-future' }]);
    expect(now?.faults).toEqual([]);
  });

  it.each(['gzip', 'br', 'identity, gzip', 'x'])('A file in %s is not read', async (coding) => {
    const file = gzipSync(scene.csv(scene.rows(1)));
    const answer = await scene.send(office.joris, file).set('Content-Encoding', coding);
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
    expect(answer.headers['accept-encoding']).toBe('identity');
  });

  it('A file that says that it is as it is, is read', async () => {
    const sent = scene.send(office.joris, scene.csv(scene.rows(1))).set('Content-Encoding', 'Identity');
    expect((await sent).body).toMatchObject({ ready: 1 });
  });
});
