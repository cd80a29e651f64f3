import { birthDates, bsns as known, oins } from '../scene.ts';
import { type Cells, dutch, type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => {
  scene = await openFiles();
  office = await scene.office({ name: 'Kantoor Vermeer' });
});
afterAll(() => scene.close());

it('Joris sends a file, Anna confirms what is right, and each client gets one letter about all of his rows (R15)', async () => {
  const people = ['yasmina', 'pieter', 'willem'] as const;
  const rows = scene.rows(9, (place): Cells => {
    const who = people[Math.floor(place / 3)]!;
    const sender = [oins.tax, oins.svb, oins.town][place % 3] as string;
    return { bsn: known[who], birthDate: birthDates[who], reference: `dossier ${who}`, sender };
  });
  rows[4] = { ...rows[4], actions: 'verwijderen' };
  const file = scene.csv(rows, { names: dutch, sign: ';' });
  const checked = (await scene.send(office.joris, file, { key: 'friday' })).body;
  expect(checked).toMatchObject({ total: 9, ready: 8, faulty: 1, sending: { mandates: 3, letters: 3 } });

  const confirmed = await scene.as(office.anna).post(`/v1/bulk-runs/${checked.id}/confirmation`);
  expect([confirmed.status, confirmed.body.state]).toEqual([200, 'running']);
  await scene.tasks();
  const done = (await scene.send(office.joris, file, { key: 'friday' })).body; // the same key finds the same run
  expect(done).toMatchObject({ id: checked.id, state: 'done', done: 8, refused: 0 });
  expect(done.summary.nl.slice(2)).toEqual([
    expect.stringMatching(/^De verzoeken zijn bevestigd op \d+ \w+ \d{4}\.$/),
    'Aangevraagd: 3 machtigingen, voor 8 rijen.',
    expect.stringMatching(/^Alles was klaar op \d+ \w+ \d{4}\.$/),
  ]);

  const result = (await scene.rowsOf(office.joris, checked)) as unknown as {
    mandate?: string;
    state: string;
  }[];
  const mandates = [...new Set(result.flatMap(({ mandate }) => mandate ?? []))];
  expect(mandates).toHaveLength(3);
  expect(result.map(({ state }) => state).filter((state) => state !== 'done')).toEqual(['faulty']);
  const letters = await Promise.all(mandates.map((id) => scene.letters({ id })));
  expect(letters.map((each) => each.length)).toEqual([1, 1, 1]);
  for (const [place, [letter]] of letters.entries())
    for (const sender of ['1000', '2000', '3000'])
      expect([place, sender, letter?.text.includes(`Afnemer ${sender}`)]).toEqual([
        ...[place, sender],
        place !== 1 || sender !== '2000', // Pieter's second row was not right
      ]);
  const kept = await scene.kept(checked);
  expect(kept.every(({ sealed, bsn_index, person_index }) => !sealed && !bsn_index && !person_index)).toBe(
    true,
  );

  const again = (await scene.send(office.joris, file, { key: 'monday' })).body;
  expect(again).toMatchObject({ ready: 0, faulty: 9, sending: { mandates: 0, letters: 0 } });
  expect(again.summary.en.at(-1)).toBe('There is nothing to confirm.');
}, 60_000);
