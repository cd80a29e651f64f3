import { type Answered, oins, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const two = {
  lines: [
    { sender: oins.tax, category: 'financial', actions: ['read', 'download'] },
    { sender: oins.svb, category: 'care', actions: ['read'] },
  ],
};
const narrow = (mandate: Answered, body: unknown) => scene.act(people.yasmina, mandate, 'narrowing', body);
const end = (mandate: Answered, place: number) =>
  scene.act(people.yasmina, mandate, `scope-lines/${mandate.lines[place]?.id}/end`);
/** Active for both lines; Joris handles her. And how he reads a message under the first line. */
async function reading() {
  const active = await scene.active(office.joris, two);
  await scene.world.assign(office.id, active.client.id, { employee: office.employees.joris });
  const message = await scene.world.message(active.client.id);
  const read = async () => {
    const { status, body } = await scene.as(office.joris).get(`/v1/messages/${message}`);
    return [status, body.code];
  };
  expect(await read()).toEqual([200, undefined]);
  return { active, read, first: active.lines[0]?.id ?? '' };
}

describe('Narrowing works at once (R20)', () => {
  it('An action that is taken away is refused at the very next request', async () => {
    const { active, read, first } = await reading();
    const { status, body } = await narrow(active, { lines: [{ id: first, actions: ['download'] }] });
    expect([status, body.state, body.lines[0].actions]).toEqual([200, 'active', ['download']]);
    expect(body.lines[1]).toEqual(active.lines[1]);
    expect(await read()).toEqual([403, 'action-not-granted']);
  });

  it('An earlier end ends it earlier, and leaves room for a next one from that day', async () => {
    const { active } = await reading();
    const until = scene.world.day(10);
    expect((await narrow(active, { until })).body.period).toEqual({ ...active.period, until });
    expect((await scene.as(office.joris).post('/v1/mandate-requests', scene.wish())).status).toBe(409);
    await scene.ask(office.joris, { from: until, until: scene.world.day(20) });
    scene.clock.moveTo(until);
    expect((await scene.see(people.yasmina, active)).body.state).toBe('expired');
  });

  it('A line that is ended gives nothing any more; with the last one the mandate is revoked', async () => {
    const { active, read } = await reading();
    const one = (await end(active, 0)).body;
    expect([one.state, typeof one.lines[0].endedAt, one.lines[1].endedAt]).toEqual([
      'active',
      'string',
      undefined,
    ]);
    expect(await read()).toEqual([403, 'scope-line-ended']);
    expect((await end(active, 0)).status).toBe(404);
    const both = (await end(active, 1)).body;
    expect([both.state, typeof both.endedAt]).toEqual(['revoked', 'string']);
    // What covered it was over before the mandate was; of the whole inbox the last line ended with the mandate.
    expect(await read()).toEqual([403, 'scope-line-ended']);
    const inbox = await scene.as(office.joris).get(`/v1/messages?client=${active.client.id}`);
    expect([inbox.status, (inbox.body as { code?: string }).code]).toEqual([403, 'mandate-revoked']);
    expect((await end(active, 1)).body.code).toBe('move-not-possible');
    const lines = (await scene.trail(active)).filter(({ action }) => action === 'mandate.narrow');
    expect(lines.map(({ details }) => details)).toMatchObject([
      { line: active.lines[0]?.id, from: 'active', to: 'active' },
      { line: active.lines[1]?.id, from: 'active', to: 'revoked' },
    ]);
  });

  it('Two ends at once of the last two lines leave it revoked', async () => {
    const { active } = await reading();
    const answers = await Promise.all([end(active, 0), end(active, 1)]);
    expect(answers.map(({ body }) => body.state).toSorted()).toEqual(['active', 'revoked']);
  });

  it('What is suspended is narrowed as well, and stays suspended', async () => {
    const { active, first } = await reading();
    await scene.expecting(200, scene.act(people.olga, active, 'suspension', { reason: 'Complaint.' }));
    expect((await narrow(active, { lines: [{ id: first, actions: ['read'] }] })).body.state).toBe(
      'suspended',
    );
  });
});

describe('Widening needs new consent (R20)', () => {
  it.each([
    ['a later end', () => ({ until: '2035-01-01' }), 409, 'widening-needs-consent'],
    [
      'another action',
      (id: string) => ({ lines: [{ id, actions: ['read', 'reply'] }] }),
      409,
      'widening-needs-consent',
    ],
    ['an end that is today', () => ({ until: scene.world.day(0) }), 400, '#/until too-early'],
    [
      'a line of another mandate',
      () => ({ lines: [{ id: other, actions: ['read'] }] }),
      400,
      '#/lines/0/id unknown',
    ],
    [
      'no action at all',
      (id: string) => ({ lines: [{ id, actions: [] }] }),
      400,
      '#/lines/0/actions some-of',
    ],
    ['a line that ended', () => ({ lines: [{ id: ended, actions: ['read'] }] }), 400, '#/lines/0/id unknown'],
  ])('Refused, and nothing changes: %s', async (_, wish, status, code) => {
    const { active, first } = await reading();
    ended = active.lines[1]?.id ?? '';
    await scene.expecting(200, end(active, 1));
    const before = (await scene.see(people.yasmina, active)).body;
    const answer = await narrow(active, wish(first));
    const fault = answer.body.errors?.[0] as { location: { pointer: string }; code: string } | undefined;
    expect([answer.status, fault ? `${fault.location.pointer} ${fault.code}` : answer.body.code]).toEqual([
      status,
      code,
    ]);
    expect((await scene.see(people.yasmina, active)).body).toEqual(before);
  });

  it('Of several wishes either all happen or none', async () => {
    const { active, first } = await reading();
    const wish = {
      until: scene.world.day(5),
      lines: [
        { id: first, actions: ['read'] },
        { id: other, actions: ['read'] },
      ],
    };
    expect((await narrow(active, wish)).status).toBe(400);
    expect((await scene.see(people.yasmina, active)).body).toMatchObject({
      period: active.period,
      lines: active.lines,
    });
  });
});

const other = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
let ended = other;

describe('An office asks to go on after the end', () => {
  const renew = (mandate: Answered, until: string, who = office.joris) =>
    scene.act(who, mandate, 'renewal', { until });

  it('The renewal names its predecessor, starts at its end, needs consent, and both live side by side', async () => {
    const { active, read } = await reading();
    await scene.expecting(200, end(active, 1));
    const { status, body } = await renew(active, scene.world.day(700));
    expect([status, body.state, body.predecessor]).toEqual([201, 'requested', active.id]);
    expect(body.period).toEqual({ from: active.period.until, until: scene.world.day(700) });
    expect(body.lines).toHaveLength(1);
    expect((await scene.row(body)).claimed_birth_date).toBeNull();
    await scene.tasks();
    expect(await scene.letters(body)).toHaveLength(1);
    scene.clock.moveTo(scene.world.day(300));
    const late = await renew(active, scene.world.day(800));
    expect(late.status).toBe(201); // the first one lapsed: no consent
    await scene.tasks();
    expect((await scene.act(people.yasmina, late.body, 'consent')).body.state).toBe('active');
    expect((await scene.see(people.yasmina, active)).body.state).toBe('active');
    expect(await read()).toEqual([200, undefined]);
    scene.clock.moveTo(active.period.until);
    expect((await scene.see(people.yasmina, active)).body.state).toBe('expired');
    expect(await read()).toEqual([200, undefined]);
  });

  it('Without consent nothing goes on', async () => {
    const { active, read } = await reading();
    scene.clock.moveTo(scene.world.day(364));
    await scene.expecting(201, renew(active, scene.world.day(700)));
    await scene.tasks();
    scene.clock.moveTo(active.period.until);
    expect(await read()).toEqual([403, expect.stringMatching('mandate-expired|not-yet-consented')]);
  });

  it('A second renewal is a duplicate (R14); too long, too short or of what is not running is refused', async () => {
    const { active } = await reading();
    for (const [until, code] of [
      [active.period.until, 'before-start'],
      ['2040-01-01', 'too-long'],
    ] as const)
      expect((await renew(active, until)).body.errors).toMatchObject([
        { location: { pointer: '#/until' }, code },
      ]);
    const { body } = await renew(active, scene.world.day(700));
    expect((await renew(active, scene.world.day(800))).body).toMatchObject({ status: 409, mandate: body.id });
    expect((await renew(body, scene.world.day(900))).body.code).toBe('move-not-possible');
  });
});
