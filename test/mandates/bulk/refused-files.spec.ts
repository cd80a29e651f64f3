import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'supertest';
import { bsns as known } from '../scene.ts';
import { dutch, english, type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const count = async (table: string) =>
  (await scene.database.admin.query(`SELECT FROM ${table} WHERE organisation_id = $1`, [office.id])).rowCount;
const nothingIsLeft = async () => expect([await count('bulk_run'), await count('bulk_row')]).toEqual([0, 0]);
const problemOf = ({ status, body }: Pick<Response, 'status' | 'body'>) => [status, body.code];
const named = ({ body }: Pick<Response, 'body'>) =>
  (body.errors as { location: { pointer: string }; code: string; detail: string }[]).map(
    ({ location, code }) => `${location.pointer} ${code}`,
  );

describe('A file that cannot be used as a whole is refused in words, and nothing of it stays', () => {
  const { bsn: _, from: __, ...lacking } = english;
  it.each<[string, () => string, string[]]>([
    [
      'missing columns',
      () => scene.csv(scene.rows(1), { names: lacking }),
      ['#/bsn required', '#/from required'],
    ],
    [
      'an unknown column',
      () => scene.csv(scene.rows(1)).replace('reference', 'iban'),
      ['#/header/8 unknown-column'],
    ],
    [
      'a column twice',
      () => scene.csv(scene.rows(1)).replace('reference', 'afnemer'),
      ['#/header/8 repeated-column'],
    ],
    ['no header', () => scene.csv(scene.rows(2)).split('\n').slice(1).join('\n'), ['#/header header']],
    [
      'a sign between the cells that cannot be',
      () => `sep="\n${scene.csv(scene.rows(1))}`,
      ['#/header header'],
    ],
    ['nothing at all', () => '\ufeff\n', ['# empty']],
    ['a header and no rows', () => scene.csv([]), ['# empty']],
    ['too many rows', () => scene.csv(scene.rows(10_001)), ['# too-many-rows']],
  ])('%s', async (_title, file, expected) => {
    const answer = await scene.send(office.joris, file()).set('Accept-Language', 'nl');
    expect([answer.status, answer.body.code, named(answer)]).toEqual([400, 'invalid-input', expected]);
    expect(answer.text).not.toMatch(/99990\d{4}|iban/);
    expect(answer.body.errors[0].detail).toMatch(/kolom|bestand/i);
    if (expected[0] === '# too-many-rows') expect(answer.body.errors[0].detail).toMatch(/ 10\.000 rijen/);
    await nothingIsLeft();
  });

  it.each<[string, string, string, string]>([
    ['JSON that breaks off', '[{"bsn":', 'malformed-request', ''],
    ['JSON that nests without end', '['.repeat(5_000), 'malformed-request', ''],
    ['a field beside the requests', '{"requests":[],"all":true}', 'invalid-input', '#/all unknown-field'],
    [
      'a number beside the requests',
      `{"requests":[],"${known.pieter}":1}`,
      'invalid-input',
      '#/(not repeated) unknown-field',
    ],
    ['an object in the place of the list', '{"requests":{"bsn":1}}', 'invalid-input', '#/requests list'],
    ['a text', '"requests"', 'invalid-input', '#/requests list'],
    ['an empty list', '[]', 'invalid-input', '# empty'],
  ])('%s', async (_title, body, code, location) => {
    const answer = await scene.stream(office.joris, [body], { type: 'application/json' });
    expect(problemOf(answer)).toEqual([400, code]);
    if (location) expect(named(answer)).toEqual([location]);
    expect(JSON.stringify(answer.body)).not.toContain(known.pieter);
    await nothingIsLeft();
  });

  it('More than 8 MiB is too large, as soon as it came', async () => {
    const answer = await scene.send(
      office.joris,
      `${scene.csv(scene.rows(3))}${'x'.repeat(8 * 1024 * 1024)}`,
    );
    expect([...problemOf(answer), answer.body.mostBytes]).toEqual([413, 'payload-too-large', 8_388_608]);
    await nothingIsLeft();
  });

  it.each(['text/plain', 'application/vnd.ms-excel', 'application/vnd.volmacht.streamed'])(
    'A body of %s is no file',
    async (type) => {
      const answer = await scene.send(office.joris, scene.csv(scene.rows(1)), { type });
      expect(problemOf(answer)).toEqual([415, 'unsupported-media-type']);
      const elsewhere = await scene
        .as(office.joris)
        .post('/v1/mandate-requests')
        .set('Content-Type', type)
        .send('x');
      expect(elsewhere.status).toBe(415);
    },
  );

  it('When the sender hangs up half-way, nothing stays, and the key can be used again', async () => {
    const rows = scene.csv(scene.rows(1_500));
    async function* breaksOff() {
      yield rows.slice(0, 100_000);
      await pause(300);
      throw new Error('the line went dead');
    }
    const key = 'half-way';
    await expect(scene.stream(office.joris, breaksOff(), { key })).rejects.toThrow();
    for (let turn = 0; turn < 50 && (await count('bulk_run')); turn++) await pause(50);
    await nothingIsLeft();
    expect((await scene.send(office.joris, rows, { key })).body).toMatchObject({ total: 1_500 });
  });
});

describe('Who may send a file', () => {
  it.each([
    ['a reader', () => office.bob, 'role-too-small'],
    [
      'someone below substantial (R5)',
      () => ({ ...office.joris, acr: 'http://eidas.europa.eu/LoA/low' }),
      'assurance-too-low',
    ],
  ])('Not %s', async (_, who, code) => {
    expect(problemOf(await scene.send(who(), scene.csv(scene.rows(1))))).toEqual([403, code]);
    await nothingIsLeft();
  });

  it('Not a citizen, and not an office that is suspended', async () => {
    office = await scene.office({ standing: 'suspended' });
    const file = scene.csv(scene.rows(1));
    expect(problemOf(await scene.send(office.joris, file))).toEqual([403, 'organisation-suspended']);
    const { people } = await import('../../support/cast.ts');
    expect(problemOf(await scene.send(people.yasmina, file))).toEqual([403, 'wrong-kind-of-actor']);
    await nothingIsLeft();
  });

  it('What was tried and refused is on the record, once', async () => {
    await scene.send(office.joris, scene.csv([]));
    await scene.send(office.joris, scene.csv(scene.rows(3)));
    const { rows } = await scene.database.admin.query(
      `SELECT action, outcome, reason, details FROM trail WHERE organisation_id = $1 ORDER BY position`,
      [office.id],
    );
    expect(rows).toEqual([
      { action: 'bulk.check', outcome: 'refused', reason: 'invalid-input', details: {} },
      {
        ...{ action: 'bulk.check', outcome: 'permitted', reason: null },
        details: { kind: 'request', total: 3, ready: 3, faulty: 0 },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(known.yasmina);
  });
});

describe('The same file twice (R13)', () => {
  it('The same key and file give the same run, also to a colleague’s eye once', async () => {
    const file = scene.csv(scene.rows(700), { names: dutch, sign: ';' });
    const [first, again] = [
      await scene.send(office.joris, file, { key: 'monday' }),
      await scene.send(office.joris, file, { key: 'monday' }),
    ];
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await count('bulk_row')).toBe(700);
    expect((await scene.send(office.sara, file, { key: 'monday' })).body.id).not.toBe(first.body.id);
  });

  it('The same key with another file, another kind or another form is refused', async () => {
    const rows = scene.rows(2);
    await scene.send(office.joris, scene.csv(rows), { key: 'tuesday' });
    const others = [
      await scene.send(office.joris, scene.csv(rows, { sign: ';' }), { key: 'tuesday' }),
      await scene.send(office.joris, scene.csv(rows), { key: 'tuesday', query: '?kind=renewal' }),
      await scene.send(office.joris, JSON.stringify(rows), { key: 'tuesday', type: 'application/json' }),
    ];
    expect(others.map(problemOf)).toEqual(others.map(() => [409, 'idempotency-key-reused']));
  });

  it('Of the same file twice at once, one is read', async () => {
    const file = scene.csv(scene.rows(2_000));
    const answers = await Promise.all([1, 2].map(() => scene.send(office.joris, file, { key: 'at-once' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('request-in-progress');
    expect([await count('bulk_run'), await count('bulk_row')]).toEqual([1, 2_000]);
  });

  it('A key is needed', async () => {
    const answer = await scene.send(office.joris, scene.csv(scene.rows(1))).unset('Idempotency-Key');
    expect([answer.status, answer.body.errors[0].location.name]).toEqual([400, 'Idempotency-Key']);
  });
});
