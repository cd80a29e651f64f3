import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Route, routesOf } from '../../src/access/routes.ts';
import { newTraceId } from '../../src/platform/ids.ts';
import { oins } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { answersForEach, requests, setBefore } from './route-actors.requests.ts';
import { openToMany, parts, type Scene, setScene } from './route-actors.scene.ts';

/** One route asked by one actor. */
interface Cell {
  readonly route: Route;
  readonly actor: string;
  readonly status: number;
  /** As the table shows it. */
  readonly text: string;
  readonly trace: string;
  /** The pseudonym of the client whom the request is about. */
  readonly client: string;
}

const atOnce = 4;
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const actors = Object.keys(parts);
const partOf = (actor: string) => parts[actor] ?? fail(`nobody plays ${actor}`);
const fail = (why: string): never => {
  throw new Error(why);
};

let house: House;
let routes: readonly Route[];
const cells: Cell[] = [];

beforeAll(async () => {
  house = await openHouse(openToMany);
  routes = routesOf(house.app);
  await house.world.senders(oins.tax, oins.svb);
  await setBefore(house);
  await Promise.all(actors.map(readAll)); // what changes nothing shares a scene for each actor
  const rest = routes.filter(({ method }) => method !== 'GET');
  const waiting = rest.flatMap((route) => actors.map((actor) => ({ route, actor })));
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const asked = requests[nameOf(next.route)] ?? {};
      await ask(next.route, next.actor, await setScene(house, partOf(next.actor), asked));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}, 500_000);
afterAll(() => house.close());
/** Everything that changes nothing, in one scene for each kind that is wanted. */
async function readAll(actor: string): Promise<void> {
  const scenes = new Map<string, Promise<Scene>>();
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const wanted = requests[nameOf(route)] ?? {};
    const kind = `${wanted.mandate ?? 'usual'} ${wanted.order ?? ''}`;
    const scene = scenes.get(kind) ?? setScene(house, partOf(actor), wanted);
    scenes.set(kind, scene);
    await ask(route, actor, await scene);
  }
}

async function ask(route: Route, actor: string, scene: Scene): Promise<void> {
  const asked = requests[nameOf(route)];
  if (!asked) return; // the first test names it
  const places: Record<string, string> = { ...scene.path, ...asked.path?.(scene) };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => places[name] ?? 'nothing');
  const url = path + (asked.query?.(scene) ?? '');
  const body = await asked.body?.(scene, actor, house.issuer);
  const person = house.as(partOf(actor).signsIn(scene));
  const sent = {
    GET: () => person.get(url),
    HEAD: () => person.head(url),
    POST: () => person.post(url, body),
    PUT: () => person.put(url, body),
    DELETE: () => person.delete(url),
  }[route.method];
  const trace = newTraceId();
  const answer = await (sent ?? fail(`the walk does not know ${route.method}`))().set(
    'traceparent',
    `00-${trace}-00f067aa0ba902b7-01`,
  );
  cells.push({ route, actor, status: answer.status, text: textOf(answer), trace, client: scene.client });
}

/** The status, and what a person would ask next: why not, or whether a list holds anything. */
function textOf({ status, body, text }: { status: number; body: unknown; text?: string }): string {
  const { code, items } = (body ?? {}) as { code?: string; items?: unknown[] };
  if (code === 'wrong-kind-of-actor') return '–';
  if (status === 401 || status === 404) return String(status);
  if (status >= 300) return `${status} ${code}`;
  return items?.length === 0 || holdsTheListAlone(text) ? `${status} empty` : String(status);
}

/** A file with messages that were all refused: each refusal is on the record, and the list in it says so. */
const holdsTheListAlone = (text?: string): boolean => text?.split('PK\u0003\u0004').length === 2;

const cellOf = (route: Route, actor: string) =>
  cells.find((cell) => nameOf(cell.route) === nameOf(route) && cell.actor === actor)?.text ?? 'NOT ASKED';

function table(): string {
  const rows = routes.map((route) => [
    `\`${nameOf(route)}\``,
    ...actors.map((actor) => cellOf(route, actor)),
  ]);
  const head = ['route', ...actors];
  const widths = head.map((title, place) =>
    Math.max(title.length, ...rows.map((row) => row[place]?.length ?? 0)),
  );
  const lineOf = (row: readonly string[]) =>
    `| ${row.map((text, place) => text.padEnd(widths[place] ?? 0)).join(' | ')} |`;
  return [lineOf(head), lineOf(widths.map((width) => '-'.repeat(width))), ...rows.map(lineOf)].join('\n');
}

/** A table as a list of its cells: "route, actor: answer". */
function listOf(text: string): string[] {
  const [head = [], , ...rows] = text.split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([, route = '', ...answers]) =>
    answers.slice(0, -1).map((answer, place) => `${route}, ${head[place + 2]}: ${answer}`),
  );
}

describe('Every route, asked by every kind of actor', () => {
  it('has a request that is right in itself, and no request is for a route that is gone', () => {
    expect(Object.keys(requests).toSorted()).toEqual(routes.map(nameOf).toSorted());
  });

  it('never breaks, and never finds fault with the request instead of the actor', () => {
    const odd = cells.filter(({ status }) => status === 400 || status === 415 || status >= 429);
    expect(odd.map(({ route, actor, text }) => `${nameOf(route)} ${actor}: ${text}`)).toEqual([]);
  });

  it('answers as the table that was reviewed: a difference is a change of permissions', () => {
    const file = join('docs', 'access-table.md');
    const found = /\| route .*\|\n(\|.*\|\n)*/;
    // `REVIEW_ROUTES=1 npm test -- test/access` writes the table anew, for a reviewer to read the difference.
    if (process.env.REVIEW_ROUTES)
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(found, () => `${table()}\n`),
      );
    const reviewed = found.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    expect(listOf(table())).toEqual(listOf(reviewed)); // says which cells differ
    expect(`${table()}\n`).toBe(reviewed);
  });

  it('leaves exactly one line in the trail for what was done and for what was refused (R40)', async () => {
    const { rows } = await house.database.admin.query<{ trace: string; outcome: string }>(
      'SELECT trace, outcome FROM trail WHERE trace IS NOT NULL',
    );
    const outcomes = new Map<string, string[]>();
    for (const { trace, outcome } of rows) outcomes.set(trace, [...(outcomes.get(trace) ?? []), outcome]);
    const wrong = cells.flatMap((cell) => {
      const said = (outcomes.get(cell.trace) ?? []).join();
      const expected = expectedLine(cell.route, cell);
      const where = `${nameOf(cell.route)} ${cell.actor} (${cell.text})`;
      return said === expected || (isOfMany(cell) && eachHasItsLine.test(said))
        ? []
        : `${where}: ${said || 'no line'} instead of ${expected || 'none'}`;
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(routes.length * 10);
  });

  it('shows each client what was done with his affairs: the line names him', async () => {
    const { rows } = await house.database.admin.query<{ trace: string; client: string | null }>(
      `SELECT trace, client_id AS client FROM trail WHERE trace IS NOT NULL AND outcome = 'permitted'`,
    );
    const named = new Map(rows.map(({ trace, client }) => [trace, client]));
    const about = cells.filter((cell) => cell.status < 300 && isAboutTheClient(cell));
    const silent = about.filter(({ trace, client }) => named.get(trace) !== client);
    expect(silent.map(({ route, actor }) => `${nameOf(route)} ${actor}`)).toEqual([]);
    expect(about.length).toBeGreaterThan(80);
  });
});

/** Who is not known (401) cannot be held to account, so is in the log only. What is open has no line of him. */
function expectedLine({ method, path, rule }: Route, { actor, status, text }: Cell): string {
  if (method === 'POST' && 'open' in rule) return ''; // it is the service that takes it in
  if ('open' in rule || actor === 'nobody') return '';
  if (path.endsWith('/messages/_download') && text === '200 empty') return 'refused';
  return status < 300 || text === '409 wrong-code' ? 'permitted' : 'refused'; // a wrong code is kept (R10)
}

/** What answers for each of many things by itself has a line for the whole, and one for each. */
const isOfMany = ({ route, status }: Cell): boolean => status < 300 && answersForEach.test(route.path);
const eachHasItsLine = /^(permitted,permitted|permitted,refused|refused,permitted)$/;

/** An office's list of its own mandates is not: it holds requests that he was never offered (R3). */
function isAboutTheClient({ route, actor, text }: Cell): boolean {
  if (actor === 'another citizen') return false; // his list is about himself
  if (route.path.endsWith('/clients/_search')) return false; // a list of clients is about no one of them
  if (text === '200 empty' && route.path.endsWith('_download')) return false; // nothing was done
  if (/_counts\/(due|clients)$/.test(route.path)) return false; // of many at once: who has none is not named
  return (
    /:mandate|:message|\/messages|_search/.test(route.path) ||
    (nameOf(route) === 'GET /v1/mandates' && actor === 'official')
  );
}
