import { kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
const ids: Record<string, string> = {};
beforeAll(async () => {
  house = await openHouse();
  const add = async (name: string, kvk: string, standing: string) =>
    void (ids[name] = await house.world.organisation(kvk, {
      ...{ name, standing, registered_at: new Date(Date.UTC(2026, 0, 1 + Object.keys(ids).length)) },
    }));
  await add('Administratiekantoor Vermeer', kvks.vermeer, 'recognised');
  await add('Bewindvoering Özdemir & Søn', kvks.haven, 'recognised');
  await add('Nieuw Kantoor', kvks.new, 'registered');
  await add('Geschorst Kantoor 100%', '90007777', 'suspended');
  await house.world.employee(ids['Administratiekantoor Vermeer'] ?? '', 'joris');
  await house.world.employee(ids['Nieuw Kantoor'] ?? '', 'nadia', 'administrator');
});
afterAll(() => house.close());

const path = '/v1/representative-organisations';
const found = async (who: keyof typeof people, query = '') => {
  const { status, body } = await house.as(people[who]).get(`${path}${query}`);
  expect(status).toBe(200);
  return (body.items as { name: string }[]).map(({ name }) => name);
};

describe('Organisations are found', () => {
  it('by officials in every standing, newest first', async () => {
    expect(await found('olga')).toEqual([
      'Geschorst Kantoor 100%',
      'Nieuw Kantoor',
      'Bewindvoering Özdemir & Søn',
      'Administratiekantoor Vermeer',
    ]);
    expect(await found('olga', '?standing=registered')).toEqual(['Nieuw Kantoor']);
  });

  it.each(['yasmina', 'joris', 'nadia', 'tax', 'system'] as const)(
    'by %s only when they may act',
    async (who) => {
      expect(await found(who)).toHaveLength(2);
      expect(await found(who, '?standing=suspended')).toEqual([]);
      expect(await found(who, '?standing=recognised&name=vermeer')).toHaveLength(1);
    },
  );

  it.each([
    ['VERMEER', 1],
    ['ozdemir', 1],
    ['özdemir', 1],
    ['O\u0308ZDEMIR', 1],
    ['son', 1],
    [' kantoor ', 3],
    ['100%', 1],
    ['%', 1],
    ['_', 0],
    ["'; DROP", 0],
  ])('by a part of the name: %p finds %d', async (name, count) => {
    expect(await found('olga', `?name=${encodeURIComponent(name)}`)).toHaveLength(count);
  });

  it('page by page, each organisation once', async () => {
    const olga = house.as(people.olga);
    const names: string[] = [];
    for (let next = `${path}?limit=1`; next;) {
      const { body, headers } = await olga.get(next);
      names.push(...(body.items as { name: string }[]).map(({ name }) => name));
      next = /<(.*)>; rel="next"/.exec(headers.link ?? '')?.[1] ?? '';
    }
    expect(names).toEqual(await found('olga'));
  });

  it.each(['limit=0', 'limit=101', 'standing=gone', 'cursor=x', 'kvk=90001234'])(
    'not with the wrong question %s',
    async (query) => {
      expect((await house.as(people.yasmina).get(`${path}?${query}`)).status).toBe(400);
    },
  );
});

describe('One organisation is seen', () => {
  const see = async (who: keyof typeof people, name: string) =>
    (await house.as(people[who]).get(`${path}/${ids[name]}`)).status;

  it('by anyone once recognised; before that by officials and its own people only', async () => {
    expect(await see('yasmina', 'Administratiekantoor Vermeer')).toBe(200);
    expect(await see('nadia', 'Administratiekantoor Vermeer')).toBe(200);
    expect(await see('olga', 'Nieuw Kantoor')).toBe(200);
    expect(await see('nadia', 'Nieuw Kantoor')).toBe(200);
    expect(await see('joris', 'Nieuw Kantoor')).toBe(404);
    expect(await see('yasmina', 'Nieuw Kantoor')).toBe(404);
  });

  it('and one that does not exist looks the same as one that may not be seen', async () => {
    const yasmina = house.as(people.yasmina);
    const foreign = await yasmina.get(`${path}/${ids['Nieuw Kantoor']}`);
    const none = await yasmina.get(`${path}/0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11`);
    const bare = ({ instance: _, ...rest }: Record<string, unknown>) => rest;
    expect([none.status, bare(none.body)]).toEqual([foreign.status, bare(foreign.body)]);
    expect(none.headers['content-length']).toBe(foreign.headers['content-length']);
  });

  it('not by something that is no id', async () => {
    const { status, body } = await house.as(people.yasmina).get(`${path}/x`);
    expect([status, body.errors[0].location.name]).toEqual([400, 'organisation']);
  });
});
