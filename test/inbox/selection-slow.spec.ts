import type { IncomingMessage } from 'node:http';
import { newId } from '../../src/platform/ids.ts';
import { rowsOf } from '../support/csv-rows.ts';
import { ask, rest } from '../support/slow-reader.ts';
import { people, type Scene, setScene, trailOf } from './scene.ts';
import { unzip } from './unzip.ts';

let scene: Scene;
beforeEach(async () => void (scene = await setScene()));
afterEach(() => scene.house.close());

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const mandateOf = (client: string) =>
  scene.house.world.mandate({
    client,
    organisation: scene.vermeer,
    lines: [{ actions: ['read', 'download'] }],
  });

/** A message with an attachment, of four MiB unless said: a few of them are more than fits on the way to a reader who waits. */
async function heavy(client: string, subject: string, parts = 16): Promise<string> {
  const [id, attachment] = [await scene.house.world.message(client, { subject }), newId()];
  const { admin } = scene.house.database;
  await admin.query(`INSERT INTO attachment VALUES ($1, $2, $3, 'a.txt', 'text/plain', $4, 'x')`, [
    ...[client, id, attachment, parts * 262_144],
  ]);
  await admin.query(
    `INSERT INTO attachment_part
     SELECT $1, $2, $3, place, convert_to(repeat('a', 262144), 'UTF8') FROM generate_series(0, $4 - 1) place`,
    [client, id, attachment, parts],
  );
  return id;
}

/** So many heavy messages, one after the other for each of these clients. */
async function slowly(count: number, ...clients: string[]): Promise<string[]> {
  const messages: string[] = [];
  for (let number = 0; number < count; number++)
    for (const client of clients) messages.push(await heavy(client, `Number ${number}`));
  return messages;
}
const open = (messages: string[]): Promise<IncomingMessage> =>
  ask(scene.house, people.joris, 'POST', '/v1/messages/_download', { body: { messages } });

const permitted = async (client: string) =>
  (await trailOf(scene.house, 'inbox.download')).filter(
    (line) => line.outcome === 'permitted' && line.client_id === client,
  ).length;

describe('A reader who takes his time over a file with messages', () => {
  it('gets nothing more of a client who revokes meanwhile, nor what comes after; the others go on (R17)', async () => {
    const { house, yasmina, pieter } = scene;
    const mandate = await mandateOf(yasmina);
    await mandateOf(pieter);
    const messages = await slowly(8, yasmina, pieter);
    const canary = newId();
    const response = await open([...messages, canary]);
    await soon(500); // what fits between us and the service, comes

    const answer = await house.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`);
    expect(answer.status).toBe(200);
    const until = await permitted(yasmina);
    await house.world.message(yasmina, { id: canary, subject: 'The canary', body: 'The canary sings.' });
    expect(until).toBeGreaterThan(0);
    expect(until).toBeLessThan(8);

    const { bytes, whole } = await rest(response);
    expect(whole).toBe(true);
    expect(bytes.includes('canary')).toBe(false);
    const rows = rowsOf(unzip(bytes).get('inhoud.csv')!.toString());
    expect(rows.map((row) => row[10])).toEqual([...messages, canary]);
    const [hers, his] = [
      rows.filter((_, place) => place % 2 === 0),
      rows.filter((_, place) => place % 2 === 1),
    ];
    expect(his.map((row) => row[1])).toEqual(Array(8).fill('ja'));
    const taken = hers.findIndex((row) => row[1] === 'nee');
    expect(taken).toBeLessThanOrEqual(until); // no message was begun after the acknowledgement
    expect(hers.slice(taken).every((row) => row[1] === 'nee')).toBe(true);
    expect(await permitted(yasmina)).toBe(until);
    expect(hers[7]![9]).toMatch(/^De cliënt heeft de machtiging ingetrokken/);
    expect(rows.at(-1)![9]).toBe('Dit bericht is er niet, of u mag het niet zien.');
  });

  it('gets nothing of a message when the mandate ends between its parts', async () => {
    const { house, yasmina, pieter } = scene;
    const mandate = await mandateOf(yasmina);
    await mandateOf(pieter);
    const [hers, his] = [await heavy(yasmina, 'Hers', 160), await house.world.message(pieter)];
    const response = open([hers, his]); // its head comes with the first message
    while ((await permitted(yasmina)) === 0) await soon(1);
    await house.database.admin.query(`UPDATE mandate SET state = 'revoked', ended_at = now() WHERE id = $1`, [
      mandate,
    ]);
    const { bytes, whole } = await rest(await response);
    expect(whole).toBe(true);
    expect(bytes.includes('aaaa')).toBe(false);
    const rows = rowsOf(unzip(bytes).get('inhoud.csv')!.toString());
    expect(rows.map((row) => [row[1], row[10]])).toEqual([
      ['nee', hers],
      ['ja', his],
    ]);
  });

  it('gets no whole file when what he reads cannot be put on the record (R40)', async () => {
    const { house, pieter } = scene;
    await mandateOf(pieter);
    const response = await open(await slowly(8, pieter));
    await soon(300);
    await house.database.admin.query('REVOKE INSERT ON trail FROM volmacht_app');
    const recorded = await permitted(pieter);
    const { bytes, whole } = await rest(response);
    expect(whole).toBe(false);
    expect(bytes.length).toBeLessThan((recorded + 1) * 4_200_000);
    expect((await open([await house.world.message(pieter)])).statusCode).toBe(503); // nothing had left yet
  });

  it('holds no connection of the database, and no more than one message ahead', async () => {
    const { house, pieter } = scene;
    await mandateOf(pieter);
    const messages = await slowly(12, pieter);
    const both = [await open(messages), await open(messages)];
    await soon(800);
    const begun = await permitted(pieter);
    await soon(300);
    expect(await permitted(pieter)).toBe(begun);
    expect(begun).toBeLessThan(24);
    expect((await house.as(people.joris).get('/v1/messages')).status).toBe(200);
    for (const response of both) response.destroy();
  });

  it('may have two under way, and gets his place back when he goes away', async () => {
    const { pieter } = scene;
    await mandateOf(pieter);
    const messages = await slowly(6, scene.pieter);
    const both = [await open(messages), await open(messages)];
    const third = await open(messages);
    expect([third.statusCode, third.headers['retry-after']]).toEqual([429, '10']);
    for (const response of both) response.destroy();
    await soon(300);
    const after = await permitted(pieter);
    const again = await open([messages[0]!]);
    expect(again.statusCode).toBe(200);
    expect((await rest(again)).whole).toBe(true);
    expect(await permitted(pieter)).toBe(after + 1); // nothing went on for who went away
  });

  it('is broken off visibly when the house closes and he does not read on', async () => {
    await mandateOf(scene.pieter);
    const response = await open(await slowly(6, scene.pieter));
    const closed = scene.house.app.close();
    await soon(5_500);
    expect((await rest(response)).whole).toBe(false);
    await closed;
  }, 20_000);

  it('is whole when the house closes and he reads on', async () => {
    await mandateOf(scene.pieter);
    const response = await open(await slowly(6, scene.pieter));
    const closed = scene.house.app.close();
    const { bytes, whole } = await rest(response);
    expect(whole).toBe(true);
    expect(unzip(bytes).size).toBe(13);
    await closed;
  }, 20_000);
});
