import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { rowsOf } from '../../../src/mandates/bulk/bulk-file.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const row = {
  ...{ bsn: '999990019', birthDate: '1984-05-17', from: '2027-01-01', until: '2028-01-01' },
  lines: [{ sender: '00000099000000001000', category: 'financial', actions: ['read'] }],
};
const cells = '999990019;1984-05-17;2027-01-01;2028-01-01;00000099000000001000;financial;read';

/** A file of so many rows, made while it is read. */
function* parts(type: string, rows: number): Generator<Buffer> {
  const [head = '', join = '', tail = ''] =
    {
      'text/csv': ['bsn;birthDate;from;until;sender;category;actions;reference\n', '', ''],
      'application/json': ['{"requests":[', ',', ']}'],
    }[type] ?? [];
  yield Buffer.from(head);
  for (let number = 0; number < rows; number += 100) {
    const some = Array.from({ length: 100 }, (_, place) =>
      type === 'text/csv'
        ? `${cells};dossier ${number + place}\n`
        : JSON.stringify({ ...row, reference: `dossier ${number + place}` }),
    );
    yield Buffer.from((number > 0 ? join : '') + some.join(join));
  }
  yield Buffer.from(tail);
}

/** How much more is held, at most, while a file of so many rows is read: bytes. */
async function held(type: string, rows: number): Promise<number> {
  const bytes = (async function* () {
    yield* parts(type, rows);
  })();
  collect();
  const before = process.memoryUsage().heapUsed;
  let [most, count, batch] = [0, 0, 0];
  for await (const { rows: read } of rowsOf({ type, bytes }, 'request')) {
    count += read.length;
    if (++batch % 20 !== 0) continue;
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect(count).toBe(rows);
  return most;
}

it.each(['text/csv', 'application/json'])(
  'What is held of a file of %s does not grow with it',
  async (type) => {
    await held(type, 2_000); // what is made once
    const [small, large] = [await held(type, 4_000), await held(type, 40_000)];
    expect(large - small).toBeLessThan(2 * 1024 * 1024); // its rows would be some thirty
  },
  60_000,
);
