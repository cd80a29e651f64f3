import pg from 'pg';
import { seedOf } from '../world/random.mjs';
import { lastDelivery, senders } from '../world/sizes.mjs';
import { writer } from '../world/words.mjs';
import { summary } from './measure.mjs';

const built = (file) => import(`../../../dist/src/${file}`);
const insert = `INSERT INTO message (client_id, id, sender, type, category, assurance, subject, body, delivered_at)
  VALUES ($1, $2, $3, 'financial', 'financial', 'low', $4, $5, now())`;
const triggers = { on: 'ENABLE', off: 'DISABLE' };

/**
 * Delivering to clients of an office, each message in a commit of its own that is on disk: with what keeps the feed,
 * and into the same table without it. The same rows, the same indexes, the same checks.
 */
export async function benchDelivering({ world, cast, list, say, score, rounds }) {
  const { newId } = await built('platform/ids.js');
  const admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  const person = cast.everyone[2];
  const oin = senders[0].oin;
  const { rows: receivers } = await admin.query(
    `SELECT l.client_id AS id FROM scope_line l JOIN client c ON c.id = l.client_id AND c.died_on IS NULL
      WHERE l.organisation_id = $1 AND l.sender = $2 AND l.category IN ('all', 'financial') AND 'read' = ANY (l.actions)
        AND l.claims ORDER BY l.client_id LIMIT 4000`,
    [person.organisation, oin],
  );
  const text = writer(seedOf(world.seed, 'delivering'));
  const senderConnection = async () => {
    const client = new pg.Client({ connectionString: world.databaseUrl, options: '-c role=volmacht_app' });
    await client.connect();
    await client.query(`SELECT set_config('app.actor', 'sender:${oin}', false),
      set_config('app.now', now()::text, false), set_config('app.assurance', 'substantial', false)`);
    return client;
  };
  const connections = await Promise.all(Array.from({ length: 8 }, senderConnection));
  let number = 0;
  const deliver = async (client) => {
    number += 1;
    const id = newId();
    const to = receivers[(number * 7919) % receivers.length].id;
    const values = [to, id, oin, text.subject(number, 'financial'), text.body(number)];
    await client.query({ name: 'deliver', text: insert, values });
    return id;
  };
  const perSecond = async (count, milliseconds) => {
    const began = performance.now();
    let delivered = 0;
    await Promise.all(
      connections.slice(0, count).map(async (client) => {
        for (; performance.now() - began < milliseconds; delivered++) await deliver(client);
      }),
    );
    return (1000 * delivered) / (performance.now() - began);
  };
  await world.dirty();
  const found = {};
  try {
    // Short and in turn, and each compared with its neighbour: how fast a disk is changes from second to second.
    for (let turn = 0; turn <= rounds * 4; turn++)
      for (const count of [1, 8]) {
        const rates = {};
        for (const how of turn % 2 ? ['on', 'off'] : ['off', 'on']) {
          await admin.query(`ALTER TABLE message ${triggers[how]} TRIGGER USER`);
          rates[how] = await perSecond(count, 400);
        }
        if (turn > 0) (found[count] ??= []).push({ ...rates, ratio: rates.off / rates.on });
      }
    for (const count of [1, 8]) {
      const [withFeed, plain, ratio] = ['on', 'off', 'ratio'].map((key) =>
        summary(found[count].map((one) => one[key])),
      );
      const rate = ({ median, low, high }) =>
        `${Math.round(median)}/s (${Math.round(low)}–${Math.round(high)})`;
      say(
        `  delivering, ${count} connection${count > 1 ? 's' : ''}: ${rate(withFeed)}; the same without the feed ${rate(plain)}: ${ratio.median.toFixed(2)}× the time (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`,
      );
      score.target(`delivering against a plain insert, ${count} at a time`, 1.5, ratio.median, { unit: '×' });
    }
    const began = performance.now();
    const { rows: filled } = await admin.query('SELECT fill_words(1000000) AS words');
    const behind = (1000 * filled[0].words) / (performance.now() - began);
    say(
      `  the words of ${filled[0].words} messages made ready behind their deliveries: ${Math.round(behind)}/s`,
    );
    await admin.query('ALTER TABLE message ENABLE TRIGGER USER');
    const id = await deliver(connections[0]);
    const { result } = await list.page(person);
    say(
      `  a message just delivered is ${result[0].id === id ? 'the first' : 'NOT the first'} of the next list`,
    );
  } finally {
    await Promise.all(connections.map((client) => client.end()));
    await admin.query('ALTER TABLE message ENABLE TRIGGER USER');
    await undo(admin);
    await admin.end();
    await world.clean();
  }
  return found;
}

/** Takes away what was delivered, so that the world is as it was. */
async function undo(admin) {
  const after = new Date(lastDelivery).toISOString();
  const time = lastDelivery.toString(16).padStart(12, '0');
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7fff-bfff-ffffffffffff`;
  await admin.query('SET session_replication_role = replica');
  await admin.query(
    'DELETE FROM feed WHERE organisation_id IN (SELECT id FROM organisation) AND delivered_at > $1',
    [after],
  );
  await admin.query('DELETE FROM message WHERE id > $1', [id]);
  await admin.query('VACUUM (ANALYZE) message, feed');
}
