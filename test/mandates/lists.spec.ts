import { citizen, manyBsns } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import {
  type Answered,
  birthDates,
  bsns,
  oins,
  type Office,
  openScene,
  people,
  type Scene,
} from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

type Listed = { items: Answered[]; next?: string };
const list = async (who: Claims, query = '') =>
  (await scene.expecting(200, scene.as(who).get(`/v1/mandates?limit=100${query}`))) as unknown as Listed;
const ids = async (who: Claims, query = '') => (await list(who, query)).items.map(({ id }) => id).toSorted();
const client = (bsn: string) => scene.world.client(bsn);

describe('Who sees which mandates (R33, R34)', () => {
  it('A client his own, an employee those of his clients and what he asked until it is given, an administrator all', async () => {
    const [henk, willem] = [await client(bsns.henk), await client(bsns.willem)];
    const { joris, sara } = office.employees;
    const give = (whose: string, requestedBy: string, organisation = office.id, state = 'active') =>
      scene.world.mandate({ client: whose, organisation, requestedBy, state });
    const [one, two] = [await give(henk, joris), await give(willem, sara)];
    const elsewhere = await give(henk, joris, (await scene.office()).id);
    const unseen = await give(await client(bsns.sanne), sara, office.id, 'requested');
    await scene.world.assign(office.id, henk, { employee: office.employees.bob });
    const [asHenk, asSanne] = [citizen(bsns.henk), citizen(bsns.sanne)];
    expect(await ids(asHenk)).toEqual([one, elsewhere].toSorted());
    expect(await ids(asSanne)).toEqual([]);
    expect(await ids(office.joris)).toEqual([]);
    expect(await ids(office.sara)).toEqual([unseen]);
    expect(await ids(office.bob)).toEqual([one]);
    expect(await ids(office.anna)).toEqual([one, two, unseen].toSorted());
    expect(await ids(people.olga, `&organisation=${office.id}`)).toEqual([one, two, unseen].toSorted());
    for (const filter of [`&client=${henk}`, `&organisation=${office.id}`, '&state=active'])
      expect(await ids(office.sara, filter)).toEqual(filter.includes('organisation') ? [unseen] : []);
    expect(await ids((await scene.office()).anna)).toEqual([]);
    for (const who of [people.tax, people.system, people.nadia])
      expect((await scene.as(who).get('/v1/mandates')).body.code).toBe('wrong-kind-of-actor');
  });

  it('The name of a client goes with his consent', async () => {
    const person = { bsn: bsns.pieter, birthDate: birthDates.pieter };
    const asked = await scene.offered(office.joris, person);
    const name = async () => (await list(office.anna)).items[0]?.client.name;
    expect(await name()).toBeUndefined();
    const other = { ...person, lines: [{ sender: oins.svb, category: 'care', actions: ['read'] }] };
    await scene.expecting(200, scene.act(people.pieter, asked, 'consent'));
    expect(await name()).toBe('Pieter de Vries');
    await scene.ask(office.joris, other); // he did not consent to this one
    expect((await list(office.anna)).items.map(({ client: { name: shown } }) => shown)).toEqual([
      ...[undefined, 'Pieter de Vries'],
    ]);
    expect((await list(people.pieter)).items[0]?.client.name).toBe('Pieter de Vries');
  });

  it('No list holds a BSN, a date of birth, a code or the office’s own words for the client', async () => {
    await scene.offered(office.joris, { reference: 'dossier 118' });
    for (const who of [office.joris, people.yasmina, people.olga]) {
      const text = JSON.stringify(await list(who));
      expect(text).not.toMatch(/99999|1984-05-17|code/i);
      expect(text.includes('dossier 118')).toBe(who === office.joris);
    }
  });
});

describe('Filters', () => {
  it('By client, organisation, sender and category, alone and together', async () => {
    const [henk, willem] = [await client(bsns.henk), await client(bsns.willem)];
    const other = await scene.office();
    const give = (whose: string, ...lines: [string, string, Date?][]) =>
      scene.world.mandate({
        ...{ client: whose, organisation: office.id },
        lines: lines.map(([sender, category, endedAt]) => ({
          sender,
          category,
          ...(endedAt ? { endedAt } : {}),
        })),
      });
    const money = await give(henk, [oins.tax, 'financial'], [oins.svb, 'care']);
    const all = await give(willem, [oins.svb, 'all']);
    const half = await give(willem, [oins.town, 'care'], [oins.tax, 'other', new Date()]);
    await scene.world.mandate({ client: henk, organisation: other.id });
    const found: [string, string[]][] = [
      ['', [money, all, half]],
      [`&client=${henk}`, [money]],
      [`&organisation=${office.id}`, [money, all, half]],
      [`&organisation=${other.id}`, []],
      [`&sender=${oins.svb}`, [money, all]],
      [`&sender=${oins.tax}`, [money]], // a line that was ended names nobody
      ['&category=care', [money, half]],
      ['&category=all', [all]],
      [`&sender=${oins.tax}&category=care`, []], // of one line
      [`&client=${willem}&category=care`, [half]],
      ['&state=active', [money, all, half]],
      ['&state=offered', []],
    ];
    for (const [query, expected] of found)
      expect([query, await ids(office.anna, query)]).toEqual([query, expected.toSorted()]);
  });

  it('What is no filter is refused, each by its name', async () => {
    const { body } = await scene
      .as(office.joris)
      .get('/v1/mandates?state=x&client=1&sender=2&category=3&colour=4');
    const names = body.errors.map(({ location }: { location: { name: string } }) => location.name);
    expect(names.toSorted()).toEqual(['category', 'client', 'colour', 'sender', 'state']);
  });
});

describe('Page by page', () => {
  it('Each once and in order, also of those that were asked in the same instant', async () => {
    const made: string[] = [];
    for (const bsn of manyBsns(23))
      made.push(await scene.world.mandate({ client: await client(bsn), organisation: office.id }));
    const at = (hour: number, some: string[]) =>
      scene.database.admin.query('UPDATE mandate SET requested_at = $1 WHERE id = ANY ($2)', [
        ...[`2026-11-20T0${hour}:00:00Z`, some],
      ]);
    await at(1, made.slice(0, 9));
    await at(2, made.slice(9));
    const all = (await list(office.anna)).items.map(({ id }) => id);
    expect(all).toEqual([
      ...made.slice(9).toSorted().toReversed(),
      ...made.slice(0, 9).toSorted().toReversed(),
    ]);
    for (const limit of [1, 4, 22, 23]) {
      const paged: string[] = [];
      let path: string | undefined = `/v1/mandates?state=active&limit=${limit}`;
      while (path) {
        const answer: { body: Listed; headers: { link?: string } } = await scene.as(office.anna).get(path);
        paged.push(...answer.body.items.map(({ id }) => id));
        path = /^<(.*)>; rel="next"$/.exec(answer.headers.link ?? '')?.[1];
        expect(answer.body.next === undefined).toBe(path === undefined);
        if (path) expect(path).toContain(`state=active&limit=${limit}&cursor=${answer.body.next}`);
      }
      expect(paged).toEqual(all);
    }
  });

  it('Another’s cursor shows nothing more, and what is no cursor is refused', async () => {
    const two = await Promise.all(
      manyBsns(2).map(async (bsn) =>
        scene.world.mandate({ client: await client(bsn), organisation: office.id }),
      ),
    );
    const first = scene.as(office.anna).get('/v1/mandates?limit=1');
    const { next } = (await first).body as Listed;
    expect(two).toHaveLength(2);
    expect(await ids((await scene.office()).anna, `&cursor=${next}`)).toEqual([]);
    const { status, body } = await scene.as(office.anna).get('/v1/mandates?cursor=abc');
    expect([status, body.errors[0].location.name]).toEqual([400, 'cursor']);
  });
});
