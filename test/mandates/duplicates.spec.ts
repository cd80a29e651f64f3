import {
  type Answered,
  birthDates,
  bsns,
  oins,
  type Office,
  openScene,
  people,
  type Scene,
} from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const asked = (more: Record<string, unknown> = {}, who = office.joris) =>
  scene.as(who).post('/v1/mandate-requests', scene.wish(more));
const line = (category: string, sender: string = oins.tax) => ({ sender, category, actions: ['read'] });
const lineOf = ({ lines }: Answered, category: string) => lines.find((each) => each.category === category);
const letters = async () =>
  (
    await scene.database.admin.query(
      'SELECT FROM letter JOIN mandate m ON m.id = mandate_id WHERE organisation_id = $1',
      [office.id],
    )
  ).rowCount;

describe('One open or active mandate for each client, office, sender and category (R14)', () => {
  it('A second request is refused and points at the first, and makes no second letter', async () => {
    const first = await scene.offered(office.joris);
    const { status, body } = await asked();
    await scene.tasks();
    expect([status, body.code, body.mandate]).toEqual([409, 'duplicate-mandate', first.id]);
    expect(await letters()).toBe(1);
  });

  it('Also for a colleague who may not see the first: it is not named to her, and to Anna it is (R34)', async () => {
    const first = await scene.ask(office.joris);
    expect((await scene.see(office.sara, first)).status).toBe(404);
    const { body } = await asked({}, office.sara);
    expect(body).toMatchObject({ status: 409, code: 'duplicate-mandate' });
    expect(JSON.stringify(body)).not.toContain(first.id);
    expect((await asked({}, office.anna)).body.mandate).toBe(first.id);
  });

  it('Also for a person whom the register does not know (R3)', async () => {
    const stranger = { bsn: '999991772', birthDate: '1990-01-01' };
    const first = await scene.offered(office.joris, stranger);
    expect((await asked(stranger)).body).toMatchObject({ status: 409, mandate: first.id });
  });

  it.each([
    ['one category against everything of the sender', 'all', 'care'],
    ['everything of the sender against one category', 'care', 'all'],
  ])('Also %s', async (_, before, after) => {
    const first = await scene.ask(office.joris, { lines: [line('financial', oins.svb), line(before)] });
    const { body } = await asked({ lines: [line('other', oins.town), line(after)] });
    expect(body).toMatchObject({ status: 409, code: 'duplicate-mandate', mandate: first.id });
  });

  it.each([
    ['another category', { lines: [line('care')] }],
    ['another sender', { lines: [line('financial', oins.svb)] }],
    ['another client', { bsn: bsns.pieter, birthDate: birthDates.pieter }],
  ])('Not for %s', async (_, more) => {
    await scene.ask(office.joris);
    expect((await asked(more)).status).toBe(201);
  });

  it('Not for another office, nor for a period after the end of the first', async () => {
    const { period } = await scene.ask(office.joris);
    expect((await asked({}, (await scene.office()).joris)).status).toBe(201);
    const later = { from: period.until, until: '2029-01-01' };
    expect((await asked({ ...later, from: scene.world.day(364) })).status).toBe(409);
    expect((await asked(later)).status).toBe(201);
  });

  it.each([
    ['the same', 'financial', 'financial'],
    ['a category and everything', 'financial', 'all'],
  ])('Of two at once, %s, exactly one is made', async (_, one, other) => {
    for (let round = 0; round < 5; round++) {
      office = await scene.office();
      const answers = await Promise.all([
        asked({ lines: [line(one)] }),
        asked({ lines: [line(other)] }, office.sara),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      const [made, refused] = answers.toSorted((a, b) => a.status - b.status);
      expect(refused?.body.code).toBe('duplicate-mandate');
      expect((await asked({}, office.anna)).body.mandate).toBe(made?.body.id);
    }
  });

  it('A client who gives himself what was asked of him is pointed at the request', async () => {
    const first = await scene.offered(office.joris);
    const { lines, from, until } = scene.wish();
    const grant = { organisation: office.id, lines, from, until };
    const { status, body } = await scene.as(people.yasmina).post('/v1/mandates', grant);
    expect([status, body.mandate]).toEqual([409, first.id]);
  });

  it('A request that she never heard of does not stand in her way, is not told of, and hears nothing (R3)', async () => {
    const { id } = await scene.offered(office.joris, { birthDate: birthDates.pieter });
    const { lines, from, until } = scene.wish();
    const grant = { organisation: office.id, lines, from, until };
    const given = await scene.as(people.yasmina).post('/v1/mandates', grant);
    expect([given.status, given.body.state]).toEqual([201, 'active']);
    expect(given.text).not.toContain(id);
    await scene.tasks();
    expect((await scene.see(office.joris, { id })).body).toMatchObject({ state: 'requested' });
    expect((await scene.see(people.yasmina, { id })).status).toBe(404);
    expect((await asked({}, office.anna)).body.mandate).toBe(given.body.id);
    expect((await asked({ birthDate: birthDates.pieter })).body.mandate).toBe(id);
  });

  it('A mistyped date of birth does not stand in the way of the right one; what was asked twice is offered once', async () => {
    const mistyped = await scene.offered(office.joris, { birthDate: birthDates.pieter });
    expect((await asked({ birthDate: birthDates.pieter })).body.mandate).toBe(mistyped.id);
    const right = await scene.offered(office.joris);
    expect(await scene.row(right)).toMatchObject({ state: 'offered' });
    expect((await asked()).body.mandate).toBe(right.id);
    expect(await scene.row(mistyped)).toMatchObject({ state: 'requested', offered_at: null });
    expect(await letters()).toBe(1);
  });

  it('What she gave while it waited to be offered is not offered any more, and makes no letter', async () => {
    const repair = scene.breakRegister(2);
    const waiting = await scene.offered(office.joris);
    const { lines, from, until } = scene.wish();
    const grant = { organisation: office.id, lines, from, until };
    const given = await scene.as(people.yasmina).post('/v1/mandates', grant);
    repair();
    await scene.hurry();
    await scene.tasks();
    expect(given.status).toBe(201);
    expect(await scene.row(waiting)).toMatchObject({ state: 'requested', offered_at: null, code_hash: null });
    expect(await letters()).toBe(0);
  });

  it.each([
    ['declined', people.yasmina, 'refusal'],
    ['withdrawn', undefined, 'withdrawal'],
  ])('One that was %s gives up its claim', async (state, who, move) => {
    const first = await scene.offered(office.joris);
    expect((await scene.act(who ?? office.joris, first, move)).body.state).toBe(state);
    expect((await asked()).status).toBe(201);
  });

  it('One that lapsed by the clock gives up its claim; before that day it holds', async () => {
    const stranger = { bsn: '999991772', birthDate: '1990-01-01', until: scene.world.day(1000) };
    const first = await scene.offered(office.joris, stranger);
    const again = (day: number) => {
      scene.clock.moveTo(scene.world.day(day));
      return asked({ ...stranger, from: scene.world.day(day) });
    };
    expect((await again(89)).body.mandate).toBe(first.id);
    expect((await again(90)).status).toBe(201);
    expect(await scene.row(first)).toMatchObject({ state: 'lapsed' });
  });

  it('A line that was ended gives up its claim, the lines beside it do not', async () => {
    const active = await scene.active(office.joris, { lines: [line('care'), line('financial')] });
    await scene.expecting(
      200,
      scene.act(people.yasmina, active, `scope-lines/${lineOf(active, 'care')?.id}/end`),
    );
    expect((await asked({ lines: [line('financial')] })).status).toBe(409);
    expect((await asked({ lines: [line('care')] })).status).toBe(201);
  });
});
