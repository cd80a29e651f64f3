import { newId } from '../../src/platform/ids.ts';
import { birthDates, people } from '../support/cast.ts';
import { inARow, untilSomebodyWaits } from '../support/in-a-row.ts';
import { bsns, cast, oins, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene({ LIFE_EVENT_SOURCES: oins.system })));
afterEach(() => scene.close());

const waiting = (kind: 'advisory' | 'transactionid' = 'advisory') => untilSomebodyWaits(scene.database, kind);

describe('What a ward gives in the instant in which his measure begins', () => {
  it.each([
    ['curatele', 'care', { state: 'ended', end_reason: 'curatele' }],
    ['bewind', 'financial', { state: 'ended', end_reason: 'bewind' }],
  ])('does not escape a %s (R26, R27)', async (ground, category, end) => {
    const order = await scene.waiting({ ground });
    await scene.expecting(200, scene.approve(cast.olga, order));
    const giving = await scene.database.admin.connect();
    const id = newId();
    try {
      await giving.query('BEGIN');
      await giving.query(
        `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                              offered_at, activated_at)
         VALUES ($1, $2, $3, 'active', $4, $5, $4, now(), now(), now())`,
        [id, scene.pieter, scene.vermeer, scene.today(), scene.world.day(90)],
      );
      await giving.query(
        `INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
         VALUES ($1, $2, $3, $4, $5, $6, ARRAY['read'], daterange($7, $8), true)`,
        [
          ...[newId(), id, scene.pieter, scene.vermeer, oins.tax, category],
          ...[scene.today(), scene.world.day(90)],
        ],
      );
      const approving = scene.approve(cast.otto, order).then(({ status }) => status);
      await waiting(); // for what was given a moment earlier
      await giving.query('COMMIT');
      expect(await approving).toBe(200);
    } finally {
      giving.release();
    }
    expect(await scene.mandate(id)).toMatchObject(end);
  });
});

describe('A ward dies in the instant in which a decision of the court about his measure comes in (R29, R30)', () => {
  /** He dies while somebody enters this; what that comes to. */
  async function meanwhile(kind: string, on: string): Promise<unknown[]> {
    const order = await scene.verified({ givenOn: scene.world.day(-30), until: scene.world.day(90) });
    const dying = await scene.database.admin.connect();
    try {
      await dying.query('BEGIN');
      await dying.query(
        `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'death' WHERE id = $1`,
        [order.authority?.mandate],
      );
      await dying.query('UPDATE client SET died_on = $2 WHERE id = $1', [scene.pieter, scene.today()]);
      const entering = scene.change(order, kind, on).then(({ status, body }) => [status, body.code]);
      await waiting('transactionid'); // for what happened a moment earlier
      await dying.query('COMMIT');
      return await entering;
    } finally {
      dying.release();
    }
  }

  it.each([
    ['lifted', 0, 409, 'order-conflicts'],
    ['lifted', 30, 409, 'order-conflicts'],
    ['lifted', -3, 200, undefined], // the earlier end is believed
    ['suspended', 0, 409, 'move-not-possible'],
    ['term-set', 40, 409, 'move-not-possible'],
  ])('%s on day %i: %i %s', async (kind, day, status, code) => {
    expect(await meanwhile(kind, scene.world.day(day))).toEqual([status, code]);
  });
});

describe('A ward dies in the instant in which the second official verifies his order (R30)', () => {
  const death = { eventId: 'brp-1', kind: 'death', bsn: bsns.pieter };
  const dies = () =>
    scene.as(people.system).post('/v1/life-events', { ...death, effectiveOn: scene.world.day(0) });
  const measures = async () =>
    (
      await scene.database.admin.query(
        `SELECT state, end_reason FROM mandate WHERE client_id = $1 AND ground = 'bewind'`,
        [scene.pieter],
      )
    ).rows as unknown[];

  it('told first, nothing begins', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.approve(cast.olga, order));
    const approving = () => scene.approve(cast.otto, order);
    const [told, approved] = await inARow(scene.database, scene.pieter, [dies, approving]);
    expect([told?.status, approved?.status, approved?.body.obstacle]).toEqual([204, 409, 'ward-died']);
    expect(await measures()).toEqual([]);
  });

  it('told a moment later, what began ends', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.approve(cast.olga, order));
    const approving = () => scene.approve(cast.otto, order);
    const answers = await inARow(scene.database, scene.pieter, [approving, dies]);
    expect(answers.map(({ status }) => status)).toEqual([200, 204]);
    expect(await measures()).toEqual([{ state: 'ended', end_reason: 'death' }]);
  });

  it('while the register confirms it: neither waits for the other for ever, and nothing stays', async () => {
    const order = await scene.handIn();
    scene.knows({ caseNumber: order.caseNumber });
    const checking = () => scene.tasks().then(() => ({ status: 200, body: {} }));
    const [told] = await inARow<{ status: number }>(scene.database, scene.pieter, [dies, checking]);
    expect(told?.status).toBe(204);
    expect(await measures()).not.toContainEqual(expect.objectContaining({ state: 'active' }));
  });
});

it('Ruben, a person who represents others by himself, is not made his own guardian', async () => {
  const path = '/v1/representative-organisations';
  const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
  const { id } = await scene.expecting(201, scene.as(people.rubenRepresents).post(path, wish));
  await scene.expecting(200, scene.as(cast.olga).post(`${path}/${id}/recognition`));
  const himself = { bsn: bsns.ruben, birthDate: birthDates.ruben };
  const order = await scene.waiting(himself, people.rubenRepresents);
  await scene.expecting(200, scene.approve(cast.olga, order));
  const { status, body } = await scene.approve(cast.otto, order);
  expect([status, body.code, body.obstacle]).toEqual([409, 'order-conflicts', 'guards-himself']);
  expect(body.detail).toBe('The guardian and the one who is represented are the same person.');
});
