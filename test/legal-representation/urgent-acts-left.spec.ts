import { bsns, cast, openScene, type Scene } from './scene.ts';

/* R31: urgent acts give at most what the mandate let its holder read on its last day, and for a year after it. */

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
});
afterEach(() => scene.close());

const later = (day: string) => scene.clock.moveTo(day);
const bewind = () => scene.verified({ givenOn: '2027-01-04' });
type Order = Awaited<ReturnType<typeof bewind>>;
const changes = (order: Order, kind: string, on: string, more: object = {}) =>
  scene.expecting(200, scene.change(order, kind, on, more));
const ask = (order: Order, until: string) =>
  scene.as(cast.gerda).post(`/v1/mandates/${order.authority?.mandate}/urgent-acts`, {
    ...{ reason: 'The last return has to be handed in.', until },
  });
const allow = (act: { id: string }) =>
  scene.as(cast.olga).post(`/v1/urgent-acts/${act.id}/permission`, { reason: 'A real term.' });
const delivered = (at: string) => scene.world.message(scene.pieter, { delivered_at: new Date(at) });
const codeOf = async (asked: PromiseLike<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await asked;
  return body.code === undefined ? `${status}` : `${status} ${body.code}`;
};

describe('Nothing is left to who could not read on his last day', () => {
  it('a judge had suspended De Haven, and dismissed it then', async () => {
    const order = await bewind();
    await changes(order, 'suspended', '2027-01-20', { heard: true });
    await changes(order, 'dismissed', '2027-02-01');
    expect(await codeOf(ask(order, '2027-03-01'))).toBe('409 move-not-possible');
  });

  it('an official had suspended its authorisation', async () => {
    const order = await bewind();
    const path = `/v1/mandates/${order.authority?.mandate}/suspension`;
    await scene.expecting(200, scene.as(cast.olga).post(path, { reason: 'Looked into.' }));
    later('2027-02-02');
    await changes(order, 'dismissed', '2027-02-02');
    expect(await codeOf(ask(order, '2027-03-01'))).toBe('409 move-not-possible');
  });

  it('but what it could read is left, when a suspension had lapsed', async () => {
    later('2027-01-10');
    const order = await bewind();
    await changes(order, 'suspended', '2027-01-10');
    later('2027-02-01');
    await changes(order, 'dismissed', '2027-02-01');
    expect(await codeOf(ask(order, '2027-03-01'))).toBe('201');
  });
});

describe('What was overturned leaves nothing to finish', () => {
  it('known after a dismissal: what was allowed is over at once, and people hear it', async () => {
    const message = await delivered('2027-01-25T12:00:00Z');
    const order = await bewind();
    await changes(order, 'dismissed', '2027-02-01');
    await scene.expecting(200, allow(await scene.expecting(201, ask(order, '2027-03-01'))));
    expect(await scene.opens(message)).toBe('opens');
    await changes(order, 'overturned', '2027-01-05');
    expect(await scene.opens(message)).not.toBe('opens');
    expect((await scene.trail('mandate.end')).map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ reason: 'overturned', order: order.id, from: 'active', to: 'ended' }),
    );
    for (const who of [cast.pieter, cast.gerda])
      expect(await scene.notices(who, 'urgent-acts-refused')).toHaveLength(1);
    // Who asks later who could read on that day finds them until that moment.
    const asked = { bsn: bsns.pieter, day: '2027-02-01' };
    later('2027-02-02');
    const { could } = (await scene.as(cast.olga).post('/v1/access-history/_search', asked)).body;
    const urgent = (could as { ground: string; stretches: { until: string }[] }[]).find(
      ({ ground }) => ground === 'urgent-acts',
    );
    expect(urgent?.stretches.map(({ until }) => until < '2027-02-01T13')).toEqual([true]);
  });

  it('also by a day on which the guardian had gone already', async () => {
    const message = await delivered('2027-01-25T12:00:00Z');
    const order = await bewind();
    await changes(order, 'dismissed', '2027-02-01');
    await scene.expecting(200, allow(await scene.expecting(201, ask(order, '2027-03-01'))));
    later('2027-02-05');
    await changes(order, 'overturned', '2027-02-05');
    expect(await scene.opens(message)).not.toBe('opens');
    expect(await codeOf(ask(order, '2027-03-01'))).toBe('409 move-not-possible');
  });

  it.each(['its term', 'a lifting'])('also after %s, and told by the register', async (how) => {
    const message = await delivered('2027-01-25T12:00:00Z');
    const until = how === 'its term' ? { until: '2027-02-01' } : {};
    const order = await scene.verified({ givenOn: '2027-01-04', ...until });
    if (how === 'a lifting') await changes(order, 'lifted', '2027-02-01');
    await scene.expecting(200, allow(await scene.expecting(201, ask(order, '2027-03-01'))));
    expect(await scene.opens(message)).toBe('opens');
    later('2027-02-05');
    await scene.report({
      eventId: 'E-1',
      caseNumber: order.caseNumber,
      kind: 'overturned',
      on: '2027-02-05',
    });
    await scene.tasks();
    expect(await scene.opens(message)).not.toBe('opens');
  });

  it('known between asking and deciding: nothing begins', async () => {
    const order = await bewind();
    await changes(order, 'dismissed', '2027-02-01');
    const act = await scene.expecting(201, ask(order, '2027-03-01'));
    later('2027-02-05');
    await changes(order, 'overturned', '2027-02-05');
    expect(await codeOf(allow(act))).toBe('409 move-not-possible');
  });
});

describe('A year after the end all of it is over', () => {
  it('also when somebody asks late, or again', async () => {
    const order = await bewind();
    await changes(order, 'lifted', '2027-02-01');
    later('2027-12-01');
    const { status, body } = await ask(order, '2028-03-01');
    expect([status, body.errors[0].code, body.errors[0].detail]).toEqual([
      ...[400, 'too-long'],
      'Urgent acts are over a year after the end: on 2028-02-01 at the latest.',
    ]);
    await scene.expecting(200, allow(await scene.expecting(201, ask(order, '2028-02-01'))));
    later('2028-02-01');
    expect(await codeOf(ask(order, '2028-03-01'))).toBe('409 move-not-possible');
    later('2037-02-01');
    expect(await codeOf(ask(order, '2038-01-01'))).toBe('409 move-not-possible');
  });
});

it('The database lets nothing begin of what is not left, whatever the application asks', async () => {
  const order = await bewind();
  await changes(order, 'dismissed', '2027-02-01');
  const act = await scene.expecting(201, ask(order, '2027-03-01'));
  /** As the application's role, after this was done to the mandate. */
  const begins = async (done: string): Promise<string> => {
    const role = await scene.database.admin.connect();
    try {
      await role.query('BEGIN');
      await role.query(
        `SELECT set_config('app.actor', 'official:test:official-olga', true), set_config('app.now', $1, true),
                set_config('app.assurance', 'substantial', true)`,
        [scene.clock.now().toISOString()],
      );
      await role.query(done);
      await role.query('SET LOCAL ROLE volmacht_app');
      await role.query(
        `UPDATE urgent_act SET state = 'allowed', decided_by = acting_id(), decided_at = acting_now(), answer = 'x'
          WHERE id = '${act.id}'`,
      );
      await role.query(`SELECT begin_urgent_acts('${act.id}', gen_random_uuid(), '[]')`);
      return 'begins';
    } catch (error) {
      return (error as { constraint?: string }).constraint ?? String(error);
    } finally {
      await role.query('ROLLBACK');
      role.release();
    }
  };
  const mandate = (set: string) => `UPDATE mandate SET ${set} WHERE id = '${order.authority?.mandate}'`;
  expect(await begins('SELECT')).toBe('begins');
  const suspended = `suspensions = ARRAY['[2027-01-20,2027-02-03)'::daterange]`;
  expect(await begins(mandate(suspended))).toBe('urgent_acts_left');
  expect(await begins(mandate(`end_reason = 'overturned'`))).toBe('urgent_acts_left');
  const until = (day: string) => `UPDATE urgent_act SET until_day = '${day}' WHERE id = '${act.id}'`;
  expect(await begins(until('2028-02-01'))).toBe('begins');
  expect(await begins(until('2028-02-02'))).toBe('urgent_acts_left');
  const overturned = `INSERT INTO court_order_change (id, order_id, kind, on_day, told_by, at)
    VALUES (gen_random_uuid(), '${order.id}', 'overturned', '2027-02-01', 'register', now())`;
  expect(await begins(overturned)).toBe('urgent_acts_left');
});
