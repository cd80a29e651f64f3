import { people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Scene, setScene } from './scene.ts';

let house: House;
let scene: Scene;
beforeAll(async () => {
  house = await openHouse();
  scene = await setScene(house);
  const { act, actors, message, mandate, yasmina } = scene;
  await act(actors.joris, { action: 'inbox.read', message });
  await act(actors.joris, { action: 'inbox.list', client: yasmina });
  await act(actors.gerda, { action: 'inbox.read', message }).catch(() => undefined);
  await act(actors.gerda, { action: 'mandate.see', mandate }).catch(() => undefined);
  await act(actors.gerda, { action: 'inbox.list', client: yasmina }).catch(() => undefined);
  await act(actors.pieter, { action: 'inbox.read', message }).catch(() => undefined);
  await act(actors.yasmina, { action: 'inbox.read', message });
  await act(actors.yasmina, { action: 'inbox.list' });
  await act(actors.olga, { action: 'mandate.suspend', mandate });
  await act(actors.offering, { action: 'mandate.offer' }, { client: yasmina, mandate });
});
afterAll(() => house.close());

const own = async (who: keyof typeof people, query = '') =>
  house.as(people[who]).get(`/v1/trail-entries${query}`);
type Item = {
  who: { capacity: string };
  action: string;
  outcome: string;
  sentence: { nl: string; en: string };
};
const told = (items: Item[]) =>
  items.map(({ who, action, outcome }) => [who.capacity, action, outcome].join(' '));

describe('A client sees who did what with his messages and mandates', () => {
  it('tells Yasmina who, in which capacity, and whether it was allowed, newest first', async () => {
    const answer = await own('yasmina');
    expect(answer.status).toBe(200);
    expect(told(answer.body.items)).toEqual([
      'service mandate.offer permitted',
      'official mandate.suspend permitted',
      'you inbox.read permitted',
      'someone-else inbox.read refused',
      'employee inbox.list refused',
      'employee mandate.see refused',
      'employee inbox.read refused',
      'employee inbox.list permitted',
      'employee inbox.read permitted',
    ]);
  });

  it('says it in a sentence, in Dutch and in English', async () => {
    const { items } = (await own('yasmina')).body as { items: Item[] };
    expect(items.map(({ sentence }) => sentence)).toEqual([
      { nl: 'Deze dienst bood een machtiging aan.', en: 'This service offered an authorisation.' },
      { nl: 'Een ambtenaar schorste een machtiging.', en: 'An official suspended an authorisation.' },
      { nl: 'U opende een bericht.', en: 'You opened a message.' },
      {
        nl: 'Iemand anders wilde een bericht openen. Dat mocht niet.',
        en: 'Someone else tried to open a message. This was refused.',
      },
      {
        nl: 'Een medewerker van Kantoor Haven wilde de lijst met berichten bekijken. Dat mocht niet.',
        en: 'Kantoor Haven tried to look at the list of messages. This was refused.',
      },
      {
        nl: 'Een medewerker van Kantoor Haven wilde een machtiging bekijken. Dat mocht niet.',
        en: 'Kantoor Haven tried to look at an authorisation. This was refused.',
      },
      {
        nl: 'Een medewerker van Kantoor Haven wilde een bericht openen. Dat mocht niet.',
        en: 'Kantoor Haven tried to open a message. This was refused.',
      },
      {
        nl: 'Een medewerker van Kantoor Vermeer bekeek de lijst met berichten.',
        en: 'Kantoor Vermeer looked at the list of messages.',
      },
      {
        nl: 'Een medewerker van Kantoor Vermeer opende een bericht.',
        en: 'Kantoor Vermeer opened a message.',
      },
    ]);
  });

  it('names the office and the mandate it acted on, but no person: not Joris, not Pieter, not Olga', async () => {
    const answer = await own('yasmina');
    const text = JSON.stringify(answer.body);
    for (const hidden of [scene.joris, scene.gerda, scene.pieter, 'olga', 'joris'])
      expect(text).not.toContain(hidden);
    expect(answer.body.items.at(-1)).toMatchObject({
      who: { capacity: 'employee', organisation: { name: 'Kantoor Vermeer', kvk: '90001234' } },
      ...{ ground: 'mandate', mandate: scene.mandate, objectKind: 'message', message: scene.message },
    });
    expect(answer.body.items.at(-3)).not.toHaveProperty('reason');
  });

  it('leaves out that Yasmina looked herself, unless she asks for it', async () => {
    const { items } = (await own('yasmina', '?own=true')).body as { items: Item[] };
    expect(told(items)).toContain('you inbox.list permitted');
    expect(told(items)).toContain('you trail.see-own permitted');
  });

  it('shows Pieter nothing of Yasmina, not even what he tried with her message', async () => {
    expect((await own('pieter')).body).toEqual({ items: [] });
  });

  it('keeps to one office and to a period of whole Dutch days, the last one not included', async () => {
    const { world } = house;
    expect(told((await own('yasmina', `?organisation=${scene.haven}`)).body.items)).toHaveLength(3);
    const days = (from: number, until: number) => `?from=${world.day(from)}&until=${world.day(until)}`;
    expect((await own('yasmina', days(0, 1))).body.items).toHaveLength(9);
    expect((await own('yasmina', days(-1, 0))).body.items).toHaveLength(0);
    expect((await own('yasmina', days(1, 2))).body.items).toHaveLength(0);
  });

  it('gives every line once over the pages, and links to the next', async () => {
    const all = (await own('yasmina')).body.items as { id: string }[];
    const seen: { id: string }[] = [];
    let next: string | undefined = '/v1/trail-entries?limit=2';
    while (next) {
      const answer = await house.as(people.yasmina).get(next);
      seen.push(...answer.body.items);
      next = /^<(.+)>; rel="next"$/.exec(answer.headers.link ?? '')?.[1];
      expect(Boolean(next)).toBe(answer.body.next !== undefined);
    }
    expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it.each([
    ['a day that does not exist', '?from=2027-02-30', 'from'],
    ['an office that is no id', '?organisation=x', 'organisation'],
    ['a cursor of nothing', '?cursor=abc', 'cursor'],
    ['a client of his choice', '?client=x', 'client'],
    ['neither yes nor no', '?own=maybe', 'own'],
  ])('refuses %s with 400 and its name', async (_, query, name) => {
    const answer = await own('yasmina', query);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ in: 'query', location: { name } }]);
  });

  it.each(['joris', 'olga', 'tax', 'system'] as const)('is not for %s', async (who) => {
    expect(await own(who)).toMatchObject({ status: 403, body: { code: 'wrong-kind-of-actor' } });
  });
});
