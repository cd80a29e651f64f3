import { type Answered, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let first: Answered;
beforeAll(async () => void (scene = await openScene({ WRONG_CODES_PER_HOUR: '3' })));
afterAll(() => scene.close());

const wrong = 'ABCDE-FGHJK-MNPQR-STWXY';
const enter = (code: string, key?: string) => scene.act(office.joris, first, 'activation', { code }, key);
let days = 0;
beforeEach(async () => {
  scene.clock.moveTo(scene.world.day(++days)); // noon of another day: a new hour, that does not turn under the test
  office = await scene.office();
  first = await scene.offered(office.joris);
});

describe('All offices together have a budget of wrong codes', () => {
  it('When it is used up, entering codes pauses, also the right one, and says for how long', async () => {
    const second = await scene.offered((await scene.office()).joris);
    for (let time = 0; time < 3; time++) expect((await enter(wrong)).body.code).toBe('wrong-code');
    const code = await scene.code(first);
    const answer = await enter(code);
    expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await scene.row(first)).wrong_codes).toBe(3);
    expect((await scene.act(people.yasmina, second, 'consent')).status).toBe(200);
    scene.clock.moveTo(scene.world.day(++days));
    expect((await enter(code)).status).toBe(200);
  });

  it('A wrong code that is sent again with its key counts once (R13)', async () => {
    for (let time = 0; time < 6; time++)
      expect((await enter(wrong, 'one-key')).body).toMatchObject({ code: 'wrong-code', triesLeft: 4 });
    expect((await enter(await scene.code(first))).status).toBe(200);
  });
});
