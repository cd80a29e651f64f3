import { newId } from '../../src/platform/ids.ts';
import { type Cage, canary, type Canary } from '../support/canary.ts';
import { bsns, file, letter, people, type Scene, setScene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await setScene()));
afterAll(() => scene.house.close());

type WithMandate = Cage & { mandate: string; bsn: string };
const lanes = [bsns.yasmina, bsns.pieter, bsns.willem];

/** The tax office delivers a message with an attachment, over HTTP. */
async function send(base: string, bsn: string, subject: string): Promise<Canary> {
  const answer = await fetch(`${base}/v1/messages`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await scene.house.issuer.sign(people.tax)}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': newId(),
    },
    body: JSON.stringify(letter({ recipient: { bsn }, subject, attachments: [file('a.txt', subject)] })),
  });
  const { id } = (await answer.json()) as { id: string };
  const { rows } = await scene.house.database.admin.query('SELECT id FROM attachment WHERE message_id = $1', [
    id,
  ]);
  return { message: id, attachment: rows[0].id as string };
}

describe('A hundred revocations under concurrent reads', () => {
  it('never show a message that was delivered after, nor an old one asked for after (R17)', async () => {
    const { house, vermeer, joris } = scene;
    const base = await house.app.getUrl();
    const token = await house.issuer.sign(people.joris);
    const clients = await Promise.all(lanes.map((bsn) => house.world.client(bsn)));
    await house.world.assign(vermeer, clients[2]!, { employee: joris });

    const report = await canary<WithMandate>({
      ...{ bases: [base], revocations: 100, lanes: lanes.length, readers: 4 },
      async prepare(lane, round) {
        const [client, bsn] = [clients[lane]!, lanes[lane]!];
        const lines = [{ actions: ['read', 'download'] }];
        const mandate = await house.world.mandate({ client, organisation: vermeer, lines });
        return { ...(await send(base, bsn, `Round ${round}`)), client, token, mandate, bsn };
      },
      // At the desk, as it were: acknowledged when the database has committed.
      async revoke(_, { mandate }) {
        await house.database.admin.query(
          `WITH over AS (UPDATE mandate SET state = 'revoked', ended_at = now() WHERE id = $1 RETURNING id)
           UPDATE scope_line SET claims = false FROM over WHERE mandate_id = over.id`,
          [mandate],
        );
      },
      deliver: (at, { bsn }, mark) => send(at, bsn, mark),
    });

    expect(report.leaks).toEqual([]);
    expect(report.revocations).toBe(100);
    expect(report.allowed).toBeGreaterThanOrEqual(400); // they could read before: the cage was open
    expect(report.reads - report.allowed).toBeGreaterThanOrEqual(600); // and they went on trying
  }, 120_000);
});
