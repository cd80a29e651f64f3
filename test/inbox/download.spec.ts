import { createHash, randomBytes } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:net';
import { deliver, file, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
let mandate: string;
beforeAll(async () => {
  scene = await setScene();
  mandate = await scene.house.world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ actions: ['read', 'download'] }],
  });
});
afterAll(() => scene.house.close());

/** A message with one attachment; the path of that. */
async function attached(content: Buffer | string, name = 'assessment.txt', mediaType = 'text/plain') {
  const id = await deliver(scene.house, { attachments: [file(name, content, mediaType)] });
  const { rows } = await scene.house.database.admin.query('SELECT id FROM attachment WHERE message_id = $1', [
    id,
  ]);
  return `/v1/messages/${id}/attachments/${rows[0].id as string}`;
}

/** Asks over a real connection and stops reading when the head has come. */
async function headOf(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const { port } = (scene.house.app.getHttpServer() as Server).address() as AddressInfo;
  const Authorization = `Bearer ${await scene.house.issuer.sign(people.joris)}`;
  return new Promise((resolve, reject) =>
    get({ port, path, headers: { Authorization, ...headers }, agent: false }, (response) => {
      response.pause();
      resolve(response);
    }).on('error', reject),
  );
}

/** The bytes that came, and whether it was all of them. */
async function rest(response: IncomingMessage): Promise<{ bytes: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  try {
    for await (const part of response) parts.push(part as Buffer);
  } catch {
    return { bytes: Buffer.concat(parts), whole: false };
  }
  return { bytes: Buffer.concat(parts), whole: response.complete };
}

describe('Downloading an attachment', () => {
  it('hands out every byte, always as an attachment, and never to be guessed at', async () => {
    const content = randomBytes(450_000).toString('base64'); // three parts, the last one shorter
    const path = await attached(content, '../Zoë "2026".txt');
    const response = await headOf(path, { Range: 'bytes=0-9' });
    expect(response.statusCode).toBe(200); // no ranges: the whole
    expect(response.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="Zoe _2026_.txt"; filename*=UTF-8''Zo%C3%AB%20_2026_.txt`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const { bytes, whole } = await rest(response);
    expect(whole).toBe(true);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    const { body } = await scene.house.as(people.joris).get(path.split('/attachments')[0]!);
    expect(body.attachments[0]).toMatchObject({ sha256, size: content.length });
  });

  it('stands in the trail once, and before the first byte leaves', async () => {
    const before = (await trailOf(scene.house, 'inbox.download')).length;
    const response = await headOf(await attached('a'.repeat(600_000)));
    const lines = (await trailOf(scene.house, 'inbox.download')).slice(before);
    expect(lines).toMatchObject([{ outcome: 'permitted', mandate_id: mandate, details: { size: 600_000 } }]);
    await rest(response);
    expect(await trailOf(scene.house, 'inbox.download')).toHaveLength(before + 1);
  });

  it('breaks off when the mandate is revoked half-way, and records that refusal (R17)', async () => {
    const size = 10 * 1024 * 1024;
    const response = await headOf(await attached(Buffer.alloc(size, 'a')));
    await new Promise((resolve) => setTimeout(resolve, 300)); // what fits between us and the service, comes
    const { admin } = scene.house.database;
    await admin.query(`UPDATE mandate SET state = 'revoked', ended_at = now() WHERE id = $1`, [mandate]);
    const { bytes, whole } = await rest(response);
    expect(whole).toBe(false);
    expect(bytes.length).toBeLessThan(size);
    expect((await trailOf(scene.house, 'inbox.download')).at(-1)).toMatchObject({
      outcome: 'refused',
      reason: 'mandate-revoked',
    });
    await admin.query(`UPDATE mandate SET state = 'active', ended_at = NULL WHERE id = $1`, [mandate]);
  });

  it('breaks off when only the download is taken out of the scope line', async () => {
    const response = await headOf(await attached(Buffer.alloc(10 * 1024 * 1024, 'a')));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { admin } = scene.house.database;
    await admin.query(`UPDATE scope_line SET actions = ARRAY['read'] WHERE mandate_id = $1`, [mandate]);
    expect((await rest(response)).whole).toBe(false);
    expect((await trailOf(scene.house, 'inbox.download')).at(-1)).toMatchObject({
      reason: 'action-not-granted',
    });
    await admin.query(`UPDATE scope_line SET actions = ARRAY['read', 'download'] WHERE mandate_id = $1`, [
      mandate,
    ]);
  });

  it('holds no connection of the database while a slow reader takes his time', async () => {
    const paths: string[] = []; // delivered by turns: fifty megabytes at once are more than a small pool takes
    for (let each = 0; each < 12; each++) paths.push(await attached(Buffer.alloc(4_000_000, 'a')));
    const slow = await Promise.all(paths.map((path) => headOf(path)));
    const quick = await scene.house.as(people.joris).get('/v1/messages');
    expect(quick.status).toBe(200);
    for (const response of slow) response.destroy();
  });
});
