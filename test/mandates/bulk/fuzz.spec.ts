import { drawing } from '../../edge/spoilers.ts';
import { type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => {
  scene = await openFiles();
  office = await scene.office();
});
afterAll(() => scene.close());

const times = 400;
const draw = drawing(20_261_124);
const below = (count: number): number => Math.floor(draw() * count);
const signs = [0x22, 0x3b, 0x2c, 0x0a, 0x0d, 0x00, 0xff, 0xc3, 0xef, 0x7b, 0x5d, 0x5c, 0x3a, 0x20];

/** A file with some bytes changed, taken out, put in, or the rest cut off. */
function spoiled(file: Buffer): Buffer {
  let bytes = Buffer.from(file);
  for (let change = 0; change <= below(4); change++) {
    const at = below(bytes.length);
    const sign = Buffer.from([signs[below(signs.length)] ?? 0]);
    const kind = below(5);
    if (kind === 0) bytes = bytes.subarray(0, at);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), sign, bytes.subarray(at)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(40))]);
    else if (bytes.length > 0) bytes[at] = sign[0] ?? 0;
  }
  return bytes;
}

it(`${times} spoiled files are checked or refused in words, never broken on, and leave no half-read run`, async () => {
  const rows = scene.rows(6);
  const files = [
    ['text/csv', Buffer.from(scene.csv(rows, { sign: ';', end: '\r\n' }))],
    ['text/csv', Buffer.from(`\ufeff${scene.csv(rows)}`)],
    ['application/json', Buffer.from(JSON.stringify(scene.json(rows)))],
    ['application/json', Buffer.from(JSON.stringify({ requests: scene.json(rows) }))],
  ] as const;
  const statuses: Record<number, number> = {};
  const worker = async () => {
    for (let number = 0; number < times / 4; number++) {
      const [type, file] = files[number % files.length]!;
      const bytes = spoiled(file);
      const cut = below(bytes.length + 1); // in two parts, broken anywhere
      const answer = await scene.stream(office.joris, [bytes.subarray(0, cut), bytes.subarray(cut)], {
        type,
      });
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (![201, 400].includes(answer.status))
        throw new Error(`${answer.status} to ${bytes.toString('latin1')}`);
      if (answer.status === 201) {
        const { total, ready, faulty } = answer.body as Record<'total' | 'ready' | 'faulty', number>;
        expect([total, total > 0]).toEqual([ready + faulty, true]);
      }
    }
  };
  await Promise.all([1, 2, 3, 4].map(worker));
  expect(statuses[201]).toBeGreaterThan(times / 10);
  expect(statuses[400]).toBeGreaterThan(times / 10);
  const { rowCount } = await scene.database.admin.query(`SELECT FROM bulk_run WHERE state = 'reading'`);
  expect(rowCount).toBe(0);
}, 60_000);
