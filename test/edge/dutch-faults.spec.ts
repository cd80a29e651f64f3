import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { kvks } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { atOnce, openAsking } from './asking.ts';
import { type Malformed, Malformer } from './malformed.ts';

const count = 1_600;

let house: House;
beforeAll(async () => {
  house = await openHouse({ REQUESTS_IN_FLIGHT: '1000', CHANGES_PER_MINUTE: '100000' });
  await house.world.senders();
  const office = await house.world.organisation(kvks.vermeer);
  await house.world.employee(office, 'anna', 'administrator');
});
afterAll(() => house.close());

/** A check of the library, as it keeps it. */
interface Check {
  readonly name?: string;
  readonly type: string;
  readonly propertyName: string;
  readonly context?: { readonly nl?: unknown };
  readonly target: string | { readonly name: string };
}

/** A number from a thousand on without 10.000 or 10,000; a year or a part of an example is none. */
const bareNumber = /(?<![\d:-])(?!1900|2199)\d{4,}(?![\d:-])/;

/** What speaks by itself: that a field may be absent, and what the pipe has its own sentence for. */
const silent = new Set(['conditionalValidation', 'nestedValidation', 'whitelistValidation']);

function everyCheck(): Check[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<unknown, Check[]>;
  };
  const checks = [...validationMetadatas.values()].flat().filter(({ type }) => !silent.has(type));
  expect(checks.length).toBeGreaterThan(300);
  return checks;
}

it('Every check of every field has a name of our own, which goes out as the code of its fault', () => {
  const odd = everyCheck().filter(({ name = '' }) => !/^[a-z][a-z0-9]*(-[a-z]+)*$/.test(name));
  expect(odd.map(({ target, propertyName, name }) => [target, propertyName, name])).toEqual([]);
});

it('Every check of every field that comes in says in Dutch, too, what is wrong', () => {
  const checks = everyCheck();
  const mute = checks.filter(({ context }) => typeof context?.nl !== 'string');
  expect(mute.map(({ target, propertyName }) => [target, propertyName])).toEqual([]);
});

it('Faults come in Dutch to who reads Dutch, and in English to the others', async () => {
  const { body } = await house.as('nobody').get('/v1/openapi.json');
  const malformer = new Malformer(body as OpenAPIObject, 20_261_128);
  const ask = await openAsking(house, body as OpenAPIObject);
  const wrong: Malformed[] = malformer.examples();
  for (let number = 0; number < count; number++) wrong.push(malformer.next(number));
  const said = new Map<string, string>();
  const worker = async () => {
    for (let malformed = wrong.pop(); malformed; malformed = wrong.pop()) {
      const answers = [];
      for (const language of ['en', 'nl']) answers.push(await faultsIn(malformed, language));
      const [english = [], dutch = []] = answers;
      if (english.length === dutch.length) english.forEach((en, place) => said.set(en, dutch[place] ?? ''));
    }
  };
  const faultsIn = async (malformed: Malformed, language: string): Promise<string[]> => {
    const headers = { ...malformed.headers, 'Accept-Language': language };
    const answer = await ask({ ...malformed, headers }).catch(() => undefined); // some cannot be sent at all
    if (!answer?.type.startsWith('application/problem+json')) return [];
    const { errors = [] } = JSON.parse(answer.text) as { errors?: { detail: string }[] };
    return errors.map(({ detail }) => detail);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  expect(said.size).toBeGreaterThan(60);
  const english = /\b(the|this|must|write|choose|has|not)\b/i;
  for (const [en, nl] of said) {
    expect(en).toMatch(/^[A-Z`].*[.]$/);
    expect(nl).toMatch(/^[A-Z`].*[.]$/);
    const spoken = nl.replace(/^(Kies [^:]*:).*$/, '$1'); // values to choose from are in no language
    expect([en, nl, english.test(spoken)]).toEqual([en, nl, false]);
    for (const sentence of [en, nl]) expect(sentence).not.toMatch(bareNumber);
  }
}, 240_000);
