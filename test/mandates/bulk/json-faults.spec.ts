import { type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

type Row = Record<string, unknown> & { lines: Record<string, unknown>[] };
type Told = { code: string; pointer?: string; nl: string; en: string };

/** What is said of one row that is right but for this. */
async function told(more: (row: Row) => object): Promise<Told[]> {
  const [row] = scene.json(scene.rows(1)) as unknown as [Row];
  const body = JSON.stringify([{ ...row, ...more(row) }]);
  const run = await scene.send(office.joris, body, { type: 'application/json' }).expect(201);
  const [judged] = await scene.rowsOf(office.joris, run.body);
  return (judged?.faults ?? []) as unknown as Told[];
}

describe('What is wrong in JSON is said as it is', () => {
  it.each<[string, (row: Row) => object, string[][]]>([
    [
      'a BSN as a number',
      ({ bsn }) => ({ bsn: Number(bsn) }),
      [['#/bsn', 'bsn-as-number', 'tussen aanhalingstekens']],
    ],
    ['another BSN', () => ({ bsn: '999991234' }), [['#/bsn', 'bsn', 'elfproef']]],
    [
      'no action at all',
      ({ lines: [line] }) => ({ lines: [{ ...line, actions: [] }] }),
      [['#/lines/0/actions', 'no-actions', 'Deze lijst is leeg']],
    ],
    [
      'an action that is not known',
      ({ lines: [line] }) => ({ lines: [{ ...line, actions: ['delete'] }] }),
      [['#/lines/0/actions', 'actions', 'niet bekend']],
    ],
    ['a reference that is null', () => ({ reference: null }), [['#/reference', 'null', 'Laat het veld weg']]],
    ['lines that are null', () => ({ lines: null }), [['#/lines', 'null', 'Laat het veld weg']]],
    [
      'a template that is null beside lines',
      () => ({ template: null }),
      [['#/template', 'null', 'Laat het veld weg']],
    ],
    [
      'a field that is not known and null',
      () => ({ other: null }),
      [['#/other', 'unknown-field', 'niet bekend']],
    ],
    ['nothing', () => ({}), []],
  ])('%s', async (_, more, faults) => {
    const said = await told(more);
    expect(said.map(({ pointer, code }) => [pointer, code])).toEqual(faults.map((each) => each.slice(0, 2)));
    faults.forEach(([, , nl], place) => expect(said[place]?.nl).toContain(nl));
  });
});

describe('A file is read as UTF-8, so it may not say that it is anything else', () => {
  it.each([
    ['text/csv; charset=iso-8859-1', 415],
    ['text/csv;header=present; CHARSET="windows-1252"', 415],
    ['text/csv; charset=UTF-8', 201],
    ['text/csv;charset="utf8"', 201],
    ['text/csv', 201],
  ])('%s: %d', async (type, status) => {
    const answer = await scene.send(office.joris, scene.csv(scene.rows(1)), { type });
    expect(answer.status).toBe(status);
    if (status === 415) expect(answer.body.detail).toContain('Send this in UTF-8, and say no other charset.');
  });
});
