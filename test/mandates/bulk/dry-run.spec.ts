import { birthKeyOf } from '../../../src/mandates/birth-key.ts';
import { Cipher } from '../../../src/platform/cipher.ts';
import { birthDates, bsns as known, oins } from '../scene.ts';
import { type Cells, dutch, type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const check = async (rows: readonly Cells[], who = office.joris) =>
  (await scene.send(who, scene.csv(rows, { names: dutch, sign: ';' }))).body;
const faults = async (run: { id: string }) =>
  (await scene.rowsOf(office.joris, run)).map((row) => row.faults.map(({ code, line }) => [code, line]));
const yasmina: Cells = { bsn: known.yasmina, birthDate: birthDates.yasmina, reference: 'dossier 7' };

describe('What the rows of one client are to each other', () => {
  it('Different senders and categories become one mandate and one letter (R15)', async () => {
    const rows = scene.rows(4, (place) =>
      place === 1 || place === 3 ? { ...yasmina, sender: place === 1 ? oins.svb : oins.town } : {},
    );
    const run = await check(rows);
    expect(run).toMatchObject({ total: 4, ready: 4, sending: { mandates: 3, letters: 3 } });
    expect((await scene.kept(run)).map(({ leader }) => leader)).toEqual([1, 2, 3, 2]);
    const { senders, letter } = run.sending;
    expect(senders).toEqual([
      { oin: oins.tax, nameNl: 'Afnemer 1000', nameEn: 'Sender 1000', mandates: 2 },
      { oin: oins.svb, nameNl: 'Afnemer 2000', nameEn: 'Sender 2000', mandates: 1 },
      { oin: oins.town, nameNl: 'Afnemer 3000', nameEn: 'Sender 3000', mandates: 1 },
    ]);
    expect(letter.nl.slice(0, 2)).toEqual([
      'Afnemer 2000: berichten over geld (lezen en downloaden)',
      'Afnemer 3000: berichten over geld (lezen en downloaden)',
    ]);
    expect(letter.en[2]).toMatch(/^From \d+ \w+ \d{4} up to and including \d+ \w+ \d{4}\.$/);
  });

  it('The same sender and category twice is a fault that names the first line, also inside everything', async () => {
    const rows = scene.rows(4, (place) => ({ ...yasmina, ...(place === 2 ? { category: 'all' } : {}) }));
    const other = { ...rows[3], category: 'care' };
    const run = await check([...rows.slice(0, 3), other]);
    expect(await faults(run)).toEqual([[], [['repeated-in-file', 2]], [['repeated-in-file', 2]], []]);
    expect(run).toMatchObject({ ready: 2, faulty: 2, sending: { mandates: 1, letters: 1 } });
  });

  it('Another period, reference or date of birth is a fault, all at once, and says with which line', async () => {
    const [first, second] = scene.rows(2, (place) => ({ ...yasmina, sender: place ? oins.svb : oins.tax }));
    const differing = { ...second, birthDate: '1999-09-09', from: '2027-03-01', reference: 'another' };
    const run = await check([first!, differing]);
    expect(await faults(run)).toEqual([
      [],
      [
        ['other-birth-date', 2],
        ['other-period', 2],
        ['other-reference', 2],
      ],
    ]);
    expect((await scene.kept(run))[1]).toMatchObject({ sealed: null, bsn_index: null, leader: null });
  });

  it('Of a row whose date of birth cannot be read is still said what else is wrong', async () => {
    const rows = scene.rows(2, (place) => ({ ...yasmina, ...(place ? { birthDate: '30-02-1984' } : {}) }));
    expect((await faults(await check(rows)))[1]).toEqual([
      ['day', undefined],
      ['repeated-in-file', 2],
    ]);
  });

  it('A first row with a fault does not lead: the next one does, and says nothing of it', async () => {
    const rows = scene.rows(3, (place) => ({
      ...{ ...yasmina, sender: [oins.tax, oins.svb, oins.town][place] },
      ...(place === 0 ? { actions: 'delete', reference: 'another' } : {}),
    }));
    const run = await check(rows);
    expect((await scene.kept(run)).map(({ leader }) => leader)).toEqual([null, 2, 2]);
  });

  it('Many rows of one client, more than are looked at together, stay one client', async () => {
    const rows = scene.rows(2_400, (place) => (place % 2 ? yasmina : {}));
    const run = await check(rows);
    expect(run).toMatchObject({ ready: 1_201, faulty: 1_199 });
    const repeated = (await scene.kept(run)).filter(({ state }) => state === 'faulty');
    expect(
      repeated.every(
        (row) =>
          JSON.stringify(row.faults).includes('"line": 3') || JSON.stringify(row.faults).includes('"line":3'),
      ),
    ).toBe(true);
  });
});

describe('What the office has already (R14)', () => {
  it('A row that asks what was asked before is a fault, also for a colleague; it points at it for who may see it', async () => {
    const asked = await scene.ask(office.joris, {
      lines: [{ sender: oins.tax, category: 'all', actions: ['read'] }],
    });
    const rows = scene.rows(3, (place) =>
      place < 2 ? { ...yasmina, sender: place ? oins.svb : oins.tax } : {},
    );
    for (const who of [office.joris, office.sara]) {
      const run = await check(rows, who);
      const found = await scene.rowsOf(who, run);
      expect(found[0]?.faults).toMatchObject([{ code: 'duplicate-mandate' }]);
      const named = JSON.stringify(found).includes(asked.id);
      expect(named).toBe(who === office.joris); // Sara may not see it (R34)
      expect(found.slice(1).flatMap((row) => row.faults)).toEqual([]);
      expect((await scene.kept(run)).map(({ leader }) => leader)).toEqual([null, 2, 3]);
    }
  });

  it('What another office has, what has ended, what lapsed and what comes later stands in no way', async () => {
    const client = await scene.world.client(known.yasmina);
    const [tax] = scene.rows(1, () => yasmina);
    const cipher = scene.app.get(Cipher);
    const birthKey = birthKeyOf(cipher, known.yasmina as never, birthDates.yasmina as never);
    const cases: [boolean, Record<string, unknown>][] = [
      [true, { state: 'active' }],
      [true, { state: 'suspended' }],
      [true, { state: 'offered' }],
      [false, { state: 'revoked' }],
      [false, { state: 'offered', answerBy: scene.world.day(-1) }],
      [false, { state: 'active', from: scene.world.day(-400), until: scene.world.day(-1) }],
      [false, { state: 'active', from: scene.world.day(365), until: scene.world.day(700) }],
      [false, { lines: [{ endedAt: new Date() }] }],
      [false, { lines: [{ category: 'care' }] }],
      [false, { lines: [{ sender: oins.svb }] }],
    ];
    for (const [duplicate, wish] of cases) {
      const other = await scene.office();
      await scene.world.mandate({ client, organisation: other.id, birthKey, ...wish });
      office = await scene.office();
      const elsewhere = await check([tax!]);
      const own = (await scene.send(other.joris, scene.csv([tax!], { names: dutch }))).body;
      expect([JSON.stringify(wish), elsewhere.faulty, own.faulty]).toEqual([
        JSON.stringify(wish),
        0,
        Number(duplicate),
      ]);
    }
  });

  it('Tells nothing of a person: known, unknown and mismatched rows look the same (R3)', async () => {
    await scene.active((await scene.office()).joris); // Yasmina is a client of another office
    const rows = scene.rows(
      3,
      (place) => [{ ...yasmina }, { ...yasmina, bsn: known.pieter }, {}][place] as Cells,
    );
    const run = await check(rows.map((row) => ({ ...row, reference: 'same' })));
    const told = (await scene.rowsOf(office.joris, run)).map(({ number: _, line: __, ...row }) => row);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });
});

describe('Renewals and renunciations by file', () => {
  it('Rows name mandates; what is not there, not yours, not running or named twice is a fault', async () => {
    const client = await scene.world.client(known.yasmina);
    await scene.world.assign(office.id, client, { employee: office.employees.joris });
    const mine = { client, organisation: office.id };
    const running = await scene.world.mandate(mine);
    const care = await scene.world.mandate({ ...mine, state: 'revoked', lines: [{ category: 'care' }] });
    const foreign = await scene.world.mandate({ client, organisation: (await scene.office()).id });
    const until = scene.world.day(700);
    const lines = [running, care, foreign, running, 'x'].map((id) => `${id};${until}`);
    const run = (
      await scene.send(office.joris, ['Machtiging;Tot', ...lines].join('\n'), { query: '?kind=renewal' })
    ).body;
    expect(run).toMatchObject({ kind: 'renewal', total: 5, ready: 1, sending: { mandates: 1, letters: 1 } });
    expect(await faults(run)).toEqual([
      [],
      [['not-running', undefined]],
      [['unknown-mandate', undefined]],
      [['repeated-mandate', 2]],
      [['mandate', undefined]],
    ]);
    const leaving = await scene.send(office.joris, JSON.stringify({ mandates: [running] }), {
      ...{ type: 'application/json', query: '?kind=renunciation' },
    });
    expect(leaving.body).toMatchObject({ ready: 1, sending: { mandates: 1, letters: 0 } });
  });
});
