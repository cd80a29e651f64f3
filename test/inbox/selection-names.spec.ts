import type { Claims } from '../support/house.ts';
import { bsns, deliver, file, people, type Scene, setScene } from './scene.ts';
import { downloadFrom } from './selection.scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  for (const client of [scene.yasmina, scene.pieter])
    await scene.house.world.mandate({
      ...{ client, organisation: scene.vermeer },
      lines: [{ actions: ['read', 'download'] }],
    });
});
afterEach(() => scene.house.database.admin.query('UPDATE client SET name = NULL'));
afterAll(() => scene.house.close());

const call = (client: string, name: string) =>
  scene.house.database.admin.query('UPDATE client SET name = $2 WHERE id = $1', [client, name]);
const download = (messages: string[], claims: Claims = people.joris) =>
  downloadFrom(scene.house, messages, claims);
const day = () => scene.house.world.day(0);

describe('The names of files in a download', () => {
  it('tell two clients apart who got the same letter, by their names as every system writes them', async () => {
    await call(scene.yasmina, 'Yasmína Özdemir');
    await call(scene.pieter, `Pieter ${bsns.pieter}`);
    const { files } = await download([
      await deliver(scene.house),
      await deliver(scene.house, { recipient: { bsn: bsns.pieter } }),
    ]);
    expect([...files!.keys()]).toEqual([
      `${day()} Yasmina Ozdemir Afnemer 1000 Your assessment.txt`,
      `${day()} Pieter ______654 Afnemer 1000 Your assessment.txt`.replace('654', bsns.pieter.slice(-3)),
      'inhoud.csv',
    ]);
  });

  it('call a client whose name is not known by the office’s reference, or by the start of his pseudonym', async () => {
    await scene.house.database.admin.query(`UPDATE mandate SET reference = 'D-118' WHERE client_id = $1`, [
      scene.yasmina,
    ]);
    // What was written on a request with a mistyped date of birth is not said of who gave another mandate.
    const { yasmina: client, vermeer: organisation } = scene;
    await scene.house.world.mandate({ client, organisation, state: 'requested', lines: [] });
    await scene.house.database.admin.query(
      `UPDATE mandate SET reference = 'D-999', requested_at = now() WHERE activated_at IS NULL`,
    );
    const { files } = await download([
      await deliver(scene.house),
      await deliver(scene.house, { recipient: { bsn: bsns.pieter } }),
    ]);
    expect([...files!.keys()].slice(0, 2)).toEqual([
      `${day()} D-118 Afnemer 1000 Your assessment.txt`,
      `${day()} ${scene.pieter.slice(0, 8)} Afnemer 1000 Your assessment.txt`,
    ]);
  });

  it('say nothing of whose they are to a client, who has only his own', async () => {
    await call(scene.yasmina, 'Yasmina el Amrani');
    const { files } = await download([await deliver(scene.house)], people.yasmina);
    expect([...files!.keys()][0]).toBe(`${day()} Afnemer 1000 Your assessment.txt`);
  });

  it('are only names, and each is there once, on every system', async () => {
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

  it('hold no BSN, nor does the list, also when the sender put one in the subject (R2)', async () => {
    const { files } = await download([
      await deliver(scene.house, { subject: `Aanslag van ${bsns.yasmina}` }),
    ]);
    expect(files!.get('inhoud.csv')!.toString()).toContain('Aanslag van ******019');
    expect([...files!.keys()].join()).not.toContain(bsns.yasmina);
  });
});
