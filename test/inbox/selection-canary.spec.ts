import { newId } from '../../src/platform/ids.ts';
import { ask, rest } from '../support/slow-reader.ts';
import { people, type Scene, setScene } from './scene.ts';
import { unzip } from './unzip.ts';

let scene: Scene;
beforeAll(async () => void (scene = await setScene()));
afterAll(() => scene.house.close());

const rounds = 25;

describe('Revocations while messages go into a file', () => {
  it('never let a message in that was delivered after, nor one that was begun after (R17)', async () => {
    const { house, vermeer, yasmina } = scene;
    const { admin } = house.database;
    const messages: string[] = [];
    for (let number = 0; number < 40; number++) messages.push(await house.world.message(yasmina));
    const begun = async () => {
      const { rows } = await admin.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM trail WHERE action = 'inbox.download' AND outcome = 'permitted'`,
      );
      return rows[0]!.count;
    };
    let [some, all] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const lines = [{ actions: ['read', 'download'] }];
      const mandate = await house.world.mandate({ client: yasmina, organisation: vermeer, lines });
      const canary = newId();
      const asked = { body: { messages: [...messages, canary] } };
      const before = await begun();
      const file = ask(house, people.joris, 'POST', '/v1/messages/_download', asked).then(rest);
      await new Promise((resolve) => setTimeout(resolve, 6 * round));
      // At the desk, as it were: acknowledged when the database has committed.
      await admin.query(
        `WITH over AS (UPDATE mandate SET state = 'revoked', ended_at = now() WHERE id = $1 RETURNING id)
         UPDATE scope_line SET claims = false FROM over WHERE mandate_id = over.id`,
        [mandate],
      );
      const until = await begun();
      await house.world.message(yasmina, { id: canary, body: `canary-${round}-sings` });
      const { bytes, whole } = await file;
      expect(whole).toBe(true);
      expect(bytes.includes('-sings')).toBe(false);
      const included = unzip(bytes).size - 1;
      expect(included).toBe((await begun()) - before);
      expect(included).toBeLessThanOrEqual(until - before + 1); // the message under way
      if (included === messages.length) all++;
      else if (included > 0) some++;
    }
    expect(some).toBeGreaterThan(rounds / 10); // the revocations came half-way
    expect(some + all).toBeLessThanOrEqual(rounds);
  }, 60_000);
});
