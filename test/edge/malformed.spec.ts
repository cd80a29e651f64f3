import type { OpenAPIObject } from '@nestjs/swagger';
import { kvks } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Answer, atOnce, openAsking } from './asking.ts';
import { type Malformed, Malformer } from './malformed.ts';

const count = 10_000;

let house: House;
beforeAll(async () => {
  house = await openHouse({ REQUESTS_IN_FLIGHT: '1000' });
  await house.world.senders();
  const office = await house.world.organisation(kvks.vermeer);
  await house.world.employee(office, 'anna', 'administrator');
});
afterAll(() => house.close());

it(`${count} malformed requests over all routes: no 5xx, no stack, each a problem that names the field`, async () => {
  const { body } = await house.as('nobody').get('/v1/openapi.json');
  const malformer = new Malformer(body as OpenAPIObject, 20_261_123);
  const ask = await openAsking(house, body as OpenAPIObject);
  const known = new Map<string, string>();
  for (const example of malformer.examples())
    known.set(example.operation, namedIn((await ask(example)).text));
  const faults: string[] = [];
  const statuses: Record<number, number> = {};
  let number = 0;
  const worker = async () => {
    while (number < count) {
      const malformed = malformer.next(number++);
      let answer: Answer;
      try {
        answer = await ask(malformed);
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
  const { errors = [] } = (/^{"(type|error)":/.test(text) ? JSON.parse(text) : {}) as {
    errors?: { location: object }[];
  };
  return JSON.stringify(errors.map((each) => each.location));
}

/** What is wrong with an answer to a malformed request, if anything. `already` is wrong in the example itself. */
function faultOf(
  { method, wrong }: Malformed,
  { status, type, text }: Answer,
  already: string,
): string | undefined {
  if (status >= 500) return `${status} ${text}`;
  if (/node_modules|\.ts:\d|\.js:\d|\n\s+at /.test(text)) return `a stack: ${text.slice(0, 200)}`;
  if (status < 400) return undefined; // what was changed happened to be good input
  const oauth = text.startsWith('{"error":'); // a problem, as OAuth wants it told
  if (!oauth && !type.startsWith('application/problem+json')) return `${status} is not a problem but ${type}`;
  if (method.toUpperCase() === 'HEAD')
    return text === '' ? undefined : 'a HEAD is answered by more than headers';
  const problem = JSON.parse(text) as { code: string; status: number };
  if (problem.status !== status) return 'the problem tells another status';
  if (problem.code !== 'invalid-input') return undefined;
  const named = namedIn(text);
  if (named === '[]') return 'names no field';
  const places = JSON.parse(named) as unknown[];
  const ofTheExample = places.every((place) => already.includes(JSON.stringify(place)));
  // The organisation of the example does not exist here: that is told once the rest happened to be good.
  const nowhere = named === '[{"pointer":"#/organisation"}]';
  const elsewhere = ofTheExample || nowhere || /Idempotency-Key|"#"/.test(named);
  return wrong !== undefined && !named.includes(wrong) && !elsewhere ? `names ${named}` : undefined;
}
