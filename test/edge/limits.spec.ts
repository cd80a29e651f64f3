import { connect } from 'node:net';
import { people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

const register = '/v1/representative-organisations';

/** Sends raw bytes, and answers with everything that comes back. */
function raw(text: string): Promise<string> {
  const { port } = house.app.getHttpServer().address() as { port: number };
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.setTimeout(3000, () => socket.destroy());
  });
}

describe('The edge refuses what is too much, in words', () => {
  it('a body of more than 1 MiB is too large', async () => {
    const answer = await house.as(people.nadia).post(register, { name: 'x'.repeat(1_100_000) });
    expect([answer.status, answer.body.code]).toEqual([413, 'payload-too-large']);
  });

  it('headers of more than 16 KiB are too large', async () => {
    const answer = await raw(`GET /livez HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431/);
    expect(answer).toMatch(/application\/problem\+json/);
    expect(answer).toMatch(/"code":"headers-too-large"/);
  });

  it('a request that is not HTTP gets a problem, not a stack', async () => {
    const answer = await raw('HELLO\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 400/);
    expect(answer).toMatch(/"code":"malformed-request"/);
    expect(answer).not.toMatch(/ at |Error:/);
  });

  it.each([
    ['text/plain', 'hello', 415, 'unsupported-media-type'],
    ['application/x-www-form-urlencoded', 'name=x', 415, 'unsupported-media-type'],
    ['application/json', '{"name":', 400, 'malformed-request'],
    ['application/json', '{"__proto__":{"admin":true}}', 400, 'malformed-request'],
    ['application/json', '{"constructor":{"prototype":{"admin":true}}}', 400, 'malformed-request'],
    ['application/json', '[]', 400, 'invalid-input'],
    ['application/json', '"text"', 400, 'invalid-input'],
    ['application/json; charset=utf-16', '{}', 400, 'invalid-input'],
  ])('a body of %s that reads %s is refused', async (type, body, status, code) => {
    const answer = await house.as(people.nadia).post(register).set('Content-Type', type).send(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('a body of ten thousand lists in one another is refused', async () => {
    const body = '['.repeat(10_000) + ']'.repeat(10_000);
    const answer = await house
      .as(people.nadia)
      .post(register)
      .set('Content-Type', 'application/json')
      .send(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request']);
  });

  it('a field that is not known is refused by its name, all faults at once', async () => {
    const answer = await house.as(people.nadia).post(register, { name: 7, admin: true });
    expect(answer.status).toBe(400);
    const named = (answer.body.errors as { location: { pointer: string } }[]).map(
      (each) => each.location.pointer,
    );
    expect(named).toEqual(expect.arrayContaining(['#/name', '#/admin', '#/kind']));
  });

  it('a field that is missing is told so, and then what it has to be', async () => {
    const answer = await house.as(people.nadia).post(register, { name: '' }).set('Accept-Language', 'nl');
    const said = (answer.body.errors as { location: { pointer: string }; detail: string }[]).find(
      ({ location }) => location.pointer === '#/administratorName',
    );
    expect(said?.detail).toMatch(/^Dit veld ontbreekt\. \S/);
    expect(answer.text.match(/ontbreekt/g)).toHaveLength(2); // not of the name, which is there
  });

  it('a change without an Idempotency-Key is refused by its name', async () => {
    const answer = await house
      .as(people.nadia)
      .post(register, { name: 'Groen', kind: 'accountancy', administratorName: 'Nadia Groen' })
      .unset('Idempotency-Key');
    expect([answer.status, answer.body.errors?.[0]?.location?.name]).toEqual([400, 'Idempotency-Key']);
  });

  it('says in every answer which version it is, and that nobody may keep or frame it', async () => {
    for (const path of ['/v1/me', '/nowhere', '/livez']) {
      const { headers } = await house.as('nobody').get(path);
      expect(headers).toMatchObject({
        'api-version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'strict-transport-security': expect.any(String),
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('answers in Dutch to who asks for Dutch', async () => {
    const answer = await house.as('nobody').get('/v1/me').set('Accept-Language', 'nl-NL,nl;q=0.9');
    expect(answer.body.detail).toMatch(/^U bent niet ingelogd/);
  });
});

describe('A house with little room', () => {
  it('lets one actor make so many changes a minute, and says when he may go on', async () => {
    const small = await openHouse({ CHANGES_PER_MINUTE: '2' });
    try {
      small.clock.moveTo(small.world.day(1)); // noon: the minute does not turn under the test
      const statuses = [];
      for (let turn = 0; turn < 4; turn++) statuses.push(await small.as(people.nadia).post(register, {}));
      const last = statuses.at(-1);
      expect([last?.status, last?.body.code]).toEqual([429, 'too-many-requests']);
      expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
      expect((await small.as(people.yasmina).get('/v1/me')).status).toBe(200);
    } finally {
      await small.close();
    }
  });
});
