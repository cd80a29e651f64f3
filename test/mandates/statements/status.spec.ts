import { addDays, dayOf } from '../../../src/domain/day.ts';
import { oins, openStatements, people, type Statements } from './scene.ts';

let scene: Statements;
beforeEach(async () => (scene = await openStatements()));
afterEach(() => scene.close());

const { yasmina, olga } = people;
const line = (category: string) => scene.mandate.lines.find((each) => each.category === category)?.id ?? '';
const [holds, ended, notNow] = [0, 1, 2];

describe('The published status of a statement', () => {
  it('is that it holds, until somebody ends the mandate: then it shows in the next answer', async () => {
    const made = await scene.make(yasmina);
    expect(await scene.statusOf(made)).toBe(holds);
    await scene.act(yasmina, scene.mandate, 'revocation', {});
    expect(await scene.statusOf(made)).toBe(ended);
  });

  it.each<[string, () => PromiseLike<unknown>]>([
    ['the office renounced', () => scene.act(scene.vermeer.joris, scene.mandate, 'renunciation', {})],
    [
      'Yasmina took an action out of it (R20)',
      () =>
        scene.act(yasmina, scene.mandate, 'narrowing', {
          lines: [{ id: line('financial'), actions: ['read'] }],
        }),
    ],
    [
      'Yasmina ended one of its lines',
      () => scene.act(yasmina, scene.mandate, `scope-lines/${line('care')}/end`, {}),
    ],
    [
      'Yasmina brought its end forward',
      () => scene.act(yasmina, scene.mandate, 'narrowing', { until: addDays(dayOf(scene.clock.now()), 60) }),
    ],
    [
      'the law ends a line from a day on that came (R27)',
      () =>
        scene.database.admin.query('UPDATE scope_line SET ends_on = current_date - 1 WHERE id = $1', [
          line('financial'),
        ]),
    ],
  ])('is that it does not hold, after %s', async (_, change) => {
    const made = await scene.make(yasmina);
    const answer = (await change()) as { status?: number };
    expect(answer.status ?? 200).toBe(200);
    expect(await scene.statusOf(made)).toBe(ended);
  });

  it('does not mind what it does not state', async () => {
    const made = await scene.make(yasmina, { sender: oins.svb });
    await scene.act(yasmina, scene.mandate, `scope-lines/${line('financial')}/end`, {});
    expect(await scene.statusOf(made)).toBe(holds);
  });

  it('is that it does not hold now, while the mandate or its office is suspended', async () => {
    const made = await scene.make(yasmina);
    const { id } = scene.mandate;
    await scene
      .as(olga)
      .post(`/v1/mandates/${id}/suspension`, { reason: 'Under investigation.' })
      .expect(200);
    expect(await scene.statusOf(made)).toBe(notNow);
    await scene.as(olga).post(`/v1/mandates/${id}/resumption`, { reason: 'It is over.' }).expect(200);
    expect(await scene.statusOf(made)).toBe(holds);
    const office = `/v1/representative-organisations/${scene.vermeer.id}`;
    await scene.as(olga).post(`${office}/suspension`, { reason: 'Under investigation.' }).expect(200);
    expect(await scene.statusOf(made)).toBe(notNow);
  });

  it('is that it holds again, when a measure whose term was made shorter got its term back', async () => {
    const [client, organisation] = [await scene.clientOf(scene.mandate), scene.vermeer.id];
    const until = addDays(dayOf(scene.clock.now()), 300);
    const id = await scene.world.mandate({ client, organisation, ground: 'bewind', until });
    const made = await scene.make(yasmina, {}, { id });
    const last = (day: string) =>
      scene.database.admin.query('UPDATE mandate SET until_day = $2 WHERE id = $1', [id, day]);
    await last(addDays(until, -100));
    expect(await scene.statusOf(made)).toBe(ended);
    await last(addDays(until, 100));
    expect(await scene.statusOf(made)).toBe(holds);
  });

  it('is for anyone, from any page, and tells of places alone', async () => {
    const made = await scene.make(yasmina);
    const { uri } = await scene.placeOf(made);
    const answer = await scene.as('nobody').get(new URL(uri).pathname).expect(200);
    expect(answer.headers).toMatchObject({
      ...{ 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
      'content-type': 'application/statuslist+jwt',
    });
    const told = await scene.believed(answer.text, 'statuslist+jwt');
    expect(Object.keys(told).toSorted()).toEqual(['exp', 'iat', 'iss', 'status_list', 'sub', 'ttl']);
    expect(answer.text.length).toBeLessThan(1_000);
    await scene.as('nobody').get('/v1/status-lists/2').expect(404);
    for (const odd of ['0', '-1', '01', 'x', '1e3', '9999999999'])
      await scene.as('nobody').get(`/v1/status-lists/${odd}`).expect(404);
  });

  it('stands at a place by chance, and each statement has its own', async () => {
    const places = [];
    for (let count = 0; count < 6; count++) places.push((await scene.placeOf(await scene.make(yasmina))).idx);
    expect(new Set(places).size).toBe(6);
    expect(places.toSorted((one, other) => one - other)).not.toEqual(places);
  });

  it('forgets statements that are over, and gives their room to others', async () => {
    await scene.make(yasmina);
    const made = async () => (await scene.database.admin.query('SELECT FROM mandate_statement')).rowCount;
    scene.clock.moveTo(addDays(dayOf(scene.clock.now()), 31));
    const again = await scene.make({
      ...yasmina,
      exp: Math.floor(scene.clock.now().getTime() / 1000) + 3600,
    });
    expect(await made()).toBe(1);
    expect(await scene.statusOf(again)).toBe(holds);
  });
});
