import { connect, type AddressInfo, type Socket } from 'node:net';
import { newId } from '../../src/platform/ids.ts';
import { bsns, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

const places = 4;

let house: House;
beforeAll(async () => {
  house = await openHouse({ REQUESTS_IN_FLIGHT: String(places) });
  await house.world.senders();
});
afterAll(() => house.close());

describe('Somebody who takes a place and does nothing with it', () => {
  const sockets: Socket[] = [];
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));

  /** A connection that is kept open on this side, whatever the service says. */
  async function hangOn(text: string) {
    const { port } = house.app.getHttpServer().address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    sockets.push(socket);
    let said = '';
    const ended = new Promise<string>((resolve) => socket.once('end', () => resolve(said)));
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(text);
    return {
      ended,
      listen: (heard?: (said: string) => void) =>
        void socket.on('data', (part) => (said += part.toString())).once('data', () => heard?.(said)),
      leave: () => void socket.destroy(),
    };
  }
  const announcedBy = (signIn: string) =>
    `POST /v1/mandates HTTP/1.1\r\nHost: x\r\n${signIn}Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{`;
  const announced = announcedBy('Authorization: Bearer x\r\n');
  const me = async () => (await house.as(people.yasmina).get('/v1/me')).status;
  async function becomes(wanted: number): Promise<number> {
    let status = await me();
    for (let tries = 0; tries < 500 && status !== wanted; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      status = await me();
    }
    return status;
  }
  /** Every place is taken like this. */
  async function takesAllPlaces(text: string) {
    const stuck = await Promise.all(Array.from({ length: places }, () => hangOn(text)));
    expect(await becomes(503)).toBe(503);
    return stuck;
  }

  it('is ended with 408 when the body that he announced does not come', async () => {
    const server = house.app.getHttpServer();
    const usual = [server.headersTimeout, server.requestTimeout];
    expect(usual).toEqual([10_000, 30_000]); // the other way round, Node would take the larger for the body
    Object.assign(server, { headersTimeout: 300, requestTimeout: 500 });
    try {
      const stuck = await takesAllPlaces(announced);
      for (const { listen } of stuck) listen();
      expect(await becomes(200)).toBe(200);
      for (const { ended } of stuck) expect(await ended).toMatch(/^HTTP\/1.1 408 [^]*"request-timeout"/);
    } finally {
      [server.headersTimeout, server.requestTimeout] = usual as [number, number];
    }
  });

  it('gives his place back at once when he goes away', async () => {
    for (const { leave } of await takesAllPlaces(announced)) leave();
    expect(await becomes(200)).toBe(200);
  });

  it('takes no place when he shows nothing of a sign-in: he is told so before he has sent it', async () => {
    const strangers = await Promise.all(Array.from({ length: 2 * places }, () => hangOn(announcedBy(''))));
    const heard = strangers.map(({ listen }) => new Promise<string>((resolve) => listen(resolve)));
    for (const said of heard) expect(await said).toMatch(/^HTTP\/1.1 401 /);
    expect(await me()).toBe(200);
  });

  it('takes no place when he was refused while he was still sending', async () => {
    const announcedFile =
      'POST /v1/bulk-runs HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 900000\r\n\r\nbsn';
    const refused = await Promise.all(Array.from({ length: places }, () => hangOn(announcedFile)));
    let answered = 0;
    for (const { listen } of refused) listen(() => answered++);
    while (answered < places) await new Promise((resolve) => setTimeout(resolve, 10));
    for (let tries = 0; tries < 10; tries++) expect(await me()).toBe(200);
  });

  it('is cut off when he asks for a large attachment and does not read it', async () => {
    const server = house.app.getHttpServer();
    expect(server.timeout).toBe(60_000);
    const path = await largeAttachment();
    const token = await house.issuer.sign(people.yasmina);
    server.setTimeout(500);
    try {
      await takesAllPlaces(`GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`);
      expect(await becomes(200)).toBe(200);
    } finally {
      server.setTimeout(60_000);
    }
  });
});

/** The path of an attachment of Yasmina that no buffer on the way can hold. */
async function largeAttachment(): Promise<string> {
  const client = await house.world.client(bsns.yasmina);
  const [message, attachment] = [await house.world.message(client), newId()];
  const [parts, part] = [64, 256 * 1024];
  await house.database.admin.query(
    `WITH header AS (INSERT INTO attachment VALUES ($1, $2, $3, 'large.txt', 'text/plain', $4, 'x'))
     INSERT INTO attachment_part SELECT $1, $2, $3, place, convert_to(repeat('x', $5), 'UTF8')
       FROM generate_series(0, $6) AS place`,
    [client, message, attachment, parts * part, part, parts - 1],
  );
  return `/v1/messages/${message}/attachments/${attachment}`;
}
