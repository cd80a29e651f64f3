import { untilSomebodyWaits } from '../support/in-a-row.ts';
import { verifiedOrder } from '../support/world.orders.ts';
import { bsns, type Office, oins, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let guardian: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => {
  office = await scene.office();
  guardian = await scene.office({ kind: 'guardianship' });
  await scene.database.admin.query(
    `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'lifted' WHERE ground <> 'voluntary'`,
  );
});
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

/** Yasmina comes under guardianship. */
const under = async (ground: string, more: object = {}) =>
  scene.world.mandate({
    ...{ client: await scene.world.client(bsns.yasmina), organisation: guardian.id, ground, ...more },
  });
const line = (category: string) => ({ sender: oins.tax, category, actions: ['read'] });
const give = (category: string) =>
  scene.as(people.yasmina).post('/v1/mandates', {
    ...{
      organisation: office.id,
      lines: [line(category)],
      from: scene.world.day(0),
      until: scene.world.day(90),
    },
  });
const ask = (category: string) => scene.offered(office.joris, { lines: [line(category)] });
const lastReason = async (action: string) => {
  const { rows } = await scene.database.admin.query<{ reason: string | null }>(
    'SELECT reason FROM trail WHERE action = $1 ORDER BY position DESC LIMIT 1',
    [action],
  );
  return rows[0]?.reason;
};

const waiting = () => untilSomebodyWaits(scene.database, 'advisory');

describe('Who is under guardianship gives nothing away of what that covers (R26, R27)', () => {
  it.each([
    ['curatele', 'care', 403],
    ['provisional', 'other', 403],
    ['bewind', 'financial', 403],
    ['bewind', 'all', 403],
    ['bewind', 'care', 201],
    ['mentorschap', 'care', 201],
  ])('Under %s Yasmina gives a mandate about %s: %i', async (ground, category, status) => {
    await under(ground, ground === 'provisional' ? { lines: [{ category: 'all' }] } : {});
    const answer = await give(category);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body).toMatchObject({ code: 'under-guardianship' });
  });

  it('nor does she consent to what was offered before; when it was lifted she can (R29)', async () => {
    const asked = await ask('care');
    const curatele = await under('curatele', { from: scene.world.day(20) }); // that it is to start suffices
    const { status, body } = await scene.act(people.yasmina, asked, 'consent');
    expect([status, body.code]).toEqual([403, 'under-guardianship']);
    await scene.database.admin.query(`UPDATE mandate SET ends_on = $2, end_reason = 'lifted' WHERE id = $1`, [
      curatele,
      scene.world.day(0),
    ]);
    expect((await scene.act(people.yasmina, asked, 'consent')).status).toBe(200);
  });

  it('and an office that asks gets the usual answer, and nothing is ever offered (R3)', async () => {
    await under('curatele');
    const asked = await ask('care');
    expect((await scene.see(office.joris, asked)).body.state).toBe('requested');
    expect((await scene.see(people.yasmina, asked)).status).toBe(404);
    expect(await scene.letters(asked)).toEqual([]);
  });

  it('A request to renew what she left lapses as it would without a measure (R3)', async () => {
    const mandate = await scene.active(office.joris, { lines: [line('care')] });
    const until = scene.world.day(600);
    const renewal = await scene.expecting(201, scene.act(office.anna, mandate, 'renewal', { until }));
    await under('curatele');
    await scene.expecting(200, scene.act(people.yasmina, mandate, 'revocation'));
    await scene.tasks();
    expect((await scene.see(office.anna, renewal)).body.state).toBe('lapsed');
  });

  it('nor does the office learn of it by her own code: as if there were no mandate; a wrong code is only wrong', async () => {
    const asked = await ask('care');
    const code = await scene.code(asked);
    await under('curatele');
    const wrong = await scene.act(office.joris, asked, 'activation', { code: 'AAAA-AAAA-AAAA-AAAA' });
    expect(wrong.body.code).toBe('wrong-code');
    const right = await scene.act(office.joris, asked, 'activation', { code });
    expect([right.status, right.body.code]).toEqual([404, 'not-found']);
    expect(right.text).not.toContain('guardian');
    expect(await lastReason('mandate.activate')).toBe('under-guardianship');
    expect(await scene.row(asked)).toMatchObject({ state: 'offered', activated_at: null });
  });

  it('not even when the measure comes in while she consents: who comes after it is refused', async () => {
    const asked = await ask('care');
    const client = await scene.database.admin.connect();
    try {
      const whose = await scene.world.client(bsns.yasmina);
      const ordered = { client: whose, organisation: guardian.id, ground: 'curatele' };
      const order = await verifiedOrder(scene.database.admin, ordered);
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 13))', [whose]);
      const consenting = scene.act(people.yasmina, asked, 'consent').then(({ status }) => status);
      await waiting(); // she comes after what has the lock, and it is decided with what that left
      await client.query(
        `INSERT INTO mandate (id, client_id, organisation_id, state, ground, court_order_id, from_day, until_day,
                              answer_by, requested_at, offered_at, activated_at)
         VALUES (gen_random_uuid(), $1, $2, 'active', 'curatele', $3, current_date, 'infinity',
                 current_date, now(), now(), now())`,
        [whose, guardian.id, order],
      );
      await client.query('COMMIT');
      expect(await consenting).toBe(403);
    } finally {
      client.release();
    }
    expect(await scene.row(asked)).toMatchObject({ state: 'offered' });
    expect((await scene.act(people.yasmina, asked, 'consent')).body.code).toBe('under-guardianship');
  });

  it('but she ends what is left, at any time (R16)', async () => {
    const given = await scene.active(office.joris, { lines: [line('care')] });
    await under('bewind');
    expect((await scene.act(people.yasmina, given, 'revocation')).status).toBe(200);
  });
});

describe('What a court ordered is not for the parties to end', () => {
  it.each([
    ['Yasmina revokes it', () => people.yasmina, 'revocation', undefined],
    ['Yasmina narrows it', () => people.yasmina, 'narrowing', () => ({ until: scene.world.day(20) })],
    ['the guardian renounces it', () => guardian.anna, 'renunciation', undefined],
    ['the guardian renews it', () => guardian.anna, 'renewal', () => ({ until: scene.world.day(500) })],
  ] as const)('%s: not possible', async (_, who, move, body) => {
    const bewind = { id: await under('bewind') };
    const answer = await scene.act(who(), bewind, move, body?.());
    expect([answer.status, answer.body.code]).toEqual([409, 'move-not-possible']);
    expect(await scene.row(bewind)).toMatchObject({ state: 'active' });
  });

  it('an official suspends it and resumes it', async () => {
    const bewind = { id: await under('bewind') };
    const reason = { reason: 'Under investigation.' };
    expect((await scene.act(people.olga, bewind, 'suspension', reason)).body.state).toBe('suspended');
    expect((await scene.act(people.olga, bewind, 'resumption', reason)).body.state).toBe('active');
  });
});
