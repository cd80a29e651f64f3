import { birthDates, bsns, oins, type Office, openScene, people, type Scene } from './scene.ts';
import { listen } from './listen.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const asked = (more: Record<string, unknown> = {}, who = office.joris, key?: string) =>
  scene.as(who).post('/v1/mandate-requests', scene.wish(more), key);
const count = async (sql: string, values: unknown[] = []) =>
  (await scene.database.admin.query(sql, values)).rowCount;
const faults = (body: { errors: { location: { pointer: string }; code: string }[] }) =>
  body.errors.map(({ location, code }) => `${location.pointer} ${code}`).toSorted();
const care = { sender: oins.tax, category: 'care', actions: ['read'] };

describe('Asking tells nothing of the person (R3)', () => {
  const cases = {
    known: { bsn: bsns.pieter, birthDate: birthDates.pieter },
    unknown: { bsn: '999991772', birthDate: '1990-01-01' },
    mismatched: { bsn: bsns.willem, birthDate: '1990-01-01' },
  };

  it('A known, an unknown and a mismatched person get the same answer, for the same work', async () => {
    const shapes: unknown[] = [];
    const statements: string[][] = [];
    for (const person of Object.values(cases)) {
      const heard = listen();
      const answer = await asked(person);
      statements.push(heard.stop());
      const headers = Object.entries(answer.headers).filter(([name]) => !varying.includes(name));
      shapes.push({ headers, status: answer.status, body: masked(answer.text), length: answer.text.length });
    }
    expect(shapes[0]).toMatchObject({ status: 201 });
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    expect(statements[0]?.length).toBeGreaterThan(5);
    expect(statements[1]).toEqual(statements[0]);
    expect(statements[2]).toEqual(statements[0]);
  });

  it('They look the same afterwards as well: alone, in the list and in the history', async () => {
    const mandates = [];
    for (const person of Object.values(cases)) mandates.push(await scene.ask(office.joris, person));
    await scene.tasks();
    expect(
      await count('SELECT FROM mandate WHERE id = $1 AND offered_at IS NOT NULL', [mandates[0]?.id]),
    ).toBe(1);
    for (const path of ['', '/history']) {
      const seen: string[] = [];
      for (const { id } of mandates)
        seen.push((await scene.as(office.joris).get(`/v1/mandates/${id}${path}`)).text);
      expect(seen.map(masked)).toEqual(seen.map(() => masked(seen[0] ?? '')));
    }
    const { body } = await scene.as(office.joris).get('/v1/mandates?state=requested');
    expect(body.items).toHaveLength(3);
    expect(new Set(body.items.map((item: object) => masked(JSON.stringify(item)))).size).toBe(1);
  });

  it('A pseudonym does not tell when a person was first seen', async () => {
    for (const person of Object.values(cases))
      expect(await scene.clientOf(await scene.ask(office.joris, person))).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4/,
      );
  });

  it('The lines come back in the order in which they were asked', async () => {
    const categories = ['care', 'other', 'financial', 'all'];
    const senders = [oins.tax, oins.tax, oins.tax, oins.svb];
    const lines = categories.map((category, place) => ({
      category,
      sender: senders[place],
      actions: ['read'],
    }));
    const asked = await scene.ask(office.joris, { lines });
    const seen = (await scene.see(office.joris, asked)).body;
    expect(seen.lines.map(({ category }: { category: string }) => category)).toEqual(categories);
    expect(seen.lines).toEqual(asked.lines);
  });

  it('Nothing of what came in is repeated: no BSN, no date of birth (R2)', async () => {
    const { text } = await asked();
    expect(text).not.toContain(bsns.yasmina);
    expect(text).not.toContain(birthDates.yasmina);
  });
});

describe('What is asked must be right (R7, R8)', () => {
  const day = (days: number) => scene.world.day(days);

  it('Every fault is named at once, each with its place', async () => {
    const { status, body } = await asked({
      bsn: '999991234',
      birthDate: '1990-02-30',
      until: 'soon',
      lines: [],
    });
    expect(status).toBe(400);
    expect(faults(body)).toEqual(['#/birthDate day', '#/bsn bsn', '#/lines too-few', '#/until day']);
    expect(JSON.stringify(body)).not.toMatch(/999991234|1990/);
  });

  it('Rules about days, lines and senders: every fault at once too', async () => {
    const unknown = '00000099000000008000';
    const lines = [care, { ...care, category: 'all' }, { ...care, sender: unknown }];
    const { body } = await asked({ from: day(-1), until: day(-1), lines });
    expect(faults(body)).toEqual([
      ...['#/from in-the-past', '#/lines/1 repeated', '#/lines/2/sender unknown', '#/until before-start'],
    ]);
  });

  it.each([
    ['ends on the day it starts', '2028-01-01', '2028-01-01', 'before-start'],
    ['lasts a day more than five years', '2028-01-01', '2033-01-02', 'too-long'],
    ['starts on 29 February and lasts to 1 March', '2028-02-29', '2033-03-01', 'too-long'],
  ])('Refused: %s', async (_, from, until, code) => {
    const { status, body } = await asked({ from, until });
    expect([status, faults(body)]).toEqual([400, [`#/until ${code}`]]);
  });

  it('Five years from 29 February end on 28 February, and are allowed', async () => {
    const { period } = await scene.ask(office.joris, { from: '2028-02-29', until: '2033-02-28' });
    expect(period).toEqual({ from: '2028-02-29', until: '2033-02-28' });
  });

  it('A sender that nobody registered is named, also beside one that is', async () => {
    const { status, body } = await asked({ lines: [care, { ...care, sender: '00000099000000008000' }] });
    expect([status, faults(body)]).toEqual([400, ['#/lines/1/sender unknown']]);
  });
});

describe('Who may ask', () => {
  it.each([
    ['suspended', 'organisation-suspended'],
    ['registered', 'organisation-not-recognised'],
  ])('An office that is %s asks nothing', async (standing, code) => {
    const shut = await scene.office({ standing });
    const { status, body } = await asked({}, shut.joris);
    expect([status, body.code]).toEqual([403, code]);
    expect(await count('SELECT FROM mandate WHERE organisation_id = $1', [shut.id])).toBe(0);
  });

  it('A reader does not ask, and neither do a client, an official, a sender or a newcomer', async () => {
    expect((await asked({}, office.bob)).body.code).toBe('role-too-small');
    for (const who of [people.yasmina, people.olga, people.tax, people.nadia])
      expect((await asked({}, who)).body.code).toBe('wrong-kind-of-actor');
  });

  it('A request alone opens nothing (R9)', async () => {
    const client = await scene.clientOf(await scene.offered(office.joris));
    await scene.world.assign(office.id, client, { employee: office.employees.joris });
    const { status, body } = await scene.as(office.joris).get(`/v1/messages?client=${client}`);
    expect([status, body.code]).toEqual([404, 'not-found']); // nor whose BSN it named (R3)
  });
});

describe('A request that is repeated has one effect (R13)', () => {
  it('The same key and body: the same answer, one mandate, one letter', async () => {
    const first = await asked({}, office.joris, 'one-key');
    await scene.tasks();
    const again = await asked({}, office.joris, 'one-key');
    await scene.tasks();
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await count('SELECT FROM mandate WHERE organisation_id = $1', [office.id])).toBe(1);
    expect(await scene.letters(first.body)).toHaveLength(1);
  });

  it('The same key with another body is refused, and changes nothing', async () => {
    await asked({}, office.joris, 'one-key');
    const { status, body } = await asked({ lines: [care] }, office.joris, 'one-key');
    expect([status, body.code]).toEqual([409, 'idempotency-key-reused']);
    expect(await count('SELECT FROM mandate WHERE organisation_id = $1', [office.id])).toBe(1);
  });
});

const varying = ['date', 'x-request-id', 'traceparent', 'trace-id'];
const masked = (text: string) =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant');
