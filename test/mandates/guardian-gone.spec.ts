import { guardianshipOf, type GuardianshipJson } from '../../src/access/guardianship-facts.ts';
import { isTaken } from '../../src/domain/guardianship.ts';
import type { Oin } from '../../src/domain/identifiers.ts';
import { categories } from '../../src/domain/scope.ts';
import { bsns, type Office, oins, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let guardian: Office;
let yasmina: string;
beforeEach(async () => {
  scene = await openScene();
  office = await scene.office();
  guardian = await scene.office({ kind: 'guardianship' });
  yasmina = await scene.world.client(bsns.yasmina);
});
afterEach(() => scene.close());

const admin = (sql: string, ...values: unknown[]) => scene.database.admin.query(sql, values);
/** Yasmina comes under guardianship. */
const under = (ground: string, more: object = {}) =>
  scene.world.mandate({ client: yasmina, organisation: guardian.id, ground, ...more });
const stops = (mandate: string, reason: string) =>
  admin(
    `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = $2 WHERE id = $1`,
    mandate,
    reason,
  );
const order = (mandate: string, what: string) =>
  admin(
    `UPDATE court_order SET ${what} WHERE id = (SELECT court_order_id FROM mandate WHERE id = $1)`,
    mandate,
  );
const line = (category: string) => ({ sender: oins.tax, category, actions: ['read'] });
const give = (category: string) =>
  scene.as(people.yasmina).post('/v1/mandates', {
    ...{ organisation: office.id, lines: [line(category)] },
    ...{ from: scene.world.day(0), until: scene.world.day(90) },
  });
const ask = (category: string) => scene.offered(office.joris, { lines: [line(category)] });

describe('The guardian stops and the measure goes on: Yasmina gives nothing of what it covers (R26, R27)', () => {
  it.each([
    ['curatele', 'dismissed', 'care'],
    ['curatele', 'death', 'care'],
    ['bewind', 'dismissed', 'financial'],
    ['bewind', 'organisation-excluded', 'all'],
  ])('%s, %s: nothing about %s', async (ground, reason, category) => {
    await stops(await under(ground), reason);
    const { status, body } = await give(category);
    expect([status, body.code]).toEqual([403, 'under-guardianship']);
  });

  it('not by consent, not by code, and what an office asks is never offered', async () => {
    const asked = await ask('financial');
    const code = await scene.code(asked);
    await stops(await under('bewind'), 'dismissed');
    expect((await scene.act(people.yasmina, asked, 'consent')).body.code).toBe('under-guardianship');
    expect((await scene.act(office.joris, asked, 'activation', { code })).status).toBe(404);
    const other = await scene.office();
    const never = await scene.offered(other.joris, { lines: [line('financial')] });
    expect(await scene.row(never)).toMatchObject({ state: 'requested', offered_at: null });
  });

  it('what the measure leaves her she gives (R27); when it was lifted, all of it (R29)', async () => {
    const bewind = await under('bewind');
    await stops(bewind, 'dismissed');
    expect((await give('care')).status).toBe(201);
    await admin(
      `INSERT INTO court_order_change (id, order_id, kind, on_day, told_by, at)
       SELECT gen_random_uuid(), court_order_id, 'lifted', $2, 'register', now() FROM mandate WHERE id = $1`,
      bewind,
      scene.world.day(0),
    );
    expect((await give('financial')).status).toBe(201);
  });

  it('a provisional measure, and a partial bewind, take what their order names and no more (R23, R24)', async () => {
    await under('provisional', { lines: [{ category: 'care' }] });
    const partial = await under('bewind', { lines: [{ sender: oins.svb, category: 'financial' }] });
    await order(partial, 'partial = true');
    expect((await give('care')).status).toBe(403);
    expect((await give('financial')).status).toBe(201);
    expect((await give('other')).status).toBe(201);
  });
});

/** How a measure stands there: its first day, what its order says, and whether another guardian came and was lifted. */
const shapes = [
  { from: -40, says: 'partial = false' },
  { from: -40, says: 'divided = true' },
  { from: 5, says: 'partial = false' },
  { from: -40, says: 'partial = false', after: true },
];
const partial = { from: -40, says: 'partial = true', sender: oins.svb };
const wishes = [oins.tax, oins.svb].flatMap((sender) =>
  [...categories, 'all' as const].map((category) => ({ sender: sender as Oin, category })),
);

/** Which of the wishes are taken, as the database says and as the rule does. */
async function asked(whose: string): Promise<[database: boolean[], rule: boolean[]]> {
  const now = new Date();
  const session = await scene.database.admin.connect();
  try {
    await session.query(`SELECT set_config('app.now', $1, false)`, [now.toISOString()]);
    const { rows } = await session.query<{ taken: boolean[]; facts: GuardianshipJson }>(
      `SELECT guardianship_of($1) AS facts,
              ARRAY(SELECT is_taken($1, w->>'sender', w->>'category')
                      FROM jsonb_array_elements($2) WITH ORDINALITY AS t(w, place) ORDER BY place) AS taken`,
      [whose, JSON.stringify(wishes)],
    );
    const { taken, facts } = rows[0]!;
    return [taken, wishes.map((wish) => isTaken([wish], guardianshipOf(facts), now))];
  } finally {
    session.release(true);
  }
}

it.each(['curatele', 'bewind', 'mentorschap', 'provisional'])(
  'The rule and the database say the same of %s, however it went',
  async (ground) => {
    for (const reason of [null, 'dismissed', 'death', 'lifted', 'overturned', 'curatele', 'replaced'])
      for (const { from, says, after, sender } of [
        ...shapes,
        ...(ground === 'bewind' ? [partial] : []),
      ] as ((typeof shapes)[0] & { sender?: string })[]) {
        const whose = (
          await admin(
            'INSERT INTO client (id, abroad, since) VALUES (gen_random_uuid(), true, now()) RETURNING id',
          )
        ).rows[0] as { id: string };
        yasmina = whose.id;
        const mandate = await under(ground, {
          ...{
            from: scene.world.day(from),
            lines: [{ sender, category: ground === 'mentorschap' ? 'care' : 'financial' }],
          },
        });
        await order(mandate, says);
        if (reason) await stops(mandate, reason);
        if (after) await stops(await under(ground, { from: scene.world.day(0) }), 'lifted');
        const [database, rule] = await asked(yasmina);
        expect([ground, reason, says, from, after, rule]).toEqual([
          ground,
          reason,
          says,
          from,
          after,
          database,
        ]);
      }
  },
);
