import { randomBytes } from 'node:crypto';
import { newId } from '../../src/platform/ids.ts';
import { rowsOf } from '../support/csv-rows.ts';
import { ask, rest } from '../support/slow-reader.ts';
import { bsns, deliver, file, nothing, people, type Scene, setScene, trailOf } from './scene.ts';
import { unzip } from './unzip.ts';

let scene: Scene;
let mandate: string;
beforeAll(async () => {
  scene = await setScene();
  const { world } = scene.house;
  const lines = [{ actions: ['read', 'download'] }];
  mandate = await world.mandate({ client: scene.yasmina, organisation: scene.vermeer, lines });
  const { admin } = scene.house.database;
  await admin.query(`UPDATE mandate SET reference = 'dossier 118' WHERE id = $1`, [mandate]);
  await admin.query(`UPDATE client SET name = 'Yasmina el Amrani' WHERE id = $1`, [scene.yasmina]);
  await world.mandate({ client: scene.pieter, organisation: scene.vermeer, lines });
});
afterAll(() => scene.house.close());

const path = '/v1/messages/_download';

/** Joris, or who is named, downloads these messages: the head, the files, and the rows of the list. */
async function download(messages: string[], claims = people.joris, headers: Record<string, string> = {}) {
  const response = await ask(scene.house, claims, 'POST', path, { body: { messages }, headers });
  const { bytes, whole } = await rest(response);
  if (response.statusCode !== 200)
    return { response, problem: JSON.parse(bytes.toString()) as { code: string } };
  expect(whole).toBe(true);
  const files = unzip(bytes);
  const list = [...files.keys()].at(-1)!;
  return { response, files, list, rows: rowsOf(files.get(list)!.toString()) };
}

describe('Downloading messages in one file', () => {
  it('hands out each message as a text with its attachments beside it, and ends with the list', async () => {
    const content = randomBytes(600_000).toString('base64');
    const [one, two] = [
      await deliver(scene.house, {
        reply: { by: scene.house.world.day(30), kind: 'payment' },
        attachments: [file('beschikking.txt', content), file('uitleg.txt', 'ü')],
      }),
      await deliver(scene.house, {
        recipient: { bsn: bsns.pieter },
        subject: 'VAT 2025/2026: <answer> soon',
      }),
    ];
    const { response, files, list, rows } = await download([one, two]);
    const day = scene.house.world.day(0);
    expect(response.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="berichten.zip"; filename*=UTF-8''berichten.zip`,
      'cache-control': 'no-store',
    });
    const stem = `${day} Afnemer 1000 Your assessment`;
    const other = `${day} Afnemer 1000 VAT 2025-2026_ _answer_ soon.txt`;
    expect([...files!.keys()]).toEqual([
      ...[`${stem}.txt`, `${stem} - beschikking.txt`, `${stem} - uitleg.txt`, other, 'inhoud.csv'],
    ]);
    expect(files!.get(`${stem} - beschikking.txt`)!.toString()).toBe(content);
    expect(files!.get(`${stem} - uitleg.txt`)!.toString()).toBe('ü');
    expect(files!.get(`${stem}.txt`)!.toString()).toMatch(
      /^Uw referentie: dossier 118\nCliënt: Yasmina el Amrani\nAfzender: Afnemer 1000\nRubriek: financieel\nBezorgd: \d{4}-\d\d-\d\d \d\d:\d\d\nReageren tot en met: \d{4}-\d\d-\d\d \(betaling\)\nOnderwerp: Your assessment\n\nYou get 312 euros back\.\n$/,
    );
    expect(list).toBe('inhoud.csv');
    expect(rows!.map((row) => [row[0], row[1], row[2], row[10]])).toEqual([
      ['1', 'ja', `${stem}.txt`, one],
      ['2', 'ja', other, two],
    ]);
  });

  it('stands in the trail once for each message, before its bytes leave, and the client sees it (R35, R40)', async () => {
    const messages = [await deliver(scene.house), await deliver(scene.house)];
    const before = (await trailOf(scene.house, 'inbox.download')).length;
    await download(messages);
    expect((await trailOf(scene.house, 'inbox.download')).slice(before)).toMatchObject(
      messages.map((object_id) => ({
        outcome: 'permitted',
        object_id,
        client_id: scene.yasmina,
        mandate_id: mandate,
      })),
    );
    const { body } = await scene.house.as(people.yasmina).get('/v1/trail-entries');
    expect(JSON.stringify(body)).toContain('downloadde een bericht of een bijlage');
  });

  it('hides a citizen service number above the text, in names and in the list (R2)', async () => {
    const told = `About ${bsns.pieter} and ${bsns.pieter.replace(/(...)(...)/, '$1.$2.')}`;
    const { files } = await download([await deliver(scene.house, { subject: told })]);
    const all = [...files!.keys(), ...files!.values()].join();
    expect(all).toMatch(/Onderwerp: About \*{6}\d{3} and \*{6}\d{3}\n/);
    expect(all).not.toContain(bsns.pieter);
  });

  it('is in English for who prefers that', async () => {
    const { files, list, rows } = await download([await deliver(scene.house)], people.joris, {
      'Accept-Language': 'nl;q=0.3, en-GB',
    });
    expect(list).toBe('contents.csv');
    expect(rows![0]![1]).toBe('yes');
    expect([...files!.values()][0]!.toString()).toContain('Category: financial');
  });

  it('leaves out what is refused, and says of another’s message no more than of none (R34)', async () => {
    const [care, good] = [
      await deliver(scene.house, { type: 'support', subject: 'Secret care' }),
      await deliver(scene.house),
    ];
    const { files, rows } = await download([nothing, care, good]);
    expect(files!.size).toBe(2);
    expect(rows!.map((row) => row.slice(1))).toEqual([
      ['nee', '', '', '', '', '', '', '', 'Dit bericht is er niet, of u mag het niet zien.', nothing],
      ['nee', '', '', '', '', '', '', '', 'Dit bericht is er niet, of u mag het niet zien.', care],
      expect.arrayContaining(['ja', good]),
    ]);
    expect(Buffer.concat([...files!.values()]).toString()).not.toContain('Secret');
  });

  it('is a whole file with the list alone when nothing may go in, and each refusal is on the record', async () => {
    const theirs = await deliver(scene.house);
    const { files, rows } = await download([theirs], people.gerda);
    expect([...files!.keys()]).toEqual(['inhoud.csv']);
    expect(rows![0]!.slice(-2)).toEqual(['Dit bericht is er niet, of u mag het niet zien.', theirs]);
    expect((await trailOf(scene.house, 'inbox.download')).at(-1)).toMatchObject({
      ...{ outcome: 'refused', object_id: theirs },
    });
  });

  it('hands out no text to who may download but not read', async () => {
    const { house, vermeer, yasmina } = scene;
    const lines = [{ category: 'care', actions: ['download'] }];
    await house.world.mandate({ client: yasmina, organisation: vermeer, lines });
    const { files } = await download([
      await deliver(house, { type: 'support', body: 'Only for who reads.' }),
    ]);
    expect(files!.size).toBe(1);
  });

  it('is refused as a whole to who may not act at all, with a problem and no file', async () => {
    const { house, vermeer } = scene;
    const left = await house.world.employee(vermeer, 'lotte', 'handler', { ended_at: new Date(0) });
    expect(left).toBeDefined();
    const asked = await download([await deliver(house)], { ...people.joris, sub: `eh-90001234-lotte` });
    expect([asked.response.statusCode, asked.problem!.code]).toEqual([403, 'employment-ended']);
    expect((await trailOf(house, 'inbox.collect')).at(-1)).toMatchObject({ outcome: 'refused' });
  });

  it('has for a client his own messages, without anything of an office', async () => {
    const { files } = await download([await deliver(scene.house)], people.yasmina);
    expect([...files!.values()][0]!.toString()).toMatch(/^Afzender: /);
  });

  it('gives each file a name that is only a name, and is there once, on every system', async () => {
    const subject = `../../../etc/passwd\\CON: "${'Zoë 👩‍👩‍👧'.repeat(12)}"`;
    const messages = [];
    for (const sign of ['a', 'A'])
      messages.push(
        await deliver(scene.house, {
          subject: subject + sign,
          attachments: [
            file('..\\x/../INHOUD.csv', sign),
            file('inhoud.csv', sign),
            file(`${bsns.yasmina}.txt`, sign),
          ],
        }),
      );
    const { files } = await download(messages);
    const names = [...files!.keys()];
    expect(names).toHaveLength(9);
    expect(new Set(names.map((name) => name.toLowerCase().normalize('NFC'))).size).toBe(9);
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThan(200);
      // eslint-disable-next-line no-control-regex
      expect(name).not.toMatch(/[\\/<>:"|?*\u0000-\u001f]|^\.|\.$/);
      expect(name).not.toContain(bsns.yasmina); // R2
    }
  });

  it('has no BSN in the list, also when the sender put one in the subject (R2)', async () => {
    const { files } = await download([
      await deliver(scene.house, { subject: `Aanslag van ${bsns.yasmina}` }),
    ]);
    expect(files!.get('inhoud.csv')!.toString()).toContain('Aanslag van ******019');
    expect([...files!.keys()].join()).not.toContain(bsns.yasmina);
  });

  it.each([
    ['none', []],
    ['too many', Array.from({ length: 501 }, () => newId())],
    ['one twice', [nothing, nothing]],
    ['something else', ['x']],
    ['an object', [{ id: nothing }]],
  ])('names the field when the messages are %s', async (_what, messages) => {
    const answer = await scene.house.as(people.joris).post(path, { messages });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].location).toEqual({ pointer: '#/messages' });
  });
});
