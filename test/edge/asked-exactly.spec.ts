import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
let message: string;
beforeAll(async () => {
  house = await openHouse();
  const { world } = house;
  await world.senders();
  const office = await world.organisation(kvks.vermeer);
  const employee = await world.employee(office, 'joris');
  const client = await world.client(bsns.yasmina);
  await world.assign(office, client, { employee });
  const lines = [{ category: 'all', actions: ['read'] }];
  await world.mandate({ client, organisation: office, lines });
  const letter = {
    recipient: { bsn: bsns.yasmina },
    type: 'assessment',
    subject: 'One',
    body: 'An aanslag.',
  };
  message = (await house.as(people.tax).post('/v1/messages', letter)).body.id as string;
});
afterAll(() => house.close());

interface Answer {
  readonly status: number;
  readonly body: { errors?: { location: { pointer?: string; name?: string } }[] };
}
const named = ({ status, body }: Answer) => [
  status,
  ...(body.errors ?? []).map(({ location }) => location.pointer ?? location.name),
];
const joris = () => house.as(people.joris);
const search = (more: object) => joris().post('/v1/messages/_search', { text: 'aanslag', ...more });
const raw = (path: string, text: string) =>
  joris().post(path).set('Content-Type', 'application/json').send(text);

describe('What a request does not say is absent; what it says is checked', () => {
  it.each(['unread', 'cursor', 'limit', 'client', 'from', 'replyWithin', 'sort', 'text'])(
    'a search with null for %s is refused by that name',
    async (field) => expect(named(await search({ [field]: null }))).toEqual([400, `#/${field}`]),
  );

  it('null is refused in objects and lists within a body, and in what is kept', async () => {
    const view = (more: object) => joris().post('/v1/inbox-views', { name: 'View', filter: {}, ...more });
    expect(named(await view({ shared: null }))).toEqual([400, '#/shared']);
    expect(named(await view({ filter: null }))).toEqual([400, '#/filter']);
    expect(named(await view({ filter: { text: null, unread: null } }))).toEqual([
      ...[400, '#/filter/text', '#/filter/unread'],
    ]);
    const letter = { recipient: { bsn: bsns.yasmina }, subject: 'x', body: 'x' };
    const deliver = (more: object) => house.as(people.tax).post('/v1/messages', { ...letter, ...more });
    expect(named(await deliver({ reply: null, attachments: null, type: null }))).toEqual([
      ...[400, '#/type', '#/reply', '#/attachments'],
    ]);
    expect(named(await deliver({ attachments: [null] }))[0]).toBe(400);
  });

  it('a body that is null is no object, also where every field may be left out', async () => {
    const path = `/v1/messages/${message}/taking`;
    expect(named(await raw(path, 'null'))).toEqual([400, '#']);
    expect((await joris().post(path)).status).toBe(200);
  });

  it('a yes or a number in a body is not written as text; in a query it is', async () => {
    expect(named(await search({ unread: 'true' }))).toEqual([400, '#/unread']);
    expect(named(await search({ limit: '7', replyWithin: '7' }))).toEqual([400, '#/replyWithin', '#/limit']);
    expect((await search({ unread: true, limit: 7 })).status).toBe(200);
    expect((await joris().get('/v1/messages?unread=true&limit=7&replyWithin=7')).status).toBe(200);
    expect((await joris().get('/v1/messages?attached=false')).body.items).toHaveLength(1);
  });
});

describe('A field that is not known is refused, whatever its name', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x'])('in a query: %s', async (name) => {
    expect(named(await joris().get(`/v1/messages?${name}=1`))).toEqual([400, name]);
    expect(named(await joris().get(`/v1/messages/_counts/due?${name}=1`))).toEqual([400, name]);
  });

  it.each(['constructor', 'toString', 'valueOf', 'x'])('in a body, however deep: %s', async (name) => {
    expect(named(await search({ [name]: 7 }))).toEqual([400, `#/${name}`]);
    const view = (filter: object) => joris().post('/v1/inbox-views', { name: 'View', filter });
    expect(named(await view({ [name]: 7 }))).toEqual([400, `#/filter/${name}`]);
    const attachments = [{ name: 'a.txt', mediaType: 'text/plain', content: 'YQ==', [name]: 7 }];
    const letter = { recipient: { bsn: bsns.yasmina }, subject: 'x', body: 'x', attachments };
    expect(named(await house.as(people.tax).post('/v1/messages', letter))).toEqual([
      ...[400, `#/attachments/0/${name}`],
    ]);
  });

  it('on routes that take no query at all: reading, changing, and those that are open', async () => {
    for (const path of ['/v1/me', `/v1/messages/${message}`, '/v1/problems'])
      expect(named(await joris().get(`${path}?x=1&limit=2`))).toEqual([400, 'x', 'limit']);
    expect(named(await joris().post(`/v1/messages/${message}/taking?x=1`, {}))).toEqual([400, 'x']);
    expect(named(await joris().delete(`/v1/messages/${message}/read-mark?x=1`))).toEqual([400, 'x']);
    expect((await house.as('nobody').get('/v1/me?x=1')).status).toBe(401); // who asks comes first
    expect((await house.as('nobody').get('/readyz?x=1')).status).toBe(200); // balancers add what they like
  });
});
