import { birthDates, bsns, type Office, openScene, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const asFatima = { bsn: bsns.fatima, birthDate: birthDates.fatima };
const stranger = { bsn: '999991772', birthDate: '1990-01-01' };
const moveTo = (days: number) => scene.clock.moveTo(scene.world.day(days));

describe('The office cannot tell who was reached (R3)', () => {
  const inEyesOf = async (mandate: { id: string }) => {
    const { status, body } = await scene.see(office.joris, mandate);
    const history = await scene.as(office.joris).get(`/v1/mandates/${mandate.id}/history`);
    const moves = history.body.items.map((item: { move: string; from?: string; to?: string }) =>
      [item.move, item.from, item.to].join(' '),
    );
    const listed = await scene.as(office.joris).get('/v1/mandates?limit=100');
    const inList = listed.body.items.find(({ id }: { id: string }) => id === mandate.id);
    return {
      status,
      state: body.state,
      answerBy: body.answerBy,
      name: body.client.name,
      moves,
      inList: inList.state,
    };
  };
  const three = async () => [
    await scene.offered(office.joris),
    await scene.offered(office.joris, asFatima),
    await scene.offered(office.joris, stranger),
  ];
  const same = (answers: unknown[]) => answers.forEach((answer) => expect(answer).toEqual(answers[0]));

  it.each([0, 59, 60, 61, 89, 90, 200])('Not from what it sees on day %i', async (days) => {
    const mandates = await three();
    moveTo(days);
    const seen = await Promise.all(mandates.map(inEyesOf));
    same(seen);
    const state = days < 90 ? 'requested' : 'lapsed';
    expect(seen[0]).toEqual({ status: 200, state, moves: ['request  requested'], inList: state });
    const path = `/v1/representative-organisations/${office.id}`;
    expect((await scene.as(office.anna).get(`${path}/clients`)).body.items).toEqual([]);
    expect((await scene.as(office.anna).get(`${path}/workload`)).body.asked).toBe(days < 90 ? 3 : 0);
  });

  it.each([0, 61, 90])('Nor from asking again, from a code or from withdrawing, on day %i', async (days) => {
    const mandates = await three();
    moveTo(days);
    const period = { from: scene.world.day(days), until: scene.world.day(300) };
    const again = [];
    for (const more of [{}, asFatima, stranger])
      again.push(
        (await scene.as(office.joris).post('/v1/mandate-requests', scene.wish({ ...more, ...period })))
          .status,
      );
    same(again);
    for (const [move, body] of [
      ['renunciation'],
      ['renewal', { until: scene.world.day(500) }],
      ['activation', { code: 'ABCDE' }],
      ...[['withdrawal'], ['withdrawal']],
    ] as [string, unknown?][]) {
      const answers = [];
      for (const mandate of mandates) {
        const { status, body: answer } = await scene.act(office.joris, mandate, move, body);
        answers.push([status, answer.code, answer.state, answer.triesLeft, answer.detail]);
      }
      same(answers);
    }
    same(await Promise.all(mandates.map(inEyesOf)));
  });
});
