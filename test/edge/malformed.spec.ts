import { Agent, request as send } from 'node:http';
import { routesOf } from '../../src/access/routes.ts';
import { ruleOf } from '../../src/domain/actions.ts';
import type { ActorKind } from '../../src/domain/actor.ts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { kvks, people } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';
import { type Malformed, Malformer } from './malformed.ts';

const count = 10_000;
const atOnce = 16;

let house: House;
beforeAll(async () => {
  house = await openHouse({ REQUESTS_IN_FLIGHT: '1000' });
  await house.world.senders();
  const office = await house.world.organisation(kvks.vermeer);
  await house.world.employee(office, 'anna', 'administrator');
});
afterAll(() => house.close());

const whoKnocks: Record<ActorKind, Claims | undefined> = {
  citizen: people.yasmina,
  employee: people.anna,
  newcomer: people.nadia,
  official: people.olga,
  sender: people.tax,
  system: people.system,
  job: undefined,
};

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
function ask({ method, path, headers, body }: Malformed, token: string | undefined): Promise<Answer> {
  const { port } = house.app.getHttpServer().address() as { port: number };
  return new Promise((resolve, reject) => {
    const authorization = token ? { Authorization: `Bearer ${token}` } : {};
    const request = send(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...authorization, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

it(`${count} malformed requests over all routes: no 5xx, no stack, each a problem that names the field`, async () => {
  const { body } = await house.as('nobody').get('/v1/openapi.json');
  const malformer = new Malformer(body as OpenAPIObject, 20_261_123);
  const tokens = new Map<string, string | undefined>();
  for (const { method, path, rule } of routesOf(house.app)) {
    const claims = 'open' in rule ? undefined : whoKnocks[ruleOf(rule.action).actors[0] ?? 'job'];
    tokens.set(`${method} ${path}`, claims && (await house.issuer.sign(claims)));
  }
  const operations = new Map(
    Object.entries((body as OpenAPIObject).paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { operationId: string }>).map(([method, { operationId }]) => [
        operationId,
        tokens.get(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
      ]),
    ),
  );
  const known = new Map<string, string>();
  for (const example of malformer.examples())
    known.set(example.operation, namedIn((await ask(example, operations.get(example.operation))).text));
  const faults: string[] = [];
  const statuses: Record<number, number> = {};
  let number = 0;
  const worker = async () => {
    while (number < count) {
      const malformed = malformer.next(number++);
      let answer: Answer;
      try {
        answer = await ask(malformed, operations.get(malformed.operation));
      } catch (error) {
        if ((error as { code?: string }).code === 'ERR_INVALID_CHAR') continue; // cannot be sent at all
        if ((error as { code?: string }).code === 'ERR_UNESCAPED_CHARACTERS') continue;
        throw error;
      }
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const fault = faultOf(malformed, answer, known.get(malformed.operation) ?? '');
      if (fault)
        faults.push(`${malformed.method} ${malformed.path.slice(0, 120)} ${malformed.wrong}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  expect([...new Set(faults)].slice(0, 20)).toEqual([]);
  expect(statuses[400]).toBeGreaterThan(count / 4);
}, 240_000);

/** The places that a problem names. */
function namedIn(text: string): string {
  const { errors = [] } = (text.startsWith('{"type":') ? JSON.parse(text) : {}) as {
    errors?: { location: object }[];
  };
  return JSON.stringify(errors.map((each) => each.location));
}

/** What is wrong with an answer to a malformed request, if anything. `already` is wrong in the example itself. */
function faultOf({ wrong }: Malformed, { status, type, text }: Answer, already: string): string | undefined {
  if (status >= 500) return `${status} ${text}`;
  if (/node_modules|\.ts:\d|\.js:\d|\n\s+at /.test(text)) return `a stack: ${text.slice(0, 200)}`;
  if (status < 400) return undefined; // what was changed happened to be good input
  if (!type.startsWith('application/problem+json')) return `${status} is not a problem but ${type}`;
  const problem = JSON.parse(text) as { code: string; status: number };
  if (problem.status !== status) return 'the problem tells another status';
  if (problem.code !== 'invalid-input') return undefined;
  const named = namedIn(text);
  if (named === '[]') return 'names no field';
  const places = JSON.parse(named) as unknown[];
  const ofTheExample = places.every((place) => already.includes(JSON.stringify(place)));
  const elsewhere = ofTheExample || /Idempotency-Key|"#"/.test(named);
  return wrong !== undefined && !named.includes(wrong) && !elsewhere ? `names ${named}` : undefined;
}
