import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { median } from './load.mjs';
import { setScene } from './scene.mjs';
import { serve, stop } from './serve.mjs';

const ports = { api: 3931, simulator: 3932 };
const rows = 10_000;
const singles = 300;
const connections = 8;
const weights = [9, 8, 7, 6, 5, 4, 3, 2];
const oin = '00000099000000001000';
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Test BSNs: some nine thousand. */
function* bsns() {
  for (let stem = 99_990_100; stem < 100_000_000; stem++) {
    const last = weights.reduce((sum, weight, place) => sum + weight * Number(String(stem)[place]), 0) % 11;
    if (last < 10) yield `${stem}${last}`;
  }
}

/** A file of so many rows; who comes after the last test BSN is a second row of an earlier one. */
function file(count) {
  const known = [...bsns()];
  const lines = Array.from({ length: count }, (_, place) => {
    const [who, category] = [place % known.length, place < known.length ? 'zorg' : 'overig'];
    return `${known[who]};17-05-1984;${day(1)};${day(300)};${oin};${category};"lezen, downloaden";dossier ${who}`;
  });
  return ['bsn;geboortedatum;vanaf;tot;afzender;rubriek;acties;kenmerk', ...lines, ''].join('\n');
}

/** The most memory that a process ever had, in MiB; where the system tells it. */
function mostMemory({ pid }) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return undefined;
  }
}

const spread = (figures) =>
  `${Math.round(median(figures))} (${Math.round(Math.min(...figures))}–${Math.round(Math.max(...figures))})`;

/** Files of ten thousand rows: checked, and carried out; beside the same requests one by one. */
export async function benchBulk({ rounds }) {
  const scene = await setScene(ports);
  const env = { DATABASE_URL: scene.databaseUrl, PORT: String(ports.api), CHANGES_PER_MINUTE: '1000000' };
  const url = `http://127.0.0.1:${ports.api}`;
  const api = await serve(
    'dist/src/main.js',
    { ...env, ISSUERS: `simulator=${scene.issuer}` },
    `${url}/readyz`,
  );
  const ask = async (path, body, type = 'application/json') => {
    const answer = await fetch(`${url}/v1/${path}`, {
      headers: {
        ...{ authorization: `Bearer ${scene.token}`, 'idempotency-key': randomUUID() },
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
  try {
    console.log(
      `\nFiles, one process, the same PostgreSQL with durable commits (target: ${rows} rows in 5 s):`,
    );
    await ask('bulk-runs', file(100), 'text/csv'); // warm-up
    const small = mostMemory(api);
    const times = [];
    let run;
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      run = await ask('bulk-runs', file(rows), 'text/csv');
      times.push(performance.now() - began);
      if (run.ready !== rows) throw new Error(`only ${run.ready} rows are ready`);
    }
    console.log(`  ${rows} rows checked: ${spread(times)} ms`);
    if (small)
      console.log(`  most memory: ${small} MiB after 100 rows, ${mostMemory(api)} MiB after ${rows}`);
    const single = await oneByOne(ask);
    const began = performance.now();
    await ask(`bulk-runs/${run.id}/confirmation`, '{}');
    do {
      await new Promise((resolve) => setTimeout(resolve, 100));
      run = await ask(`bulk-runs/${run.id}`);
    } while (run.state === 'running');
    const each = (1000 * run.done) / (performance.now() - began);
    console.log(`  yardstick: requests one by one, ${connections} at a time: ${Math.round(single)}/s`);
    console.log(
      `  the file carried out: ${Math.round(each)} rows/s, ${(each / single).toFixed(1)} × the yardstick` +
        ` (target: 500/s; ${run.state}, ${run.done} done, ${run.refused} refused)`,
    );
  } finally {
    await stop(api);
    await scene.close();
  }
}

/** Requests for people of whom the file asks other things, so many at a time. */
async function oneByOne(ask) {
  const wish = { birthDate: '1984-05-17', from: day(400), until: day(700) };
  const lines = [{ sender: oin, category: 'financial', actions: ['read'] }];
  const waiting = [...bsns()].slice(0, singles);
  const began = performance.now();
  const worker = async () => {
    for (let bsn = waiting.pop(); bsn; bsn = waiting.pop())
      await ask('mandate-requests', JSON.stringify({ ...wish, bsn, lines }));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return (1000 * singles) / (performance.now() - began);
}
