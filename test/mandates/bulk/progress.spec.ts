import type { AddressInfo } from 'node:net';
import type { Office } from '../scene.ts';
import type { Claims } from '../../support/house.ts';
import { type BulkScene, openBulk } from './runs.ts';

let scene: BulkScene;
let office: Office;
beforeAll(async () => void (scene = await openBulk()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const at = (path: string) =>
  `http://127.0.0.1:${(scene.app.getHttpServer().address() as AddressInfo).port}${path}`;

/** Follows the events of a run; what came, and a way to leave. */
async function watch(claims: Claims, { id }: { id: string }) {
  const leaving = new AbortController();
  const answer = await fetch(at(`/v1/bulk-runs/${id}/events`), {
    headers: { authorization: `Bearer ${await scene.issuer.sign(claims)}` },
    signal: leaving.signal,
  });
  const parts: string[] = [];
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const part of answer.body ?? []) parts.push(decoder.decode(part as Uint8Array));
  })().catch(() => undefined);
  const events = () =>
    [...parts.join('').matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(
      ([, name, data]) => [name, JSON.parse(data ?? '') as Record<string, unknown>] as const,
    );
  return { answer, ended, events, leave: () => leaving.abort() };
}

describe('Whoever started a run sees how far it is', () => {
  it('An event on each change, and an end when it is over', async () => {
    const run = await scene.requests(office.joris, scene.strangers(600));
    const seen = await watch(office.joris, run);
    expect(seen.answer.headers.get('content-type')).toBe('text/event-stream');
    await scene.confirm(office.joris, run);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await scene.carryOut();
    await seen.ended;
    expect(seen.events().at(0)).toEqual([
      'progress',
      expect.objectContaining({ state: 'checked', left: 600 }),
    ]);
    expect(seen.events()).toContainEqual(['progress', expect.objectContaining({ state: 'running' })]);
    expect(seen.events().at(-2)).toEqual(['progress', expect.objectContaining({ state: 'done', done: 600 })]);
    expect(seen.events().at(-1)).toEqual(['end', { why: 'over' }]);
  });

  it('An event when it waits for its turn, and another when it goes on', async () => {
    const run = await scene.requests(office.joris, scene.strangers(2));
    await scene.confirm(office.joris, run);
    const seen = await watch(office.joris, run);
    scene.clock.moveToInstant(new Date(Date.now() + 5_000).toISOString());
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await scene.carryOut();
    await seen.ended;
    scene.clock.backToNow();
    const told = seen.events().flatMap(([name, data]) => (name === 'progress' ? [data.waiting] : []));
    expect(told).toEqual([
      undefined,
      {
        ...{ why: 'turn', since: expect.stringMatching(/^20.*Z$/) },
        ...{ nl: expect.stringMatching(/beurt/), en: expect.stringMatching(/turn/) },
      },
      undefined,
    ]);
  });

  it('It ends when his access ends (R33)', async () => {
    const run = await scene.requests(office.joris, scene.strangers(1));
    const seen = await watch(office.joris, run);
    const path = `/v1/representative-organisations/${office.id}/employees/${office.employees.joris}/departure`;
    await scene.as(office.anna).post(path).expect(200);
    await seen.ended;
    expect(seen.events().at(-1)).toEqual(['end', { why: 'refused' }]);
  });

  it('A colleague does not see it, nor does another office', async () => {
    const run = await scene.requests(office.joris, scene.strangers(1));
    expect((await watch(office.sara, run)).answer.status).toBe(404);
    expect((await watch((await scene.office()).anna, run)).answer.status).toBe(404);
  });

  it('One who watches too much is told so, and has place again when he leaves', async () => {
    const run = await scene.requests(office.joris, scene.strangers(1));
    const four = await Promise.all([1, 2, 3, 4].map(() => watch(office.joris, run)));
    const fifth = await watch(office.joris, run);
    expect([fifth.answer.status, fifth.answer.headers.get('retry-after')]).toEqual([429, '10']);
    const { body } = await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/events`);
    expect(body.detail).toContain('There may be 4 at the same time.');
    for (const { leave } of four) leave();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const again = await watch(office.joris, run);
    expect(again.answer.status).toBe(200);
    again.leave();
  });
});

describe('The result as a file', () => {
  it('Says of each row what became of it, and why not; holds no number of a person and calculates nothing', async () => {
    const rows = scene.strangers(4, (place) => (place === 0 ? { reference: '=1+1' } : {}));
    const run = await scene.requests(office.joris, [...rows, { ...rows[0]!, bsn: 'nobody' }]);
    await scene.confirm(office.joris, run);
    const { body: first } = await scene.as(office.sara).post('/v1/mandate-requests', rows[1]).expect(201);
    await scene.carryOut();
    const file = await scene.as(office.anna).get(`/v1/bulk-runs/${run.id}/result`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...lines] = file.text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(head).toBe(
      'rij;regel;kenmerk;cliënt;toestand;machtiging;nieuwe machtiging;code;uitleg;explanation',
    );
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(
      /^1;1;"?'=1\+1"?;;gedaan;[0-9a-f-]{36};;;"Het verzoek is gedaan op \d.*;"The request was made on /,
    );
    expect(lines[1]).toMatch(
      /^2;2;dossier 2;;geweigerd;[0-9a-f-]{36};;duplicate-mandate;Niet gelukt op \d.* Er is al .*;Not possible on .*There is already/,
    );
    expect(lines[1]).toContain(first.id);
    expect(lines[4]).toMatch(/;fout;;;bsn;/);
    for (const { bsn } of rows) expect(file.text).not.toContain(bsn);
  });

  it('In parts: a run of two thousand rows comes whole and in order', async () => {
    const run = await scene.requests(office.joris, scene.strangers(2_000));
    const { text } = await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/result`);
    const numbers = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((each) => Number(each.split(';')[0]));
    expect(numbers).toEqual(Array.from({ length: 2_000 }, (_, place) => place + 1));
  });

  it('The largest file that there can be is told to its last row, and does not say that it was cut off', async () => {
    const run = await scene.requests(office.joris, scene.strangers(1));
    await scene.database.admin.query(
      `INSERT INTO bulk_row (run_id, organisation_id, number, line, state, faults)
       SELECT $1, $2, number, number, 'faulty', '[{"code": "bsn"}]' FROM generate_series(2, 10000) AS number`,
      [run.id, office.id],
    );
    const { text } = await scene.as(office.joris).get(`/v1/bulk-runs/${run.id}/result`);
    const lines = text.trimEnd().split('\r\n').slice(1);
    expect([lines.length, lines.at(-1)?.split(';')[0]]).toEqual([10_000, '10000']);
  });
});

describe('When the house closes', () => {
  it('A stream ends at once, and asks to come back', async () => {
    const run = await scene.requests(office.joris, scene.strangers(1));
    const seen = await watch(office.joris, run);
    await scene.app.close();
    await seen.ended;
    expect(seen.events().at(-1)).toEqual(['end', { why: 'again' }]);
  });
});
