/**
 * Tells a story against a running service: each request and answer as it goes over the wire.
 * API_URL (http://localhost:3000) and SIMULATOR_URL (http://localhost:3001) say where.
 */
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const api = (process.env.API_URL ?? 'http://localhost:3000').replace(/\/$/, '');
const issuer = (process.env.SIMULATOR_URL ?? 'http://localhost:3001').replace(/\/$/, '');

/** The Dutch day, so many days from today. */
export function day(days = 0) {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(at);
}

const { obtainToken } = await import('../../dist/src/sign-in/simulator/obtain-token.js').catch(() => {
  console.error('Nothing is built yet: run `npm start` first, and tell the story in another terminal.');
  process.exit(1);
});

const tokens = new Map();
async function tokenOf(who) {
  if (!tokens.has(who)) tokens.set(who, await obtainToken(issuer, who));
  return tokens.get(who);
}

const said = [];

/** Says a line, and remembers it for a page. */
export function print(line) {
  console.log(line);
  said.push(line);
}

/** A sentence between the requests. */
export const say = (sentence) => print(`\n# ${sentence}`);

/** Sends a request as somebody, and tells nobody. `type` is that of a body that is text already. */
export async function send(who, method, path, body, type = 'application/json') {
  const post = method === 'POST' || method === 'PUT';
  return fetch(api + path, {
    method,
    headers: {
      Authorization: `Bearer ${await tokenOf(who)}`,
      ...(post ? { 'Idempotency-Key': randomUUID(), 'Content-Type': type } : {}),
    },
    ...(post ? { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) } : {}),
  });
}

/** A problem without the parts that differ each time. */
const told = (json) =>
  json?.code
    ? {
        code: json.code,
        status: json.status,
        detail: json.detail,
        ...(json.since ? { since: json.since } : {}),
      }
    : json;

/** Sends a request as somebody, shows it and its answer, and ends the story when the answer is not the one told. */
export async function ask(who, method, path, { body, type, expect = 200, show } = {}) {
  const answer = await send(who, method, path, body, type);
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  const given = isJson && text !== '' ? JSON.parse(text) : text;
  const shownBody =
    typeof body === 'string' ? `\n${body.replace(/^/gm, '    ')}` : body && ` ${JSON.stringify(body)}`;
  print(`\n${who}> ${method} ${path}${shownBody ?? ''}`);
  const shown = show && answer.ok ? show(given) : told(given);
  print(
    `  ${answer.status} ${typeof shown === 'string' ? shown.replace(/\n(?=.)/g, '\n      ') : JSON.stringify(shown)}`,
  );
  if (![expect].flat().includes(answer.status)) {
    console.error(`\nThe story stops here: ${[expect].flat().join(' or ')} was expected.`);
    process.exit(1);
  }
  return given;
}

/** Looks until something is so, as a person would. */
export async function until(what, look) {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} did not come`);
}

/** Puts what was said in the place of what the page tells, without space at the end of a line. */
async function record(page) {
  const text = await readFile(page, 'utf8');
  const place = /(?<=^```text\n)[^]*?(?=^```$)/m;
  if (!place.test(text)) throw new Error(`${page} has no place for a story`);
  const story = said
    .join('\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
  await writeFile(
    page,
    text.replace(place, () => `${story.trim()}\n`),
  );
}

/** Tells it, and says what is wrong when nothing answers; what was said goes into a page, when one is named. */
export async function tell(story, page) {
  try {
    await story();
    if (page) await record(page);
  } catch (error) {
    console.error(
      error.message === 'fetch failed' ? `Nothing answers at ${api}: run \`npm start\` first.` : error,
    );
    process.exit(1);
  }
}
