import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const runs = async (query = '') =>
  (await scene.as(office.joris).get(`/v1/bulk-runs${query}`)).body.items as {
    id: string;
    state: string;
    summary: { en: string[] };
  }[];
const later = (seconds: number) =>
  scene.clock.moveToInstant(new Date(Date.now() + seconds * 1000).toISOString());

/** A file that comes in until its first part is judged, and then no further for now. */
async function stalling(file: string, key: string) {
  const parts = new PassThrough();
  const answer = scene.stream(office.joris, parts, { key });
  parts.write(file.slice(0, file.length - 100));
  for (let looks = 0; looks < 2_000; looks++) {
    const [run] = await runs();
    if (run && (await scene.kept(run)).length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    answer,
    aBit: () => void parts.write(file.slice(-100, -50)),
    goOn: async (from = -100) => {
      parts.end(file.slice(from));
      await once(parts, 'end');
    },
  };
}

describe('A file of which reading was broken off', () => {
  it('is seen while it is read, and is seen to be interrupted when nobody reads on', async () => {
    const sent = await stalling(scene.csv(scene.rows(700)), 'slow');
    expect((await runs()).map(({ state }) => state)).toEqual(['reading']);
    later(11);
    const [run] = await runs('?state=interrupted');
    expect([run?.state, run?.summary.en]).toEqual([
      'interrupted',
      ['Reading this file was broken off. Nothing was done with it. Send it again.'],
    ]);
    expect(await runs('?state=reading')).toEqual([]);
    const confirmed = await scene.as(office.joris).post(`/v1/bulk-runs/${run?.id}/confirmation`);
    expect([confirmed.status, confirmed.body.code]).toEqual([409, 'move-not-possible']);
    await sent.goOn();
    expect((await sent.answer).body).toMatchObject({ state: 'checked', total: 700 });
  });

  it('can be sent again with the same key ten seconds later, and not before; the first sender is told', async () => {
    const file = scene.csv(scene.rows(700));
    const sent = await stalling(file, 'twice');
    const early = await scene.send(office.joris, file, { key: 'twice' });
    expect([early.status, early.body.code]).toEqual([409, 'request-in-progress']);
    later(11);
    const again = await scene.send(office.joris, file, { key: 'twice' });
    expect([again.status, again.body]).toEqual([201, expect.objectContaining({ total: 700, ready: 700 })]);
    await sent.goOn();
    const first = await sent.answer;
    expect([first.status, (first.body as { code: string }).code]).toEqual([409, 'request-in-progress']);
    expect((await runs()).map(({ id, state }) => [id, state])).toEqual([[again.body.id, 'checked']]);
  });

  it('A file that comes in slowly is not taken for one that is left', async () => {
    const sent = await stalling(scene.csv(scene.rows(700)), 'steady');
    later(9);
    sent.aBit();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    later(14);
    expect((await runs()).map(({ state }) => state)).toEqual(['reading']);
    await sent.goOn(-50);
    expect((await sent.answer).status).toBe(201);
  });
});
