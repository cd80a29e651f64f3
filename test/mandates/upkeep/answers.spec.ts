import { newId } from '../../../src/platform/ids.ts';
import { type Office } from '../scene.ts';
import { answer, lines, path, period } from './answering.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => {
  office = await house.office();
  house.clock.moveTo('2028-02-10');
});
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

const review = async (mandate: string) =>
  (await house.list(office.anna, `${path}?limit=100`)).items.find((item) => item.mandate === mandate);
const row = async (mandate: string) =>
  (
    await house.rows(
      `SELECT state, end_reason AS why, confirmed_at IS NOT NULL AS confirmed,
              (SELECT bool_or(claims) FROM scope_line WHERE mandate_id = m.id) AS claims
         FROM mandate m WHERE id = $1`,
      mandate,
    )
  )[0];

describe('Ending many at once', () => {
  it('ends each for good, frees its claim (R14), and tells the client why in its history', async () => {
    const mandates = [await house.given(office, period), await house.given(office, period)];
    const { items } = await answer(house, office.anna, '_end', {
      mandates,
      reason: 'Not our client any more.',
    });
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    for (const mandate of mandates) {
      expect(await row(mandate)).toEqual({ state: 'renounced', why: null, confirmed: false, claims: false });
      expect(await lines(house, mandate)).toEqual([
        {
          ...{ action: 'mandate.renounce', outcome: 'permitted', reason: null },
          details: { from: 'active', to: 'renounced', reason: 'Not our client any more.' },
        },
      ]);
      expect(await review(mandate)).toBeUndefined();
    }
    const again = await answer(house, office.anna, '_confirm', { mandates });
    expect(again.items.map(({ code }) => code)).toEqual(['move-not-possible', 'move-not-possible']); // R18
  });

  it('needs no reason (R16), also from an office that is suspended', async () => {
    const mandate = await house.given(office, period);
    await house.rows(`UPDATE organisation SET standing = 'suspended' WHERE id = $1`, office.id);
    expect((await answer(house, office.anna, '_confirm', { mandates: [mandate] })).items[0]?.code).toBe(
      'organisation-suspended',
    );
    expect((await answer(house, office.anna, '_end', { mandates: [mandate] })).items[0]?.outcome).toBe(
      'done',
    );
  });
});

describe('Each on its own merits (R13)', () => {
  it('a bad one does not spoil the others, is told why as far as one may know, and has its line', async () => {
    const good = await house.given(office, period);
    const over = await house.given(office, { ...period, state: 'revoked' });
    const foreign = await house.given(await house.office(), period);
    const unknown = newId();
    const mandates = [foreign, good, unknown, over];
    const { status, items } = await answer(house, office.anna, '_end', { mandates });
    expect(status).toBe(200);
    expect(items.map(({ mandate, outcome, code }) => [mandate, outcome, code])).toEqual([
      [foreign, 'refused', 'not-found'],
      [good, 'done', undefined],
      [unknown, 'refused', 'not-found'],
      [over, 'refused', 'move-not-possible'],
    ]);
    expect(items[0]).toEqual({ ...items[2], mandate: foreign }); // a foreign one looks like none at all
    expect(items[3]).toMatchObject({ nl: expect.any(String), en: expect.any(String) });
    expect(await row(foreign)).toMatchObject({ state: 'active' });
    const reasons = await house.rows(
      `SELECT object_id AS id, outcome, reason FROM trail
        WHERE action = 'mandate.renounce' AND object_id = ANY ($1)`,
      mandates,
    );
    expect(new Map(reasons.map(({ id, ...line }) => [id, line]))).toEqual(
      new Map([
        [foreign, { outcome: 'refused', reason: 'not-a-party' }],
        [good, { outcome: 'permitted', reason: null }],
        [unknown, { outcome: 'refused', reason: 'does-not-exist' }],
        [over, { outcome: 'refused', reason: 'move-not-possible' }],
      ]),
    );
  });

  it('Joris ends those of his clients and not those of a colleague (R33); Bob, who reads, none', async () => {
    const [his, other] = [await house.newClient(), await house.newClient()];
    const mandates = [
      await house.given(office, { ...period, client: his }),
      await house.given(office, { ...period, client: other }),
    ];
    await house.world.assign(office.id, his, { employee: office.employees.joris });
    await house.world.assign(office.id, other, { employee: office.employees.sara });
    expect(await answer(house, office.bob, '_end', { mandates })).toMatchObject({
      status: 403,
      code: 'role-too-small',
    });
    const { items } = await answer(house, office.joris, '_end', { mandates });
    expect(items.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['done', undefined],
      ['refused', 'not-found'],
    ]);
    expect(await row(mandates[1] ?? '')).toMatchObject({ state: 'active' });
  });

  it('a repeat with the same key gets the same answer and does nothing; another body is refused', async () => {
    const mandates = [await house.given(office, period), newId()];
    const key = newId();
    const first = await answer(house, office.anna, '_end', { mandates }, key);
    const again = await answer(house, office.anna, '_end', { mandates }, key);
    expect(again).toEqual(first);
    expect(await lines(house, mandates[0] ?? '')).toHaveLength(1);
    expect(await answer(house, office.anna, '_end', { mandates: [mandates[0]] }, key)).toMatchObject({
      ...{ status: 409, code: 'idempotency-key-reused' },
    });
  });

  it('takes a thousand at once, each once, and no more', async () => {
    const wrong = [
      {},
      { mandates: [] },
      { mandates: ['x'] },
      { mandates: Array.from({ length: 1001 }, () => newId()) },
      { mandates: Array.from({ length: 2 }, () => office.id) },
      { mandates: [office.id], reason: 'x' },
      { mandates: [office.id], reason: 'Client 999990019 left.' },
    ];
    for (const body of wrong) expect((await answer(house, office.anna, '_end', body)).status).toBe(400);
    const client = await house.newClient();
    await house.rows(
      `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                            offered_at, activated_at)
       SELECT gen_random_uuid(), $1, $2, 'active', '2027-01-01', '2030-01-01', '2027-02-01', '2027-01-01',
              '2027-01-01', '2027-01-01' FROM generate_series(1, 1000)`,
      ...[client, office.id],
    );
    const made = await house.rows<{ id: string }>(
      'SELECT id FROM mandate WHERE organisation_id = $1',
      office.id,
    );
    const mandates = made.map(({ id }) => id);
    for (const what of ['_confirm', '_end'] as const) {
      const { status, items } = await answer(house, office.anna, what, { mandates });
      expect([status, items.filter(({ outcome }) => outcome === 'done').length]).toEqual([200, 1000]);
    }
    expect((await house.list(office.anna, path)).items).toEqual([]);
  });

  it('confirmed by two at once, each mandate ends up with one of both; ended meanwhile, it is not confirmed', async () => {
    const mandate = await house.given(office, period);
    const [one, other] = await Promise.all([
      answer(house, office.anna, '_confirm', { mandates: [mandate] }),
      answer(house, office.anna, '_end', { mandates: [mandate] }),
    ]);
    expect(other.items[0]?.outcome).toBe('done');
    expect(['done', 'refused']).toContain(one.items[0]?.outcome);
    expect(await row(mandate)).toMatchObject({ state: 'renounced' });
  });
});
