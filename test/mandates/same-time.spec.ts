import pg from 'pg';
import { WordsService } from '../../src/inbox/office-list/words.service.ts';
import { type Office, openScene, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterAll(async () => {
  await scene.app.close(); // nobody works in it any more
  await scene.close();
});

const stranger = { bsn: '999991772', birthDate: '1990-01-01' };
const ask = (who = office.joris, more: object = {}) =>
  scene.as(who).post('/v1/mandate-requests', scene.wish({ ...stranger, ...more }));
const clients = async () => (await scene.database.admin.query('SELECT FROM client')).rowCount;

/** What is said to the database over every connection of this house. */
function overhear(): { stop(): string[] } {
  const heard: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string; name?: string }];
    const said = typeof first === 'string' ? first : (first.name ?? first.text ?? '');
    if (scene.database.url.endsWith(`/${this.database}`)) heard.push(said.replace(/'[^']*'/g, "'…'"));
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never;
  return {
    stop: () => {
      pg.Client.prototype.query = query;
      return heard;
    },
  };
}

describe('Asking takes the same work for whoever it is about (R3)', () => {
  it('Nothing more is said to the database, and nothing more committed, for who was never seen before', async () => {
    const work: string[][] = [];
    await scene.app.get(WordsService).onModuleDestroy(); // it would be overheard too
    await ask((await scene.office()).joris, { bsn: '999990007' }); // every statement is prepared by now
    for (const { joris } of [office, await scene.office()]) {
      await scene.as(joris).get('/v1/me');
      await scene.tasks(); // what the request before left to do is not overheard
      const heard = overhear();
      expect((await ask(joris)).status).toBe(201);
      work.push(heard.stop());
    }
    expect(work[0]?.filter((said) => said === 'COMMIT')).toHaveLength(1);
    expect(work[0]?.some((said) => said.includes('client_of'))).toBe(true);
    expect(work[1]).toEqual(work[0]);
  });

  it('Who asks wrongly, or may not ask, makes nobody known', async () => {
    const before = await clients();
    const nobody = { bsn: '999990020' };
    expect((await ask(office.joris, { ...nobody, until: scene.world.day(-1) })).status).toBe(400);
    expect((await ask(office.bob, nobody)).status).toBe(403);
    expect(await clients()).toBe(before);
    expect((await ask(office.joris, nobody)).status).toBe(201);
    expect(await clients()).toBe((before ?? 0) + 1);
  });
});
