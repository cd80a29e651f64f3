import { newId } from '../../src/platform/ids.ts';
import { file, letter } from '../inbox/scene.ts';
import { employee, kvks, manyBsns, oins, people } from '../support/cast.ts';
import { type Cage, canary, type Canary } from '../support/canary.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ LIFE_EVENT_SOURCES: oins.system });
  await house.world.senders();
});
afterAll(() => house.close());

type OfOne = Cage & { bsn: string };
const rounds = 60;
const bsns = manyBsns(rounds).values();

async function post(base: string, who: object, path: string, body: object): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${await house.issuer.sign({ ...who })}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': newId(),
  };
  return fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The tax office delivers a message with an attachment. */
async function send(base: string, bsn: string, subject: string): Promise<Canary> {
  const wish = letter({ recipient: { bsn }, subject, attachments: [file('a.txt', subject)] });
  const { id } = (await (await post(base, people.tax, '/v1/messages', wish)).json()) as { id: string };
  const { rows } = await house.database.admin.query('SELECT id FROM attachment WHERE message_id = $1', [id]);
  return { message: id, attachment: rows[0].id as string };
}

describe('Sixty deaths under concurrent reads', () => {
  it('never show what was delivered after, nor an old message asked for after (R30)', async () => {
    const base = await house.app.getUrl();
    const office = await house.world.organisation(kvks.vermeer);
    const joris = await house.world.employee(office, 'joris');
    const token = await house.issuer.sign({ ...employee('joris', kvks.vermeer) });

    const report = await canary<OfOne>({
      ...{ bases: [base], revocations: rounds, lanes: 3, readers: 4 },
      async prepare(lane, round) {
        const bsn = bsns.next().value ?? '';
        const client = await house.world.client(bsn);
        await house.world.assign(office, client, { employee: joris });
        await house.world.mandate({
          ...{ client, organisation: office },
          lines: [{ actions: ['read', 'download'] }],
        });
        return { ...(await send(base, bsn, `Round ${lane} ${round}`)), client, token, bsn };
      },
      async revoke(at, { bsn }) {
        const death = { eventId: newId(), bsn, kind: 'death', effectiveOn: house.world.day(0) };
        const { status } = await post(at, people.system, '/v1/life-events', death);
        if (status !== 204) throw new Error(`the register got ${status}`);
      },
      deliver: (at, { bsn }, mark) => send(at, bsn, mark),
    });

    expect(report.leaks).toEqual([]);
    expect(report.revocations).toBe(rounds);
    expect(report.allowed).toBeGreaterThanOrEqual(rounds * 4);
    expect(report.reads - report.allowed).toBeGreaterThanOrEqual(rounds * 6);
  }, 120_000);
});
