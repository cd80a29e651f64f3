import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LifeEventIntakeService } from '../../src/life-events/life-event-intake.service.ts';
import { bsns, machine, oins, people } from '../support/cast.ts';
import { type LifeScene, openLifeScene, push, type Told } from './scene.ts';

let folder: string;
let file: string;
let scene: LifeScene;
let yasmina: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'volmacht-lives-'));
  file = join(folder, 'events.jsonl');
  scene = await openLifeScene({ LIFE_EVENTS_FILE: file });
  yasmina = await scene.world.client(bsns.yasmina);
});
afterEach(async () => {
  await scene.close();
  await rm(folder, { recursive: true });
});

const renamed = (on: number, name: string): Told => ({
  ...{ bsn: bsns.yasmina, kind: 'name-change', effectiveOn: scene.world.day(on), name },
});
const died = (bsn: string): Told => ({ bsn, kind: 'death', effectiveOn: scene.world.day(-1) });
const follow = () => scene.app.get(LifeEventIntakeService).follow();
const kept = async () =>
  (await scene.database.admin.query('SELECT kind, outcome, source FROM life_event ORDER BY received_at, id'))
    .rows;

describe('A register pushes what happened', () => {
  it('as often as it likes: the same event has one effect', async () => {
    const told = { eventId: 'brp-1', ...renamed(-1, 'Yasmina Bakker') };
    for (let times = 0; times < 3; times++) expect((await push(scene, told)).status).toBe(204);
    await Promise.all([1, 2, 3].map(() => push(scene, { eventId: 'brp-2', ...died(bsns.yasmina) })));
    expect(await kept()).toEqual([
      { kind: 'name-change', outcome: 'applied', source: oins.system },
      { kind: 'death', outcome: 'applied', source: oins.system },
    ]);
    expect(await scene.clientRow(yasmina)).toMatchObject({ name: 'Yasmina Bakker' });
  });

  it('also where there is no office yet, and PostgreSQL knows that', async () => {
    await scene.database.admin.query('ANALYZE organisation');
    await scene.tell(renamed(-1, 'Yasmina Bakker'));
    expect(await scene.clientRow(yasmina)).toMatchObject({ name: 'Yasmina Bakker' });
  });

  it('in any order: what holds since a later day stays', async () => {
    await scene.tell(renamed(-1, 'Yasmina Bakker'));
    await scene.tell(renamed(-9, 'Yasmina de Boer'));
    expect((await kept()).map(({ outcome }) => outcome)).toEqual(['applied', 'overtaken']);
    expect((await scene.clientRow(yasmina)).name).toBe('Yasmina Bakker');
  });

  it('of who is no client: the answer is the same, and nothing is kept of him', async () => {
    const [known, unknown] = [await push(scene, died(bsns.yasmina)), await push(scene, died(bsns.fatima))];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    const { rows } = await scene.database.admin.query('SELECT FROM client');
    expect(rows).toHaveLength(1);
    expect(await kept()).toHaveLength(1);
  });

  it('only when it is named in the configuration; others learn nothing', async () => {
    const answer = await push(scene, died(bsns.yasmina), machine('00000099000000007777'));
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    for (const who of [people.tax, people.olga, people.yasmina])
      expect((await push(scene, died(bsns.yasmina), who as never)).body.code).toBe('wrong-kind-of-actor');
    expect(await kept()).toEqual([]);
  });

  it('and hears all that is wrong at once, without the value (R1, R2)', async () => {
    const { status, body, text } = await push(scene, {
      ...{ bsn: '123456789', kind: 'wedding', effectiveOn: '2027-02-30', country: 'be', address: [] },
    });
    expect(status).toBe(400);
    expect(
      body.errors.map((each: { location: { pointer: string } }) => each.location.pointer).sort(),
    ).toEqual(['#/address', '#/bsn', '#/country', '#/effectiveOn', '#/kind']);
    expect(text).not.toContain('123456789');
    const odd = await push(scene, { ...died(bsns.yasmina), country: 'BE' });
    expect(odd.body.errors).toMatchObject([{ location: { pointer: '#/country' } }]);
  });

  it('keeps no BSN, name or address in clear, nor in the record', async () => {
    await scene.tell({ ...renamed(-1, 'Yasmina Bakker') });
    const { rows } = await scene.database.admin.query<{ line: string }>(
      `SELECT e::text AS line FROM life_event e UNION ALL SELECT t::text FROM trail t UNION ALL SELECT j::text FROM job j`,
    );
    for (const { line } of rows) expect(line).not.toMatch(new RegExp(`${bsns.yasmina}|Bakker`));
  });
});

describe('A register is asked what is new (a simulator with a file, and no link to BRP or RNI)', () => {
  const line = (eventId: string, told: Told) => `${JSON.stringify({ eventId, ...told })}\n`;

  it('each event once, and the next time from there on', async () => {
    expect(await follow()).toBe(0); // there is no file yet
    await writeFile(file, line('1', renamed(-2, 'Yasmina Bakker')));
    expect(await follow()).toBe(1);
    expect(await follow()).toBe(0);
    await appendFile(file, line('2', died(bsns.yasmina)) + line('1', renamed(-2, 'Yasmina Bakker')));
    expect(await follow()).toBe(2);
    expect(await kept()).toEqual([
      { kind: 'name-change', outcome: 'applied', source: 'BRP/RNI (simulator)' },
      { kind: 'death', outcome: 'applied', source: 'BRP/RNI (simulator)' },
    ]);
  });

  it('by two processes at once: still once', async () => {
    const many = Array.from({ length: 120 }, (_, number) =>
      line(String(number), renamed(-300 + number, `Y${number}`)),
    );
    await writeFile(file, many.join(''));
    await Promise.all([follow(), follow()]);
    expect(await kept()).toHaveLength(120);
    expect((await scene.clientRow(yasmina)).name).toBe('Y119');
  });

  it('what cannot be read is on the record and stands in nobody’s way; a line that is being written waits', async () => {
    const half = '{"eventId": "3", "bsn":';
    await writeFile(
      file,
      `nonsense\n{"eventId": "2", "kind": "death"}\n${line('1', died(bsns.yasmina))}${half}`,
    );
    expect(await follow()).toBe(1);
    const { rows } = await scene.database.admin.query(
      `SELECT details FROM trail WHERE action = 'life-event.follow'`,
    );
    expect(rows).toEqual([{ details: { events: 1, ofClients: 1, unreadable: 2 } }]);
  });

  it('when it does not answer nothing changes, and it is asked again', async () => {
    await rm(file, { force: true });
    const { mkdir } = await import('node:fs/promises');
    await mkdir(file); // not a file
    await expect(follow()).rejects.toThrow();
    await rm(file, { recursive: true });
    await writeFile(file, line('1', died(bsns.yasmina)));
    expect(await follow()).toBe(1);
  });

  it('what was kept and not carried out, because the process died, is carried out by the next', async () => {
    await scene.tell(died(bsns.yasmina));
    await scene.database.admin.query(
      `UPDATE life_event SET outcome = 'new'; UPDATE client SET died_on = NULL; UPDATE job SET due_at = now()`,
    );
    await scene.tasks();
    expect((await scene.clientRow(yasmina)).died_on).toBe(scene.world.day(-1));
  });
});
