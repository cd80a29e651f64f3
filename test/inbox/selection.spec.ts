import { randomBytes } from 'node:crypto';
import { newId } from '../../src/platform/ids.ts';
import { bsns, deliver, file, nothing, people, type Scene, setScene, trailOf } from './scene.ts';
import { downloadFrom } from './selection.scene.ts';

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
const download = (messages: string[], claims = people.joris, headers: Record<string, string> = {}) =>
  downloadFrom(scene.house, messages, claims, headers);

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
    const stem = `${day} Yasmina el Amrani Afnemer 1000 Your assessment`;
    const other = `${day} ${scene.pieter.slice(0, 8)} Afnemer 1000 VAT 2025-2026_ _answer_ soon.txt`;
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
