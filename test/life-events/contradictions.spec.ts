import { bsns, people } from '../support/cast.ts';
import type { Answered, Office } from '../mandates/scene.ts';
import { type LifeScene, openLifeScene } from './scene.ts';

let scene: LifeScene;
let office: Office;
let mandate: Answered;
let yasmina: string;
beforeEach(async () => {
  scene = await openLifeScene();
  office = await scene.office();
  mandate = await scene.active(office.joris);
  yasmina = mandate.client.id;
});
afterEach(() => scene.close());

const told = (kind: string, on: number, more: object = {}) =>
  scene.tell({ bsn: bsns.yasmina, kind, effectiveOn: scene.world.day(on), ...more });
const resolve = (event: { id?: unknown } | undefined, decision: string, key?: string) =>
  scene
    .as(people.olga)
    .post(
      `/v1/life-events/${String(event?.id)}/resolution`,
      { decision, reason: 'The municipality told so.' },
      key,
    );

describe('What cannot both be so waits for an official, who sees what was told beside what is known', () => {
  it('two deaths on different days: access is gone with the first, and she says which day is right', async () => {
    await told('death', -5);
    await told('death', -4);
    const [event, ...more] = await scene.queue();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      ...{ kind: 'death', effectiveOn: scene.world.day(-4), outcome: 'waiting' },
      question: { code: 'another-day', en: expect.stringContaining('Which day is right?') },
      client: { id: yasmina, name: 'Yasmina el Amrani' },
      known: { diedOn: scene.world.day(-5) },
    });
    expect(JSON.stringify(event)).not.toContain(bsns.yasmina);
    const answer = await resolve(event, 'carry-out');
    expect([answer.status, answer.body.outcome]).toEqual([200, 'applied']);
    expect((await scene.clientRow(yasmina)).died_on).toBe(scene.world.day(-4));
  });

  it('a change of name after death: closed, and nothing changes', async () => {
    await told('death', -5);
    await told('name-change', -2, { name: 'Yasmina Bakker' });
    const [event] = await scene.queue();
    expect(event).toMatchObject({ question: { code: 'after-death' }, told: { name: 'Yasmina Bakker' } });
    expect((await resolve(event, 'close')).body).toMatchObject({ outcome: 'closed' });
    expect((await scene.clientRow(yasmina)).name).toBe('Yasmina el Amrani');
  });

  it('a death before a change that is known: it refuses at once, and is looked at', async () => {
    await told('name-change', -2, { name: 'Yasmina Bakker' });
    await told('death', -5);
    expect((await scene.row(mandate)).state).toBe('ended');
    const [event] = await scene.queue();
    expect(event).toMatchObject({ outcome: 'applied', question: { code: 'before-known-events' } });
    expect((await resolve(event, 'carry-out')).status).toBe(409);
    expect((await resolve(event, 'close')).body).toMatchObject({ outcome: 'applied', settled: {} });
    expect(await scene.queue()).toEqual([]);
  });

  it('a death that was wrong: she can sign in again, and what was ended is not revived (R18)', async () => {
    await told('death', -5);
    await told('death-corrected', -1);
    expect((await scene.as(people.yasmina).get('/v1/me')).status).toBe(403);
    const [event] = await scene.queue();
    await resolve(event, 'carry-out');
    expect((await scene.as(people.yasmina).get('/v1/me')).status).toBe(200);
    expect(await scene.row(mandate)).toMatchObject({ state: 'ended', end_reason: 'death' });
    const client = `/v1/messages?client=${yasmina}`;
    expect((await scene.as(office.anna).get(client)).body.code).toBe('mandate-ended');
    await scene.active(office.joris); // she may give another
  });

  it('a correction that comes before its death: the death ends access, and an official is asked all the same', async () => {
    await told('death-corrected', -1);
    await told('death', -5);
    expect(await scene.row(mandate)).toMatchObject({ state: 'ended', end_reason: 'death' });
    const [event] = await scene.queue();
    expect(event).toMatchObject({ kind: 'death-corrected', question: { code: 'death-corrected' } });
    await resolve(event, 'carry-out');
    expect((await scene.as(people.yasmina).get('/v1/me')).status).toBe(200);
    expect(await scene.queue()).toEqual([]);
  });

  it('the same death told once more, by whichever register: an official is asked before anything ends', async () => {
    await told('death', -5);
    await told('death-corrected', -1);
    await resolve((await scene.queue())[0], 'carry-out');
    const since = await scene.active(office.joris);
    await told('death', -5);
    expect((await scene.row(since)).state).toBe('active');
    expect((await scene.as(people.yasmina).get('/v1/me')).status).toBe(200);
    const [event] = await scene.queue();
    expect(event).toMatchObject({ kind: 'death', outcome: 'waiting' });
    await resolve(event, 'carry-out'); // he finds that it is right after all
    expect(await scene.row(since)).toMatchObject({ state: 'ended', end_reason: 'death' });
  });

  it('and what was left to finish after that death ends with the correction (R31)', async () => {
    await told('death', -5);
    const wish = { reason: 'The last return has to be handed in.', until: scene.world.day(30) };
    const ask = () => scene.as(office.anna).post(`/v1/mandates/${mandate.id}/urgent-acts`, wish);
    const act = await scene.expecting(201, ask());
    await scene.as(people.olga).post(`/v1/urgent-acts/${act.id}/permission`, { reason: 'A real term.' });
    const old = await scene.world.message(yasmina, { delivered_at: new Date(Date.now() - 86_400_000 * 9) });
    const reads = async () => (await scene.as(office.anna).get(`/v1/messages/${old}`)).status;
    expect(await reads()).toBe(200);
    await told('death-corrected', -1);
    await resolve((await scene.queue())[0], 'carry-out');
    expect(await reads()).not.toBe(200);
    const again = await ask();
    expect([again.status, again.body.code]).toEqual([409, 'move-not-possible']);
    const { rows } = await scene.database.admin.query(
      `SELECT t.details FROM trail t JOIN mandate m ON m.id = t.mandate_id
        WHERE t.action = 'mandate.end' AND m.ground = 'urgent-acts'`,
    );
    expect(rows).toMatchObject([{ details: { to: 'ended', reason: 'overturned' } }]);
  });

  it('the same event told otherwise: the first stays, and an official says', async () => {
    await told('name-change', -2, { eventId: 'brp-1', name: 'Yasmina Bakker' });
    await told('name-change', -2, { eventId: 'brp-1', name: 'Yasmina Bekker' });
    await told('name-change', -2, { eventId: 'brp-1', name: 'Yasmina Bekker' });
    const [event, ...more] = await scene.queue();
    expect([event, more]).toMatchObject([{ question: { code: 'told-otherwise' } }, []]);
    await resolve(event, 'carry-out');
    expect((await scene.clientRow(yasmina)).name).toBe('Yasmina Bekker');
  });

  it('a day that is yet to come: not before it', async () => {
    await told('emigration', 4, { country: 'BE' });
    const [event] = await scene.queue();
    expect(event).toMatchObject({ question: { code: 'in-the-future' }, known: { abroad: false } });
    expect((await resolve(event, 'carry-out')).status).toBe(409);
    scene.clock.moveTo(scene.world.day(5));
    expect((await resolve(event, 'carry-out')).status).toBe(200);
    expect((await scene.clientRow(yasmina)).abroad).toBe(true);
  });
});

describe('The queue', () => {
  it('is for officials at substantial; the client sees in her record that one looked, and decided', async () => {
    await told('death', -5);
    await told('death', -4);
    const [event] = await scene.queue();
    await resolve(event, 'carry-out');
    const { rows } = await scene.database.admin.query(
      `SELECT action, details FROM trail WHERE client_id = $1 AND actor_kind = 'official' ORDER BY position`,
      [yasmina],
    );
    expect(rows).toMatchObject([
      { action: 'life-event.list' },
      { action: 'life-event.settle', details: { decision: 'carry-out', question: 'another-day' } },
    ]);
    for (const who of [office.anna, people.pieter, people.tax, people.system])
      expect((await scene.as(who).get('/v1/life-events')).body.code).toBe('wrong-kind-of-actor');
    const low = { ...people.olga, acr: 'http://eidas.europa.eu/LoA/low' };
    expect((await scene.as(low).get('/v1/life-events')).status).toBe(403);
  });

  it('goes by pages in the order in which events came, and can be of one client', async () => {
    await told('death', -5);
    for (const on of [-4, -3, -2]) await told('death', on);
    const days = async (query: string) => {
      const { body } = await scene.as(people.olga).get(`/v1/life-events?${query}`);
      return { on: body.items.map((each: { effectiveOn: string }) => each.effectiveOn), next: body.next };
    };
    const first = await days('limit=2');
    expect(first.on).toEqual([scene.world.day(-4), scene.world.day(-3)]);
    expect((await days(`limit=2&cursor=${first.next}`)).on).toEqual([scene.world.day(-2)]);
    expect((await days('which=all')).on).toHaveLength(4);
    expect((await days(`client=${await scene.world.client(bsns.pieter)}`)).on).toEqual([]);
  });

  it('is settled once, also when two officials do it at once, and a repeat has no further effect', async () => {
    await told('death', -5);
    await told('death', -4);
    const [event] = await scene.queue();
    const path = `/v1/life-events/${String(event?.id)}/resolution`;
    const both = await Promise.all(
      (['carry-out', 'close'] as const).map((decision, number) =>
        scene
          .as(number ? people.otto : people.olga)
          .post(path, { decision, reason: 'So it is.' }, `key-${number}`),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const unknown = await scene.as(people.olga).post(path.replace(/[0-9a-f]{12}/, 'ffffffffffff'), {
      ...{ decision: 'close', reason: 'x' },
    });
    expect(unknown.status).toBe(404);
  });
});
